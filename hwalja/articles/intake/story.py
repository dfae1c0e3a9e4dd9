"""The story itself: the run of paragraphs between the head of a page and its tail."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from hwalja.articles.intake import bylines, captions, datelines, furniture
from hwalja.articles.intake.header import key
from hwalja.articles.intake.lines import SUBHEAD, Kind, Line, is_polite
from hwalja.articles.intake.record import Byline, Caption
from hwalja.articles.intake.shapes import Shape

_HARD_STOP = {Kind.COPYRIGHT, Kind.FOOTER}
_SIDE = {Kind.CAPTION, Kind.FURNITURE, Kind.META, Kind.TAGS, Kind.OTHER}
# A box of headlines within a story is shorter than this; a longer list is the page's tail.
_LONGEST_BOX = 12
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
    outlet: str | None = None
    signed: bool = False


# An address, or a wire's mark at the end: "(서울=한강통신)".
_NO_TEXT = re.compile(r"https?://\S+|[(\[][가-힣·]{1,12}=[^()\[\]]{2,20}[)\]]|[(<\[]\s?끝\s?[)>\]]")


class Walk:
    """One pass over the lines from the first paragraph to where the page's tail begins."""

    def __init__(self, lines: list[Line], start: int, headline: str) -> None:
        self.lines, self.start, self.headline = lines, start, key(headline)
        above = [line.text for line in lines[:start] if line.kind is Kind.META]
        self.people = {one.name for text in above for one in bylines.find(text)}
        voices = [is_polite(line.text) for line in lines[start:] if line.kind is Kind.SENTENCE]
        # A broadcast's story speaks politely throughout, as elsewhere only the page does.
        self.polite = bool(voices) and sum(voices) > len(voices) / 2

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
        if line.kind in {Kind.LIST_HEAD, Kind.COMMENT}:
            return self._box(index, story)
        if line.kind is Kind.META:
            return self._signed(index, story, bylines.find(line.text), line.text)
        if line.kind is Kind.TAGS:
            return index + 1 if self._goes_on(index + 1) else None
        if self._belongs(line):
            return self._paragraph(index, story)
        return index + 1

    def _belongs(self, line: Line) -> bool:
        """Whether a line of the story is text: no caption, button, notice or repeated headline."""
        if line.kind in {Kind.NOTICE, Kind.RULE}:
            return self.polite or bool(re.match(r"[“\"‘'QA문답▶◆■―-]", line.text))
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
        link = _link(text)
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

        Words that tell no picture are one only of a photographer: above the story, or not over it.
        """
        photo = captions.signed(self.lines[index].text)
        if photo is None or not self._resumes(index + 1):
            return None
        names = {one.name for one in bylines.find(photo.credit or "")}
        told = captions.is_pictured(photo.text) or "/" in self.lines[index].text
        strange = bool(names) and not names & self.people and bool(self.people or not story.body)
        return photo if told or strange else None

    def _resumes(self, index: int) -> bool:
        """Whether the story goes on here, be it with its last paragraph alone."""
        for n in range(index, min(index + 8, len(self.lines))):
            if self._tells(self.lines[n]):
                return self._goes_on(n) or self._closes(n + 1)
            if not self._is_picture(self.lines[n]):
                break
        return False

    def _is_picture(self, line: Line) -> bool:
        return line.kind in {Kind.CAPTION, Kind.FURNITURE} or self._repeats(line)

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
        if self._goes_on(following):
            return following
        # A time alone is no sign-off: it may stand in a list of headlines.
        story.signed = bool(people or story.mails)
        return None

    def _goes_on(self, index: int) -> bool:
        """Whether two sentences of the story follow, with nothing but pictures before them."""
        found = 0
        for line in self.lines[index : index + 8]:
            if self._tells(line):
                found += 1
            elif not self._is_picture(line):
                break
            if found == 2:
                return True
        return False

    def _tells(self, line: Line) -> bool:
        return line.kind is Kind.SENTENCE and (self.polite or not is_polite(line.text))

    def _repeats(self, line: Line) -> bool:
        return key(line.text) == self.headline or bool(SUBHEAD.match(line.text))

    def _box(self, index: int, story: Story) -> int | None:
        """Step over a box of headlines inside the story, or end it where the tail begins."""
        back = self._back_in_story(index)
        if back is None:
            return None
        head = self.lines[index]
        if back == index + 1 and SUBHEAD.match(head.text):
            story.body.append(head.text)
            story.places.append(index)
        items = (clean_item(line.text) for line in self.lines[index + 1 : back])
        story.related += [item for item in items if is_headline(item)]
        return back

    def _back_in_story(self, index: int) -> int | None:
        """The sentence at which the story goes on after a box, or None."""
        for n in range(index + 1, min(index + 2 + _LONGEST_BOX, len(self.lines))):
            line = self.lines[n]
            if self._tells(line):
                headed = n == index + 1 and bool(SUBHEAD.match(self.lines[index].text))
                on = self._goes_on(n) or self._closes(n + 1) or (headed and self._later(n + 1))
                return n if on else None
            if line.kind not in _SIDE or (line.kind is Kind.META and n > index + 1):
                return None
        return None

    def _later(self, index: int) -> bool:
        """Whether a sentence still follows, perhaps below a list of the story's own."""
        for line in self.lines[index : index + _LONGEST_BOX]:
            if self._tells(line):
                return True
            if line.kind not in _SIDE:
                break
        return False

    def _closes(self, index: int) -> bool:
        """Whether a sign-off or the copyright follows at once, so that a last paragraph stood here."""
        if datelines.sign_off(self.lines[index - 1].text).reporters:
            return True
        nearby = self.lines[index : index + 2]
        return any(line.kind in {Kind.META, Kind.COPYRIGHT} for line in nearby[:1])


