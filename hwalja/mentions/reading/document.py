"""From a text to a document: its zones, its paragraphs, its sentences."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from unicodedata import normalize

from hwalja.mentions.reading import lines
from hwalja.mentions.reading.shapes import Document, Paragraph, Sentence, Zone

# Sentences of one paragraph, offsets from its beginning: kiwi.sentences with its Kiwi bound.
Splitter = Callable[[str], Sequence[Sentence]]
Block = tuple[Zone, int, int]

# One character for one, so that no offset moves: odd spaces, invisible marks, odd quote marks.
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\u3164\uffa0\t", " "),
        **{chr(code): " " for code in (*range(0x2000, 0x2010), 0x2060, 0xFEFF, 0xAD)},
        **dict.fromkeys("\u201e\u201f\uff02\u301d\u301e\u301f\u275d\u275e", "\""),
        **dict.fromkeys("\u201a\u201b\uff07\u275b\u275c\u00b4\u0060", "'"),
        **dict.fromkeys("\u318d\u30fb\u2027\u2022\u22c5\u119e", "·"),
        "\uff08": "(", "\uff09": ")", "\uff0c": ",", "\uff0e": ".", "\uff1a": ":",
    }
)  # fmt: skip


def flat(text: str) -> str:
    """The text with one spelling of spaces, quotes and dots, every offset as it was."""
    return text.translate(_SAME_LENGTH)


def composed(text: str) -> str:
    """A file's text as offsets count it: NFC, line feeds as line ends."""
    return normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def of_blocks(text: str, blocks: Iterable[Block], split: Splitter) -> Document:
    """A document of zones at half-open ranges of `text`, which is NFC; in order of the text."""
    trimmed = (_trimmed(text, block) for block in sorted(blocks, key=lambda one: one[1]))
    return Document(
        text, tuple(_paragraph(text, block, split) for block in trimmed if block[1] < block[2])
    )


def body(text: str, split: Splitter) -> Document:
    """A text that is nothing but running text, a paragraph a line; made NFC here."""
    text = composed(text)
    return of_blocks(text, [("body", start, end) for start, end in _lines(text)], split)


def plain(text: str, split: Splitter) -> Document:
    """A plain text whose first line is the headline; made NFC here."""
    text = composed(text)
    return of_blocks(text, _zoned(text), split)


def _zoned(text: str) -> Iterator[Block]:
    """Lines with what their shape says they are."""
    stands = [(start, end) for start, end in _lines(text) if text[start:end].strip()]
    listed = False
    for number, (start, end) in enumerate(stands):
        line = flat(text[start:end]).strip()
        if number == 0:
            yield "headline", start, end
            continue
        listed = (listed or lines.is_list_head(line)) and not lines.is_sentence(line)
        if listed:
            yield "boilerplate", start, end
        elif number == 1 and len(stands) > 2 and lines.is_deck(line):
            yield "deck", start, end
        else:
            yield from lines.zones(text, start, end)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^\n]+", text):
        yield found.span()


def _trimmed(text: str, block: Block) -> Block:
    zone, start, end = block
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return zone, start, end


def _paragraph(text: str, block: Block, split: Splitter) -> Paragraph:
    zone, start, end = block
    found = split(flat(text[start:end]))
    return Paragraph(zone, start, end, tuple(_moved(sentence, start) for sentence in found))


def _moved(sentence: Sentence, by: int) -> Sentence:
    tokens = tuple(
        replace(token, start=token.start + by, end=token.end + by) for token in sentence.tokens
    )
    return Sentence(sentence.start + by, sentence.end + by, tokens)
