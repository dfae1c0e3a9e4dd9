"""A laid paper, made once; each test serves a copy of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.press.papers import Paper, lay, open_paper


@pytest.fixture(scope="session")
def laid(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[int]]:
    home = tmp_path_factory.mktemp("laid") / "home"
    return home, lay(founded, home)


@pytest.fixture
def paper(laid: tuple[Path, list[int]], tmp_path: Path) -> Iterator[Paper]:
    source, numbers = laid
    home = Path(shutil.copytree(source, tmp_path / "home"))
    found = open_paper(home, numbers)
    try:
        yield found
    finally:
        found.close()
