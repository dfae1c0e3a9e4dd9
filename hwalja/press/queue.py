"""What waits to be pressed in this home, the most urgent first."""

import heapq
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from hwalja.press import marks
from hwalja.press.models import Mark

# Marks of one order held at a time: a bulk of a hundred thousand stays in the database.
AT_MOST = 500
# Seconds until a page that failed is tried again. Short: when a database comes back, all heal.
AGAIN = 2.0


@dataclass(order=True)
class Job:
    """A key that is older than `edition`."""

    order: int
    edition: int
    key: str = field(compare=False)
    marked_at: datetime = field(compare=False)


class Queue:
    """The marks that this home has not pressed yet.

    Of each order it knows how far it has read. What is read and not done stands in
    `jobs`, so that `pressed_up_to` never claims what a kill would lose.
    """

    def __init__(self, edition: int) -> None:
        # Up to which edition of each order, and, where that was cut in two, up to which key.
        self.read: dict[marks.Order, tuple[int, str | None]] = dict.fromkeys(
            marks.Order, (edition, None)
        )
        self.top = -1
        self.jobs: dict[str, Job] = {}
        self.heap: list[Job] = []
        self.later: list[tuple[float, str]] = []

    def look(self) -> None:
        """Take in new marks."""
        top = marks.edition()
        if top == self.top and all(key is None for _, key in self.read.values()):
            return
        self.top = top
        for order in marks.Order:
            room = AT_MOST - sum(job.order == order for job in self.jobs.values())
            if room <= 0:
                continue
            found = marks.after(order, *self.read[order], room)
            for mark in found:
                self._add(mark)
            if len(found) == room:
                self.read[order] = (found[-1].edition, found[-1].key)
            else:
                # Editions are committed in order: nothing can come below the top seen before.
                last = found[-1].edition if found else 0
                self.read[order] = (max(top, last, self.read[order][0]), None)

    def _add(self, mark: Mark) -> None:
        job = Job(mark.order, mark.edition, mark.key, mark.marked_at)
        self.jobs[mark.key] = job
        heapq.heappush(self.heap, job)

    def next(self) -> Job | None:
        """The most urgent job whose time has come."""
        now = time.monotonic()
        while self.later and self.later[0][0] <= now:
            _, key = heapq.heappop(self.later)
            if key in self.jobs:
                heapq.heappush(self.heap, self.jobs[key])
        while self.heap:
            job = heapq.heappop(self.heap)
            if self.jobs.get(job.key) is job:
                return job
        return None

    def done(self, job: Job) -> None:
        """It is pressed; a mark that came meanwhile stays."""
        if self.jobs.get(job.key) is job:
            del self.jobs[job.key]

    def put_off(self, job: Job) -> None:
        """It failed: try again in a while."""
        heapq.heappush(self.later, (time.monotonic() + AGAIN, job.key))

    def pressed_up_to(self) -> int:
        """Every mark up to this edition is done."""
        waiting = min((job.edition - 1 for job in self.jobs.values()), default=None)
        read = min(e if key is None else e - 1 for e, key in self.read.values())
        return read if waiting is None else min(read, waiting)

    def oldest(self) -> datetime | None:
        """When the change came that somebody has waited for longest; bulk takes its time."""
        times = (job.marked_at for job in self.jobs.values() if job.order < marks.Order.KEPT)
        return min(times, default=None)

    def dirty(self) -> int:
        """How many are known to be dirty: of those kept for readers most were never asked for."""
        return sum(job.order != marks.Order.KEPT for job in self.jobs.values())

    def __len__(self) -> int:
        return len(self.jobs)

    def __iter__(self) -> Iterator[Job]:
        return iter(self.jobs.values())
