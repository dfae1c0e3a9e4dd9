"""Telling caches in front: soon, twice, and never at the press's cost."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from threading import Thread

import pytest

from hwalja.config.tests.homes import free_port, wait_for
from hwalja.press import purge
from hwalja.press.front.memory import Memory
from hwalja.press.front.page import Page, pack
from hwalja.press.front.shelf import tag_of
from hwalja.press.purge import Cache, Caches
from hwalja.press.store import Store


class Listener:
    """A cache that only notes what it is told; it can be slow, or refuse."""

    def __init__(self, port: int = 0) -> None:
        self.told: list[list[str]] = []
        self.status = 200
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_BAN(self) -> None:
                if listener.status == 200:
                    listener.told.append(self.headers["Cache-Tag"].split(","))
                self.send_response(listener.status)
                self.end_headers()

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}).start()

    def tags(self) -> list[str]:
        return [tag for tags in self.told for tag in tags]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purge, "AGAIN", 0.1)
    monkeypatch.setattr(purge, "RETRY", 0.05)
    # Caches of a test are gone when the tests end.
    monkeypatch.setattr(purge.atexit, "register", lambda finish: None)


@pytest.fixture
def listener() -> Iterator[Listener]:
    found = Listener()
    yield found
    found.close()


def page(key: str, text: str, edition: int = 1) -> Page:
    return Page(key=key, status=200, headers=(), edition=edition, segments=(pack(text.encode()),))


def test_a_written_page_is_told_twice_by_the_tag_it_carries(
    listener: Listener, tmp_path: Path
) -> None:
    store = Store(tmp_path, Caches([listener.url]).changed)
    store.write(page("/news/1/", "기사"))
    wait_for(lambda: len(listener.told) == 2, 60, "told twice")
    answer = Memory(store, store.ring, 10**6).get("/news/1/", gzip=True)
    assert answer and dict(answer.headers)["cache-tag"] == listener.told[0][0] == tag_of("/news/1/")


def test_a_page_pressed_to_the_same_is_not_told(listener: Listener, tmp_path: Path) -> None:
    store = Store(tmp_path, Caches([listener.url]).changed)
    store.write(page("/", "표지"))
    store.write(page("/", "표지", edition=2))
    store.remove("/about/")
    wait_for(lambda: listener.tags().count(tag_of("/about/")) == 2, 60, "the removal")
    assert listener.tags().count(tag_of("/")) == 2


def test_parts_and_everything_have_tags_of_their_own(listener: Listener, tmp_path: Path) -> None:
    store = Store(tmp_path, Caches([listener.url]).changed)
    store.write(page("part:latest/7", "상자"))
    wait_for(lambda: "part-latest/7" in listener.tags(), 60, "the part")
    store.clear()
    wait_for(lambda: "*" in listener.tags(), 60, "everything")


def test_a_cache_that_never_answers_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waited for it would wait here for ever."""
    monkeypatch.setattr(purge, "WITHIN", None)
    with socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        cache = Cache(f"http://127.0.0.1:{silent.getsockname()[1]}")
        for number in range(200):
            cache.changed(f"/news/{number}/")


def test_a_cache_that_was_away_is_told_later() -> None:
    port = free_port()
    cache = Cache(f"http://127.0.0.1:{port}")
    for number in range(200):
        cache.changed(f"/news/{number}/")
    wait_for(lambda: cache.is_deaf, 60, "nobody there")
    listener = Listener(port)
    try:
        wait_for(lambda: len(set(listener.tags())) == 200, 60, "all of them")
        assert max(len(tags) for tags in listener.told) <= purge.TOGETHER
    finally:
        listener.close()


def test_a_cache_that_refuses_is_told_until_it_takes_it(listener: Listener) -> None:
    listener.status = 503
    cache = Cache(listener.url)
    cache.changed("/")
    wait_for(lambda: cache.is_deaf, 60, "the refusal")
    assert not listener.told
    listener.status = 200
    wait_for(lambda: tag_of("/") in listener.tags(), 60, "the tag")


def test_too_much_to_tell_is_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purge, "MOST", 20)
    cache = Cache("http://127.0.0.1:1")
    for number in range(30):
        cache.queue.put(str(number))
    cache._gather(0)
    assert {tag for _, tag in cache.waiting} == {"*"}


def test_no_proxy_stands_between(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    cache = Cache(listener.url)
    cache.changed("/")
    wait_for(lambda: tag_of("/") in listener.tags(), 60, "the tag")


def test_a_command_that_ends_tells_first(listener: Listener) -> None:
    cache = Cache(listener.url)
    cache.queue.put("page-1")
    cache.finish()
    assert listener.told == [["page-1"]]
