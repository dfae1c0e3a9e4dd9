"""A paper that keeps running: restarts, the clock, backups."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hwalja.config.tests.homes import Served, environment, wait_for
from hwalja.config.tests.test_backup import back_up_under_writes, restore_and_compare
from hwalja.config.tests.test_serve import WRITE

pytestmark = pytest.mark.prove
Measured = Callable[[str, str, str], None]


def test_backup_under_a_thousand_writes(home: Path, tmp_path: Path, measured: Measured) -> None:
    (home / "media" / "ballast").write_bytes(os.urandom(100 << 20))
    archive = tmp_path / "paper.tar.gz"
    before, during = back_up_under_writes(home, archive, 1000)
    found = restore_and_compare(archive, tmp_path / "again", before)
    measured(
        "Backup under writes",
        f"0 of {before} photos acknowledged before it lost; {during} more uploaded while it ran; "
        f"{found} in the restored paper, each with its file",
        "a process uploads photos without a pause; `hwalja backup` after 1,000; restored elsewhere",
    )


def test_twenty_kills(served: Served, measured: Measured) -> None:
    slowest = 0.0
    for number in range(20):
        name = ("app", "presser", "tasks")[number % 3]
        old = served.pid_of(name)
        begun = time.monotonic()
        os.kill(old, signal.SIGKILL)
        wait_for(lambda old=old, name=name: served.pid_of(name) not in {0, old}, 40, f"{name} back")
        wait_for(lambda: served.health()[0] == 200, 60, "healthy again")
        slowest = max(slowest, time.monotonic() - begun)
    took = served.stop()
    measured(
        "kill -9 of app, presser, tasks in turn",
        f"20 of 20 back; slowest {slowest:.1f} s with back-off; then all stopped in {took:.1f} s",
        "supervised by `hwalja serve`, /healthz asked until 200",
    )


def test_scheduled_articles_are_punctual(served: Served, measured: Measured) -> None:
    late = []
    for _ in range(3):
        written = subprocess.run(
            [sys.executable, "-c", WRITE, "8"],
            env=environment(served.home, DJANGO_SETTINGS_MODULE="hwalja.config.settings"),
            capture_output=True,
            text=True,
            check=True,
        )
        number, due = written.stdout.split()

        def is_out(path: str = f"/news/{number}/") -> bool:
            try:
                return bool(served.get(path).status == 200)
            except OSError:
                return False

        wait_for(is_out, float(due) - time.time() + 5, "the scheduled article")
        late.append(time.time() - float(due))
    assert min(late) >= 0
    measured(
        "Scheduled articles after their minute",
        f"{len(late)} of {len(late)} within 5 s, latest {max(late):.1f} s, 0 early",
        "presser's clock, page asked for 20 times a second",
    )
