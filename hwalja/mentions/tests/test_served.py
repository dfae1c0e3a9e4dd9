"""The analyst of a paper that is served: it comes when something is published, and alone loads the analyser."""

from collections.abc import Iterator
from pathlib import Path

import pysqlite3
import pytest

from hwalja.config.tests.homes import Served, hwalja, wait_for

pytestmark = pytest.mark.slow
COPY = """나래건설 새 공사

민들레 기자 mindeulle@paper.example
입력 2026.11.12 10:20:30

홍가람 나래건설 대표는 “공사를 서두르지 않겠다”고 12일 말했다. 홍 대표는 내년에 마친다고 밝혔다.

이 자리에는 주민 30명이 함께했다. 공사는 다음 달에 시작된다.
"""


@pytest.fixture
def served(home: Path) -> Iterator[Served]:
    found = Served(home, more={"HWALJA_ANALYST": "1"})
    try:
        yield found.start()
    finally:
        found.close()


def asked(home: Path, question: str) -> list[tuple[str]]:
    with pysqlite3.connect(home / "db.sqlite3") as connection:
        return list(connection.execute(question))


def loads_analyser(pid: int) -> bool:
    return "kiwipiepy" in Path(f"/proc/{pid}/maps").read_text()


def test_it_comes_when_something_is_published(served: Served, tmp_path: Path) -> None:
    assert served.pid_of("analyst") == 0
    file = tmp_path / "copy.txt"
    file.write_text(COPY)
    done = hwalja(served.home, "intake", str(file), "--publish")
    assert done.returncode == 0, done.stderr
    wait_for(lambda: asked(served.home, "SELECT text FROM mentions_quotation"), 60, "it is read")
    state = asked(served.home, "SELECT state FROM mentions_reading")
    words = asked(served.home, "SELECT text FROM mentions_quotation WHERE kind = 'direct'")
    assert (state, words) == ([("read",)], [("공사를 서두르지 않겠다",)])
    assert loads_analyser(served.pid_of("analyst"))
    others = [
        served.pid_of("app"),
        served.worker(),
        served.pid_of("presser"),
        served.pid_of("tasks"),
    ]
    assert not any(map(loads_analyser, others))
    assert served.stop() < 5
