"""Constituencies as Korean prints them: 서울 노원병, 충남 보령·서천, 경기도 성남시 분당구 을.

A place is the set of its parts in one spelling each, so that 노원병, 노원구병 and 서울특별시 노원구
병 can be told to agree, and 노원갑 to differ.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from hwalja.mentions.reading.place_names import DISTRICTS, PROVINCES

# How a place in the text stands to a district in the directory.
Agreement = Literal["whole", "part", "region", "none", "differs"]

_LETTERS = "갑을병정무기"
_PROVINCE = re.compile("|".join(sorted(PROVINCES, key=len, reverse=True)))
_NUMBERED = re.compile(r"제\d{1,2}(?:(?:지역)?선거구|지역구)?$")
_SPLIT = re.compile(r"[\s·ㆍ・,/‧]+")
# An area with its letter or without: 동래구을, 동래을, 종로갑구, 중구.
_AREA = re.compile(rf"(?P<stem>[가-힣]{{1,5}}?)(?P<kind>[시군구]?)(?P<letter>[{_LETTERS}]?)구?$")
_INSIDE = re.compile(r"(?P<city>[가-힣]{2,3})시(?P<rest>[가-힣]{1,4}[구군])$")
_SUFFIXED = re.compile(r"[가-힣]{1,4}[시군구]")


@dataclass(frozen=True, slots=True)
class Place:
    """A run of place names in a text; `parts` in their one spelling."""

    start: int
    end: int
    parts: frozenset[str]

    @property
    def is_region(self) -> bool:
        """Whether it is no more than a province or a great city."""
        return all(part in _SHORT for part in self.parts)


_SHORT = frozenset(PROVINCES.values())


@lru_cache(maxsize=20_000)
def parts(word: str) -> frozenset[str]:
    """The parts in one printed word, empty where it names no place known: 동래구을 → 동래, 을."""
    if word in PROVINCES:
        return frozenset({PROVINCES[word]})
    if word in {"비례대표", "비례", "전국구"}:
        return frozenset({"비례대표"})
    if _NUMBERED.match(word) or re.fullmatch(f"[{_LETTERS}]구?", word):
        return frozenset({word.removesuffix("구") if len(word) == 2 else word})
    inside = _INSIDE.match(word)
    if inside:
        return parts(inside["city"] + "시") | parts(inside["rest"])
    return _area(word)


def _area(word: str) -> frozenset[str]:
    """중구 → 중구; 노원구병, 노원병 → 노원, 병; 광주시 stays, for there is 광주 too."""
    for found in _readings(word):
        name = found["stem"] + found["kind"]
        stem = found["stem"]
        if len(stem) == 1 or stem in _SHORT:
            stem = name
        if stem in DISTRICTS or name in DISTRICTS:
            return frozenset(part for part in (stem, found["letter"]) if part)
    return frozenset()


def _readings(word: str) -> Iterable[re.Match[str]]:
    """The word with a letter at its end, if it has one, and then as it is: 의정 is no 의 정."""
    bare = re.fullmatch(r"(?P<stem>[가-힣]{1,5}?)(?P<kind>[시군구]?)(?P<letter>)", word)
    lettered = _AREA.match(word)
    return [found for found in (bare, lettered) if found]


def district(printed: Iterable[str]) -> frozenset[str]:
    """The parts of a district in the directory; what is known to no list keeps its spelling."""
    found: set[str] = set()
    for chunk in printed:
        for word in filter(None, _SPLIT.split(chunk)):
            found |= parts(word) or _unlisted(word)
    return frozenset(found)


def _unlisted(word: str) -> frozenset[str]:
    lettered = re.fullmatch(rf"([가-힣]{{2,}})([{_LETTERS}])", word)
    words = lettered.groups() if lettered else (word,)
    stems = ((one, re.sub(r"(?<=..)[시군구]$", "", one)) for one in words)
    return frozenset(one if stem in _SHORT else stem for one, stem in stems)


def compare(found: frozenset[str], printed: tuple[str, ...]) -> Agreement:
    """How the place in a text stands to a district; a part too many is another place."""
    known = _district(printed)
    if not known or not found:
        return "none"
    said, province = found - _SHORT, found & _SHORT
    if province and known & _SHORT and not province & known:
        return "differs"
    if not said:
        return "region" if province & known else "none"
    if not said <= known:
        return "differs"
    return "whole" if _is_whole(said, known, printed) else "part"


def _is_whole(said: frozenset[str], known: frozenset[str], printed: tuple[str, ...]) -> bool:
    """Whether what the text leaves out of a constituency leaves no doubt about which it is.

    Left out may be its number, and the city whose ward is named; of several areas all but two,
    or but one with its letter. Its letter may not.
    """
    missing = known - _SHORT - said - _cities(printed)
    if missing & set(_LETTERS):
        return False
    named = {part for part in said if not _NUMBERED.match(part)}
    return len(named) > 1 or all(map(_NUMBERED.match, missing))


@lru_cache(maxsize=20_000)
def _cities(printed: tuple[str, ...]) -> frozenset[str]:
    """Cities that stand in front of their ward: 성남시 | 분당구."""
    return frozenset(
        part
        for city, ward in pairwise(printed)
        if city.endswith("시") and len(ward) > 2 and ward.endswith("구")
        for part in parts(city)
    )


@lru_cache(maxsize=20_000)
def _district(printed: tuple[str, ...]) -> frozenset[str]:
    return district(printed)


_WORD = re.compile(r"[가-힣0-9]+")
_GAP = re.compile(r"[ \u00a0·ㆍ・‧]{1,2}|, ?")
# What a place has behind it: the constituency's own word, a particle, a title.
_TAIL = re.compile(
    "(?:선거구|지역구|지역|지구당|시민|군민|구민|주민|유권자|국회의원|의원|후보|출신|당협)?"
    "(?:에서는|에서도|에서|에는|에도|에|의|은|는|이|가|을|를|와|과|로|으로|도|만|인)?$"
)


def find(text: str, known: frozenset[str] = frozenset()) -> list[Place]:
    """Every run of place names; `known`: parts of districts that no list here has."""
    runs: list[Place] = []
    for word in _WORD.finditer(text):
        head = _head(word.group(), known)
        if not head:
            continue
        place = Place(word.start(), word.start() + len(head[0]), head[1])
        if runs and _joins(text, runs[-1], place):
            before = runs.pop()
            place = Place(before.start, place.end, before.parts | place.parts)
        runs.append(place)
    return [run for run in runs if not _is_word(text[run.start : run.end], run)]


def _is_word(printed: str, run: Place) -> bool:
    """Whether it may as well be no place: a bare name that is a word too, a letter alone."""
    return printed in _WORDS_TOO or set(run.parts) <= set(_LETTERS)


def _joins(text: str, before: Place, place: Place) -> bool:
    """Whether two places stand side by side and the second does not begin a place of its own."""
    if not _GAP.fullmatch(text[before.end : place.start]):
        return False
    printed = text[place.start : place.end]
    if place.parts & _SHORT:
        # 제1선거구 대전시: a great city that was a district of its province.
        return printed.endswith("시") and all(map(_NUMBERED.match, before.parts))
    if not set(place.parts) <= set(_LETTERS):
        return True
    # 서울 정 모 씨 is no constituency; 부산시 병구 was one.
    return not before.is_region or text[before.end - 1] in "시군구"


@lru_cache(maxsize=50_000)
def _head(word: str, known: frozenset[str]) -> tuple[str, frozenset[str]] | None:
    """The place that a word begins with, where only what may follow one is left."""
    for length in range(len(word), 0, -1):
        head, tail = word[:length], word[length:]
        if not _TAIL.match(tail) or (length == 1 and tail):
            continue
        found = parts(head)
        if not found and known and _unlisted(head) & known:
            found = _unlisted(head)
        if found:
            return head, found
    return None


# Words as well as places: alone they need their 시, 군 or 구, behind a province they do not.
_WORDS_TOO = frozenset(
    """
    고성 화성 구리 상주 장수 동해 남해 제주도 정선 고양 진주 부여 영도 양산 음성 수영 김제 공주 연기 장성 여주 이천 영주 무안 유성 기장 양주 금산 대덕 해남
    안성 고령 보은 강서 강남 강북 수정 중원 동안 단원 상록 장안 권선 팔달 영통 완산 덕진 일산 분당 처인 기흥 수지 덕양 만안 동작 금천 관악 동남 서북 상당 서원
    흥덕 청원 의창 성산 합포 회원 서초 송파 동래 연제 북제주 남제주 서산 예산 원주 강화
    """.split()  # noqa: SIM905
)
