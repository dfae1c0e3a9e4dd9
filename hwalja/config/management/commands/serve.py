"""Serve the paper: app, presser and tasks, kept running."""

import argparse
import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from hwalja.config.serve import readiness, supervisor
from hwalja.config.serve.supervisor import Child

# A worker takes about 150 MB; four serve any newsroom, and readers get pressed pages.
MOST_WORKERS = 4


def port_number(value: str) -> int:
    if value.isascii() and value.isdigit() and 0 < int(value) < 65536:
        return int(value)
    raise argparse.ArgumentTypeError("1에서 65535 사이의 수를 쓰십시오.")


def worker_count(value: str) -> int:
    if value.isascii() and value.isdigit() and 0 < int(value) <= 64:
        return int(value)
    raise argparse.ArgumentTypeError("1에서 64 사이의 수를 쓰십시오.")


class Command(BaseCommand):
    help = "신문을 엽니다. Ctrl-C로 멈춥니다."
    requires_system_checks = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="기본값 127.0.0.1")
        parser.add_argument("--port", type=port_number, default=8000, help="기본값 8000")
        parser.add_argument(
            "--workers",
            type=worker_count,
            default=min(os.cpu_count() or 1, MOST_WORKERS),
            help=f"앱 프로세스의 수. 기본값은 CPU의 수, 많아도 {MOST_WORKERS}",
        )

    def handle(self, *args: Any, host: str, port: int, workers: int, **options: Any) -> None:
        readiness.home()
        lock = readiness.alone()
        readiness.port(host, port)
        readiness.database()
        readiness.static()
        self._say(host, port)
        where = ["--host", host, "--port", str(port), "--workers", str(workers)]
        try:
            supervisor.supervise(
                [
                    Child("app", ["app", *where]),
                    Child("presser", ["presser"]),
                    Child("tasks", ["tasks"]),
                ]
            )
        finally:
            os.close(lock)
        self.stdout.write("멈췄습니다.")

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
