"""How soon a change is seen through what stands in front."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hwalja.config.tests.homes import Served, free_port, wait_for
from tests.deploy.behind import HOST, ask, nginx, varnish
from tests.deploy.machines import Newsroom, newsroom

pytestmark = pytest.mark.prove
Measured = Callable[[str, str, str], None]
CHANGES = 20


@contextmanager
def served(home: Path, **settings: str) -> Iterator[tuple[Served, Newsroom]]:
    more = {"HWALJA_BASE_URL": f"https://{HOST}", "HWALJA_TRUSTED_PROXIES": "127.0.0.1", **settings}
    found = Served(home, more)
    try:
        found.start()
        with newsroom(home, **more) as desk:
            yield found, desk
    finally:
        if hasattr(found, "process"):
            found.close()


def slowest(port: int, desk: Newsroom) -> float:
    """Seconds from a change's commit until both the article and the front page show it."""
    path, found = desk.publish("첫 기사"), []
    for number in range(CHANGES):
        for where in (path, "/", path, "/"):
            ask(port, where)
        time.sleep(0.5)
        desk.retitle(path, f"제목 {number}째")
        began = time.monotonic()
        for where in (path, "/"):
            wait_for(
                lambda w=where, n=number: f"제목 {n}째".encode() in ask(port, w).body, 30, where
            )
        found.append(time.monotonic() - began)
    return max(found)


def test_through_nginx(home: Path, tmp_path: Path, measured: Measured) -> None:
    port = free_port()
    with (
        served(home, HWALJA_JOINED_FILES="1") as (paper, desk),
        nginx(tmp_path / "nginx", home, paper.port, port),
    ):
        seconds = slowest(port, desk)
        assert any((home / "pressed/joined/kept").rglob("*.gz"))
    assert seconds < 1
    measured(
        "A change through nginx",
        f"seen within {seconds:.2f} s in {CHANGES} of {CHANGES}",
        "headline changed; article and front page asked through deploy/nginx.conf until both show it",
    )


@pytest.mark.skipif(not shutil.which("varnishd", path="/usr/sbin"), reason="no Varnish")
def test_through_varnish(home: Path, tmp_path: Path, measured: Measured) -> None:
    port = free_port()
    with (
        served(home, HWALJA_PURGE_URLS=f"http://127.0.0.1:{port}") as (paper, desk),
        varnish(tmp_path / "varnish", paper.port, port),
    ):
        seconds = slowest(port, desk)
    assert seconds < 1
    measured(
        "A change through Varnish",
        f"seen within {seconds:.2f} s in {CHANGES} of {CHANGES}",
        "headline changed; article and front page asked through deploy/varnish.vcl until both show it",
    )
