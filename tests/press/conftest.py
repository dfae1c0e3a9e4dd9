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


def _served(laid: tuple[Path, list[int]], folder: Path) -> Iterator[Paper]:
    source, numbers = laid
    home = Path(shutil.copytree(source, folder / "home"))
    found = open_paper(home, numbers)
    try:
        yield found
    finally:
        found.close()


@pytest.fixture
def paper(laid: tuple[Path, list[int]], tmp_path: Path) -> Iterator[Paper]:
    """A served paper of this test's own."""
    yield from _served(laid, tmp_path)


@pytest.fixture(scope="module")
def standing(
    laid: tuple[Path, list[int]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Paper]:
    """A served paper that a module's tests share; none of them does it harm."""
    yield from _served(laid, tmp_path_factory.mktemp("standing"))
