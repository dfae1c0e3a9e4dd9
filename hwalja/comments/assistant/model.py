"""The assistant at work: plain sums over what it sees, in pure Python."""

import math
import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from hwalja.comments.assistant.features import fold, grams, key

Label = Literal["none", "offensive", "hate"]
LABELS: tuple[Label, ...] = ("none", "offensive", "hate")
MOST_WORDS = 5  # As many as a moderator takes in at a glance.
LEAST_WEIGHT = 0.1  # In log-odds; what weighs less decided nothing.
_WORD = re.compile(r"\S+")
_PREFIX = 16  # Bits of a key that name its drawer.


@dataclass(frozen=True)
class Judgement:
    """What the assistant thinks of a text; offsets are half-open, in code points of that text."""

    label: Label
    score: float  # The chance that it is not clean, 0.0 to 1.0.
    weights: tuple[tuple[str, int, int, float], ...]  # Word, start, end, weight; heaviest first.


@dataclass(frozen=True)
class Weighed:
    """Runs of a text that the model knows: where each begins, its length, its two weights."""

    known: list[tuple[list[int], int, float, float]]
    logits: tuple[float, float]


@dataclass(frozen=True)
class Model:
    """Two weights for each known run of characters; see `file.py` for how it is kept."""

    keys: "array[int]"  # Sorted.
    offensive: "array[int]"
    hate: "array[int]"
    scale: tuple[float, float]  # Log-odds against "none" for a weight of one.
    bias: tuple[float, float]
    lean: tuple[float, float]  # Added to the two chances before the highest wins.
    about: dict[str, object]
    drawers: "array[int]" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "drawers", _drawers(self.keys))

    def judge(self, text: str) -> Judgement:
        folded, origin = fold(text)
        weighed = self._weigh(folded)
        chances = _softmax(*weighed.logits)
        label = max(range(3), key=lambda n: chances[n] + (0.0, *self.lean)[n])
        return Judgement(
            label=LABELS[label],
            score=1 - chances[0],
            weights=_words(text, origin, _shares(weighed, chances, len(folded))),
        )

    def _weigh(self, folded: str) -> Weighed:
        seen = grams(folded)
        # Long comments have more runs, not more to say.
        unit = 1 / math.sqrt(len(seen) or 1)
        first, second = self.scale[0] * unit, self.scale[1] * unit
        known = []
        for gram, starts in seen.items():
            at = self._find(key(gram))
            if at >= 0:
                known.append(
                    (starts, len(gram), self.offensive[at] * first, self.hate[at] * second)
                )
        return Weighed(
            known,
            (
                self.bias[0] + math.fsum(row[2] for row in known),
                self.bias[1] + math.fsum(row[3] for row in known),
            ),
        )

    def _find(self, wanted: int) -> int:
        drawer = wanted >> _PREFIX
        end = self.drawers[drawer + 1]
        at = bisect_left(self.keys, wanted, self.drawers[drawer], end)
        return at if at < end and self.keys[at] == wanted else -1


def _drawers(keys: "array[int]") -> "array[int]":
    """Where the keys of each prefix begin: a search within a few, not within them all."""
    counts = [0] * ((1 << _PREFIX) + 1)
    for one in keys:
        counts[(one >> _PREFIX) + 1] += 1
    return array("I", accumulate(counts))


def _softmax(*logits: float) -> tuple[float, ...]:
    """Chances of the three labels; the logit of "none" is 0."""
    highest = max(0.0, *logits)
    raised = [math.exp(one - highest) for one in (0.0, *logits)]
    return tuple(one / sum(raised) for one in raised)


def _shares(weighed: Weighed, chances: tuple[float, ...], length: int) -> list[float]:
    """What each character adds to the log-odds of not being clean, to the first order."""
    bad = chances[1] + chances[2]
    ratio = (chances[1] / bad, chances[2] / bad) if bad else (0.5, 0.5)
    steps = [0.0] * (length + 1)
    for starts, size, offensive, hate in weighed.known:
        share = (offensive * ratio[0] + hate * ratio[1]) / (len(starts) * size)
        for start in starts:
            steps[start] += share
            steps[start + size] -= share
    return list(accumulate(steps[:-1]))


def _words(
    text: str, origin: list[int], shares: list[float]
) -> tuple[tuple[str, int, int, float], ...]:
    """The words that spoke against the text, heaviest first."""
    found = []
    at = 0
    for word in _WORD.finditer(text):
        weight = 0.0
        while at < len(origin) and origin[at] < word.end():
            # The space before a word belongs to none.
            weight += shares[at] if origin[at] >= word.start() else 0.0
            at += 1
        if weight >= LEAST_WEIGHT:
            found.append((word[0], word.start(), word.end(), round(weight, 3)))
    return tuple(sorted(found, key=lambda row: -row[3])[:MOST_WORDS])
