"""When each of a bench paper's articles is published: its newest always alike, the rest over years."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

YEARS = 15
# The newest stand in the last days whatever the paper's size, so that what is compared shows the same.
RECENT, RECENT_DAYS = 900, 3
WEEKEND = 0.35  # Of a weekday's articles.
GROWTH = 2.0  # The last year has that many times more than the first, and one.
FIRST_HOUR, HOURS = 6, 17


@dataclass(frozen=True)
class Calendar:
    """Moments of articles 1 to `total`, in order; `end` is a midnight in Seoul."""

    total: int
    end: datetime

    def __post_init__(self) -> None:
        days = YEARS * 365
        weights = [self._weight(day, days) for day in range(days)]
        object.__setattr__(self, "_sums", list(accumulate(weights)))

    def _weight(self, day: int, days: int) -> float:
        weekday = (self._first + timedelta(days=day)).weekday()
        return (1 + GROWTH * day / days) * (WEEKEND if weekday > 4 else 1)

    @property
    def _first(self) -> datetime:
        return self.end - timedelta(days=YEARS * 365 + RECENT_DAYS)

    @property
    def older(self) -> int:
        """How many stand before the last days."""
        return max(0, self.total - RECENT)

    def moment(self, number: int) -> datetime:
        if number > self.older:
            return self._recent(number - self.older)
        sums: list[float] = self._sums  # type: ignore[attr-defined]
        place = (number - 0.5) / self.older * sums[-1]
        day = bisect_right(sums, place)
        before = sums[day - 1] if day else 0.0
        return self._at(self._first, day, (place - before) / (sums[day] - before))

    def _recent(self, place: int) -> datetime:
        part = (place - 0.5) / min(self.total, RECENT) * RECENT_DAYS
        return self._at(self.end - timedelta(days=RECENT_DAYS), int(part), part % 1)

    def _at(self, first: datetime, day: int, part: float) -> datetime:
        return first + timedelta(days=day, hours=FIRST_HOUR + part * HOURS)
