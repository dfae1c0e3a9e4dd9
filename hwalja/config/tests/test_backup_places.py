"""Backups into and out of places that cannot be: one Korean line, never a traceback."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hwalja.config.tests.homes import environment, hwalja

pytestmark = pytest.mark.slow
# Root passes by every permission; the tests often run as root.
BOUND = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
TOO_LONG = "a" * 300


@pytest.fixture(scope="module")
def archive(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("backup") / "paper.tar.gz"
    assert hwalja(founded, "backup", str(made)).returncode == 0
    return made


@pytest.fixture
def place(archive: Path, tmp_path: Path) -> Iterator[Path]:
    """A file, a folder that may not be written to, one that may not be entered, a backup in it."""
    (tmp_path / "file").write_text("news")
    (tmp_path / "shut").mkdir()
    for name in ("paper", "locked", "shut/paper"):
        shutil.copy(archive, tmp_path / name)
    (tmp_path / "locked").chmod(0)
    (tmp_path / "fixed").mkdir(mode=0o500)
    (tmp_path / "shut").chmod(0)
    yield tmp_path
    (tmp_path / "shut").chmod(0o700)


def refused(home: Path, *arguments: str) -> str:
    done = subprocess.run(
        [*BOUND, sys.executable, "-m", "hwalja.config.cli", *arguments],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n"), done.stdout) == (1, 1, ""), done.stderr
    assert re.search("[가-힣]{2}", done.stderr)
    return done.stderr


def test_places_for_a_backup(home: Path, place: Path) -> None:
    for target in ("fixed/x", "shut/x", TOO_LONG, "file/x", "none/x", "fixed", "/sys/x", "/proc/x"):
        refused(home, "backup", str(place / target))
    assert "권한이 없습니다" in refused(home, "backup", str(place / "fixed/x"))
    assert "폴더입니다" in refused(home, "backup", str(place / "fixed"), "--overwrite")


def test_places_of_a_backup(place: Path) -> None:
    for source in ("locked", "shut/paper", TOO_LONG, "file/x", "fixed"):
        refused(place / "new", "restore", str(place / source))
    assert not (place / "new").exists() or not list((place / "new").iterdir())


@pytest.mark.parametrize("name", ["fixed", "fixed/new", "shut", "shut/new", "file", "file/new"])
def test_places_for_a_restored_paper(place: Path, name: str) -> None:
    refused(place / name, "restore", str(place / "paper"))


@pytest.mark.parametrize("name", ["secret_key", "db.sqlite3", "media/photo.jpg", "media"])
def test_what_cannot_be_read_is_not_left_out(home: Path, tmp_path: Path, name: str) -> None:
    (home / "media" / "photo.jpg").write_bytes(b"photo")
    (home / name).chmod(0)
    refused(home, "backup", str(tmp_path / "paper"))
    assert not (tmp_path / "paper").exists()
    (home / name).chmod(0o700)
