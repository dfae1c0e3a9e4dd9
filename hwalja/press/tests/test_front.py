"""The front's own reckoning: headers, memory, files. Its process is tried in tests/front."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hwalja.media import views
from hwalja.press import heartbeat
from hwalja.press.front import asked, files, health, passed, ring
from hwalja.press.front.asked import Known
from hwalja.press.front.memory import OVERHEAD, Memory
from hwalja.press.front.page import Page, Part, pack
from hwalja.press.front.shelf import Shelf, part_key
from hwalja.press.store import Store


@pytest.mark.parametrize(
    ("accepted", "is_taken"),
    [
        ("gzip", True),
        ("gzip, deflate, br, zstd", True),
        ("GZIP;Q=0.1", True),
        ("x-gzip", True),
        ("*", True),
        ("br, *;q=0.1", True),
        ("", False),
        ("identity", False),
        ("br", False),
        ("gzip;q=0", False),
        ("gzip;q=0.000, *", False),
        ("*;q=0", False),
        ("identity;q=0", False),
        ("gzip;q=0.2, identity;q=0.5", False),
        ("gzip;q=nonsense", False),
        ("gzip;q=nan", False),
        (",,;;==", False),
    ],
)
def test_compression_is_agreed_on(accepted: str, is_taken: bool) -> None:
    assert asked.takes_gzip(accepted) is is_taken


@pytest.mark.parametrize(
    ("wanted", "is_at"),
    [('"a"', True), ('W/"a"', True), ("*", True), ('"b", "a"', True), ('"b"', False), ("a", False)],
)
def test_a_reader_has_it_already(wanted: str, is_at: bool) -> None:
    assert asked.matches('"a"', wanted) is is_at


@pytest.mark.parametrize(
    ("cookies", "is_there"),
    [
        ("hwalja_newsroom=1", True),
        ("a=b;hwalja_newsroom=", True),
        ("hwalja_newsroom2=1", False),
        ("xhwalja_newsroom=1", False),
        ("a=hwalja_newsroom=1", False),
        ("HWALJA_NEWSROOM=1", False),
    ],
)
def test_only_the_newsrooms_own_cookie_counts(cookies: str, is_there: bool) -> None:
    assert asked.has_cookie(cookies, "hwalja_newsroom") is is_there


def test_readers_cannot_make_us_remember_much() -> None:
    known = Known(asked.takes_gzip)
    for number in range(1000):
        assert known(f"gzip, x{number}") and known("gzip," * number + "gzip")
    assert len(known.known) <= asked.FEW and all(len(one) <= asked.FEW for one in known.known)


@pytest.mark.parametrize("path", ["/a/%3F/", "/가 나/", "/a//b", "/a;b=c", "/it's/"])
def test_a_path_survives_the_wire(path: str) -> None:
    from urllib.parse import unquote

    assert unquote(passed.target(path, "")) == path
    assert " " not in passed.target(path, "q=1") and passed.target(path, "q=1").endswith("?q=1")


def made(key: str, text: str = "글", **more: Any) -> Page:
    return Page(
        key=key,
        status=200,
        headers=(("Content-Type", "text/html"),),
        edition=1,
        segments=(pack(text.encode()),),
        **more,
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "pressed")


def remembering(store: Store, limit: int = 1 << 20) -> Memory:
    return Memory(Shelf(store.root), ring.Ring(store.root / "ring"), limit)


def test_memory_stays_within_its_limit_and_keeps_what_is_read(store: Store) -> None:
    memory = remembering(store, limit=20 * (OVERHEAD + 100))
    for number in range(100):
        store.write(made(f"/{number}/", f"{number}" * 50))
    memory.turn()
    for number in range(100):
        for key in (f"/{number}/", "/0/"):  # One page that everybody reads.
            answer = memory.get(key, gzip=True)
            assert answer
            answer.used = True
    kept = [one for held in memory.held.values() for one in (held.gzip, held.plain) if one]
    assert memory.size == sum(len(one.body) + OVERHEAD for one in kept) <= memory.limit
    assert "/0/" in memory.quick and set(memory.quick) == set(memory.held)


def test_a_changed_part_changes_every_page_that_holds_it(store: Store) -> None:
    part = made(
        part_key("latest"),
        "새 글 1",
    )
    store.write(part)
    place = Part(("latest:economy", "latest"))
    store.write(replace(made("/a/"), segments=(pack(b"["), place, pack(b"]"))))
    store.write(made("/b/"))
    memory = remembering(store)

    def text() -> str:
        if memory.ring.moved():
            memory.turn()
        answer = memory.get("/a/", gzip=False)
        assert answer
        return answer.body.decode()

    assert text() == "[새 글 1]" and memory.get("/b/", gzip=True)
    store.write(made(part_key("latest"), "새 글 2"))
    assert text() == "[새 글 2]"
    # One more particular than what stood there until now.
    store.write(made(part_key("latest:economy"), "경제"))
    assert text() == "[경제]"
    store.remove(part_key("latest:economy"))
    assert text() == "[새 글 2]" and "/b/" in memory.quick


def test_nothing_is_left_of_pages_let_go(store: Store) -> None:
    memory = remembering(store)
    for number in range(50):
        store.write(made(f"/{number}/"))
        memory.get(f"/{number}/", gzip=True)
        memory.get(f"/{number}/", gzip=False)
    for number in range(50):
        memory.drop(f"/{number}/")
    assert (memory.size, memory.held, memory.quick, memory.users) == (0, {}, {}, {})


@pytest.mark.django_db
def test_photos_go_out_as_the_app_sends_them(tmp_path: Path, settings: Any, rf: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "media/images").mkdir(parents=True)
    (tmp_path / "media/images/photo.width-400.webp").write_bytes(b"RIFF")
    found = files.Files(tmp_path).find("/media/images/photo.width-400.webp", gzip=True)
    by_app = views.size(rf.get("/"), "photo.width-400.webp")
    by_app.close()
    assert found and found.size == 4
    assert {name.title() for name, _ in found.headers} == {
        name.title()
        for name in by_app.headers
        if name not in ("Content-Length", "Content-Disposition")
    }
    assert all(by_app[name] == value for name, value in found.headers)
    assert files.IMAGES_TYPES == views.CONTENT_TYPES


def test_silence_means_the_same_to_front_and_app() -> None:
    assert health.LATE == heartbeat.LATE


def test_the_front_needs_no_django() -> None:
    loaded = "import sys, hwalja.press.front.__main__, hwalja.press.front.desk; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    rooms = {name.partition(".")[0] for name in done.stdout.split()}
    assert "hwalja" in rooms and not rooms & {"django", "wagtail", "psycopg", "sqlite3", "lxml"}
