"""What a moderator hides is gone from everywhere within two seconds, and stays so."""

import time
from collections.abc import Callable

import pytest

from hwalja.config.tests.homes import wait_for
from tests.comments.posting import Crowd, Sent, lift_limits
from tests.press.papers import Paper
from tests.press.test_kills import wait_until_healthy

pytestmark = pytest.mark.slow
Measured = Callable[[str, str, str], None]
LATEST = 2.0


def places(one: Sent) -> list[str]:
    """Every address at which it could be seen."""
    base = f"/news/{one.location.split('/')[2]}/"
    return [
        base,
        f"{base}comments/",
        f"{base}comments/?sort=oldest",
        f"{base}comments/?sort=agreed",
        one.location,
    ]


def seen_at(paper: Paper, one: Sent) -> list[str]:
    return [path for path in places(one) if one.body in paper.text(path)]


def run(paper: Paper, count: int) -> tuple[list[float], list[Sent]]:
    """Hide one comment after another while others are written; how long each was still seen."""
    lift_limits(paper)
    crowd = Crowd(paper, 3, seed=4)
    hidden: list[Sent] = []
    times: list[float] = []
    while len(hidden) < count and not crowd.failures:
        one = wait_for(lambda: next(iter(crowd.sent[len(hidden) :]), None), 20, "a comment to hide")
        number = one.location.split("/")[2]
        # The newest twenty are on the page; those that were pushed off it are gone anyway.
        if one is crowd.sent[-1]:
            end = time.monotonic() + 4
            while time.monotonic() < end and one.body not in paper.text(f"/news/{number}/"):
                time.sleep(0.05)
        done = paper.editor.do("hide", str(one.pk))
        assert done.get("hidden") == 1, done
        while seen_at(paper, one):
            assert time.time() - done["at"] < LATEST, seen_at(paper, one)
        times.append(time.time() - done["at"])
        hidden.append(one)
    crowd.stop()
    assert not crowd.failures
    return sorted(times), hidden


def none_comes_back(paper: Paper, hidden: list[Sent]) -> None:
    """After a restart, and after all pages are pressed anew."""
    paper.served.stop()
    paper.served.start()
    wait_until_healthy(paper)
    paper.settle()
    assert not [one.body for one in hidden if seen_at(paper, one)]
    bodies = {one.body for one in hidden}
    assert not [key for key, text in paper.pressed_texts() if any(body in text for body in bodies)]


def test_what_is_hidden_is_gone_and_stays_gone(paper: Paper) -> None:
    _, hidden = run(paper, 12)
    none_comes_back(paper, hidden)


@pytest.mark.prove
def test_three_hundred(paper: Paper, measured: Measured) -> None:
    times, hidden = run(paper, 300)
    none_comes_back(paper, hidden)
    measured(
        "Comments hidden under load",
        f"{len(hidden)} hidden while readers write: gone from every address, median "
        f"{times[len(times) // 2]:.2f} s, latest {times[-1]:.2f} s; 0 came back after a restart",
        "five addresses asked without a pause until none shows it; then every pressed file",
    )
