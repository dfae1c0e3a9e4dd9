"""Keeps the pressed pages within their room on the disk.

What goes is what was pressed longest ago: old stories, which are made again when somebody asks.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from hwalja.press.front import page as pages
from hwalja.press.front.page import Damaged
from hwalja.press.store import Store

FOLDERS = 256  # Names are hashes: every first folder holds as much as any other.
LEFT = 0.9  # Of its share, once a folder has outgrown it.


class Room:
    """`step` looks after one folder; a round of all takes as many steps as there are folders."""

    def __init__(self, store: Store, size: int) -> None:
        self.store, self.share = store, size / FOLDERS
        self.folders = self._round()

    def step(self) -> int:
        """How many pages had to go."""
        return self._thin(next(self.folders))

    def _round(self) -> Iterator[Path]:
        while True:
            for number in range(FOLDERS):
                yield self.store.root / "pages" / f"{number:02x}"

    def _thin(self, folder: Path) -> int:
        files = list(_files(folder))
        taken, gone = sum(size for _, size, _ in files), 0
        if taken <= self.share:
            return 0
        for _, size, file in sorted(files):
            if taken <= self.share * LEFT:
                break
            if key := _may_go(file):
                self.store.remove(key)
                taken, gone = taken - size, gone + 1
        return gone


def _files(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """When each was pressed, and the bytes it takes on the disk."""
    for file in folder.glob("??/*"):
        with contextlib.suppress(FileNotFoundError):
            found = file.stat()
            yield found.st_mtime, found.st_blocks * 512, file


def _may_go(file: Path) -> str:
    """Its key; none where it must stand without the app: redirects, parts, what says of errors."""
    try:
        head = pages.head_of(file)
    except (OSError, Damaged):
        return ""
    key: str = head["key"]
    return key if head["status"] == 200 and key.startswith("/") else ""
