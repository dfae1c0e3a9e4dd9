"""Everybody named in a document: known, new, masked, and by short forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from hwalja.mentions.reading import bodies, masked, newcomers, short, title_words
from hwalja.mentions.reading.directory import Directory, Hit
from hwalja.mentions.reading.document import flat
from hwalja.mentions.reading.facts import title_behind
from hwalja.mentions.reading.korean_names import is_korean
from hwalja.mentions.reading.linking import Linker
from hwalja.mentions.reading.media import is_medium
from hwalja.mentions.reading.name_words import NOT_NAMES
from hwalja.mentions.reading.recognised import Recognise, recognised
from hwalja.mentions.reading.shapes import Document, Entry, Mention, Paragraph


@dataclass(frozen=True, slots=True)
class _Draft:
    mention: Mention
    rank: int


def find(
    document: Document,
    linker: Linker,
    recognise: Recognise | None = None,
    on: date | None = None,
) -> list[Mention]:
    """The mentions of people and organisations, in order of the text, none overlapping.

    `on`: the day of the article, against which ages and terms of office are held.
    """
    text = flat(document.text)
    drafts: list[_Draft] = []
    for paragraph in document.paragraphs:
        drafts += _known(text, paragraph, linker.directory)
        drafts += _masked(text, paragraph)
    known = [draft.mention for draft in drafts if draft.rank < 1]
    drafts += _new(document, text, known, linker.parties)
    if recognise:
        taken = [draft.mention for draft in drafts]
        drafts += [_Draft(one, 2) for one in recognised(document, taken, recognise)]
    full = [_kept_open(one) for one in linker.link(document, _settled(text, drafts), on)]
    told = {draft.mention.start for draft in drafts if draft.rank in (1, 2)}
    full = _nearest(text, _same_again(text, document, full, told))
    full = bodies.complete(text, document, full)
    brief = [
        one
        for one in short.find(
            text, full, _called(text, full, linker.directory), tag_before(document)
        )
        if _zone(document, one) not in ("byline", "boilerplate", "")
    ]
    return sorted([*full, *brief], key=lambda one: one.start)


def _known(text: str, paragraph: Paragraph, directory: Directory) -> list[_Draft]:
    start = paragraph.start
    return [
        _Draft(
            Mention(
                hit.start + start, hit.end + start, hit.entries[0].kind, hit.entries[0].name,
                "ambiguous", "name", candidates=tuple(entry.id for entry in hit.entries),
            ),
            0,
        )
        for hit in directory.hits(text[start : paragraph.end])
        if _is_name(hit, text[start : paragraph.end], _tokens(paragraph))
        and not _is_desk(hit, paragraph)
    ]  # fmt: skip


def _is_name(hit: Hit, text: str, tokens: dict[tuple[int, int], str]) -> bool:
    """Whether a short name of the directory is meant as one: 정상 is a word as well."""
    if len(hit.name) > 2 or not is_korean(hit.name):
        return True
    if title_behind(text[hit.end : hit.end + 40]) or text[hit.end :].lstrip().startswith("씨"):
        return True
    return hit.name not in NOT_NAMES and tokens.get((hit.start, hit.end)) == "NNP"


def _is_desk(hit: Hit, paragraph: Paragraph) -> bool:
    """산업부 before a reporter is a desk of the paper, not the ministry."""
    is_body = hit.entries[0].kind == "organisation"
    return paragraph.zone == "byline" and is_body and not is_medium(hit.entries[0].name)


def _tokens(paragraph: Paragraph) -> dict[tuple[int, int], str]:
    start = paragraph.start
    return {
        (token.start - start, token.end - start): token.tag
        for sentence in paragraph.sentences
        for token in sentence.tokens
    }


def _masked(text: str, paragraph: Paragraph) -> list[_Draft]:
    return [
        _Draft(
            Mention(
                one.start + paragraph.start, one.end + paragraph.start, "person", one.name,
                "masked", "rule",
            ),
            -1,
        )
        for one in masked.find(text[paragraph.start : paragraph.end])
    ]  # fmt: skip


def _new(
    document: Document, text: str, known: Iterable[Mention], parties: frozenset[str]
) -> Iterator[_Draft]:
    """By rule; a party of the directory is nobody: 추풍회 has the shape of a name."""
    taken = [(one.start, one.end, one.kind) for one in known]
    for one in newcomers.find(document, text, taken):
        if one.name not in parties:
            mention = Mention(one.start, one.end, one.kind, one.name, "new", "rule")
            yield _Draft(mention, 3 if one.is_bare else 1)


def _settled(text: str, drafts: list[_Draft]) -> list[Mention]:
    """One mention for a place: masked before known, known before rules, rules before the model;
    but a longer new name before a known one inside it, which is another's."""
    order = sorted(drafts, key=lambda one: (one.rank, one.mention.start, -one.mention.end))
    longer = [one.mention for one in drafts if one.rank > 0]
    kept: list[Mention] = []
    for draft in order:
        mention = draft.mention
        if draft.rank == 0 and any(_swallows(text, one, mention) for one in longer):
            continue
        if any(one.start < mention.end and mention.start < one.end for one in kept):
            continue
        kept.append(_guarded(text, mention))
    return sorted(kept, key=lambda one: one.start)


