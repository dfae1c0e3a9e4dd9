"""Write a backup."""

import hashlib
import io
import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection

from hwalja import __version__
from hwalja.config import backup
from hwalja.config.backup import database

# Pictures do not get smaller; the first level is for the database.
COMPRESSION = 1


class HashingReader(io.RawIOBase):
    """A file that is hashed as it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self.file.read(size)
        self.hash.update(data)
        return data


class Archive:
    """The file being written; knows the hash of everything in it."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self.tar = tar
        self.hashes: dict[str, str] = {}

    def add_bytes(self, name: str, data: bytes) -> None:
        self._add(name, io.BytesIO(data), len(data))

    def add_file(self, name: str, path: Path) -> None:
        """As long as it is now: what is written on meanwhile belongs to no committed row."""
        with path.open("rb") as file:
            self._add(name, file, os.fstat(file.fileno()).st_size)

    def _add(self, name: str, file: IO[bytes], size: int) -> None:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode, entry.mtime = size, 0o600, int(datetime.now(UTC).timestamp())
        reader = HashingReader(file)
        self.tar.addfile(entry, reader)
        self.hashes[name] = reader.hash.hexdigest()


@contextmanager
def _whole_or_not_at_all(target: Path) -> Iterator[IO[bytes]]:
    """A file that appears under its name only once it is complete and on disk."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)
    folder = os.open(target.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _media() -> Iterator[Path]:
    """Every file there is now; the list is read after the database's snapshot."""
    found = []
    # Not rglob, which passes over folders it may not read: a backup without them is none.
    for folder, _, names in os.walk(settings.MEDIA_ROOT, onerror=_refuse):
        found += [Path(folder, name) for name in names]
    yield from sorted(path for path in found if path.is_file())


def _refuse(error: OSError) -> None:
    # A folder deleted since is missed as little as a file.
    if not isinstance(error, FileNotFoundError):
        raise error


def _fill(archive: Archive, snapshot: Path) -> None:
    about = {
        "format": backup.FORMAT,
        "version": __version__,
        "database": connection.vendor,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    archive.add_bytes(backup.ABOUT, backup.as_json(about))
    archive.add_file(backup.DATABASES[connection.vendor], snapshot)
    archive.add_file(backup.SECRET_KEY, settings.SECRET_KEY_FILE)
    for path in _media():
        # One deleted since: the editor who deleted it does not miss it.
        with suppress(FileNotFoundError):
            name = path.relative_to(settings.MEDIA_ROOT).as_posix()
            archive.add_file(backup.MEDIA + name, path)
    archive.add_bytes(backup.HASHES, backup.as_json(dict(archive.hashes)))


def write(target: Path) -> int:
    """Back the paper up into `target`, which only its owner can read; returns bytes."""
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".hwalja-backup-") as folder:
        snapshot = Path(folder, "database")
        database.dump(snapshot)
        with (
            _whole_or_not_at_all(target) as file,
            tarfile.open(fileobj=file, mode="w:gz", compresslevel=COMPRESSION) as tar,
        ):
            _fill(Archive(tar), snapshot)
    return target.stat().st_size
