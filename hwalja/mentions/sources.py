"""From a file to a document: a captured page as intake reads it, or plain text."""

import codecs
import re
from collections.abc import Iterator
from unicodedata import normalize

from hwalja.articles import intake
from hwalja.articles.intake import NotAnArticle, Record
from hwalja.articles.intake.html_page import is_html
from hwalja.mentions.reading import document, lines
from hwalja.mentions.reading.document import Block, Splitter, flat
from hwalja.mentions.reading.shapes import Document, Zone

_ENCODINGS = ("utf-8-sig", "utf-16", "cp949")


def read(data: bytes, split: Splitter) -> Document:
    """The document in a file's bytes; raises NotAnArticle where no text is to be read.

    Offsets count the file's own text. Of HTML, in which text and markup are mixed, they count
    the text that was read from it.
    """
    text = document.composed(_decoded(data))
    if not text.strip():
        raise NotAnArticle("빈 파일입니다.")
    try:
        record = intake.read(data)
    except NotAnArticle:
        if is_html(text):
            raise
        return document.plain(text, split)
    if is_html(text):
        return _told(record, split)
    return document.of_blocks(text, _page(text, record), split)


def _decoded(data: bytes) -> str:
    """The text with every character it has, none cleaned away."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in _ENCODINGS:
        if (encoding == "utf-16") != wide and encoding != "utf-8-sig":
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotAnArticle("글이 아닌 파일입니다(글자를 읽을 수 없습니다).")


def _told(record: Record, split: Splitter) -> Document:
    """A document of what a record tells, one part a line."""
    text, blocks = "", []
    for zone, part in _parts(record):
        part = normalize("NFC", part).replace("\n", " ")
        blocks.append((zone, len(text), len(text) + len(part)))
        text += part + "\n\n"
    return document.of_blocks(text, blocks, split)


def _parts(record: Record) -> Iterator[tuple[Zone, str]]:
    yield "headline", record.headline
    if record.deck:
        yield "deck", record.deck
    for byline in record.reporters:
        yield "byline", f"{byline.name} 기자"
    for paragraph in record.body:
        yield "body", paragraph
    for caption in record.captions:
        yield "caption", caption.text
    for headline in record.related:
        yield "boilerplate", headline


def _page(text: str, record: Record) -> Iterator[Block]:
    """The record's parts where they stand in the text, and what is left over by line."""
    finder = _Finder(text)
    taken: list[Block] = []
    reached = 0
    headline = finder.find(record.headline, 0)
    if headline:
        taken.append(("headline", *headline))
        reached = headline[1]
    for zone, part in [("deck", record.deck or ""), *(("body", one) for one in record.body)]:
        found = finder.find(part, reached)
        if found:
            taken.append(("deck" if zone == "deck" else "body", *found))
            reached = found[1]
    for caption in record.captions:
        if found := finder.find(caption.text, headline[1] if headline else 0):
            taken.append(("caption", *found))
    yield from taken
    yield from _left(text, taken)


def _left(text: str, taken: list[Block]) -> Iterator[Block]:
    """What no part covers: a sentence amid the story is of it, the rest is of the page."""
    bodies = [block for block in taken if block[0] == "body"]
    first = min((block[1] for block in bodies), default=len(text))
    last = max((block[2] for block in bodies), default=0)
    for start, end in _gaps(text, taken):
        line = flat(text[start:end]).strip()
        if not re.search(r"\w", line):
            continue
        inside = first < start < last and lines.is_sentence(line)
        kind = lines.zone(line)
        zone: Zone = "byline" if kind == "byline" else "body" if inside else "boilerplate"
        yield zone, start, end


def _gaps(text: str, taken: list[Block]) -> Iterator[tuple[int, int]]:
    """Stretches of lines that no block covers."""
    covered = sorted(block[1:] for block in taken)
    for found in re.finditer(r"[^\n]+", text):
        start = found.start()
        for begin, end in covered:
            if end <= start or begin >= found.end():
                continue
            yield start, max(start, begin)
            start = end
        yield start, max(start, found.end())


class _Finder:
    """Finds a part in a text whatever became of its spaces and invisible characters."""

    def __init__(self, text: str) -> None:
        kept = [(place, char) for place, char in enumerate(flat(text)) if not char.isspace()]
        self._places = [place for place, _ in kept]
        self._text = "".join(char for _, char in kept)

    def find(self, part: str, after: int) -> tuple[int, int] | None:
        """Where a part stands at or after an offset, half-open, or None."""
        needle = "".join(flat(normalize("NFC", part)).split())
        if not needle:
            return None
        at = self._text.find(needle)
        while at >= 0 and self._places[at] < after:
            at = self._text.find(needle, at + 1)
        if at < 0:
            return None
        return self._places[at], self._places[at + len(needle) - 1] + 1
