"""Backups taken while others write, restored into an empty home."""

import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import threading
from contextlib import closing
from pathlib import Path
from typing import Self

import pysqlite3
import pytest

from hwalja.config import backup
from hwalja.config.tests.homes import environment, hwalja, wait_for

pytestmark = pytest.mark.slow


def photos(home: Path) -> dict[str, str]:
    """Title and file of every photo in the home's database."""
    with closing(pysqlite3.connect(home / "db.sqlite3")) as connection:
        return dict(connection.execute("SELECT title, file FROM media_photo"))


class Writes:
    """Photos uploaded by another process for as long as the block lasts, and their numbers."""

    def __init__(self, home: Path) -> None:
        self.acknowledged: list[int] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "hwalja.config.tests.writer"],
            env=environment(home, DJANGO_SETTINGS_MODULE="hwalja.config.settings"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        # Reads all along: a full pipe would hold the writer up.
        self.reader = threading.Thread(target=self.read)

    def read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.acknowledged.append(int(line))

    def more_than(self, count: int) -> int:
        """Wait for more than `count` photos; how many there are."""

        def arrived() -> bool:
            return len(self.acknowledged) > count or self.process.poll() is not None

        wait_for(arrived, 300, f"more than {count} photos")
        assert self.process.poll() is None, "the writer died"
        return len(self.acknowledged)

    def __enter__(self) -> Self:
        self.reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        status = self.process.wait(60)
        self.reader.join()
        assert status == 0


def back_up_under_writes(home: Path, archive: Path, before: int) -> tuple[int, int]:
    """Back up once `before` photos are written and more are; how many came before it and during it."""
    with Writes(home) as writes:
        begun = writes.more_than(before)
        done = hwalja(home, "backup", str(archive))
        ended = len(writes.acknowledged)
        assert done.returncode == 0, done.stderr
        # The writer outlived the backup, so every one of these was written while it ran.
        writes.more_than(ended)
    assert ended > begun, "nothing was written during the backup"
    return begun, ended - begun


def restore_and_compare(archive: Path, into: Path, acknowledged: int) -> int:
    """Restore; every photo acknowledged before must be there, row and file, and no row without one."""
    done = hwalja(into, "restore", str(archive))
    assert done.returncode == 0, done.stderr
    found = photos(into)
    missing = [n for n in range(acknowledged) if f"사진 {n}" not in found]
    assert not missing, f"rows lost: {missing[:5]}"
    lost = [file for file in found.values() if not (into / "media" / file).stat().st_size]
    assert not lost
    return len(found)


def test_nothing_acknowledged_is_missing(home: Path, tmp_path: Path) -> None:
    archive = tmp_path / "paper.tar.gz"
    # Takes the backup a second or two: time enough for rows whose files it has passed by.
    (home / "media" / "ballast").write_bytes(os.urandom(40 << 20))
    acknowledged, _ = back_up_under_writes(home, archive, 100)
    restore_and_compare(archive, tmp_path / "again", acknowledged)
    assert archive.stat().st_mode & 0o777 == 0o600
    key = tmp_path / "again" / "secret_key"
    assert key.read_text() == (home / "secret_key").read_text()
    assert key.stat().st_mode & 0o777 == 0o600
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    refused = hwalja(tmp_path / "again", "restore", str(archive))
    assert refused.returncode == 1 and refused.stderr.count("\n") == 1
    assert "비어 있지 않습니다" in refused.stderr


@pytest.fixture(scope="module")
def archive(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("backup") / "paper.tar.gz"
    assert hwalja(founded, "backup", str(made)).returncode == 0
    return made


def rewritten(archive: Path, target: Path, name: str, data: bytes) -> Path:
    """The same archive with one file changed."""
    with tarfile.open(archive) as old, tarfile.open(target, "w:gz") as new:
        for entry in old:
            source = old.extractfile(entry)
            assert source is not None
            content = data if entry.name == name else source.read()
            entry.size = len(content)
            new.addfile(entry, io.BytesIO(content))
    return target


def refused(archive: Path, home: Path) -> str:
    """The one line with which a restore is refused; the home stays empty."""
    done = hwalja(home, "restore", str(archive))
    assert done.returncode == 1 and done.stderr.count("\n") == 1, done.stderr
    assert not home.exists() or not list(home.iterdir())
    return done.stderr


def test_a_newer_version_is_refused(archive: Path, tmp_path: Path) -> None:
    about = {"format": 1, "version": "99.0.0", "database": "sqlite", "made_at": ""}
    newer = rewritten(archive, tmp_path / "newer", backup.ABOUT, json.dumps(about).encode())
    assert "99.0.0" in refused(newer, tmp_path / "home")


def test_a_damaged_file_is_refused(archive: Path, tmp_path: Path) -> None:
    damaged = rewritten(archive, tmp_path / "damaged", backup.SECRET_KEY, b"another key")
    assert "상했습니다: secret_key" in refused(damaged, tmp_path / "home")


def test_half_a_file_is_refused(archive: Path, tmp_path: Path) -> None:
    half = tmp_path / "half"
    half.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    refused(half, tmp_path / "home")


def test_something_else_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(gzip.compress(b"news"))
    said = refused(other, tmp_path / "home")
    assert "활자의 백업 파일이 아닙니다" in said
    other.write_text("news")
    assert refused(other, tmp_path / "home") == said
    with tarfile.open(tmp_path / "evil", "w:gz") as tar:
        entry = tarfile.TarInfo("../../evil")
        tar.addfile(entry)
    refused(tmp_path / "evil", tmp_path / "home")
    refused(tmp_path / "none", tmp_path / "home")


def test_there_must_be_a_paper_to_back_up(tmp_path: Path) -> None:
    done = hwalja(tmp_path / "none", "backup", str(tmp_path / "file"))
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert not (tmp_path / "file").exists()


def test_an_earlier_backup_is_not_overwritten_unasked(home: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "paper.tar.gz"
    earlier.write_text("earlier")
    done = hwalja(home, "backup", str(earlier))
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and "--overwrite" in done.stderr
    assert earlier.read_text() == "earlier"
    assert hwalja(home, "backup", str(earlier), "--overwrite").returncode == 0
    assert tarfile.is_tarfile(earlier)


def test_as_numbers() -> None:
    assert backup.is_newer("0.10.0") and not backup.is_newer("0.0.9")
