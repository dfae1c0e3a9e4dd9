"""Serve the paper: front, app, presser and tasks, kept running; the analyst, when it is wanted."""

import argparse
import os
from pathlib import Path
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from hwalja.config import sqlite
from hwalja.config.serve import front, readiness, supervisor
from hwalja.config.serve.supervisor import NICENESS, Child
from hwalja.mentions import summons

# A worker takes about 150 MB; four serve any newsroom, and readers get pressed pages.
MOST_WORKERS = 4


def whole(option: str, value: Any, most: int) -> int:
    """The number given for `option`; a wrong one is one line, not argparse's usage."""
    text = str(value)
    if text.isascii() and text.isdigit() and len(text) < 6 and 0 < int(text) <= most:
        return int(text)
    raise CommandError(f"{option} {text}: 1에서 {most} 사이의 수를 쓰십시오.")


class Command(BaseCommand):
    help = "신문을 엽니다. Ctrl-C로 멈춥니다."
    requires_system_checks = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="기본값 127.0.0.1")
        parser.add_argument("--port", default=8000, help="기본값 8000")
        parser.add_argument(
            "--workers",
            default=min(os.cpu_count() or 1, MOST_WORKERS),
            help=f"앱 프로세스의 수. 기본값은 CPU의 수, 많아도 {MOST_WORKERS}",
        )

    def handle(self, *args: Any, host: str, **options: Any) -> None:
        port = whole("--port", options["port"], 65535)
        workers = whole("--workers", options["workers"], 64)
        readiness.home()
        lock = readiness.alone()
        readiness.port(host, port)
        ready = self._database()
        readiness.static()
        self._say(host, port)
        try:
            supervisor.supervise(
                [
                    front.child(host, port),
                    self._child("app", front.app_arguments(workers), ready),
                    self._child("presser", ["presser"], ready),
                    self._child("tasks", ["tasks"], ready),
                    self._child("analyst", ["analyst"], ready, summons.file()),
                ]
            )
        finally:
            os.close(lock)
        self.stdout.write("멈췄습니다.")

    def _child(
        self, name: str, arguments: list[str], ready: Event, wanted: Path | None = None
    ) -> Child:
        return Child(
            name,
            arguments,
            environment={sqlite.SERVED: "1"},
            niceness=NICENESS[name],
            waits_for=ready,
            wanted=wanted,
        )

    def _database(self) -> Event:
        """Set once it is there; readers of pressed pages need not wait for that."""
        ready = Event()
        try:
            readiness.database()
            ready.set()
        except readiness.Unreachable as error:
            if not readiness.has_pressed_pages():
                raise
            self.stderr.write(f"{error} 조판된 쪽만 내보내며 기다립니다.")
            Thread(target=readiness.wait_for_database, args=[ready], daemon=True).start()
        return ready

    def _say(self, host: str, port: int) -> None:
        here = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        outside = "" if here == settings.BASE_URL else f"  (독자에게는 {settings.BASE_URL}/)"
        self.stdout.write(
            f"신문     {here}/{outside}\n"
            f"편집국   {here}/admin/\n"
            f"상태     {here}/healthz\n"
            "Ctrl-C로 멈춥니다."
        )
        self.stdout.flush()
