"""The presser's process: presses what is dirty; beside it, in a thread of its own, the clock."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

from hwalja.press import clock, presser


class Command(BaseCommand):
    help = "바뀐 쪽을 조판하고 예약된 일을 제때 처리합니다. hwalja serve가 띄웁니다."

    def handle(self, *args: Any, **options: Any) -> None:
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        # Long work of the clock must not keep a page waiting.
        ticking = threading.Thread(target=clock.keep, args=[stopped.is_set])
        ticking.start()
        try:
            presser.run(stopped.is_set)
        finally:
            stopped.set()
            ticking.join()
