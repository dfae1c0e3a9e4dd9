"""A press to try things on: a store of its own and a presser that runs until all is done."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from hwalja.press import door, drift, homes
from hwalja.press.compose import compose
from hwalja.press.front.shelf import join
from hwalja.press.presser import Presser
from hwalja.press.store import Store

SIGNALS = (request_started, request_finished)


def keep_open() -> None:
    """Keep requests from closing the test's transaction, as Django's test client does.

    Again after each use of that: it connects them anew.
    """
    for signal in SIGNALS:
        signal.disconnect(close_old_connections)


class Press:
    """One home's press, a step at a time."""

    def __init__(self) -> None:
        self.store: Store = homes.store()
        self.presser = Presser(self.store)

    def run(self) -> int:
        """Press all that is dirty; how many jobs that were."""
        keep_open()
        jobs = 0
        while self.presser.turn():
            jobs += 1
            assert jobs < 5_000, "it never ends"
        return jobs

    def text(self, key: str) -> str:
        """What a reader gets there, all parts in place; empty where nothing is pressed."""
        page = self.store.read(key)
        return join(page, self.store.read, gzip=False).body.decode() if page else ""

    def status(self, key: str) -> int:
        page = self.store.read(key)
        return page.status if page else 0

    def pages(self) -> list[str]:
        """Every key in the store that is no part."""
        found = [head["key"] for _, head in self.store.heads()]
        return [key for key in found if not key.startswith("part:")]

    def missing(self) -> list[str]:
        """Addresses of the paper that are not pressed, though there is something to press."""
        absent = [key for key in door.addresses() if not self.store.has(key)]
        return [key for key in absent if compose(key, 0).status != 404]

    def drift(self) -> list[str]:
        keep_open()
        return [f"{one.key} {one.why}" for one in drift.check(self.store) if one]


@pytest.fixture
def pressed_root(settings: Any, tmp_path: Path) -> Path:
    settings.PRESSED_ROOT = tmp_path / "pressed"
    return tmp_path / "pressed"


@pytest.fixture
def press(pressed_root: Path, db: None) -> Iterator[Press]:
    """The press of a paper as it stands when the test asks for it; nothing is pressed yet."""
    keep_open()
    yield Press()
    for signal in SIGNALS:
        signal.connect(close_old_connections)
