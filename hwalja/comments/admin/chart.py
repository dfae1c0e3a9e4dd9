"""What each threshold of the assistant would have meant for what moderators decided.

Pure numbers for a template to draw: across in percent of the width, down in pixels.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

STEPS = 20
HEIGHT = 200


@dataclass(frozen=True)
class Step:
    """At this threshold: of those hidden, and of those shown, how many would have waited."""

    threshold: float
    caught: int
    missed: int
    in_vain: int
    spared: int

    @property
    def at(self) -> float:
        return round(100 * self.threshold, 2)

    @property
    def caught_share(self) -> float:
        return _share(self.caught, self.caught + self.missed)

    @property
    def in_vain_share(self) -> float:
        return _share(self.in_vain, self.in_vain + self.spared)

    @property
    def caught_top(self) -> float:
        return round(HEIGHT * (1 - self.caught_share / 100), 1)

    @property
    def in_vain_top(self) -> float:
        return round(HEIGHT * (1 - self.in_vain_share / 100), 1)

    @property
    def waiting(self) -> int:
        return self.caught + self.in_vain


@dataclass(frozen=True)
class Segment:
    """A line from one step to the next."""

    x1: float
    x2: float
    caught1: float
    caught2: float
    in_vain1: float
    in_vain2: float


@dataclass(frozen=True)
class Chart:
    steps: list[Step]
    segments: list[Segment]
    hidden: int
    shown: int
    now: Step


def draw(decided: Iterable[tuple[float, bool]], threshold: float) -> Chart | None:
    """`decided`: the assistant's score of each comment, and whether it was hidden."""
    rows = list(decided)
    if not rows:
        return None
    steps = [_step(rows, number / STEPS) for number in range(STEPS + 1)]
    hidden = sum(was_hidden for _, was_hidden in rows)
    return Chart(
        steps=steps,
        segments=[_segment(*pair) for pair in pairwise(steps)],
        hidden=hidden,
        shown=len(rows) - hidden,
        now=_step(rows, threshold),
    )


def _step(rows: list[tuple[float, bool]], threshold: float) -> Step:
    """As `checks/attack.py` has it: at 1 the assistant holds nothing."""
    held = [hidden for score, hidden in rows if threshold < 1 and score >= threshold]
    hidden = sum(was_hidden for _, was_hidden in rows)
    caught = sum(held)
    in_vain = len(held) - caught
    return Step(threshold, caught, hidden - caught, in_vain, len(rows) - hidden - in_vain)


def _segment(one: Step, other: Step) -> Segment:
    return Segment(
        one.at,
        other.at,
        one.caught_top,
        other.caught_top,
        one.in_vain_top,
        other.in_vain_top,
    )


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
