"""Two machines on one database: how soon a change stands on both."""

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hwalja.config.tests.homes import Served
from tests.deploy.machines import everybody
from tests.deploy.two import Two, caught_up, changes, gone, shown, two_machines

pytestmark = pytest.mark.prove
Measured = Callable[[str, str, str], None]
CHANGES = 20


def seconds(both: list[Served], see: Callable[[Served], None]) -> float:
    began = time.monotonic()
    for served in both:
        see(served)
    return time.monotonic() - began


def one_change(two: Two, title: str) -> float:
    """The longer of a publish and a withdrawal, until both machines show it."""
    both, path = [two.b, two.a], two.desk.publish(title)
    published = seconds(both, lambda served: shown(served, path, title))
    on_front = seconds(both, lambda served: shown(served, "/", title))
    two.desk.withdraw(path)
    return max(published + on_front, seconds(both, lambda served: gone(served, path)))


def test_two_machines(tmp_path: Path, measured: Measured) -> None:
    with two_machines(tmp_path) as two:
        slowest = max(one_change(two, f"기사 {number}째") for number in range(CHANGES))
        two.settle()
        everybody(two.b, signal.SIGSTOP)
        wanted = changes(two.desk, articles=10)
        everybody(two.b, signal.SIGCONT)
        thawed = caught_up(two, wanted)
        two.b.close()
        wanted = changes(two.desk, articles=10)
        two.b.start()
        restarted = caught_up(two, wanted)
        two.assert_right()
    assert slowest < 2 and thawed < 5 and restarted < 5
    measured(
        "A change on two machines",
        f"on both within {slowest:.1f} s in {CHANGES} of {CHANGES}; a machine frozen during 20 "
        f"changes right again in {thawed:.1f} s, one killed in {restarted:.1f} s after its start",
        "two homes on one PostgreSQL; `hwalja press check --all` finds no difference on either",
    )
