"""Short forms of names that came in full before: 오웰 after 매리 오웰, 홍 대표 after 홍가람 대표.

A short form means somebody only if exactly one person before it fits; two of one surname leave
it open. 한 의원 (some member) and 이 회장 (this chairman) are names only where somebody of that
surname was called by that very title.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hwalja.mentions.reading import masked, title_words
from hwalja.mentions.reading.edges import begins_well, ends_well
from hwalja.mentions.reading.korean_names import DOUBLE, SURNAMES, WORDS_TOO, surname
from hwalja.mentions.reading.shapes import Mention, Status

_TITLED = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?P<surname>{'|'.join(DOUBLE)}|[{''.join(sorted(SURNAMES))}])\s?"
    rf"(?:전\s|前\s?|현\s|신임\s|당시\s)?(?P<title>(?:부|공동|명예|수석|총괄)?(?:{title_words.TITLE}))"
)
# Called so by the thousand: 한 의원, 한 교수 is somebody or other.
_COUNTED = "한"


@dataclass(slots=True)
class Person:
    """Somebody named in full, with the titles they were called by and where they first stand."""

    mention: Mention
    titles: set[str] = field(default_factory=set)


def find(
    text: str,
    full: Sequence[Mention],
    called: dict[str, set[str]],
    taken: Sequence[tuple[int, int]],
) -> list[Mention]:
    """Short forms in a text with plain spaces, in order.

    `full`: mentions by full name; `called`: titles by name; `taken`: ranges of other mentions.
    """
    people: dict[str, Person] = {}
    for one in full:
        if one.kind == "person" and one.status != "masked":
            people.setdefault(one.name, Person(one, called.get(one.name, set())))
    found = [*_last_words(text, people), *_titled(text, people), *_plain(text, people)]
    found.sort(key=lambda one: (one.start, -one.end))
    free, reached = [], 0
    for one in found:
        if one.start >= reached and not any(s < one.end and one.start < e for s, e in taken):
            free.append(one)
            reached = one.end
    return free


def _last_words(text: str, people: dict[str, Person]) -> Iterator[Mention]:
    """The last word of a name of several words."""
    by_word: dict[str, list[Person]] = defaultdict(list)
    for name, person in people.items():
        word = re.split("[ ·]", name)[-1]
        if word != name and len(word) > 1:
            by_word[word].append(person)
    for word, bearers in by_word.items():
        for match in re.finditer(re.escape(word), text):
            fits = begins_well(text, match.start()) and ends_well(text, match.end())
            if fits and (mention := _mention(match.start(), match.end(), bearers, word)):
                yield mention


def _titled(text: str, people: dict[str, Person]) -> Iterator[Mention]:
    """Surname and title."""
    for match in _TITLED.finditer(text):
        name, title = match["surname"], title_words.plain(match["title"])
        if name == _COUNTED and title_words.is_generic(title):
            continue
        end = match.end("surname")
        if not ends_well(text, match.end()):
            continue
        before = _before(people, match.start())
        bearers = [one for one in before if surname(one.mention.name) == name]
        fitting = [one for one in bearers if _is_called(one, title, name)]
        if fitting and (mention := _chosen(match.start(), end, bearers, fitting, match[0])):
            yield mention


def _is_called(person: Person, title: str, name: str) -> bool:
    """Whether somebody may be called by a title: by it before, or by none so far."""
    known = {title_words.plain(one) for one in person.titles}
    if title in known:
        return True
    return not known and name not in WORDS_TOO


def _chosen(
    start: int, end: int, bearers: list[Person], fitting: list[Person], printed: str
) -> Mention | None:
    mention = _mention(start, end, fitting, printed)
    if mention and len(bearers) > 1:
        # Another of the surname was named as well: whose title it is tells, but not surely.
        ids = tuple(one.mention.id for one in bearers if one.mention.id)
        mention = replace(mention, status="ambiguous", id=None, candidates=ids)
    return mention


def _plain(text: str, people: dict[str, Person]) -> Iterator[Mention]:
    """Surname and 씨: somebody named in full before, or one whom the paper does not name.

    It never carries an id: a paper prints no more of those it protects.
    """
    hidden = {one.name[0] for one in masked.find(text)}
    for one in masked.surnames(text):
        bearers = [
            person
            for person in _before(people, one.start)
            if surname(person.mention.name) == one.name
        ]
        if len(bearers) == 1 and one.name not in hidden:
            known = bearers[0].mention
            status: Status = "ambiguous" if known.status == "linked" else known.status
            ids = (known.id,) if known.id else known.candidates
            yield Mention(one.start, one.end, "person", known.name, status, "short", None, ids)
        else:
            name = " ".join(text[one.start : one.end].split())
            yield Mention(one.start, one.end, "person", name, "masked", "rule")


def _before(people: dict[str, Person], start: int) -> list[Person]:
    return [person for person in people.values() if person.mention.end <= start]


def _mention(start: int, end: int, bearers: list[Person], printed: str) -> Mention | None:
    """A short form of the one bearer named before; of several, nobody's for sure."""
    before = [one.mention for one in bearers if one.mention.end <= start]
    if not before:
        return None
    if len(before) > 1:
        ids = tuple(one.id for one in before if one.id)
        return Mention(start, end, "person", printed, "ambiguous", "short", None, ids)
    known = before[0]
    why = (f"앞의 ‘{known.name}’",)
    return replace(known, start=start, end=end, how="short", evidence=why)
