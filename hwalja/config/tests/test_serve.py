"""`hwalja serve` with real processes."""

import gzip
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hwalja.config.tests.homes import Served, environment, free_port, hwalja, processes, wait_for

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", ["app", "presser", "tasks"])
def test_a_killed_process_is_restarted(served: Served, name: str) -> None:
    old = served.pid_of(name)
    os.kill(old, signal.SIGKILL)
    wait_for(lambda: served.pid_of(name) not in {0, old}, 60, f"{name} is back")
    wait_for(lambda: served.health()[0] == 200, 60, "all alive again")
    lines = [line for line in served.said().splitlines() if f"{name} 프로세스가 멈췄습니다" in line]
    assert len(lines) == 1 and "신호 9" in lines[0]
    if name == "app":
        # The workers of the killed one are gone too: no two generations answer side by side.
        assert len([line for line in processes(served.home).values() if "cli app" in line]) == 2


def test_a_killed_worker_is_replaced(served: Served) -> None:
    old = served.worker()
    os.kill(old, signal.SIGKILL)
    wait_for(lambda: served.worker() not in {0, old}, 60, "a new worker")
    wait_for(lambda: served.health()[0] == 200, 60, "an answer")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_everything_stops_within_five_seconds(served: Served, number: signal.Signals) -> None:
    assert served.stop(number) < 5
    assert served.process.returncode == 0
    assert not processes(served.home)


def test_nothing_outlives_a_killed_supervisor(served: Served) -> None:
    served.process.kill()
    served.process.wait()
    wait_for(lambda: not processes(served.home), 30, "all children gone")


def test_a_process_that_stands_still_is_no_longer_healthy(served: Served) -> None:
    presser = served.pid_of("presser")
    os.kill(presser, signal.SIGSTOP)
    status, body = wait_for(
        lambda: (found := served.health())[0] == 503 and found, 60, "503 for a stopped presser"
    )
    assert (status, body["presser"], body["app"], body["tasks"]) == (503, "down", "ok", "ok")
    os.kill(presser, signal.SIGCONT)
    wait_for(lambda: served.health()[0] == 200, 60, "healthy again")


def test_pages_travel_compressed(served: Served) -> None:
    with served.get("/", **{"Accept-Encoding": "gzip"}) as page:
        assert page.headers["Content-Encoding"] == "gzip"
        assert "<html" in gzip.decompress(page.read()).decode()


def test_a_second_one_on_the_same_home_is_refused(served: Served) -> None:
    second = hwalja(served.home, "serve", "--port", str(free_port()))
    assert second.returncode == 1
    assert second.stderr.count("\n") == 1 and "이미 돌고 있습니다" in second.stderr


def test_a_taken_port_is_one_line(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        refused = hwalja(home, "serve", "--port", str(port))
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert f"127.0.0.1:{port} 포트를 다른 프로그램이 쓰고 있습니다" in refused.stderr


def test_a_missing_home_is_refused_and_not_made(tmp_path: Path) -> None:
    refused = hwalja(tmp_path / "none", "serve", "--port", str(free_port()))
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1 and "hwalja init" in refused.stderr
    assert not (tmp_path / "none").exists()


def test_no_database_is_ever_made(home: Path) -> None:
    for file in home.glob("db.sqlite3*"):
        file.unlink()
    refused = hwalja(home, "serve", "--port", str(free_port()))
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1 and "데이터베이스" in refused.stderr
    assert not list(home.glob("db.sqlite3*"))


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("DELETE FROM django_migrations WHERE app='masthead'", "옛것"),
        (
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('masthead', '9999_later', '2030-01-01')",
            "새것",
        ),
    ],
)
def test_a_database_of_another_version_is_refused(home: Path, statement: str, line: str) -> None:
    import pysqlite3

    with pysqlite3.connect(home / "db.sqlite3") as connection:
        connection.execute(statement)
    connection.close()
    refused = hwalja(home, "serve", "--port", str(free_port()))
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1 and line in refused.stderr


WRITE = """
import django, sys
django.setup()
from datetime import timedelta
from django.utils import timezone
from hwalja.articles.models import Article, FrontPage, Section
if not Section.objects.exists():
    section = FrontPage.objects.get().add_child(instance=Section(title="경제", slug="economy"))
    section.save_revision().publish()
due = timezone.now() + timedelta(seconds=float(sys.argv[1]))
article = Article(title="예약한 기사", live=False, go_live_at=due)
Section.objects.get().add_child(instance=article)
article.save_revision(approved_go_live_at=due)
print(article.number, due.timestamp())
"""


def test_a_scheduled_article_is_out_within_five_seconds(served: Served) -> None:
    written = subprocess.run(
        [sys.executable, "-c", WRITE, "8"],
        env=environment(served.home, DJANGO_SETTINGS_MODULE="hwalja.config.settings"),
        capture_output=True,
        text=True,
        check=True,
    )
    number, due = written.stdout.split()
    path = f"/news/{number}/"

    def out() -> bool:
        try:
            return bool(served.get(path).status == 200)
        except OSError:
            return False

    # Asked before the time was looked at: a machine too slow to ask in time proves nothing here.
    assert not out() or time.time() >= float(due), "it is out too early"
    wait_for(out, float(due) - time.time() + 5, "the scheduled article")
    assert time.time() >= float(due)


def test_readers_come_first(served: Served) -> None:
    front = os.getpriority(os.PRIO_PROCESS, served.pid_of("front"))
    for name in ("presser", "app", "tasks"):
        assert os.getpriority(os.PRIO_PROCESS, served.pid_of(name)) > front
    assert os.getpriority(os.PRIO_PROCESS, served.worker()) > front
