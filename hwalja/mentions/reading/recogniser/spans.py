"""Names found in a text, and the marks by which a sequence of morphemes spells them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

# Person, organisation, place, date, time of day or length of time, quantity: the six of KLUE-NER.
LABELS = ("PS", "OG", "LC", "DT", "TI", "QT")
OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class Span:
    """A name; offsets count code points of the text; `confidence` from 0.0 to 1.0."""

    start: int
    end: int
    label: str
    confidence: float = 1.0


class Placed(Protocol):
    """A piece of text with its place in it."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def marks(pieces: Sequence[Placed], spans: Iterable[Span]) -> list[str]:
    """For each piece O, or a label with S (alone), B (first), I or E (last) in front of it."""
    found = [OUTSIDE] * len(pieces)
    for span in spans:
        inside = [
            k for k, one in enumerate(pieces) if one.start < span.end and one.end > span.start
        ]
        for k in inside:
            found[k] = f"{_place(k, inside)}-{span.label}"
    return found


def _place(k: int, inside: Sequence[int]) -> str:
    if len(inside) == 1:
        return "S"
    return "B" if k == inside[0] else "E" if k == inside[-1] else "I"
