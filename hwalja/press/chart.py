"""The last day in a picture: how long changes took to reach readers, and what waited.

Pure numbers for a template to draw. Across, all is in percent of the width, so that letters
keep their size on a phone; down, in pixels.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.utils import timezone

from hwalja.press import words
from hwalja.press.models import Minute

STEP = timedelta(minutes=15)
STEPS = 96  # A day.
WAITS = 150  # Height of the waits, in pixels,
QUEUE = 60  # and of the queue beneath them.
FOOT = 230  # Of the queue, from the top of the waits.
LOWEST = 10.0  # Milliseconds at the foot of the waits; nobody sees less.
TOPS = (1_000, 10_000, 60_000, 600_000, 3_600_000, 86_400_000)
LINES = (100, *TOPS)
EDGE = 3  # Steps.
BAR = 0.72  # Of the width of a step.
LEAST = 2.0  # Pixels of what is there at all.


@dataclass(frozen=True)
class Slot:
    """A quarter of an hour of all homes; waits in milliseconds, None where nobody waited."""

    at: datetime
    pages: int = 0
    median: float | None = None
    longest: int | None = None
    waiting: int = 0

    @property
    def median_words(self) -> str:
        return "–" if self.median is None else words.wait(self.median)

    @property
    def longest_words(self) -> str:
        return "–" if self.longest is None else words.wait(self.longest)


@dataclass(frozen=True)
class Bar:
    """One slot as drawn: the waits from `top` down to `middle`, the queue `queue` pixels high."""

    slot: Slot
    left: float
    width: float
    top: float | None
    middle: float | None
    queue: float | None

    @property
    def spread(self) -> float:
        """Height of what lies between the median and the longest."""
        return max((self.middle or 0) - (self.top or 0), LEAST)

    @property
    def queue_top(self) -> float:
        return FOOT - (self.queue or 0)


@dataclass(frozen=True)
class Line:
    """A line across or a mark beneath, with its words; `minor` ones go where there is little room."""

    at: float
    words: str
    minor: bool = False


@dataclass(frozen=True)
class Chart:
    slots: list[Slot]
    bars: list[Bar]
    waits: list[Line]
    hours: list[Line]
    most: int
    summary: str


def draw(minutes: Iterable[Minute], now: datetime | None = None) -> Chart | None:
    """The day up to `now`; nothing where nothing was pressed in it."""
    slots = _slots(minutes, now or timezone.now())
    told = [slot for slot in slots if slot.pages or slot.waiting]
    if not told:
        return None
    top = _top(slots)
    most = _rounded(max(slot.waiting for slot in slots))
    return Chart(
        slots=told[::-1],
        bars=[_bar(number, slot, top, most) for number, slot in enumerate(slots)],
        waits=[Line(_height(line, top), words.wait(line)) for line in LINES if line <= top],
        hours=list(_hours(slots)),
        most=most,
        summary=_summary(told),
    )


def _slots(minutes: Iterable[Minute], now: datetime) -> list[Slot]:
    """A day of slots, the last one under way."""
    local = timezone.localtime(now).replace(second=0, microsecond=0)
    last = local - timedelta(minutes=local.minute % 15)
    found: dict[int, list[Minute]] = {}
    for row in minutes:
        found.setdefault(STEPS - 1 + (row.at - last) // STEP, []).append(row)
    return [_slot(last - STEP * (STEPS - 1 - n), found.get(n, [])) for n in range(STEPS)]


def _slot(at: datetime, rows: list[Minute]) -> Slot:
    waits = [row for row in rows if row.longest]
    return Slot(
        at=at,
        pages=sum(row.pages for row in rows),
        median=median(row.median for row in waits) if waits else None,
        longest=max((row.longest for row in waits), default=None),
        waiting=max((row.waiting for row in rows), default=0),
    )


def _top(slots: list[Slot]) -> int:
    longest = max((slot.longest or 0 for slot in slots), default=0)
    return next((top for top in TOPS if top >= longest), TOPS[-1])


def _height(milliseconds: float, top: int) -> float:
    """Pixels from above; each tenfold is as far as the next."""
    share = math.log(max(milliseconds, LOWEST) / LOWEST) / math.log(top / LOWEST)
    return round(WAITS * (1 - min(share, 1.0)), 1)


def _rounded(number: int) -> int:
    """The next 1, 2 or 5 with noughts."""
    size = 10 ** int(math.log10(max(number, 1)))
    return next(size * step for step in (1, 2, 5, 10) if size * step >= number)


def _bar(number: int, slot: Slot, top: int, most: int) -> Bar:
    step = 100 / STEPS
    return Bar(
        slot=slot,
        left=round(number * step + step * (1 - BAR) / 2, 3),
        width=round(step * BAR, 3),
        top=None if slot.longest is None else _height(slot.longest, top),
        middle=None if slot.median is None else _height(slot.median, top),
        queue=max(round(QUEUE * slot.waiting / most, 1), LEAST) if slot.waiting else None,
    )


def _hours(slots: list[Slot]) -> Iterator[Line]:
    """Every third hour; every sixth where there is little room."""
    for number, slot in enumerate(slots):
        hour = slot.at.hour
        # Words at the very edge would stand half outside.
        if slot.at.minute == 0 and hour % 3 == 0 and EDGE <= number <= STEPS - EDGE:
            yield Line(round(number * 100 / STEPS, 3), f"{hour}시", minor=hour % 6 != 0)


def _summary(told: list[Slot]) -> str:
    """What the picture says, for who cannot see it."""
    middles = [slot.median for slot in told if slot.median is not None]
    pages, most = sum(slot.pages for slot in told), max(slot.waiting for slot in told)
    said = f"지난 하루에 {pages:,}쪽을 조판했습니다. 가장 많이 밀렸을 때 {most:,}쪽이었습니다."
    if not middles:
        return said
    longest = max(slot.longest or 0 for slot in told)
    return (
        f"{said} 고친 것이 보이기까지 가운뎃값은 {words.wait(median(middles))}, "
        f"가장 긴 것은 {words.wait(longest)}입니다."
    )