def _swallows(text: str, longer: Mention, mention: Mention) -> bool:
    """홍가람 주니어 and 홍가람: the longer name begins or ends in the known one, at a space."""
    return (
        longer.kind == mention.kind
        and longer.start <= mention.start
        and mention.end <= longer.end
        and longer.end - longer.start > mention.end - mention.start
        and " " in text[longer.start : longer.end]
    )


def _kept_open(mention: Mention) -> Mention:
    """What only the recogniser takes for a name of the directory is linked by nobody but the desk."""
    if mention.how == "model" and mention.status == "linked":
        return replace(mention, status="ambiguous", id=None)
    return mention


def _guarded(text: str, mention: Mention) -> Mention:
    """A child is told masked, whoever bears the name."""
    if mention.kind == "person" and masked.is_child(text, mention.end):
        return replace(mention, status="masked", candidates=())
    return mention


def _same_again(
    text: str, document: Document, full: list[Mention], told: set[int]
) -> list[Mention]:
    """Every other place where a new name stands: it was told by a title only once."""
    new = {one.name: one for one in full if one.status == "new" and one.start in told}
    if not new:
        return full
    again = Directory(Entry(name, name, one.kind) for name, one in new.items() if len(name) > 2)
    found = list(full)
    for paragraph in document.paragraphs:
        start = paragraph.start
        for hit in again.hits(text[start : paragraph.end]):
            begin, end = hit.start + start, hit.end + start
            if not any(one.start < end and begin < one.end for one in full):
                found.append(replace(new[hit.name], start=begin, end=end))
    return sorted(found, key=lambda one: one.start)


def _nearest(text: str, full: list[Mention]) -> list[Mention]:
    """금속노조 behind 나래 금속노조 is that one, whoever else goes by it in the directory."""
    found: list[Mention] = []
    for one in full:
        printed = text[one.start : one.end]
        named = {other.name: other for other in found if _is_in_full(text, other)}
        if one.kind == "organisation" and printed != one.name and one.name not in named:
            longer = [other for name, other in named.items() if name.endswith(printed)]
            if len(longer) == 1:
                one = replace(longer[0], start=one.start, end=one.end)
        found.append(one)
    return found


def _is_in_full(text: str, one: Mention) -> bool:
    return one.kind == "organisation" and text[one.start : one.end] == one.name


def _called(text: str, full: list[Mention], directory: Directory) -> dict[str, set[str]]:
    """The titles that people are called by in this article or the directory, by name."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in full:
        if one.kind != "person":
            continue
        found[one.name] |= _titles_about(text, one)
        for entry in map(directory.entry, one.candidates):
            found[one.name] |= {post.title.split()[-1] for post in entry.posts if post.title}
    return found


def _titles_about(text: str, one: Mention) -> set[str]:
    """The title behind a name, whole (기획본부장), and the one right before it (배우)."""
    found = set()
    behind = text[one.end : one.end + 50]
    if title := title_behind(behind):
        word = re.search(r"[가-힣A-Za-z]+$", behind[: title[1]])
        found |= {title[0], word[0] if word else title[0]}
    before = re.search(r"([가-힣A-Za-z]+) $", text[max(0, one.start - 20) : one.start])
    if before and (title_before := title_words.at_end(before[1])):
        found.add(title_before)
    return found - {"씨"}


def tag_before(document: Document) -> short.Before:
    """What stands right before each place of the text, as the analyser sees it."""
    tags: dict[int, str] = {}
    for paragraph in document.paragraphs:
        for sentence in paragraph.sentences:
            before = "S"
            for token in sentence.tokens:
                tags.setdefault(token.start, before)
                before = token.tag
    return lambda at: tags.get(at, "")


def _zone(document: Document, mention: Mention) -> str:
    for paragraph in document.paragraphs:
        if paragraph.start <= mention.start < paragraph.end:
            return paragraph.zone
    return ""
