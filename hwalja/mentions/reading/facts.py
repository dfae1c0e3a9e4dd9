"""What a text itself says of the people it names: parties, constituencies, titles, ages.

A fact belongs to the name it is written to: in front of it (가온당 홍가람 후보), behind it
(홍가람 가온당 후보), or in the brackets behind it (홍가람(33·가온당)). What is written to nobody may
still be about somebody in the same sentence, which is for whoever weighs it to say.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from hwalja.mentions.reading import parties, places, title_words

Kind = Literal["party", "place", "title", "organisation", "age", "born"]


@dataclass(frozen=True, slots=True)
class Fact:
    """`owner`: the index of the name it is written to, or None. `value` in its one spelling."""

    kind: Kind
    start: int
    end: int
    value: str = ""
    parts: frozenset[str] = field(default=frozenset())
    is_region: bool = False
    is_seat: bool = False
    owner: int | None = None


# What makes of a place a constituency, behind it or in front of it.
_SEAT = re.compile(
    r"^(?:\s?[갑을병정무])?\s?(?:선거구|지역구|국회의원|의원|당협|지구당|후보|출마|보궐|재선거|재보궐|유권자|표심|(?:에서?|으?로)\s?(?:출마|당선|낙선|나선|나온|도전|입후보|공천|출사표))"
)
# From a fact in front to its name: other facts and descriptions, but no other subject or object.
_STOPS = re.compile(
    r"[.?!,;:“”\"‘’\n]|[가-힣](?<![한된인던난온선간받])(?:은|는|이|가|을|를|과|와|도|에게|며|고|지만|부터|까지)(?:\s|$)"
)
_FAR = 28
_BEHIND = re.compile(r"^(?:\s?[가-힣A-Za-z·]{1,10}){0,3}\s?$")
_AGE = re.compile(r"\((?P<age>\d{1,3})\s?(?:세)?\s?(?=[)·,ㆍ])")
_AGED = re.compile(r"\s?(?P<age>\d{1,3})세")
_BORN = re.compile(r"(?P<year>(?:19|20)\d\d)년\s?(?:생|출생|에 태어)")


class Facts:
    """Finds facts; made for a directory, whose parties and districts it knows."""

    def __init__(self, districts: Iterable[Iterable[str]], known: Iterable[str]) -> None:
        self._parties = parties.Parties(frozenset(known))
        found = (part for one in districts for part in places.district(one))
        self._known = frozenset(part for part in found if len(part) > 1)

    def find(self, text: str, names: Sequence[tuple[int, int]]) -> list[Fact]:
        """In order of the text; `names`: half-open ranges of the people in it, in order."""
        masked = _masked(text, names)
        found = [
            *(Fact("party", one.start, one.end, one.name) for one in self._parties.find(masked)),
            *(self._place(masked, one) for one in places.find(masked, self._known)),
        ]
        owned = [_with_owner(fact, text, names) for fact in found]
        for index, name in enumerate(names):
            owned += _personal(text, index, name, names)
        return sorted(owned, key=lambda fact: fact.start)

    def _place(self, text: str, place: places.Place) -> Fact:
        seat = bool(_SEAT.match(text[place.end : place.end + 12]))
        return Fact(
            "place",
            place.start,
            place.end,
            text[place.start : place.end],
            place.parts,
            place.is_region,
            seat or bool(place.parts & set("갑을병정무")) or "비례대표" in place.parts,
        )


def _masked(text: str, names: Sequence[tuple[int, int]]) -> str:
    """The text with its names blotted out, lest a name be read as a place: 강동구."""
    letters = list(text)
    for start, end in names:
        letters[start:end] = "\n" * (end - start)
    return "".join(letters)


def _with_owner(fact: Fact, text: str, names: Sequence[tuple[int, int]]) -> Fact:
    before = next((n for n in range(len(names) - 1, -1, -1) if names[n][1] <= fact.start), None)
    after = next((n for n in range(len(names)) if names[n][0] >= fact.end), None)
    owner = None
    if before is not None and _in_brackets(text, names[before][1], fact):
        owner = before
    elif after is not None and _leads_to(text[fact.end : names[after][0]]):
        owner = after
    elif before is not None and _follows(text[names[before][1] : fact.start]):
        owner = before
    return _replaced(fact, owner)


def _replaced(fact: Fact, owner: int | None) -> Fact:
    return Fact(
        fact.kind, fact.start, fact.end, fact.value, fact.parts, fact.is_region, fact.is_seat, owner
    )


def _in_brackets(text: str, end: int, fact: Fact) -> bool:
    """Whether the fact stands in the brackets behind a name, or behind its title."""
    return bool(re.fullmatch(r"[가-힣A-Za-z ]{0,16}\([^()]*", text[end : fact.start]))


def _leads_to(gap: str) -> bool:
    """Whether from here on a name is described and nothing else is said."""
    gap = gap.replace("의 ", " ").strip()
    return len(gap) <= _FAR and not _STOPS.search(gap + " ") and "(" not in gap.lstrip("( ")


def _follows(gap: str) -> bool:
    """Whether a name is described behind itself: 홍가람 | 전 | 가온당 의원."""
    gap = gap.strip()
    return len(gap) <= 14 and bool(_BEHIND.match(gap)) and not _STOPS.search(gap + " ")


_PARTICLE = re.compile(
    r"[가-힣](?:은|는|이|가|을|를|에게|에서|에|와|과|도|의|께서|까지|부터|로|으로)$"
)


def _personal(
    text: str, index: int, name: tuple[int, int], names: Sequence[tuple[int, int]]
) -> list[Fact]:
    """Title, age and year of birth as written behind a name, and the title right before it."""
    start, end = name
    limit = next((other for other, _ in names if other >= end), len(text))
    found: list[Fact] = []
    behind = text[end : min(limit, end + 60)]
    if title := title_behind(behind):
        word, at = title
        found.append(Fact("title", end + at - len(word), end + at, word, owner=index))
        found += _organisation(behind[: at - len(word)], end, index)
    before = re.search(r"([가-힣A-Za-z]+) ?$", text[max(0, start - 20) : start])
    if before and (word := title_words.at_end(before[1])):
        found.append(Fact("title", start - len(before[0]), start, word, owner=index))
    if age := _AGE.search(behind[:16]) or _AGED.match(behind):
        found.append(Fact("age", end + age.start(), end + age.end(), age["age"], owner=index))
    if born := _BORN.search(behind):
        found.append(Fact("born", end + born.start(), end + born.end(), born["year"], owner=index))
    return found


# Words between a name and its title that are of the title, or of an election.
_OF_TITLE = re.compile(
    r"대선|총선|지선|대통령|국회|시장|지역구|비례대표|(?:국)?(?:내|외)|제?\d+대|최고|책임|선거|경선|지역위|당협|단독|출신|소속"
)


def _organisation(between: str, offset: int, index: int) -> list[Fact]:
    """The organisation between a name and its title: 홍가람 | 나래건설 | 대표."""
    for word in re.finditer(
        r"[가-힣A-Za-z&]{2,}", re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), between)
    ):
        bare = word.group().removesuffix("의")
        if (
            bare in title_words.BEFORE_TITLES
            or _OF_TITLE.match(bare)
            or bare.endswith("당")
            or places.parts(bare)
        ):
            continue
        return [Fact("organisation", offset + word.start(), offset + word.end(), bare, owner=index)]
    return []


# 법학과, 신경과: no particle.
_DEPARTMENT = re.compile(
    r"(?:학|내|외|안|치|신경|정신|피부|소아|청소년|산부인|비뇨|비뇨기|이비인후)과$"
)


def title_behind(behind: str) -> tuple[str, int] | None:
    """The title behind a name and where it ends: " 나래건설 대표는" → 대표, 8.

    The words up to it are without particles, but 의: what has one is another part of speech.
    """
    at = 0
    if bracket := re.match(r"\s?\([^()]{0,30}\)", behind):
        at = bracket.end()
    for number in range(6):
        word = re.compile(r"[ ]?([가-힣A-Za-z&·]+)").match(behind, at)
        if not word or (
            number == 0 and at == 0 and not behind.startswith(" ") and not _title_in(word[1])
        ):
            return None
        if title := _title_in(word[1]):
            return title, word.start(1) + word[1].rfind(title) + len(title)
        is_apart = _PARTICLE.search(word[1]) and not _DEPARTMENT.search(word[1])
        if is_apart and not word[1].endswith("의"):
            return None
        at = word.end()
    return None


def _title_in(word: str) -> str:
    """The title a word holds in front of its particle: 대표이사는 → 대표이사."""
    return title_words.at_end(title_words.stem(word))
