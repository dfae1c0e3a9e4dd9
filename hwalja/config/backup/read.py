"""Restore a backup into an empty home."""

import gzip
import hashlib
import json
import os
import shutil
import tarfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

from hwalja.config import backup
from hwalja.config.backup import database

CHUNK = 1 << 20


def require_empty() -> None:
    """Never over another newspaper."""
    home = Path(settings.HOME)
    if home.exists() and any(home.iterdir()):
        raise CommandError(f"{home} 폴더가 비어 있지 않습니다. 빈 폴더를 HWALJA_HOME으로 주십시오.")
    if not database.is_empty():
        raise CommandError("데이터베이스가 비어 있지 않습니다. 빈 데이터베이스를 주십시오.")


def _check_about(data: bytes) -> None:
    about = json.loads(data)
    if about["format"] > backup.FORMAT or backup.is_newer(about["version"]):
        raise CommandError(
            f"Hwalja {about['version']}의 백업입니다. Hwalja를 그 판으로 올린 뒤 다시 하십시오."
        )
    if about["database"] != connection.vendor:
        raise CommandError(
            f"{about['database']} 데이터베이스의 백업입니다. DATABASE_URL을 그에 맞추십시오."
        )


def _is_ours(name: str) -> bool:
    """Only names that we write ourselves; never a way out of the folder."""
    parts = PurePosixPath(name).parts
    fixed = {backup.ABOUT, backup.HASHES, backup.SECRET_KEY, *backup.DATABASES.values()}
    return name in fixed or (parts[:1] == ("media",) and len(parts) > 1 and ".." not in parts)


def _unpack(tar: tarfile.TarFile, folder: Path) -> dict[str, str]:
    """Everything into `folder`; returns the hash of each file."""
    hashes: dict[str, str] = {}
    for number, entry in enumerate(tar):
        if (
            not entry.isfile()
            or not _is_ours(entry.name)
            or (number == 0) != (entry.name == backup.ABOUT)
        ):
            raise CommandError(f"Hwalja의 백업이 아닙니다: {entry.name}")
        target = folder / entry.name
        target.parent.mkdir(parents=True, exist_ok=True)
        source: Any = tar.extractfile(entry)
        digest = hashlib.sha256()
        with target.open("xb") as file:
            while data := source.read(CHUNK):
                digest.update(data)
                file.write(data)
        hashes[entry.name] = digest.hexdigest()
        if number == 0:
            _check_about(target.read_bytes())
    return hashes


def _verify(folder: Path, found: dict[str, str]) -> None:
    found.pop(backup.HASHES, None)
    try:
        wanted = json.loads((folder / backup.HASHES).read_bytes())
    except (OSError, ValueError):
        raise CommandError("백업 파일이 끝까지 쓰이지 않았습니다.") from None
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            raise CommandError(f"백업 파일이 상했습니다: {name}")


def _put_in_place(folder: Path) -> None:
    home = Path(settings.HOME)
    media = folder / "media"
    media.mkdir(exist_ok=True)
    for path in media.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    media.rename(settings.MEDIA_ROOT)
    (folder / backup.SECRET_KEY).chmod(0o600)
    (folder / backup.SECRET_KEY).rename(home / "secret_key")
    # Last, so that a home with a database is a whole one.
    os.sync()
    database.load(folder / backup.DATABASES[connection.vendor])


def read(source: Path) -> int:
    """Restore `source` into our empty home; returns the number of files."""
    require_empty()
    home = Path(settings.HOME)
    folder = home / ".restoring"
    folder.mkdir(parents=True, mode=0o700)
    try:
        with tarfile.open(source, "r:gz") as tar:
            found = _unpack(tar, folder)
        _verify(folder, dict(found))
        _put_in_place(folder)
    except (tarfile.ReadError, gzip.BadGzipFile):
        raise CommandError(f"{source} 파일은 활자의 백업 파일이 아닙니다.") from None
    except (tarfile.TarError, zlib.error, EOFError, KeyError, ValueError) as error:
        raise CommandError(f"{source} 에서 되살리지 못했습니다: {error}") from None
    finally:
        shutil.rmtree(folder)
    return len(found)
