"""Invented pages in the manner of many papers, each with what a person would say it holds.

A file of `pages/` holds several. A page opens with "=== name", then lines "field: value", a line
"---", and the page itself, each line behind a mark that says what it is: H headline, D deck,
B a paragraph of the story, R a headline of another story, nothing for what belongs to the paper.
What stands in a paragraph's line but is no part of it is put in [[ ]].
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "pages"
_APART = re.compile(r"\[\[(.*?)\]\](?!\])", re.S)


@dataclass
class Captured:
    """A page as text, and the record it should become, in the fields of its JSON."""

    name: str
    text: str = ""
    headline: str = ""
    deck: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    said: dict[str, list[str]] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        section, _, subsection = self._one("section").partition(" > ")
        characters, _, limit = self._one("limit").partition(" / ")
        return {
            "headline": self.headline,
            "deck": self._one("deck").replace(" / ", "\n") or None,
            "section": section or None,
            "subsection": subsection or None,
            "reporters": [_reporter(text) for text in self._one("reporters").split(", ") if text],
            "published_at": self._one("published") or None,
            "modified_at": self._one("modified") or None,
            "captions": [_caption(text) for text in self.said.get("caption", [])],
            "body": self.body or self.said.get("body", []),
            "outlet_tag": self._one("outlet") or None,
            "related": self.related or self.said.get("related", []),
            "comment_limit": {
                "characters": int(characters) if characters else None,
                "bytes": int(limit) if limit else None,
            }
            if "limit" in self.said
            else None,
        }

    def _one(self, name: str) -> str:
        return (self.said.get(name) or [""])[0]


def _reporter(text: str) -> dict[str, str | None]:
    name, _, mail = text.partition(" ") if "@" in text else (text, "", "")
    if "@" in text:
        name, _, mail = text.rpartition(" ")
    return {"name": name, "email": mail or None}


def _caption(text: str) -> dict[str, str | None]:
    words, _, credit = text.partition(" | ")
    return {"text": words, "credit": credit or None}


def pages() -> list[Captured]:
    """Every page of the folder, in order."""
    texts = [file.read_text() for file in sorted(FOLDER.glob("*.txt"))]
    return [_page(block) for text in texts for block in re.split(r"^=== ", text, flags=re.M)[1:]]


def _page(block: str) -> Captured:
    first, *lines = block.rstrip("\n").split("\n")
    page = Captured(first)
    shown: list[str] = []
    for line in lines:
        said = re.fullmatch(r"([a-z]+): (.+)", line)
        if said:
            page.said.setdefault(said[1], []).append(said[2])
        elif line != "---":
            shown.append(_shown(page, line))
    page.text = "\n".join(shown) + "\n"
    return page


def _shown(page: Captured, line: str) -> str:
    """The line as the page shows it; what it is goes to its field."""
    mark, text = line[:1], line[2:]
    bare = _APART.sub("", text).strip()
    if mark == "H":
        page.headline = bare
    elif mark in "BR" and mark:
        (page.body if mark == "B" else page.related).append(bare)
    return _APART.sub(r"\1", text)
