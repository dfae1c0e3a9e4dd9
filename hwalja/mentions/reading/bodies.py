"""Organisations by a short name: of one that the article names in full, or of the Korean state."""

import re
from collections.abc import Iterator
from dataclasses import replace

from hwalja.mentions.reading.abbreviations import is_short_for
from hwalja.mentions.reading.edges import ends_well
from hwalja.mentions.reading.public_bodies import FULL, SHORT
from hwalja.mentions.reading.shapes import Document, Mention

_WORD = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,}")
_STATE = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?:{'|'.join(sorted({*SHORT, *FULL}, key=len, reverse=True))})"
)
_READ = frozenset({"body", "caption", "deck"})
_SHORTEST, _LONGEST = 3, 6


def complete(text: str, document: Document, mentions: list[Mention]) -> list[Mention]:
    """The mentions with those by a short name, in order; `text` is the document's, plain spaces."""
    known = [_renamed(text, one, mentions) for one in mentions]
    taken = [(one.start, one.end) for one in known]
    found = list(known)
    for paragraph in document.paragraphs:
        if paragraph.zone in _READ:
            spans = list(_shortened(text, paragraph.start, paragraph.end, known))
            found += [one for one in spans if not _is_taken(one, taken)]
            taken += [(one.start, one.end) for one in spans]
            found += [
                one
                for one in _state(text, paragraph.start, paragraph.end, known)
                if not _is_taken(one, taken)
            ]
    return sorted(found, key=lambda one: one.start)


def _is_taken(one: Mention, taken: list[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in taken)


def _full(text: str, mentions: list[Mention], before: int) -> dict[str, Mention]:
    """The organisations that stand in full before a place, by name."""
    return {
        one.name: one
        for one in mentions
        if one.kind == "organisation"
        and one.end <= before
        and text[one.start : one.end] == one.name
    }


def _renamed(text: str, one: Mention, mentions: list[Mention]) -> Mention:
    """천문연 is no new name, not even of a person, where 나래천문연구원 was named."""
    if one.status != "new":
        return one
    longer = [
        other
        for name, other in _full(text, mentions, one.start).items()
        if is_short_for(one.name, name)
    ]
    return _as(longer[0], one.start, one.end) if len(longer) == 1 else one


def _as(known: Mention, start: int, end: int) -> Mention:
    return replace(known, start=start, end=end, how="short", evidence=(f"앞의 ‘{known.name}’",))


def _shortened(text: str, start: int, end: int, mentions: list[Mention]) -> Iterator[Mention]:
    full = _full(text, mentions, end)
    if not full:
        return
    for match in _WORD.finditer(text, start, end):
        for length in range(min(_LONGEST, len(match[0])), _SHORTEST - 1, -1):
            word, at = match[0][:length], match.start()
            named = [o for name, o in full.items() if o.end <= at and is_short_for(word, name)]
            if len(named) == 1 and ends_well(text, at + length):
                yield _as(named[0], at, at + length)
                break


def _state(text: str, start: int, end: int, mentions: list[Mention]) -> Iterator[Mention]:
    """국토부, 국토교통부; linked if the directory has it and it stands in the article in full."""
    known = {one.name: one for one in mentions if one.kind == "organisation"}
    for match in _STATE.finditer(text, start, end):
        name = SHORT.get(match[0], match[0])
        if ends_well(text, match.end()):
            other = known.get(name)
            status, id = (other.status, other.id) if other else ("new", None)
            yield Mention(
                match.start(), match.end(), "organisation", name, status, "rule", id,
                other.candidates if other else (),
            )  # fmt: skip
