"""The story itself: the run of paragraphs between the head of a page and its tail."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from hwalja.articles.intake import bylines, captions, datelines
from hwalja.articles.intake.ahead import Ahead
from hwalja.articles.intake.header import key
from hwalja.articles.intake.items import clean_item, is_headline, link_in
from hwalja.articles.intake.lines import SUBHEAD, Kind, Line
from hwalja.articles.intake.photos import Photos
from hwalja.articles.intake.record import Byline, Caption
from hwalja.articles.intake.shapes import Shape

_HARD_STOP = {Kind.COPYRIGHT, Kind.FOOTER}
_WORDS = {Kind.LIST_HEAD, Kind.COMMENT, Kind.FURNITURE}
# A paragraph this long does not stand twice in a story; a shorter one ("그렇다.") may.
_REPEATABLE = 25


@dataclass(slots=True)
class Story:
    """Paragraphs in order; `end` is the first line after the story."""

    end: int = 0
    body: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    photos: dict[int, Caption] = field(default_factory=dict)
    related: list[str] = field(default_factory=list)
    reporters: list[Byline] = field(default_factory=list)
    mails: list[str] = field(default_factory=list)
    signed: bool = False
    heads: set[int] = field(default_factory=set)


# An address, or a wire's mark at the end: "(서울=한강통신)".
_NO_TEXT = re.compile(r"https?://\S+|[(\[][가-힣·]{1,12}=[^()\[\]]{2,20}[)\]]|[(<\[]\s?끝\s?[)>\]]")


class Walk:
    """One pass over the lines from the first paragraph to where the page's tail begins."""

    def __init__(self, lines: list[Line], start: int, headline: str) -> None:
        self.lines, self.start, self.headline = lines, start, key(headline)
        above = [line.text for line in lines[:start] if line.kind is Kind.META]
        self.people = {one.name for text in above for one in bylines.find(text)}
        self.ahead = Ahead(lines, start, self.headline)

    def read(self) -> Story:
        """Walk the story and trim its ends."""
        story = Story()
        index = self.start
        while index < len(self.lines):
            following = self._step(index, story)
            if following is None:
                break
            index = following
        story.end = index + 1 if story.signed and index < len(self.lines) else index
        return story

    def _step(self, index: int, story: Story) -> int | None:
        """Take one line; the next index, or None where the story has ended."""
        line = self.lines[index]
        if line.kind in _HARD_STOP:
            return None
        if line.kind in _WORDS and self.ahead.heads_a_part(index):
            return self._keep(index, story)
        if line.kind in {Kind.LIST_HEAD, Kind.COMMENT}:
            return self._box(index, story)
        if line.kind is Kind.META:
            return self._signed(index, story, bylines.find(line.text), line.text)
        if line.kind is Kind.TAGS:
            return index + 1 if self.ahead.goes_on(index + 1) else None
        if self._belongs(line):
            return self._paragraph(index, story)
        return index + 1

    def _belongs(self, line: Line) -> bool:
        """Whether a line of the story is text: no caption, button, notice or repeated headline."""
        if line.kind in {Kind.NOTICE, Kind.RULE}:
            return self.ahead.polite or bool(re.match(r"[“\"‘'QA문답▶◆■―-]", line.text))
        if line.kind not in {Kind.SENTENCE, Kind.OTHER} or key(line.text) == self.headline:
            return False
        return not _NO_TEXT.fullmatch(line.text)

    def _paragraph(self, index: int, story: Story) -> int | None:
        text = self.lines[index].text
        shape = self.lines[index].shape
        if shape and shape.kind == "link":
            story.related.append(text)
            return index + 1
        if shape:
            story.body.append(text)
            story.places.append(index)
            return index + 1
        link = link_in(text)
        if link is not None:
            story.related += [link] if is_headline(link) else []
            return index + 1
        photo = self._photo(index, story)
        if photo:
            story.photos[index] = photo
            return index + 1
        trimmed = datelines.sign_off(text)
        if trimmed.text:
            story.body.append(trimmed.text)
            story.places.append(index)
        if trimmed.text != text and (trimmed.reporters or bylines.EMAIL.search(text[-160:])):
            return self._signed(index, story, trimmed.reporters, text[-160:])
        return index + 1

    def _photo(self, index: int, story: Story) -> Caption | None:
        """A caption without a mark, credited to somebody, where the story goes on below it.

        Words that tell no picture are one only above the story, of somebody who did not write it.
        """
        photo = captions.signed(self.lines[index].text)
        if photo is None or not self.ahead.resumes(index + 1):
            return None
        names = {one.name for one in bylines.find(photo.credit or "")}
        told = captions.is_pictured(photo.text) or "/" in self.lines[index].text
        strange = bool(names) and not names & self.people and not story.body
        return photo if told or strange else None

    def _signed(self, index: int, story: Story, people: list[Byline], text: str) -> int | None:
        """Note a sign-off; the story ends here unless it plainly goes on below."""
        story.reporters = bylines.merge([story.reporters, people])
        story.mails += bylines.EMAIL.findall(text)
        following = index + 1
        while following < len(self.lines) and self.lines[following].kind is Kind.META:
            story.reporters = bylines.merge(
                [story.reporters, bylines.find(self.lines[following].text)]
            )
            story.mails += bylines.EMAIL.findall(self.lines[following].text)
            following += 1
        if self.ahead.goes_on(following):
            return following
        # A time alone is no sign-off: it may stand in a list of headlines.
        story.signed = bool(people or story.mails)
        return None

    def _box(self, index: int, story: Story) -> int | None:
        """Step over a box of headlines inside the story, or end it where the tail begins."""
        back = self.ahead.back(index)
        if back is None:
            return None
        if back == index + 1 and SUBHEAD.match(self.lines[index].text):
            self._keep(index, story)
        items = (clean_item(line.text) for line in self.lines[index + 1 : back])
        story.related += [item for item in items if is_headline(item)]
        return back

    def _keep(self, index: int, story: Story) -> int:
        """Take a line as a sub-heading of the story's own."""
        story.body.append(self.lines[index].text)
        story.places.append(index)
        story.heads.add(index)
        return index + 1


@dataclass(slots=True)
class Told:
    """A story's paragraphs without captions, each once, and where its photos stand."""

    body: list[str]
    captions: list[Caption]
    places: list[int]
    shapes: dict[int, Shape]


def tell(story: Story, lines: list[Line], photos: Photos, headline: str) -> Told:
    """The paragraphs that are neither headline nor caption, and the photos between them."""
    shown = photos.each_once()
    printed = {key(caption.text) for caption in shown.values()} | {key(headline)}
    kept = [n for n in once(story.body, printed) if story.places[n] not in photos.taken]
    where = [story.places[n] for n in kept]
    places = [bisect_left(where, place) for place in shown]
    shapes = {n: shape for n, place in enumerate(where) if (shape := lines[place].shape)}
    # A number of its own for each, which no element of a page has.
    heads = {n: Shape("heading", -2 - n) for n, place in enumerate(where) if place in story.heads}
    shapes = {**heads, **shapes}
    return Told([story.body[n] for n in kept], list(shown.values()), places, shapes)


def once(paragraphs: list[str], printed: set[str]) -> Iterator[int]:
    """The places of paragraphs that stand for the first time and are no caption."""
    seen: set[str] = set()
    for n, text in enumerate(paragraphs):
        same = key(text)
        if same in printed or (len(text) >= _REPEATABLE and same in seen):
            continue
        seen.add(same)
        yield n
