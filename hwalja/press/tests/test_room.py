"""The disk that pressed pages may take."""

import os
from pathlib import Path

import pytest

from hwalja.press.front.page import Page, Text
from hwalja.press.room import FOLDERS, Room
from hwalja.press.store import Store, file_of


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def put(store: Store, key: str, *, age: int, status: int = 200) -> None:
    """A page of one disk block, pressed `age` seconds ago."""
    store.write(Page(key, status, (), 1, (Text(os.urandom(3000)),), packed=False))
    file = file_of(store.root, key)
    pressed = file.stat().st_mtime - age
    os.utime(file, (pressed, pressed))


def taken(store: Store) -> int:
    return sum(file.stat().st_blocks * 512 for file in store.root.glob("pages/??/??/*"))


def thin(store: Store, size: int) -> int:
    room = Room(store, size)
    return sum(room.step() for _ in range(FOLDERS))


def test_nothing_goes_while_there_is_room(store: Store) -> None:
    for number in range(50):
        put(store, f"/news/{number}/", age=number)
    assert thin(store, 1024 * 1024 * 1024) == 0
    assert len(list(store.root.glob("pages/??/??/*"))) == 50


def test_what_was_pressed_longest_ago_goes(store: Store) -> None:
    for number in range(600):
        put(store, f"/news/{number}/", age=600 - number)
    size = taken(store) // 2
    assert thin(store, size) > 250
    assert taken(store) <= size
    kept = [number for number in range(600) if store.has(f"/news/{number}/")]
    assert sum(kept) / len(kept) > 380, "the newer half, as far as folders are equally full"


def test_redirects_parts_and_errors_stay(store: Store) -> None:
    for number in range(300):
        put(store, f"/news/{number}/", age=0)
    put(store, "/old/", age=9999, status=301)
    put(store, "/news/999/", age=9999, status=410)
    for key in ("part:latest", "error:503"):
        put(store, key, age=9999)
    thin(store, 1)
    left = {key for key in ("/old/", "/news/999/", "part:latest", "error:503") if store.has(key)}
    assert len(left) == 4
    assert not any(store.has(f"/news/{number}/") for number in range(300))
