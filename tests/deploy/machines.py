"""Machines of one paper, and a newsroom that works on one of them."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import urllib.error
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from hwalja.config.tests.homes import (
    Served,
    environment,
    hwalja,
    parent_of,
    processes,
    wait_for,
)


@dataclass
class Newsroom:
    """Gives orders to `at_work.py` and waits until each is committed."""

    process: "subprocess.Popen[str]"

    def _order(self, *words: str) -> str:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(" ".join(words) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        assert answer, f"the newsroom failed at {words}"
        return answer

    def publish(self, title: str) -> str:
        """The address of the new article."""
        return f"/news/{self._order('publish', title)}/"

    def retitle(self, path: str, title: str) -> None:
        self._order("retitle", path.split("/")[2], title)

    def withdraw(self, path: str) -> None:
        self._order("withdraw", path.split("/")[2])

    def tidy(self) -> None:
        self._order("tidy", "now")


@contextmanager
def newsroom(home: Path, **more: str) -> Iterator[Newsroom]:
    surroundings = environment(home, DJANGO_SETTINGS_MODULE="hwalja.config.settings", **more)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.deploy.at_work"],
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout and process.stdout.readline() == "ready\n"
        yield Newsroom(process)
    finally:
        process.kill()
        process.wait()


def text(served: Served, path: str) -> str:
    """What a reader gets there; the status where it is no page."""
    try:
        with served.get(path) as response:
            return str(response.read().decode())
    except urllib.error.HTTPError as error:
        return str(error.code)


def everybody(served: Served, number: signal.Signals) -> None:
    """A signal to all processes of a machine, as if it were frozen or its power gone."""
    for pid in processes(served.home):
        os.kill(pid, number)


@contextmanager
def killed(served: Served, *names: str) -> Iterator[None]:
    """Children of the supervisor have ended, and it cannot start them again until this ends."""
    os.kill(served.process.pid, signal.SIGSTOP)
    try:
        ended = {served.pid_of(name) for name in names}
        assert 0 not in ended
        # Found first: children of the dead are nobody's.
        children = {pid for pid in processes(served.home) if parent_of(pid) in ended}
        for pid in ended | children:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        yield
    finally:
        os.kill(served.process.pid, signal.SIGCONT)
    wait_for(lambda: served.health()[0] == 200, 60, "all processes alive again")


def differences(served: Served) -> list[str]:
    """What `hwalja press check --all` says is wrong with a machine's pages."""
    done = hwalja(served.home, "press", "check", "--all", **served.more)
    assert "쪽 가운데" in done.stdout, done.stderr
    return done.stdout.splitlines()[:-1]


def another(home: Path, place: Path) -> Path:
    """A second machine for the same paper: the same key, nothing pressed."""
    shutil.copytree(home, place, ignore=shutil.ignore_patterns("pressed", "run", "log"))
    return place


def pressed(home: Path) -> None:
    """Wait until all of a paper on SQLite is pressed."""
    behind = "SELECT 1 FROM press_home, press_edition WHERE press_home.edition < number"
    with closing(sqlite3.connect(home / "db.sqlite3")) as database:
        wait_for(lambda: not database.execute(behind).fetchall(), 60, "all pressed")
