"""Two pressers at the same moment, as two machines of one paper have them."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hwalja.config.tests.homes import environment, hwalja, wait_for
from tools.postgres import cluster

pytestmark = pytest.mark.slow
COUNT = 20  # Of each kind: both pressers want every one of them at the same moment.


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """What the environment says of the database."""
    if request.param == "sqlite":
        yield {}
        return
    with cluster() as address:
        yield {"DATABASE_URL": address}


def _start(home: Path, database: dict[str, str], *arguments: str) -> "subprocess.Popen[str]":
    more = {**database, "DJANGO_SETTINGS_MODULE": "hwalja.config.settings"}
    return subprocess.Popen(
        [sys.executable, "-m", "hwalja.articles.tests.presser", *arguments],
        env=environment(home, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _run(home: Path, database: dict[str, str], *arguments: str) -> str:
    out, errors = _start(home, database, *arguments).communicate(timeout=120)
    assert not errors, errors
    return out


def test_each_article_goes_out_and_comes_down_once(
    tmp_path: Path, database: dict[str, str]
) -> None:
    home = tmp_path / "home"
    done = hwalja(home, "init", **database)
    assert done.returncode == 0, done.stderr
    _run(home, database, "prepare", str(COUNT))
    gate = tmp_path / "gate"
    pressers = [_start(home, database, "press", str(gate)) for _ in range(2)]
    wait_for(lambda: len(list(tmp_path.glob("gate-*"))) == len(pressers), 60, "both at the gate")
    gate.touch()
    said = [presser.communicate(timeout=120) for presser in pressers]

    assert [errors for _, errors in said] == ["", ""], "nothing failed, and nothing was retried"
    assert [presser.returncode for presser in pressers] == [0, 0]
    signals = Counter(line for out, _ in said for line in out.splitlines())
    assert set(signals.values()) == {1}
    words = Counter(line.split()[0] for line in signals)
    assert words == {"out": 2 * COUNT, "down": COUNT}
    told = json.loads(_run(home, database, "tell"))
    # Those that got a new version as the old one ended stay out.
    assert told["live"] == {"out": COUNT, "both": COUNT}
    assert told["logged"] == {
        "wagtail.publish.scheduled": 2 * COUNT,
        "wagtail.unpublish.scheduled": COUNT,
    }
