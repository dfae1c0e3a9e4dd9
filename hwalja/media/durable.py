"""Files on the disk before the database speaks of them: a power cut leaves no empty picture."""

import os
from collections.abc import Iterable
from pathlib import Path

from django.core.files.storage import Storage


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def to_disk(storage: Storage, names: Iterable[str]) -> None:
    """Write these files through, and the folders that name them; other stores see to it."""
    try:
        paths = [Path(storage.path(name)) for name in names]
    except NotImplementedError:
        return
    for path in [*paths, *{path.parent for path in paths}]:
        _sync(path)
