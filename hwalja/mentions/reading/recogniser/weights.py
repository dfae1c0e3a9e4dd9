"""The labelling model: what each feature says of each mark, and each mark of the one behind it.

A linear-chain conditional random field, kept as two tables and read here without the library that
learns it, because features are looked up once and summed once however many models were averaged.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hwalja.mentions.reading.recogniser.spans import LABELS, OUTSIDE

MARKS = (OUTSIDE, *(f"{place}-{label}" for label in LABELS for place in "SBIE"))
_NUMBER = {mark: number for number, mark in enumerate(MARKS)}
# Weights are kept in thousandths: none is over 32, and a smaller part moves no decision.
_SCALE = 1000
_NEVER = -1e9
# The feature that every unit shows.
ALWAYS = "b"
# Weights by feature and mark, and by mark and the mark behind it.
Learned = tuple[Mapping[tuple[str, str], float], Mapping[tuple[str, str], float]]


@dataclass(frozen=True)
class Weights:
    """`rows`: the row of a feature in `states` (rows × marks); `moves`: mark × mark behind it.

    The last row of `states` belongs to no feature and is nought.
    """

    rows: Mapping[str, int]
    states: Any
    moves: Any

    def scores(self, shown: Sequence[Iterable[str]]) -> Any:
        """Units × marks: what the features of each unit say of each mark."""
        row_of, nothing = self.rows.get, len(self.rows)
        known, starts = list[int](), list[int]()
        for features in shown:
            starts.append(len(known))
            known += [row for feature in features if (row := row_of(feature)) is not None]
            known.append(nothing)
        return np.add.reduceat(self.states[known], starts, axis=0)

    def pack(self) -> list[bytes]:
        """As the parts of a file: names of features, how many marks each speaks of, the marks,
        the weights (all in the order of the rows), the moves."""
        rows, marks = np.nonzero(np.rint(self.states * _SCALE))
        names = sorted(self.rows, key=self.rows.__getitem__)
        return [
            json.dumps(names, ensure_ascii=False, separators=(",", ":")).encode(),
            np.bincount(rows, minlength=len(names)).astype("u1").tobytes(),
            marks.astype("u1").tobytes(),
            np.rint(self.states[rows, marks] * _SCALE).astype("<i2").tobytes(),
            self.moves.astype("<f4").tobytes(),
        ]


def unpack(parts: Sequence[bytes]) -> Weights:
    """Raises ValueError where the parts do not fit each other."""
    names, counts, marks, cells, moves = parts
    features = json.loads(names)
    rows: Any = np.repeat(np.arange(len(features)), np.frombuffer(counts, "u1"))
    states: Any = np.zeros((len(features) + 1, len(MARKS)), dtype=np.float32)
    states[rows, np.frombuffer(marks, "u1")] = np.frombuffer(cells, "<i2") / _SCALE
    table = np.frombuffer(moves, "<f4").reshape(len(MARKS), len(MARKS))
    return Weights({name: row for row, name in enumerate(features)}, states, table)


def averaged(models: Sequence[Learned]) -> Weights:
    """The mean of models, which fits what they agree on and little of what each learned by chance."""
    names = sorted({feature for states, _ in models for feature, _ in states} | {ALWAYS})
    rows = {name: row for row, name in enumerate(names)}
    table: Any = np.zeros((len(names) + 1, len(MARKS)), dtype=np.float32)
    moves = np.where(_fitting(), 0, _NEVER).astype(np.float32)
    for states, transitions in models:
        for (feature, mark), weight in states.items():
            table[rows[feature], _NUMBER[mark]] += weight / len(models)
        for (mark, behind), weight in transitions.items():
            moves[_NUMBER[mark], _NUMBER[behind]] += weight / len(models)
    return Weights(rows, table, moves)


def _fitting() -> Any:
    """Mark × mark: whether the second can stand behind the first."""
    return np.array([[_fits(mark, behind) for behind in MARKS] for mark in MARKS])


def _fits(mark: str, behind: str) -> bool:
    is_open, goes_on = mark[0] in "BI", behind[0] in "IE"
    return is_open == goes_on and (not is_open or mark[2:] == behind[2:])


FIRST = np.array([mark[0] not in "IE" for mark in MARKS])
LAST = np.array([mark[0] not in "BI" for mark in MARKS])
