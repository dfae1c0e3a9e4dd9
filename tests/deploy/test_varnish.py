"""Varnish in front: pages from its cache, and never one that has changed."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hwalja.config.tests.homes import Served, free_port, wait_for
from hwalja.press import purge
from tests.deploy.behind import HOST, Answer, ask, varnish
from tests.deploy.machines import Newsroom, killed, newsroom, pressed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("varnishd", path="/usr/sbin"), reason="no Varnish"),
]
PATIENCE = 60  # Seconds until a wait is given up as hopeless.


class Paper:
    """A paper behind Varnish, and its newsroom."""

    def __init__(self, port: int, served: Served, desk: Newsroom) -> None:
        self.port, self.served, self.desk = port, served, desk

    def read(self, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
        return ask(self.port, path, method, body, **headers)

    def text(self, path: str) -> str:
        return self.read(path).body.decode(errors="replace")

    def front(self, path: str, **headers: str) -> Answer:
        return ask(self.served.port, path, **headers)

    def settle(self, path: str) -> None:
        """Wait until all is pressed, and told: twice, the second time after a while."""
        pressed(self.served.home)
        time.sleep(purge.AGAIN)
        wait_for(lambda: self.text(path) == self.front(path).body.decode(), PATIENCE, "the same")

    def wait_for(self, words: str, path: str) -> None:
        wait_for(lambda: words in self.text(path), PATIENCE, f"{words} at {path}")


@pytest.fixture(scope="module")
def paper(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    place, port = tmp_path_factory.mktemp("varnish"), free_port()
    home = Path(shutil.copytree(founded, place / "home"))
    settings = {
        "HWALJA_BASE_URL": f"https://{HOST}",
        "HWALJA_TRUSTED_PROXIES": "127.0.0.1",
        "HWALJA_PURGE_URLS": f"http://127.0.0.1:{port}",
    }
    served = Served(home, settings)
    try:
        served.start()
        with varnish(place / "run", served.port, port), newsroom(home, **settings) as desk:
            yield Paper(port, served, desk)
    finally:
        if hasattr(served, "process"):
            served.close()


def test_changes_are_seen_though_pages_are_kept(paper: Paper) -> None:
    path = paper.desk.publish("첫 기사")
    paper.wait_for("첫 기사", path)
    for number in range(5):
        for where in (path, "/", "/latest/"):
            paper.read(where)
        paper.desk.retitle(path, f"제목 {number}")
        for where in (path, "/", "/latest/"):
            paper.wait_for(f"제목 {number}", where)
    other = paper.desk.publish("둘째 기사")
    paper.wait_for("둘째 기사", path)  # In the latest box, which is a part.
    paper.wait_for("둘째 기사", other)
    paper.desk.withdraw(other)
    wait_for(lambda: paper.read(other).status == 410, PATIENCE, "gone")
    wait_for(lambda: "둘째 기사" not in paper.text(path), PATIENCE, "gone from the latest box")


def test_readers_get_the_same_from_the_cache(paper: Paper) -> None:
    path = paper.desk.publish("기사")
    paper.wait_for("기사", path)
    paper.settle(path)
    for accepted in ("gzip", "identity"):
        for where in (path, f"{path}?utm_source=x&fbclid=y", path):
            found = paper.read(where, accept_encoding=accepted, cookie="theme=dark")
            assert found.body == paper.front(path, accept_encoding=accepted).body
    etag = paper.read(path, accept_encoding="gzip").headers["etag"]
    assert paper.read(path, accept_encoding="gzip", if_none_match=etag).status == 304
    assert paper.read("/nope/").status == 404
    assert paper.read("/feed/").headers["content-type"].startswith("application/rss+xml")


def test_the_newsroom_and_forms_go_through(paper: Paper) -> None:
    path = paper.desk.publish("기사")
    paper.wait_for("기사", path)
    page = paper.read(path, cookie="hwalja_newsroom=0123456789abcdef")
    assert page.status == 200 and "etag" not in page.headers, "the app's, made for one"
    assert "etag" in paper.read(path, cookie="theme=dark; my_hwalja_newsroom=1").headers
    assert paper.read("/admin/").status == 302
    assert paper.read("/account/login/", method="POST", body=b"login=a").status == 403
    assert "활자" in paper.text("/search/?q=%ED%99%9C%EC%9E%90")


def test_only_we_take_pages_out(paper: Paper) -> None:
    tags = {"cache_tag": "part-latest"}
    assert paper.read("/", method="BAN", **tags).status == 200
    by_proxy = paper.read("/", method="BAN", x_forwarded_for="203.0.113.9", **tags)
    assert by_proxy.status == 403
    assert paper.read("/", method="BAN", cache_tag="a) || (obj.status").status == 400
    assert paper.read("/", method="BAN").status == 400


def test_an_address_that_is_no_path_is_refused(paper: Paper) -> None:
    assert ask(paper.port, "?a").status == 400
    assert ask(paper.port, "*").status == 400
    assert ask(paper.port, "http://news.example.kr?poison").status == 400
    assert ask(paper.port, "/", host="other.example").status == 421


def test_pages_without_a_front(paper: Paper) -> None:
    path = paper.desk.publish("마지막 기사")
    paper.settle(path)
    # First those that take pages out of the cache.
    with killed(paper.served, "app", "presser"):
        assert "마지막 기사" in paper.text(path)
        with killed(paper.served, "front"):
            assert "마지막 기사" in paper.text(path)
            away = paper.read("/about/none/")
            assert away.status == 503 and away.headers["retry-after"] == "5"
            assert "x-away" not in away.headers and "지금은" in away.body.decode()
