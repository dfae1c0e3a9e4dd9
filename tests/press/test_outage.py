"""Whatever is dead behind the front, every published page goes on being served, complete."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hwalja.config.tests.homes import free_port, processes, wait_for
from tests.press.papers import Answer, Paper

# Minutes each: with the full counts.
pytestmark = [pytest.mark.slow, pytest.mark.prove]
Measured = Callable[[str, str, str], None]
AT_ONCE = 0.1  # Seconds that a page may take beside a process that hangs.
# What changes with the second in which it was asked for.
ASIDE = ("date", "x-hwalja-stale")


def pids(paper: Paper, name: str) -> list[int]:
    """A process of `hwalja serve` and its workers."""
    return [pid for pid, line in processes(paper.home).items() if f"cli {name}" in line]


@contextmanager
def stopped(paper: Paper, name: str) -> Iterator[None]:
    """It hangs: alive, and never answers."""
    hung = pids(paper, name)
    assert hung
    for pid in hung:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in hung:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)


@contextmanager
def killed_again_and_again(paper: Paper, name: str) -> Iterator[None]:
    """It is dead, and dies whenever it is started."""
    done = False

    def kill() -> None:
        while not done:
            for pid in pids(paper, name):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            time.sleep(0.05)

    import threading

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        yield
    finally:
        done = True
        killer.join()


@contextmanager
def database_away(paper: Paper) -> Iterator[None]:
    """The database's files are gone, and the app that held them open is killed."""
    files = list(paper.home.glob("db.sqlite3*"))
    for path in files:
        path.rename(path.with_name(f"away-{path.name}"))
    for name in ("app", "presser", "tasks"):
        for pid in pids(paper, name):
            os.kill(pid, signal.SIGKILL)
    time.sleep(2)
    try:
        yield
    finally:
        # Nothing may have been made in their place.
        assert not list(paper.home.glob("db.sqlite3*"))
        for path in files:
            path.with_name(f"away-{path.name}").rename(path)


@contextmanager
def database_locked(paper: Paper) -> Iterator[None]:
    """Somebody holds the write lock and does not let go."""
    with contextlib.closing(sqlite3.connect(paper.home / "db.sqlite3")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.rollback()


@contextmanager
def database_forbidden(paper: Paper) -> Iterator[None]:
    """As with a wrong password: the database is there and lets nobody in."""
    file = paper.home / "db.sqlite3"
    file.rename(file.with_name("kept"))
    file.mkdir()
    for name in ("app", "presser", "tasks"):
        for pid in pids(paper, name):
            os.kill(pid, signal.SIGKILL)
    time.sleep(2)
    try:
        yield
    finally:
        file.rmdir()
        file.with_name("kept").rename(file)


FAULTS: dict[str, Callable[[Paper], contextlib.AbstractContextManager[None]]] = {
    "app hangs": lambda paper: stopped(paper, "app"),
    "presser hangs": lambda paper: stopped(paper, "presser"),
    "tasks hang": lambda paper: stopped(paper, "tasks"),
    "app dies": lambda paper: killed_again_and_again(paper, "app"),
    "presser dies": lambda paper: killed_again_and_again(paper, "presser"),
    "database away": database_away,
    "database locked": database_locked,
    "database forbidden": database_forbidden,
}


def same(before: dict[str, Answer], now: dict[str, Answer]) -> list[str]:
    """Addresses that do not answer as before, to the byte."""
    return [
        f"{path}: {now[path].status} for {was.status}"
        for path, was in before.items()
        if (now[path].status, now[path].body) != (was.status, was.body)
    ]


def slow(answers: dict[str, Answer]) -> list[str]:
    return [path for path, one in answers.items() if one.seconds > AT_ONCE]


def crawl_through(paper: Paper, fault: str) -> int:
    """Before, during and after one fault; how many pages were compared."""
    addresses = paper.addresses()
    assert len(addresses) > 40
    before = paper.crawl(addresses)
    with FAULTS[fault](paper):
        during = paper.crawl(addresses)
        assert not same(before, during), fault
        assert not slow(during), fault
        if "app" in fault or "away" in fault or "forbidden" in fault:
            refused_kindly(paper)
    wait_for(lambda: paper.get("/search/?q=기사".encode().decode()).status == 200, 30, fault)
    healed(paper)
    assert not same(before, paper.crawl(addresses)), fault
    return len(addresses)


def refused_kindly(paper: Paper) -> None:
    """What needs the app says when to come again, in Korean."""
    answer = paper.get("/account/login/", timeout=40)
    assert answer.status == 503, answer
    assert answer.headers["retry-after"] and "잠시" in answer.body.decode()


def healed(paper: Paper) -> None:
    """A change made now is there for readers within the five seconds of healing."""
    wait_for(lambda: paper.served.health()[0] == 200, 20, "healthy")
    done = paper.editor.do("publish", "돌아온 뒤의 기사")
    assert "number" in done, done
    path = f"/news/{done['number']}/"
    wait_for(lambda: paper.get(path).status == 200, 5, "pressed again")
    # As it was before, for the comparison.
    paper.editor.do("withdraw", done["number"])
    paper.settle()


@pytest.mark.parametrize("fault", ["app hangs", "presser dies", "database away"])
def test_published_pages_outlive(paper: Paper, fault: str) -> None:
    crawl_through(paper, fault)


def test_a_machine_restarted_without_its_database(paper: Paper) -> None:
    addresses = paper.addresses()
    before = paper.crawl(addresses)
    paper.served.stop()
    away = paper.home / "db.sqlite3"
    away.rename(paper.home / "elsewhere")
    paper.served.port = free_port()
    log = (paper.home / "log").open("w+")
    line = ["serve", "--port", str(paper.served.port), "--workers", "1"]
    paper.served.process = subprocess.Popen(
        [os.sys.executable, "-m", "hwalja.config.cli", *line],  # type: ignore[attr-defined]
        env={**os.environ, "HWALJA_HOME": str(paper.home)},
        stdout=log,
        stderr=log,
    )
    paper.served.log = log
    wait_for(lambda: paper.get("/").status == 200, 20, "the front alone")
    assert not same(before, paper.crawl(addresses))
    refused_kindly(paper)
    assert not Path(paper.home, "db.sqlite3").exists()
    (paper.home / "elsewhere").rename(away)
    healed(paper)


def test_who_asks_for_the_newsroom_gets_the_page_when_the_app_hangs(paper: Paper) -> None:
    path = f"/news/{paper.numbers[0]}/"
    with killed_again_and_again(paper, "app"):
        answer = paper.get(path, Cookie="hwalja_newsroom=whatever")
    assert answer.status == 200


@pytest.mark.prove
def test_every_fault(paper: Paper, measured: Measured) -> None:
    pages = {fault: crawl_through(paper, fault) for fault in FAULTS}
    total = sum(pages.values())
    measured(
        "Outage",
        f"{total} of {total} pages 200 and byte-equal, none over {AT_ONCE * 1000:.0f} ms, through "
        f"{len(pages)} faults; forms 503 with Retry-After; healed within 5 s",
        ", ".join(pages),
    )
