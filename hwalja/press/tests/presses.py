"""A press to try things on: a store of its own and a presser that runs until all is done."""

from pathlib import Path
from typing import Any

import pytest

from hwalja.press import drift, homes
from hwalja.press.front.shelf import join
from hwalja.press.presser import Presser
from hwalja.press.store import Store


class Press:
    """One home's press, a step at a time."""

    def __init__(self) -> None:
        self.store: Store = homes.store()
        self.presser = Presser(self.store)

    def run(self) -> int:
        """Press all that is dirty; how many jobs that were."""
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

    def drift(self) -> list[drift.Drift]:
        return [one for one in drift.check(self.store) if one]


@pytest.fixture
def pressed_root(settings: Any, tmp_path: Path) -> Path:
    settings.PRESSED_ROOT = tmp_path / "pressed"
    return tmp_path / "pressed"


@pytest.fixture
def press(pressed_root: Path, db: None) -> Press:
    """The press of a paper as it stands when the test asks for it; nothing is pressed yet."""
    return Press()
