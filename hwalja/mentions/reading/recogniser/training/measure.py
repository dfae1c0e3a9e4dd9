"""How many names are found, exactly and of the right label: what a training run prints."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hwalja.mentions.reading.recogniser.names import is_full
from hwalja.mentions.reading.recogniser.spans import Span
from hwalja.mentions.reading.recogniser.training.rows import Row

ALL = "ALL"
# A Korean full name; a person's name of several words, which is nearly always a foreign one.
FULL, SEVERAL = "PS full", "PS several"


@dataclass(frozen=True)
class Figure:
    right: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.there, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.found + self.there, 1)


def figures(rows: Sequence[Row], found: Iterable[Sequence[Span]]) -> dict[str, Figure]:
    """By label, over all of them, and of people by the shape of the name."""
    counts: Mapping[str, Counter[str]] = defaultdict(Counter)
    for row, spans in zip(rows, found, strict=True):
        there, taken = (
            {(one.start, one.end, one.label) for one in each} for each in (row.spans, spans)
        )
        for start, end, label in there | taken:
            one = (start, end, label)
            for group in _groups(row.text[start:end], label):
                counts[group].update(
                    right=one in there and one in taken, found=one in taken, there=one in there
                )
    return {
        group: Figure(each["right"], each["found"], each["there"]) for group, each in counts.items()
    }


def _groups(name: str, label: str) -> list[str]:
    groups = [ALL, label]
    if label == "PS" and is_full(name):
        groups.append(FULL)
    elif label == "PS" and " " in name:
        groups.append(SEVERAL)
    return groups
