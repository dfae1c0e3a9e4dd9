"""Two machines with pressed pages of their own, one PostgreSQL behind them."""

import signal
from collections.abc import Iterator

import pytest

from tests.deploy.machines import everybody, text
from tests.deploy.two import Two, caught_up, changes, forgotten, gone, shown, two_machines

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    with two_machines(tmp_path_factory.mktemp("two")) as found:
        yield found


def test_a_change_shows_on_both(two: Two) -> None:
    assert "첫 기사" in text(two.a, "/") and "첫 기사" in text(two.b, "/")
    path = two.desk.publish("둘째 기사")
    for served in (two.b, two.a):
        shown(served, path, "둘째 기사")
        shown(served, "/", "둘째 기사")
    two.desk.withdraw(path)
    for served in (two.b, two.a):
        gone(served, path)


def test_a_frozen_machine_catches_up(two: Two) -> None:
    everybody(two.b, signal.SIGSTOP)
    try:
        wanted = changes(two.desk)
    finally:
        everybody(two.b, signal.SIGCONT)
    caught_up(two, wanted)
    two.assert_right()


def test_a_killed_machine_catches_up(two: Two) -> None:
    two.b.close()
    wanted = changes(two.desk)
    two.b.start()
    caught_up(two, wanted)
    two.assert_right()


def test_a_machine_away_for_longer_than_marks_are_kept_starts_anew(two: Two) -> None:
    two.b.close()
    # What it does not press again by itself must not survive either.
    leftover = two.b.home / "pressed/pages/00/00/0000"
    leftover.parent.mkdir(parents=True, exist_ok=True)
    leftover.write_bytes(b"old")
    wanted = changes(two.desk)
    forgotten(two)
    two.b.start()
    caught_up(two, wanted)
    assert not leftover.exists()
    two.assert_right()


def test_a_machine_frozen_for_as_long_starts_anew(two: Two) -> None:
    everybody(two.b, signal.SIGSTOP)
    try:
        wanted = changes(two.desk)
        forgotten(two)
    finally:
        everybody(two.b, signal.SIGCONT)
    caught_up(two, wanted)
    two.assert_right()
