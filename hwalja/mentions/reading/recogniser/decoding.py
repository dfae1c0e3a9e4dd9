"""How likely each stretch of a sentence is to be a name, over all ways in which it can be marked.

Sentences of a text are read side by side, the longest first, so that a step of the sums is one
step for all that are as long.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hwalja.mentions.reading.recogniser.spans import LABELS
from hwalja.mentions.reading.recogniser.weights import FIRST, LAST, MARKS

# Stretches less likely than this are not told.
_LEAST = 0.04
_SINGLE, _BEGIN, _INSIDE, _END = (
    np.array([MARKS.index(f"{place}-{label}") for label in LABELS]) for place in "SBIE"
)


@dataclass(frozen=True)
class Stretch:
    """Units `first` to before `stop` of a sentence as a name."""

    first: int
    stop: int
    label: str
    chance: float


def chosen(found: Sequence[Stretch]) -> list[Stretch]:
    """The likeliest that do not overlap, in order."""
    taken: set[int] = set()
    out = []
    for one in sorted(found, key=lambda one: (-one.chance, one.first)):
        inside = range(one.first, one.stop)
        if taken.isdisjoint(inside):
            taken.update(inside)
            out.append(one)
    return sorted(out, key=lambda one: one.first)


def stretches(scores: Sequence[Any], moves: Any) -> list[list[Stretch]]:
    """For each sentence what may be a name. `scores`: units × marks of each sentence; `moves`:
    marks × marks."""
    order = sorted(range(len(scores)), key=lambda number: -len(scores[number]))
    sums = _sums([scores[number] for number in order], moves)
    found: list[list[Stretch]] = [[] for _ in scores]
    for row, number in enumerate(order):
        found[number] = [*_single(sums, row), *_longer(sums, row)]
    return found


@dataclass(frozen=True)
class _Sums:
    """Sentences × units × marks, each unit scaled by the same `norm` (sentences × units) both ways:
    `before` × `behind` is the chance of a mark; `here` and `steps` lead from one to the next."""

    here: Any
    steps: Any
    before: Any
    behind: Any
    norms: Any

    def step(self, row: int, unit: int, mark: int, behind: int) -> float:
        """What going on to a unit with a mark from the mark before multiplies a chance by."""
        here = self.here[row, unit, behind] / self.norms[row, unit]
        return float(self.steps[mark, behind] * here)


def _sums(scores: Sequence[Any], moves: Any) -> _Sums:
    lengths = np.array([len(each) for each in scores])
    here = np.zeros((len(scores), int(lengths.max(initial=0)), len(MARKS)))
    for row, each in enumerate(scores):
        # The highest of each unit taken off, so that nothing grows out of its range.
        here[row, : len(each)] = np.exp(each - each.max(axis=1, keepdims=True))
    steps = np.exp(moves, dtype=np.float64)
    alive = [int((lengths > unit).sum()) for unit in range(here.shape[1])]
    before, norms = _before(here, steps, alive)
    return _Sums(here, steps, before, _behind(here, steps, alive, before, norms), norms)


def _before(here: Any, steps: Any, alive: Sequence[int]) -> tuple[Any, Any]:
    before, norms = np.zeros_like(here), np.ones(here.shape[:2])
    for unit, rows in enumerate(alive):
        ways = before[:rows, unit - 1] @ steps if unit else FIRST
        sums = ways * here[:rows, unit]
        norms[:rows, unit] = sums.sum(axis=1)
        before[:rows, unit] = sums / norms[:rows, unit, None]
    return before, norms


def _behind(here: Any, steps: Any, alive: Sequence[int], before: Any, norms: Any) -> Any:
    behind = np.zeros_like(here)
    longer = 0
    for unit in reversed(range(len(alive))):
        rows = alive[unit]
        if longer:
            onward = behind[:longer, unit + 1] * here[:longer, unit + 1]
            behind[:longer, unit] = onward @ steps.T / norms[:longer, unit + 1, None]
        # The sentences that end here.
        ends = before[longer:rows, unit] @ LAST
        behind[longer:rows, unit] = LAST / ends[:, None]
        longer = rows
    return behind


def _likely(sums: _Sums, row: int, marks: Any) -> Iterator[tuple[int, int, float]]:
    """Unit, number of the label and chance where one of six marks may stand."""
    chances = sums.before[row][:, marks] * sums.behind[row][:, marks]
    for unit, number in np.argwhere(chances > _LEAST):
        yield int(unit), int(number), float(chances[unit, number])


def _single(sums: _Sums, row: int) -> Iterator[Stretch]:
    for unit, number, chance in _likely(sums, row, _SINGLE):
        yield Stretch(unit, unit + 1, LABELS[number], chance)


def _longer(sums: _Sums, row: int) -> Iterator[Stretch]:
    for first, number, _ in _likely(sums, row, _BEGIN):
        inside, end, behind = _INSIDE[number], _END[number], sums.behind[row]
        mark = _BEGIN[number]
        way = float(sums.before[row, first, mark])
        for unit in range(first + 1, len(behind)):
            chance = way * sums.step(row, unit, mark, end) * float(behind[unit, end])
            if chance > _LEAST:
                yield Stretch(first, unit + 1, LABELS[number], chance)
            way *= sums.step(row, unit, mark, inside)
            mark = inside
            if way * float(behind[unit, inside]) < _LEAST:
                break
