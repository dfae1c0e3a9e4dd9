"""Keeps processes running until told to stop."""

import contextlib
import logging
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from hwalja.press.front import lifeline

logger = logging.getLogger("hwalja.serve")

FIRST_PAUSE = 0.5  # Seconds before the first restart; doubled each time …
LONGEST_PAUSE = 5.0  # … up to this: readers of forms wait for it,
STEADY = 60.0  # and forgotten after this long without a failure.
GRACE = 3.0  # For an orderly stop; whoever is left is killed, so that all is over within 5 s.
LOOK = 0.1
# The front is at 0: readers first, then what makes their pages, then the newsroom and the rest.
NICENESS = {"presser": 3, "app": 5, "tasks": 10, "analyst": 10}


def stand_back(pid: int, niceness: int) -> None:
    """Let others go first. Linux weighs the processes of a session, and sessions among each other."""
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, niceness)
        Path(f"/proc/{pid}/autogroup").write_text(str(niceness))


@dataclass
class Child:
    """One process: `python -m <module> <arguments>`, started again when it ends."""

    name: str
    arguments: list[str]
    module: str = "hwalja.config.cli"
    environment: dict[str, str] = field(default_factory=dict)
    # How far it stands back for the others, as nice(1) counts: readers come first.
    niceness: int = 0
    # Not before this; nothing to wait for where there is none.
    waits_for: Event | None = None
    # Started only while this file is there; it may then end by itself.
    wanted: Path | None = None
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    failures: int = 0
    due: float = 0.0

    def start(self) -> None:
        """In a session of its own, so that Ctrl-C reaches the supervisor alone."""
        command = [sys.executable, "-m", self.module, *self.arguments]
        environment = {**os.environ, **self.environment, lifeline.VARIABLE: str(os.getpid())}
        self.process = subprocess.Popen(  # noqa: S603
            command, env=environment, stdin=subprocess.DEVNULL, start_new_session=True
        )
        self.started = time.monotonic()
        if self.niceness:
            stand_back(self.process.pid, self.niceness)

    def look(self, now: float) -> None:
        """Start it where it is due, and note where it has ended."""
        if self.process is None:
            if now >= self.due and self._is_called():
                self.start()
        elif (status := self.process.poll()) is not None:
            self._ended(status, now)

    def _is_called(self) -> bool:
        if self.waits_for is not None and not self.waits_for.is_set():
            return False
        return self.wanted is None or self.wanted.exists()

    def _ended(self, status: int, now: float) -> None:
        self.signal(signal.SIGKILL)  # What it may have left behind of its own children.
        if self.wanted is not None and status == 0:
            self.process, self.due, self.failures = None, now + FIRST_PAUSE, 0
            return
        if now - self.started > STEADY:
            self.failures = 0
        pause = min(FIRST_PAUSE * 2**self.failures, LONGEST_PAUSE)
        self.failures += 1
        self.process, self.due = None, now + pause
        how = f"신호 {-status}" if status < 0 else f"상태 {status}"
        logger.error("%s 프로세스가 멈췄습니다(%s). %g초 뒤 다시 띄웁니다.", self.name, how, pause)

    def ask_to_stop(self) -> None:
        if self.process is not None:
            self.process.terminate()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the process and all its own children."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number)

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None


def stop(children: list[Child]) -> None:
    """End all of them, kindly at first."""
    for child in children:
        child.ask_to_stop()
    end = time.monotonic() + GRACE
    while any(child.is_running() for child in children) and time.monotonic() < end:
        time.sleep(0.05)
    for child in children:
        child.signal(signal.SIGKILL)
        if child.process is not None:
            child.process.wait()


def supervise(children: list[Child]) -> None:
    """Run until SIGINT or SIGTERM."""
    asked = False

    def ask(*_: object) -> None:
        nonlocal asked
        asked = True

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask)
    try:
        while not asked:
            now = time.monotonic()
            for child in children:
                child.look(now)
            time.sleep(LOOK)
    finally:
        stop(children)
