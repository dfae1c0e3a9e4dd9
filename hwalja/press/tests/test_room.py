"""The disk that pressed pages may take."""

import itertools
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


def in_one_folder(root: Path, count: int) -> list[str]:
    """Keys whose files share a first folder."""
    keys = (f"/news/{number}/" for number in itertools.count())
    first = (key for key in keys if file_of(root, key).parts[-3] == "00")
    return list(itertools.islice(first, count))


def test_nothing_goes_while_there_is_room(store: Store) -> None:
    keys = in_one_folder(store.root, 10)
    for key in keys:
        put(store, key, age=0)
    assert thin(store, 1024 * 1024 * 1024) == 0
    assert all(store.has(key) for key in keys)


def test_what_was_pressed_longest_ago_goes(store: Store) -> None:
    keys = in_one_folder(store.root, 20)
    for age, key in enumerate(keys):
        put(store, key, age=age)
    share = taken(store) // 2
    assert thin(store, share * FOLDERS) == 11, "half of it, and a tenth of the rest"
    assert [key for key in keys if store.has(key)] == keys[:9]


def test_redirects_parts_and_errors_stay(store: Store) -> None:
    for number in range(20):
        put(store, f"/news/{number}/", age=0)
    put(store, "/old/", age=9999, status=301)
    put(store, "/news/999/", age=9999, status=410)
    for key in ("part:latest", "error:503"):
        put(store, key, age=9999)
    thin(store, 1)
    left = {key for key in ("/old/", "/news/999/", "part:latest", "error:503") if store.has(key)}
    assert len(left) == 4
    assert not any(store.has(f"/news/{number}/") for number in range(20))
