"""What markup says of a paragraph beside its text: heading, item of a list, row of a table."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "item", "number", "link", "row", "head", "caption"]
# Paragraphs that are part of something, as opposed to a heading, which stands alone.
TABULAR = frozenset({"row", "head", "caption"})
# Carried in front of a line of text, in characters that no text has: see `forget`.
_MARK = re.compile("^\ue000([a-z]+)(\\d+)\ue001")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_COLUMN = re.compile(r"\s?\|\s?")


@dataclass(frozen=True, slots=True)
class Shape:
    """Parts of one list or table share its number on the page."""

    kind: Kind
    group: int


def mark(kind: Kind, group: int) -> str:
    return f"\ue000{kind}{group}\ue001"


def forget(text: str) -> str:
    """Text without the characters that marks are made of."""
    return _PRIVATE.sub("", text)


def take(raw: str) -> tuple[Shape | None, str]:
    """The shape marked in front of a line, and the line without it."""
    found = _MARK.match(raw)
    if not found:
        return None, raw
    return Shape(found[1], int(found[2])), raw[found.end() :]  # type: ignore[arg-type]


def cells(row: str) -> list[str]:
    """The cells of a row as printed: "구분 | 2024년"."""
    return _COLUMN.split(row)
