"""How well an article was read: quotations found, their speakers, and false words.

A quotation told counts as found where it has the kind of a gold one and half of what the two cover
is common to both; each counts once, the best pairs first. False words are quotations that name a
speaker who did not say them: another speaker's, nobody's, or none at all.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hwalja.mentions.reading.shapes import Document, Quote
from hwalja.mentions.told import is_public

LEAST_COMMON = 0.5
Span = tuple[int, int]


@dataclass
class Count:
    """Of one kind of quotation; `named`: found ones that have a speaker in the gold."""

    found: int = 0
    missed: int = 0
    extra: int = 0
    right: int = 0
    named: int = 0
    named_right: int = 0

    @property
    def detection(self) -> float:
        return _f1(self.found, self.extra, self.missed)

    @property
    def end_to_end(self) -> float:
        """Found and with the right speaker, or with none where there is none."""
        wrong = self.found - self.right
        return _f1(self.right, self.extra + wrong, self.missed + wrong)

    @property
    def speakers(self) -> float:
        return self.named_right / max(self.named, 1)


@dataclass
class Score:
    direct: Count = field(default_factory=Count)
    indirect: Count = field(default_factory=Count)
    naming: int = 0
    false_words: int = 0
    public: int = 0
    false_public: int = 0
    outlets: int = 0
    outlets_right: int = 0

    def add(self, document: Document, gold: list[dict[str, Any]], quotes: Iterable[Quote]) -> None:
        """Count an article; `gold` as in the set's file."""
        told = list(quotes)
        pairs = _paired(list(zip(_places(document.text, gold), gold, strict=True)), told)
        self.naming += sum(quote.speaker is not None for quote in told)
        self.public += sum(map(is_public, told))
        for meant, quote in pairs:
            self._pair(meant, quote)
            if quote is not None and quote.speaker is not None:
                is_false = meant is None or meant["speaker"] != quote.speaker
                self.false_words += is_false
                self.false_public += is_false and is_public(quote)

    def _pair(self, meant: dict[str, Any] | None, quote: Quote | None) -> None:
        kind = quote.kind if quote is not None else meant["kind"] if meant is not None else ""
        count = self.direct if kind == "direct" else self.indirect
        if meant is None:
            count.extra += 1
        elif quote is None:
            count.missed += 1
        else:
            is_right = meant["speaker"] == quote.speaker
            count.found += 1
            count.right += is_right
            count.named += meant["speaker"] is not None
            count.named_right += is_right and meant["speaker"] is not None
            self.outlets += 1
            self.outlets_right += set(meant["outlet"]) == set(quote.outlet)


def load(folder: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((folder / name).read_text(encoding="utf8"))
    return rows


def _f1(right: int, extra: int, missed: int) -> float:
    return 2 * right / max(2 * right + extra + missed, 1)


def _places(text: str, gold: list[dict[str, Any]]) -> list[Span]:
    """Where each stands: the first place with its words that none before it has taken."""
    taken: list[Span] = []
    for quote in gold:
        start = text.index(quote["content"])
        while (start, start + len(quote["content"])) in taken:
            start = text.index(quote["content"], start + 1)
        taken.append((start, start + len(quote["content"])))
    return taken


def _paired(
    gold: list[tuple[Span, dict[str, Any]]], told: list[Quote]
) -> list[tuple[dict[str, Any] | None, Quote | None]]:
    common = sorted(
        (
            (_common(place, (quote.start, quote.end)), i, j)
            for i, (place, meant) in enumerate(gold)
            for j, quote in enumerate(told)
            if meant["kind"] == quote.kind
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for share, i, j in common:
        if share >= LEAST_COMMON and i not in pairs and j not in pairs.values():
            pairs[i] = j
    found = [(meant, told[pairs[i]] if i in pairs else None) for i, (_, meant) in enumerate(gold)]
    extra = [(None, quote) for j, quote in enumerate(told) if j not in pairs.values()]
    return [*found, *extra]


def _common(a: Span, b: Span) -> float:
    inside = min(a[1], b[1]) - max(a[0], b[0])
    return max(inside, 0) / (max(a[1], b[1]) - min(a[0], b[0]))
