"""The clock: what must happen by time alone, run by the presser.

Rooms register their duties here; the press knows none of them.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import close_old_connections

logger = logging.getLogger(__name__)


@dataclass
class Duty:
    """A function to call again and again, `every` seconds apart."""

    name: str
    every: float
    run: Callable[[], object]
    due: float = 0.0


DUTIES: list[Duty] = []


def every(seconds: float, run: Callable[[], object]) -> None:
    """Register `run`, a short function that must be safe to call at any time, twice too."""
    DUTIES.append(Duty(f"{run.__module__}.{run.__name__}", seconds, run))


def tick(now: float) -> None:
    """Run the duties that are due; one that fails is logged and tried again next time.

    `now` is in seconds of a monotonic clock.
    """
    for duty in DUTIES:
        if duty.due <= now:
            duty.due = now + duty.every
            try:
                duty.run()
            except Exception:
                logger.exception("%s failed", duty.name)


def keep(stopped: Callable[[], bool]) -> None:
    """Keep the time until `stopped()`; looks twice a second."""
    while not stopped():
        close_old_connections()
        tick(time.monotonic())
        time.sleep(0.5)
