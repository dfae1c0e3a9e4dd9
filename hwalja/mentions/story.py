"""An article's text as it is read, with the way back to its blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple
from unicodedata import normalize

from hwalja.articles.blocks import photo_ids
from hwalja.articles.models import Article
from hwalja.media.models import Photo
from hwalja.mentions import rich_text
from hwalja.mentions.reading import document, lines
from hwalja.mentions.reading.document import Splitter
from hwalja.mentions.reading.shapes import Document, Zone

HEADLINE, DECK, BYLINE = "title", "deck", "byline"
_BETWEEN = "\n\n"


class Part(NamedTuple):
    """A range of the text, of one zone, and where it stands: `at` in the text of its place.

    A place is the headline, the deck, the byline, or a block's id; of a block with several
    texts also which one: the id, a colon and its number.
    """

    zone: Zone
    place: str
    start: int
    end: int
    at: int


@dataclass(frozen=True)
class Story:
    """`text` in NFC; parts in its order, none overlapping."""

    text: str
    parts: list[Part] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """Of the text and its zones; where the blocks stand does not count."""
        zones = "".join(f"{part.zone} {part.start} {part.end}\n" for part in self.parts)
        return sha256(f"{zones}{self.text}".encode()).hexdigest()

    def document(self, split: Splitter) -> Document:
        blocks = [(part.zone, part.start, part.end) for part in self.parts]
        return document.of_blocks(self.text, blocks, split)

    def place(self, offset: int) -> tuple[str, int]:
        """The place at an offset of the text, and the offset in its own text."""
        for part in self.parts:
            if part.start <= offset < part.end:
                return part.place, part.at + offset - part.start
        raise ValueError(offset)


Piece = tuple[Zone, str, int, str]


def of_article(article: Article) -> Story:
    """What readers read of an article, in the order in which they do."""
    text, parts = "", []
    for zone, place, at, words in _pieces(article):
        words = words.replace("\n", " ")
        for kind, start, end in _zones(zone, words):
            if start < end:
                shift = len(text)
                parts.append(Part(kind, place, start + shift, end + shift, at + start))
        text += words + _BETWEEN
    return Story(text, parts)


def current(article: Article) -> Story:
    """What is to be read: what readers see, or, before they see anything, the newest draft."""
    if article.live or article.latest_revision_id is None:
        return of_article(article)
    return of_article(article.get_latest_revision_as_object())


def _zones(zone: Zone, words: str) -> Iterator[tuple[Zone, int, int]]:
    """A paragraph may begin with a dateline and end with a sign-off."""
    if zone == "body":
        yield from lines.zones(words, 0, len(words))
    else:
        yield zone, 0, len(words)


def _pieces(article: Article) -> Iterator[Piece]:
    yield "headline", HEADLINE, 0, normalize("NFC", article.title)
    if article.deck:
        yield "deck", DECK, 0, normalize("NFC", article.deck)
    for byline in article.bylines.all():
        yield "byline", BYLINE, 0, f"{byline.reporter.name} 기자"
    raw = list(article.body.raw_data)
    photos = Photo.objects.only("caption").in_bulk(photo_ids(raw))
    for number, row in enumerate(raw):
        yield from _block(row.get("id") or f"#{number}", row["type"], row["value"], photos)


def _block(place: str, kind: str, value: Any, photos: dict[int, Photo]) -> Iterator[Piece]:
    """A pull quote says again what stands in the text; tables and lists of articles are not read."""
    if kind == "paragraph":
        yield from _running("body", place, value)
    elif kind == "subheading":
        yield "headline", place, 0, normalize("NFC", value)
    elif kind == "photo":
        yield from _caption(place, value, photos)
    elif kind == "gallery":
        for number, item in enumerate(value["photos"]):
            yield from _caption(f"{place}:{number}", _value(item), photos)
    elif kind == "items":
        for number, item in enumerate(value["items"]):
            yield from _running("body", f"{place}:{number}", _value(item))
    elif kind == "info_box":
        yield from _running("body", place, value["text"])


def _value(item: Any) -> Any:
    """An item of a list, in the form of today or the one before."""
    return item.get("value", item) if isinstance(item, dict) else item


def _running(zone: Zone, place: str, html: str) -> Iterator[Piece]:
    for at, words in rich_text.runs(str(html)):
        yield zone, place, at, words


def _caption(place: str, value: dict[str, Any], photos: dict[int, Photo]) -> Iterator[Piece]:
    photo = photos.get(value.get("photo") or 0)
    words = value.get("caption") or (photo.caption if photo else "")
    if words:
        yield "caption", place, 0, normalize("NFC", words)


def parts_of(rows: Iterable[Iterable[Any]]) -> list[Part]:
    """Parts as the database keeps them."""
    return [Part(*row) for row in rows]
