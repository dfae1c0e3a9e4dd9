"""The running text in a block's HTML, and where it stands there.

Offsets count code points of the block's text: its text nodes one after another, each in NFC.
Whoever renders the block counts the same nodes.
"""

from html.parser import HTMLParser
from unicodedata import normalize

# Between these, text does not run on.
_BREAKS = frozenset({"p", "br", "li", "ul", "ol", "h2", "h3", "h4", "blockquote", "hr"})


class _Nodes(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[tuple[int, str]] = []
        self._reached = 0
        self._broken = True

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._broken |= tag in _BREAKS

    def handle_endtag(self, tag: str) -> None:
        self._broken |= tag in _BREAKS

    def handle_data(self, data: str) -> None:
        text = normalize("NFC", data)
        if self._broken:
            self.runs.append((self._reached, text))
            self._broken = False
        else:
            at, before = self.runs[-1]
            self.runs[-1] = at, before + text
        self._reached += len(text)


def runs(html: str) -> list[tuple[int, str]]:
    """Each paragraph or item of a block: its offset in the block's text, and its words."""
    parser = _Nodes()
    parser.feed(html)
    parser.close()
    return [(at, text) for at, text in parser.runs if text.strip()]
