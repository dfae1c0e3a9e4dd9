"""The analyst's process: reads what was published, and ends when nothing has come for a while."""

import threading
import time
from typing import Any

from django.core.management.base import BaseCommand

from hwalja.mentions import summons
from hwalja.mentions.alone import alone
from hwalja.mentions.analyst import Analyst
from hwalja.mentions.stopping import asked_to_stop

LOOK = 0.5  # Seconds between looks where there is nothing to do.
STAYS = 300.0  # Seconds: while a paper is being published, loading it again each time costs more.
OTHERS = 30.0  # Seconds to wait where another reads: `hwalja analyse --all`, or another machine.


class Command(BaseCommand):
    help = "나간 기사를 읽습니다. 읽을 것이 있으면 hwalja serve가 띄웁니다."

    def handle(self, *args: Any, **options: Any) -> None:
        with asked_to_stop() as stopped, alone() as is_alone:
            if is_alone:
                work(Analyst(), stopped)
            else:
                stopped.wait(OTHERS)


def work(analyst: Analyst, stopped: threading.Event, stays: float = STAYS) -> None:
    """Read until told to stop, or until nothing has come for `stays` seconds."""
    last = time.monotonic()
    while not stopped.is_set():
        if analyst.step():
            last = time.monotonic()
        elif time.monotonic() - last > stays:
            summons.dismiss()
            return
        else:
            stopped.wait(LOOK)
