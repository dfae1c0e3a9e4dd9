"""The app's process: Granian with our WSGI door."""

import os
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from hwalja.config.logs import logging_for
from hwalja.press.front import lifeline

# Django is bound by the interpreter lock; more threads only help while a database
# or a disk is waited for, and each holds a connection.
THREADS = 4
# Left to finish what they are at; the supervisor's own patience is 4 s.
STOP_WITHIN = 3


def load(target: str) -> Callable[..., Any]:
    """In each worker: end with Granian's main process, then load Django."""
    lifeline.die_with(os.getppid())
    from hwalja.config.wsgi import application

    return application


class Command(BaseCommand):
    help = "앱 프로세스. hwalja serve가 띄웁니다."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--socket", type=Path, required=True)
        parser.add_argument("--workers", type=int, default=1)

    def handle(self, *args: Any, socket: Path, workers: int, **options: Any) -> None:
        # What a killed app has left behind.
        socket.unlink(missing_ok=True)
        Granian(
            "hwalja.config.wsgi:application",
            uds=socket,
            uds_permissions=0o600,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=THREADS,
            respawn_failed_workers=True,
            workers_kill_timeout=STOP_WITHIN,
            log_level=LogLevels.warning,
            log_dictconfig=logging_for("_granian"),
        ).serve(target_loader=load)
