"""People whose names the paper keeps back: A씨, 김모(33)씨, 박 아무개 씨, 이모 군, 홍○○.

They are told so that nothing else takes them for names; nobody links them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hwalja.mentions.reading.korean_names import DOUBLE, SURNAMES
from hwalja.mentions.reading.title_words import TITLE

_SURNAME = f"[{''.join(sorted(SURNAMES))}]"
_CALLED = f"(?:씨|군|양|옹|여사|할머니|할아버지|어린이|{TITLE})"
_AGE = r"(?:\s?\((?:[^()\n]{1,20})\))?"
_NOT_INSIDE = r"(?<![가-힣A-Za-z0-9])"
_MASKED = re.compile(
    # A씨, B(45)씨, C 경위; not A 대표팀.
    rf"{_NOT_INSIDE}(?P<letter>[A-Z](?:{_AGE}\s?(?=(?:씨|군|양)(?![가-힣A-Za-z]*[학등])|[가-힣]{{0,4}}{_CALLED}(?:은|는|이|가|을|를|의|와|과|도|에게|측|\s|$))))"
    # 김모(33)씨, 박모씨, 김 모 씨, 최모 (45·여) 씨, 이모 군
    rf"|{_NOT_INSIDE}(?P<moo>{_SURNAME}\s?모)(?={_AGE}\s?{_CALLED})"
    # 김 아무개 씨, 박아무개
    rf"|{_NOT_INSIDE}(?P<who>{_SURNAME}\s?아무개)"
    # 홍○○, 김**, 이XX, 홍O동
    rf"|{_NOT_INSIDE}(?P<blank>{_SURNAME}(?:[○◯〇●OX*×]{{1,2}}[가-힣]?|[가-힣][○◯〇●*×])(?![A-Za-z]))"
)
_HONORIFIC = re.compile(rf"{_AGE}\s?(?:씨|군|양|옹)")
# A child by its full name: 홍가람(12) 군, 홍가람 양, 홍가람(9).
_CHILD = re.compile(
    r"\s?(?:\((?:[^()\n]{0,12}?)(?P<age>\d{1,2})(?:세)?(?:[·,][^()\n]{0,10})?\))?"
    r"(?P<called>\s?(?:군|양|어린이)(?=(?:은|는|이|가|을|를|의|과|와|도|에게)?(?:[^가-힣]|$)))?"
)
_ADULT = 19
# A surname alone, as papers print those they do not name: 김씨, 박 씨는, 최 군.
_BARE = r"\s?(?P<called>씨|군|양)(?=(?:는|은|가|이|를|을|의|와|과|도|에게|에|측|로|부부|등)?(?:[^가-힣]|$))"


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked person; `end` is behind the 씨 if there is one."""

    start: int
    end: int
    name: str


def find(text: str) -> Iterator[Masked]:
    """Masked people in a text with plain spaces, in order."""
    for found in _MASKED.finditer(text):
        honorific = _HONORIFIC.match(text, found.end())
        end = honorific.end() if honorific else found.end()
        yield Masked(found.start(), end, " ".join(text[found.start() : end].split()))


def surnames(text: str, more: Iterable[str] = ()) -> Iterator[Masked]:
    """Surnames, or one of `more`, with nothing but 씨, 군 or 양; `name` is the surname."""
    known = "|".join(sorted({*SURNAMES, *DOUBLE, *more}, key=len, reverse=True))
    for found in re.finditer(rf"{_NOT_INSIDE}(?P<surname>{known}){_BARE}", text):
        yield Masked(found.start(), found.end(), found["surname"])


def is_child(text: str, end: int) -> bool:
    """Whether what stands behind a full name says that it is a child's."""
    found = _CHILD.match(text, end)
    age = found["age"] if found else None
    return bool(found and found["called"]) or (age is not None and int(age) < _ADULT)
