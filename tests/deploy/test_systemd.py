"""The unit for systemd, and the image, as far as they can be tried without either."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.deploy.behind import DEPLOY

ROOT = DEPLOY.parent
UNIT = DEPLOY / "systemd/hwalja.service"
needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd")


def analyze(*arguments: str) -> "subprocess.CompletedProcess[str]":
    line = ["systemd-analyze", *arguments]
    return subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)


@needs_systemd
def test_the_unit_is_understood(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    # It looks for the command itself.
    unit.write_text(UNIT.read_text().replace("/srv/hwalja/venv/bin/hwalja", "/bin/true"))
    done = analyze("verify", "--man=no", str(unit))
    assert done.returncode == 0, done.stderr
    # What it does not know it only mentions.
    assert "hwalja.service" not in done.stderr, done.stderr


@needs_systemd
def test_the_unit_is_well_protected() -> None:
    """systemd's own estimate: 10 is everything open; a web server's usual unit has 9.2."""
    done = analyze("security", "--offline=true", "--threshold=20", "--no-pager", str(UNIT))
    assert done.returncode == 0, done.stdout[-600:]


@pytest.mark.skipif(not shutil.which("systemd-tmpfiles"), reason="no systemd")
def test_whole_pages_are_gone_after_a_power_cut(tmp_path: Path) -> None:
    page = tmp_path / "paper/pressed/joined/current/index.html.gz"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"old")
    told = tmp_path / "hwalja.conf"
    written = (DEPLOY / "systemd/hwalja.tmpfiles.conf").read_text()
    told.write_text(written.replace("/srv/hwalja", str(tmp_path)))
    subprocess.run(["systemd-tmpfiles", "--remove", str(told)], check=True, timeout=60)
    assert page.exists(), "only while the machine starts"
    subprocess.run(["systemd-tmpfiles", "--boot", "--remove", str(told)], check=True, timeout=60)
    assert not page.parent.parent.exists() and (tmp_path / "paper/pressed").exists()


def test_the_image_copies_what_there_is() -> None:
    text = (DEPLOY / "Containerfile").read_text()
    copied = re.findall(r"^COPY ([^-\n].*) \S+$", text, re.M)
    names = [name for line in copied for name in line.split()]
    assert "pyproject.toml" in names and all((ROOT / name).exists() for name in names)
    wanted = re.findall(
        r'(?:readme|license-files) = \[?"([^"]+)"', (ROOT / "pyproject.toml").read_text()
    )
    assert wanted and set(wanted) <= set(names)
