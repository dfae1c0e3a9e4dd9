"""Two machines of one paper, each with pressed pages of its own, and one PostgreSQL."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg

from hwalja.config.tests.homes import Served, hwalja, wait_for
from tests.deploy.machines import Newsroom, another, differences, newsroom, text
from tools.postgres import cluster

# Seconds until a wait is given up as hopeless: correctness is tried here, speed in `make prove`.
PATIENCE = 60


class Two:
    """Both machines, the database and the newsroom, which works on the first."""

    def __init__(self, place: Path, address: str) -> None:
        self.address, more = address, {"DATABASE_URL": address, "HWALJA_DB_POOL": "3"}
        done = hwalja(place / "a", "init", **more)
        assert done.returncode == 0, done.stderr
        self.a = Served(place / "a", more)
        self.b = Served(another(place / "a", place / "b"), more)
        self.desk: Newsroom

    def sql(self, *lines: str) -> list[tuple[int, ...]]:
        """Run them; the rows of the last."""
        with psycopg.connect(self.address, autocommit=True) as connection:
            for line in lines[:-1]:
                connection.execute(line)
            last = connection.execute(lines[-1])
            return last.fetchall() if last.description else []

    def behind(self) -> list[tuple[int, ...]]:
        """Machines that have not pressed the last change."""
        return self.sql(
            "SELECT edition FROM press_home WHERE edition < (SELECT number FROM press_edition)"
        )

    def settle(self) -> None:
        wait_for(lambda: not self.behind(), PATIENCE, "both machines at the last change")

    def assert_right(self) -> None:
        """Every page on both says what Django says now."""
        self.settle()
        with ThreadPoolExecutor() as both:
            assert list(both.map(differences, (self.a, self.b))) == [[], []]


@contextmanager
def two_machines(place: Path) -> Iterator[Two]:
    with cluster() as address:
        found = Two(place, address)
        try:
            with ThreadPoolExecutor() as both:
                list(both.map(Served.start, (found.a, found.b)))
            with newsroom(found.a.home, **found.a.more) as found.desk:
                found.desk.publish("첫 기사")
                found.settle()
                yield found
        finally:
            for served in (found.a, found.b):
                if hasattr(served, "process"):
                    served.close()


def shown(served: Served, path: str, words: str, within: float = PATIENCE) -> None:
    wait_for(lambda: words in text(served, path), within, f"{words} at {path} of {served.home}")


def gone(served: Served, path: str, within: float = PATIENCE) -> None:
    wait_for(lambda: text(served, path) == "410", within, f"{path} gone from {served.home}")


def changes(desk: Newsroom, articles: int = 5) -> dict[str, str]:
    """New articles, each changed once more or withdrawn; what readers are to get where."""
    wanted = {
        desk.publish(f"밤사이 기사 {number}"): f"밤사이 기사 {number}" for number in range(articles)
    }
    paths, changed = list(wanted), articles * 3 // 5
    for path in paths[:changed]:
        desk.retitle(path, f"고친 제목 {path}")
        wanted[path] = f"고친 제목 {path}"
    for path in paths[changed:]:
        desk.withdraw(path)
        wanted[path] = "410"
    return wanted


def caught_up(two: Two, wanted: dict[str, str]) -> float:
    """Seconds until the second machine shows all of it."""
    began = time.monotonic()
    for path, words in wanted.items():
        shown(two.b, path, words)
    live = [words for words in wanted.values() if words != "410"]
    for words in live:
        shown(two.b, "/", words)
    return time.monotonic() - began


def forgotten(two: Two) -> None:
    """Let so much time pass for the second machine that its marks are thrown away."""
    name = (two.b.home / "pressed/home").read_text()
    wait_for(lambda: len(two.behind()) == 1, PATIENCE, "only the second machine behind")
    two.sql(
        f"UPDATE press_home SET seen_at = now() - interval '8 days' WHERE name = '{name}'",
        "UPDATE press_mark SET marked_at = now() - interval '2 hours'",
    )
    two.desk.tidy()
    assert two.sql("SELECT count(*) FROM press_mark") == [(0,)]
