"""What intake recognised on a page, and the JSON it is told in."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from hwalja.articles.intake.shapes import Shape


class NotAnArticle(Exception):
    """The input is no article; the message is one Korean line fit for an operator."""


@dataclass(frozen=True, slots=True)
class Byline:
    """A reporter as printed: the name without title, and the mail beside it."""

    name: str
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """A photo's caption without its mark, and its credit without brackets."""

    text: str
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class CommentLimit:
    """How long a comment may be on the captured page."""

    characters: int | None = None
    bytes: int | None = None


@dataclass(slots=True)
class Record:
    """One captured article; times are aware, in Korean time."""

    file: str | None = None
    id: int | None = None
    url: str | None = None
    headline: str = ""
    deck: str | None = None
    section: str | None = None
    subsection: str | None = None
    reporters: list[Byline] = field(default_factory=list)
    published_at: datetime | None = None
    modified_at: datetime | None = None
    captions: list[Caption] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    outlet_tag: str | None = None
    related: list[str] = field(default_factory=list)
    comment_limit: CommentLimit = field(default_factory=CommentLimit)
    warnings: list[str] = field(default_factory=list)
    # For each caption, how many paragraphs stand before its photo; not told in JSON.
    places: list[int] = field(default_factory=list)
    # What markup says of paragraphs, by their place in the body; not told in JSON.
    shapes: dict[int, Shape] = field(default_factory=dict)

    def drop(self, n: int) -> None:
        """Take a paragraph out of the body; what stands behind it moves up."""
        del self.body[n]
        self.places = [place - (place > n) for place in self.places]
        self.shapes = {m - (m > n): shape for m, shape in self.shapes.items() if m != n}

    def runs(self) -> Iterator[list[int]]:
        """Places in the body: a paragraph's own, those of one list or table together."""

        def group(n: int) -> tuple[int, int]:
            shape = self.shapes.get(n)
            return (shape.group, -1) if shape else (-1, n)

        for _, places in groupby(range(len(self.body)), group):
            yield list(places)

    def as_dict(self) -> dict[str, Any]:
        """The record as plain values, times as ISO 8601 with +09:00; None for what is absent."""
        plain = asdict(self)
        del plain["places"], plain["shapes"]
        if self.comment_limit == CommentLimit():
            plain["comment_limit"] = None
        for name in ("published_at", "modified_at"):
            moment = plain[name]
            plain[name] = moment.isoformat(timespec="seconds") if moment else None
        return plain

    def as_json(self) -> str:
        """The record as one line of JSON, Hangul unescaped."""
        return json.dumps(self.as_dict(), ensure_ascii=False)