_LINK = re.compile(
    r"^[<\[(〈【☞▶▷→◇■]*\s?(?:관련|연관|이전|함께\s?볼\s?만한)\s?(?:기사|뉴스|글)?\s?(?:보기)?\s?[>\])〉】:：☞▶]+\s*(?P<a>.*)$"
    r"|^☞\s*(?P<b>.*)$|^[▶▷→]\s*(?P<c>.{4,80}?)\s?(?:바로\s?가기|기사\s?보기|더\s?보기|클릭)\W*$"
)


def _link(text: str) -> str | None:
    """The headline of a link to another story standing in this one, or None for a paragraph."""
    if len(text) > 150:
        return None
    found = _LINK.match(text)
    return clean_item(next((part for part in found.groups() if part), "")) if found else None


_ITEM_MARK = re.compile(
    r"^(?:(?:이전|다음)\s?(?:기사|글)\s?[|:：]\s?|[-–•·ㆍ▶▷▲☞◆■□※*]+|\(?\d{1,2}(?:[.)위]|(?=\s)))\s*"
)
_ITEM_TAIL = re.compile(r"\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,2}\s?(?:분|시간|일)\s?전)\s*$")


def clean_item(text: str) -> str:
    """A list's headline without its number, bullet and count of comments."""
    return _ITEM_TAIL.sub("", _ITEM_MARK.sub("", text)).strip()


def is_headline(text: str) -> bool:
    """Whether a line of a list reads like a headline: some words of Korean, no full stop."""
    if not 7 <= len(text) <= 130 or len(re.findall("[가-힣]", text)) < 4:
        return False
    if " " not in text and len(text) < 12:
        return False
    closed = re.search(r"(?<![.…])\.[”\"’']?$", text)
    return not closed and not furniture.is_list_head(text) and not furniture.is_notice(text)


@dataclass(slots=True)
class Photos:
    """Captions by the place of their line; `taken` are unmarked lines a credit made captions."""

    captions: dict[int, Caption] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def each_once(self) -> dict[int, Caption]:
        """Without those that a page prints twice."""
        seen: dict[Caption, int] = {}
        for place, caption in self.captions.items():
            seen.setdefault(caption, place)
        return {place: caption for caption, place in seen.items()}


def photos(lines: list[Line], begin: int, end: int, known: dict[int, Caption]) -> Photos:
    """Captions between two lines, each with its credit from its own line or the next."""
    found = Photos()
    for n in range(begin, end):
        marked = lines[n].kind is Kind.CAPTION
        caption = captions.read(lines[n].text) if marked else known.get(n)
        if caption is None:
            continue
        above = found.captions.get(n - 1)
        if caption.text or not caption.credit:
            found.captions[n] = caption
        elif above and not above.credit:
            found.captions[n - 1] = Caption(above.text, caption.credit)
        elif above is None and _is_caption_above(lines, n):
            found.captions[n - 1] = Caption(lines[n - 1].text, caption.credit)
            found.taken.add(n - 1)
        else:
            found.captions[n] = caption
    return found


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
    return Told([story.body[n] for n in kept], list(shown.values()), places, shapes)


def _is_caption_above(lines: list[Line], n: int) -> bool:
    """A short line of its own block, directly above a line which is only a credit."""
    if n < 2 or lines[n].gap or lines[n - 1].kind not in {Kind.SENTENCE, Kind.OTHER}:
        return False
    above = lines[n - 1]
    return (above.gap or lines[n - 2].kind is not Kind.SENTENCE) and len(above.text) <= 150


def once(paragraphs: list[str], printed: set[str]) -> Iterator[int]:
    """The places of paragraphs that stand for the first time and are no caption."""
    seen: set[str] = set()
    for n, text in enumerate(paragraphs):
        same = key(text)
        if same in printed or (len(text) >= _REPEATABLE and same in seen):
            continue
        seen.add(same)
        yield n
