"""Real homes and real processes for tests."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest


def environment(home: Path, **more: str) -> dict[str, str]:
    """The caller's environment without any of our settings, and this home; no analyst, which
    would take the machine for seconds, unless it is asked for."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("HWALJA_") and name != "DATABASE_URL"
    }
    return {**kept, "HWALJA_HOME": str(home), "HWALJA_ANALYST": "0", **more}


def hwalja(home: Path, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "hwalja.config.cli", *arguments],
        env=environment(home, **more),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(true: Callable[[], Any], seconds: float, what: str) -> Any:
    """Poll until `true()` gives something; fail with `what` after `seconds`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = true()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"not within {seconds} s: {what}")


def processes(home: Path) -> dict[int, str]:
    """Every living process that works for this home, with its command line."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            surroundings = (folder / "environ").read_bytes().split(b"\0")
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if f"HWALJA_HOME={home}".encode() in surroundings and "-m hwalja." in line:
            found[int(folder.name)] = line
    return found


def parent_of(pid: int) -> int:
    """0 where there is no such process any more."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return 0
    return int(stat.rpartition(")")[2].split()[1])


@dataclass
class Served:
    """`hwalja serve` on a home of its own."""

    home: Path
    more: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    workers: int = 1

    def start(self) -> "Served":
        arguments = ["serve", "--port", str(self.port), "--workers", str(self.workers)]
        self.log = (self.home / "log").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "hwalja.config.cli", *arguments],
            env=environment(self.home, **self.more),
            stdout=self.log,
            stderr=self.log,
        )
        wait_for(lambda: self.health()[0] == 200, 60, "all processes alive")
        return self

    def get(self, path: str, **headers: str) -> Any:
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=headers)
        return urllib.request.urlopen(request, timeout=10)

    def health(self) -> tuple[int, dict[str, str]]:
        """Status and what is alive; (0, {}) while nobody answers."""
        try:
            with self.get("/healthz") as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)
        except OSError:
            return 0, {}

    def pid_of(self, name: str) -> int:
        """The supervisor's own child whose command is `name`; 0 while there is none."""
        return self._child_of(self.process.pid, name)

    def worker(self) -> int:
        """One of Granian's workers, which are the app's children."""
        return self._child_of(self.pid_of("app"), "app")

    def _child_of(self, parent: int, name: str) -> int:
        # By parentage: process ids start again from below, so the oldest is not the lowest.
        for pid, line in processes(self.home).items():
            if (f"cli {name}" in line or f"press.{name}" in line) and parent_of(pid) == parent:
                return pid
        return 0

    def said(self) -> str:
        return (self.home / "log").read_text()

    def stop(self, number: signal.Signals = signal.SIGTERM) -> float:
        """Seconds it took until the supervisor was gone."""
        begun = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(timeout=30)
        return time.monotonic() - begun

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        for pid in processes(self.home):
            os.kill(pid, signal.SIGKILL)
        self.log.close()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home made by `hwalja init`; copy it, never change it."""
    home = tmp_path_factory.mktemp("founded") / "home"
    done = hwalja(home, "init")
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def home(founded: Path, tmp_path: Path) -> Path:
    """A newspaper of this test's own."""
    return Path(shutil.copytree(founded, tmp_path / "home"))


@pytest.fixture
def served(home: Path) -> Iterator[Served]:
    found = Served(home)
    try:
        yield found.start()
    finally:
        found.close()
