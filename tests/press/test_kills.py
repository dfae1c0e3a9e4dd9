"""kill -9 of any process at any moment, and a full disk: nothing torn, lost, stale or leaked."""

import contextlib
import os
import random
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hwalja.config.tests.homes import processes, wait_for
from tests.press.editor import CANARY
from tests.press.papers import Paper, open_paper, quoted

pytestmark = pytest.mark.slow
Measured = Callable[[str, str, str], None]
HEAL = 5.0  # Seconds after everything is back.


class Work:
    """Changes without pause, in a thread; what was acknowledged."""

    def __init__(self, paper: Paper, seed: int) -> None:
        self.paper = paper
        self.random = random.Random(seed)
        self.titles: dict[int, str] = {}
        self.gone: set[int] = set()
        self.done = 0
        self.failed = 0
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self._go_on)
        self.thread.start()

    def _go_on(self) -> None:
        turn = 0
        while not self.stopped.is_set():
            turn += 1
            self._one(turn)

    def _one(self, turn: int) -> None:
        title = f"살아남은 기사 {turn}"
        kind = self.random.choice(["publish", "publish", "edit", "withdraw", "draft"])
        known = sorted(set(self.titles) - self.gone)
        if kind == "draft":
            done = self.paper.editor.do("draft", turn)
        elif kind == "publish" or not known:
            done = self.paper.editor.do("publish", title)
            if "number" in done:
                self.titles[done["number"]] = title
        elif kind == "edit":
            number = self.random.choice(known)
            done = self.paper.editor.do("edit", number, title)
            if "number" in done:
                self.titles[number] = title
        else:
            number = self.random.choice(known)
            done = self.paper.editor.do("withdraw", number)
            if "number" in done:
                self.gone.add(number)
        self.done += "error" not in done
        self.failed += "error" in done

    def stop(self) -> None:
        self.stopped.set()
        self.thread.join()


def wrong(paper: Paper, work: Work) -> list[str]:
    """What readers see that is not what was acknowledged last."""
    found = []
    for number, title in work.titles.items():
        answer = paper.get(f"/news/{number}/")
        if number in work.gone:
            if answer.status != 410:
                found.append(f"{number} is withdrawn and answers {answer.status}")
        elif answer.status != 200 or title not in answer.body.decode():
            found.append(f"{number} answers {answer.status} without {title}")
    return found


def leaks(paper: Paper) -> list[str]:
    """Pages, in the store or as readers get them, with a word of a draft."""
    stored = [key for key, text in paper.pressed_texts() if CANARY in text]
    seen = [path for path in paper.addresses() if CANARY in paper.text(quoted(path))]
    return [*stored, *seen]


def examine(paper: Paper, work: Work) -> None:
    """Five seconds after the last fault all is as if there had been none."""
    begun = time.monotonic()
    paper.settle(30)
    time.sleep(max(0.0, HEAL - (time.monotonic() - begun)))
    assert not paper.torn()
    assert not wrong(paper, work)
    assert not paper.drift()
    assert not leaks(paper)


def kill_any(paper: Paper, chance: random.Random) -> str:
    """kill -9 of one of the paper's processes, the supervisor apart."""
    ours = wait_for(lambda: _of(paper), 30, "a process to kill")
    pid = chance.choice(sorted(ours))
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    return str(ours[pid])


def _of(paper: Paper) -> dict[int, str]:
    """The paper's processes but the supervisor."""
    found = processes(paper.home)
    found.pop(paper.served.process.pid, None)
    return found


def run(paper: Paper, count: int, seed: int) -> Work:
    chance = random.Random(seed)
    work = Work(paper, seed)
    for _ in range(count):
        time.sleep(chance.uniform(0.05, 0.9))
        kill_any(paper, chance)
    work.stop()
    wait_until_healthy(paper)
    examine(paper, work)
    return work


def wait_until_healthy(paper: Paper) -> None:
    wait_for(lambda: paper.served.health()[0] == 200, 60, "all processes back")


def test_nothing_is_torn_lost_or_stale(paper: Paper) -> None:
    work = run(paper, 12, seed=7)
    assert work.done > 10 and not work.failed


@pytest.mark.prove
def test_three_hundred_kills(paper: Paper, measured: Measured) -> None:
    done = kills = 0
    for seed in range(10):
        work = run(paper, 30, seed)
        done, kills = done + work.done, kills + 30
        assert not work.failed
    measured(
        "kill -9 of any process while publishing",
        f"{kills} kills during {done} changes: 0 torn files, 0 pages lost, 0 stale 5 s after, "
        "0 words of drafts",
        "random process of `hwalja serve` at random moments; every page compared with a fresh one",
    )


@pytest.fixture
def small_disk(laid: tuple[Path, list[int]], tmp_path: Path) -> Iterator[Path]:
    """A home whose pressed pages lie on a disk of a few megabytes."""
    import shutil

    if os.geteuid():
        pytest.skip("mounting a small disk needs root")
    home = Path(shutil.copytree(laid[0], tmp_path / "home"))
    pressed = home / "pressed"
    pressed.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", pressed], check=True)
    try:
        yield home
    finally:
        subprocess.run(["umount", "-l", pressed], check=True)


def fill(disk: Path) -> Path:
    """Not a byte more fits."""
    ballast = disk / "ballast"
    # Unbuffered: what does not fit must not be tried again when the file is closed.
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(b"\0" * 4096):
            pass
    return ballast


def run_full(paper: Paper, count: int, seed: int) -> Work:
    chance = random.Random(seed)
    work = Work(paper, seed)
    before = paper.addresses()
    for _ in range(count):
        time.sleep(chance.uniform(0.05, 0.5))
        ballast = fill(paper.home / "pressed")
        time.sleep(chance.uniform(0.3, 0.9))
        ballast.unlink()
    work.stop()
    assert not [path for path in before if paper.get(quoted(path)).status not in (200, 301, 410)]
    examine(paper, work)
    return work


def test_a_full_disk_tears_nothing(small_disk: Path, laid: tuple[Path, list[int]]) -> None:
    paper = open_paper(small_disk, laid[1])
    try:
        work = run_full(paper, 4, seed=3)
        assert work.done > 3
    finally:
        paper.close()


@pytest.mark.prove
def test_fifty_full_disks(
    small_disk: Path, laid: tuple[Path, list[int]], measured: Measured
) -> None:
    paper = open_paper(small_disk, laid[1])
    try:
        work = run_full(paper, 50, seed=5)
    finally:
        paper.close()
    measured(
        "Full disk while publishing",
        f"50 times full and freed during {work.done} changes: 0 torn files, 0 pages lost, "
        "0 stale 5 s after",
        "pressed pages on a tmpfs of 32 MB, filled at random moments",
    )
