"""How much is pressed and how long changes take to reach readers, a row for each minute."""

from datetime import datetime, timedelta
from statistics import median

from django.utils import timezone

from hwalja.press.marks import Order
from hwalja.press.models import Home, Minute
from hwalja.press.queue import Job, Queue

KEPT = timedelta(days=2)


class Pace:
    """Of one home; `turn` writes the minute that is over."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.pages = 0
        self.waits: list[float] = []
        self.minute = _minute(timezone.now())

    def pressed(self, job: Job | None) -> None:
        """One more page; of what editors wait for, also how long that took."""
        self.pages += 1
        if job and job.order < Order.REST:
            self.waits.append((timezone.now() - job.marked_at) / timedelta(milliseconds=1))

    def turn(self, queue: Queue) -> None:
        """Write the minute, if it is over and there is anything to say."""
        now = _minute(timezone.now())
        if now == self.minute:
            return
        if self.pages or queue:
            Minute.objects.update_or_create(
                home=self.home,
                at=self.minute,
                defaults={
                    "pages": self.pages,
                    "median": round(median(self.waits or [0])),
                    "longest": round(max(self.waits, default=0)),
                    "waiting": len(queue),
                },
            )
            Minute.objects.filter(home=self.home, at__lt=now - KEPT).delete()
        self.minute, self.pages, self.waits = now, 0, []


def _minute(time: datetime) -> datetime:
    return time.replace(second=0, microsecond=0)
