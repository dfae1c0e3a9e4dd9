"""The presser's process: today its clock."""

import signal
from typing import Any

from django.core.management.base import BaseCommand

from hwalja.press import clock


class Command(BaseCommand):
    help = "예약된 일을 제때 처리합니다. hwalja serve가 띄웁니다."

    def handle(self, *args: Any, **options: Any) -> None:
        stopped = False

        def stop(*_: object) -> None:
            nonlocal stopped
            stopped = True

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        clock.keep(lambda: stopped)
