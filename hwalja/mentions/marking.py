"""HTML put around words of a rendered paragraph, where the words stand as they were read.

Pure. Offsets count as in `rich_text.py`: code points of the paragraph's text nodes, each in NFC.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape
from unicodedata import normalize

_TAG = re.compile(r"(<[^>]*>)")


@dataclass(frozen=True)
class Mark:
    """`before` and `after` go around `words`, which stand `inset` deep in `sentence`."""

    at: int
    words: str
    sentence: str
    inset: int
    before: str
    after: str
    # A link stands in no other link.
    is_link: bool = False

    @property
    def end(self) -> int:
        return self.at + len(self.words)


class Paragraph:
    """The HTML of a paragraph, to be marked."""

    def __init__(self, html: str) -> None:
        # Text, tag, text, …, text.
        self._pieces = _TAG.split(html)
        self._texts = [normalize("NFC", unescape(text)) for text in self._pieces[::2]]
        self._starts = _offsets(self._texts)
        self._linked = _linked(self._pieces[1::2])
        self._text = "".join(self._texts).replace("\n", " ")
        self._marks: defaultdict[int, list[Mark]] = defaultdict(list)

    def mark(self, mark: Mark) -> bool:
        """Take the mark; False where its words do not stand there, or cannot be marked."""
        node = self._node(mark)
        if node is None or not self._stands(mark) or (mark.is_link and self._linked[node]):
            return False
        if any(_crosses(mark, other) for other in self._marks[node]):
            return False
        self._marks[node].append(mark)
        return True

    def _stands(self, mark: Mark) -> bool:
        start = mark.at - mark.inset
        inside = mark.sentence[mark.inset : mark.inset + len(mark.words)] == mark.words
        return inside and start >= 0 and self._text.startswith(mark.sentence, start)

    def _node(self, mark: Mark) -> int | None:
        """The text node in which all of the words stand."""
        for node, text in enumerate(self._texts):
            start = self._starts[node]
            if start <= mark.at and mark.end <= start + len(text):
                return node
        return None

    def html(self) -> str:
        pieces = list(self._pieces)
        for node, marks in self._marks.items():
            pieces[2 * node] = _around(self._texts[node], self._starts[node], marks)
        return "".join(pieces)


def _offsets(texts: Iterable[str]) -> list[int]:
    offsets = [0]
    for text in texts:
        offsets.append(offsets[-1] + len(text))
    return offsets


def _linked(tags: Iterable[str]) -> list[bool]:
    """Of each text node, whether it stands in a link."""
    linked, depth = [False], 0
    for tag in tags:
        if tag.startswith(("<a ", "<a>")):
            depth += 1
        elif tag.startswith("</a"):
            depth -= 1
        linked.append(depth > 0)
    return linked


def _crosses(one: Mark, other: Mark) -> bool:
    """Whether they share words and neither holds the other: as two links, nor the same words."""
    if one.end <= other.at or other.end <= one.at:
        return False
    if one.is_link and other.is_link:
        return True
    holds = one.at <= other.at and other.end <= one.end
    return not holds and not (other.at <= one.at and one.end <= other.end)


def _around(text: str, start: int, marks: list[Mark]) -> str:
    """A text node as HTML, the longer mark outside."""
    inserted: list[tuple[int, int, int, str]] = []
    for mark in marks:
        length = mark.end - mark.at
        inner = 0 if mark.is_link else 1
        # At one place what ends comes first, the inner before the outer; then what begins.
        inserted.append((mark.end - start, 0, 2 * length + inner, mark.after))
        inserted.append((mark.at - start, 1, -2 * length - inner, mark.before))
    html, reached = "", 0
    for at, _, _, words in sorted(inserted):
        html += escape(text[reached:at], quote=False) + words
        reached = at
    return html + escape(text[reached:], quote=False)
