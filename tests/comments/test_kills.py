"""kill -9 of any process while readers post: what was acknowledged is there, once."""

import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from hwalja.config.tests.homes import hwalja, wait_for
from tests.comments.posting import Crowd, lift_limits, state
from tests.press.papers import Paper, fill, open_paper
from tests.press.test_kills import kill_any, wait_until_healthy
from tools.postgres import cluster

pytestmark = pytest.mark.slow
Measured = Callable[[str, str, str], None]


def run(paper: Paper, kills: int, posts: int, seed: int) -> tuple[Crowd, list[str]]:
    """Kill at random moments, while comments come in, until there were that many kills and posts;
    what is wrong after."""
    lift_limits(paper)
    chance = random.Random(seed)
    crowd = Crowd(paper, 6, seed)
    apart = 2 * posts // kills
    for _ in range(kills):
        wait_for_posts(crowd, len(crowd.sent) + chance.randint(0, apart))
        time.sleep(chance.uniform(0, 0.2))
        kill_any(paper, chance)
    wait_for_posts(crowd, posts)
    crowd.stop()
    assert not crowd.failures
    wait_until_healthy(paper)
    return crowd, wrong(paper, crowd)


def wait_for_posts(crowd: Crowd, count: int) -> None:
    while len(crowd.sent) < count and not crowd.failures:
        time.sleep(0.02)


def wrong(paper: Paper, crowd: Crowd) -> list[str]:
    """Acknowledged comments that are not there, or there twice; faults of the log."""
    found = state(paper)
    bodies = Counter(body for _, _, body in found["rows"])
    by_id = {pk: body for pk, _, body in found["rows"]}
    logged = Counter(found["logged"])
    faults = [str(fault) for fault in found["faults"]]
    for one in crowd.sent:
        if by_id.get(one.pk) != one.body:
            faults.append(f"lost: {one.body}")
        if bodies[one.body] > 1:
            faults.append(f"{bodies[one.body]} times: {one.body}")
    faults += [f"logged {logged[pk]} times: {pk}" for pk in by_id if logged[pk] != 1]
    return faults


def on_pages(paper: Paper, crowd: Crowd) -> None:
    """The newest comments stand on the articles' pressed pages."""
    in_order = sorted(crowd.sent, key=lambda one: one.pk)
    last = {one.location.split("/")[2]: one for one in in_order}

    def missing() -> list[str]:
        return [n for n, one in last.items() if one.body not in paper.text(f"/news/{n}/")]

    wait_for(lambda: not missing(), 20, "the newest comments on their pages")


def test_what_was_acknowledged_is_there_once(paper: Paper) -> None:
    crowd, faults = run(paper, 8, 60, seed=5)
    assert not faults
    on_pages(paper, crowd)


@pytest.mark.parametrize(("broken", "fault"), [("keyless", "times"), ("hasty", "lost")])
def test_a_broken_build_is_found_out(
    laid: tuple[Path, list[int]], tmp_path: Path, broken: str, fault: str
) -> None:
    """What these tests are worth: without the key, or with the answer before the commit, they fail."""
    home = Path(shutil.copytree(laid[0], tmp_path / "home"))
    paper = open_paper(home, laid[1], DJANGO_SETTINGS_MODULE=f"tests.comments.{broken}")
    try:
        for seed in range(5):
            _, faults = run(paper, 8, 40, seed)
            if any(fault in one for one in faults):
                return
        pytest.fail("nothing was found")
    finally:
        paper.close()


@pytest.mark.prove
def test_two_hundred_kills(paper: Paper, measured: Measured) -> None:
    two_hundred(paper, "SQLite", measured)


@pytest.mark.prove
def test_two_hundred_kills_on_postgres(tmp_path: Path, measured: Measured) -> None:
    with cluster() as address:
        home, more = tmp_path / "home", {"DATABASE_URL": address}
        done = hwalja(home, "init", **more)
        assert done.returncode == 0, done.stderr
        paper = open_paper(home, fill(home, **more), **more)
        try:
            two_hundred(paper, "PostgreSQL", measured)
        finally:
            paper.close()


def two_hundred(paper: Paper, database: str, measured: Measured) -> None:
    crowd, faults = run(paper, 200, 10_000, seed=11)
    assert not faults
    on_pages(paper, crowd)
    tries = sum(reader.tries for reader in crowd.readers)
    measured(
        f"kill -9 while readers post, {database}",
        f"200 kills during {len(crowd.sent)} comments ({tries} tries): 0 lost, 0 twice, log whole",
        "six readers who send under one key until acknowledged; a random process killed at random "
        "moments; the database compared with what was acknowledged",
    )
