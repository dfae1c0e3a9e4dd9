"""Titles that stand between a name and an organisation: ORG TITLE NAME, NAME ORG TITLE."""

import re
from collections.abc import Iterator

from hwalja.mentions.reading import ranks
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.shapes import Mention, Title
from hwalja.mentions.reading.titles.words import is_former, title_of

# Heads of a city, county, province or district in one word with it: 나래시장, 나래도지사.
_HEADS = re.compile(r"([가-힣]{2,}?)(?:(시)장|(군)수|(도)지사|(구)청장)")
_FARTHEST = 4


def beside(frame: Frame) -> Iterator[Title]:
    """The titles of the people of a sentence that have an organisation beside them."""
    for at, unit in enumerate(frame.units):
        if unit.mention and unit.mention.kind == "person" and unit.mention.status != "masked":
            title = _behind(frame, at, unit.mention) or _before(frame, at, unit.mention)
            if title is not None:
                yield title


def run(frame: Frame, at: int) -> int:
    """The end of the run of nouns that begins at `at`."""
    while frame.tag(at) in NOUNISH and frame.tag(at) != "Q":
        at += 1
    return at


def is_word_part(frame: Frame, at: int) -> bool:
    """A name that runs on without a space is part of a longer one, unless 씨 follows."""
    following = frame.units[at + 1]
    return following.start == frame.units[at].end and following.tag not in {"SSO", "XSN"}


def _behind(frame: Frame, at: int, person: Mention) -> Title | None:
    """NAME ORG TITLE, and ORG NAME TITLE with the organisation in front."""
    end = run(frame, at + 1)
    if end == at + 1 or is_word_part(frame, at):
        return None
    inner = next((i for i in range(at + 1, end) if frame.tag(i) == "M"), None)
    later = frame.units[inner].mention if inner is not None else None
    if later is not None and later.kind == "person":
        return None
    if inner is not None and later is not None:
        return _title(frame, person, later.name, inner + 1, end, at)
    place = _head_of(frame, at + 1, end) or _own_place(frame, at + 1, end)
    if place is not None:
        name, start = place
        return _title(frame, person, name, start, end, at)
    organisation = _in_front(frame, at)
    if organisation is None or is_former(frame, at - 1):
        return None
    return _title(frame, person, organisation.name, at + 1, end, at)


def _head_of(frame: Frame, at: int, end: int) -> tuple[str, int] | None:
    """The city of NAME 나래시장, and where the post begins."""
    word = frame.text[frame.units[at].start : frame.units[end - 1].end]
    match = _HEADS.fullmatch(word)
    if match is None:
        return None
    return match[1] + "".join(part for part in match.groups()[1:] if part), at


def _own_place(frame: Frame, at: int, end: int) -> tuple[str, int] | None:
    """An organisation or country that is no mention: NAME 미국 대통령."""
    start = at
    while at < end and frame.tag(at) == "NNP":
        at += 1
    if at in {start, end} or frame.units[at - 1].end == frame.units[at].start:
        return None
    name = frame.text[frame.units[start].start : frame.units[at - 1].end]
    return None if ranks.is_rank(name) else (name, at)


def _in_front(frame: Frame, at: int) -> Mention | None:
    """The organisation before a name: 강은전자 NAME, 강은전자의 NAME, 강은전자 연구소 NAME."""
    i = at - 1
    if frame.form(i) == "의":
        i -= 1
    steps = 0
    while steps < _FARTHEST and frame.tag(i) in NOUNISH:
        mention = frame.units[i].mention
        if mention is not None:
            is_whole = frame.form(at - 1) == "의" or not ranks.is_rank(frame.form(at - 1))
            return mention if mention.kind == "organisation" and is_whole else None
        i, steps = i - 1, steps + 1
    return None


def _before(frame: Frame, at: int, person: Mention) -> Title | None:
    """ORG TITLE NAME."""
    start = at
    while start and frame.tag(start - 1) in NOUNISH and frame.tag(start - 1) not in {"M", "Q"}:
        start -= 1
    organisation = frame.units[start - 1].mention if start else None
    if start == at or organisation is None or organisation.kind != "organisation":
        return None
    if is_former(frame, start - 2):
        return None
    return _title(frame, person, organisation.name, start, at, at)


def _title(
    frame: Frame, person: Mention, organisation: str, start: int, end: int, at: int
) -> Title | None:
    """The title in the units start..end: the words from the first rank to the last."""
    if start >= end or is_former(frame, start - 1) or is_former(frame, at - 1):
        return None
    text = frame.text[frame.units[start].start : frame.units[end - 1].end]
    head = _HEADS.fullmatch(text)
    name = text[len(head[1]) :] if head and organisation.startswith(head[1]) else title_of(text)
    if not name:
        return None
    first, last = frame.units[min(start, at)], frame.units[max(end - 1, at)]
    return Title(person.name, organisation, name, first.start, last.end)
