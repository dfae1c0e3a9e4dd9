"""`make prove`: the full counts, written to docs/measured.md as a table.

A proof takes the fixture `measured` and calls it with what was claimed and what was found. Rows of
proofs that did not run this time stay as they are.
"""

import os
import platform
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

DOCUMENT = Path(__file__).resolve().parents[1] / "docs/measured.md"
HEAD = """# Measured

Written by `make prove`. Counts are given as "0 of N"; with N clean trials the true rate may still
be up to 3/N. Figures are floors: the load had the machine to share with what it measured.
What a paper costs with 1,000 and with 1,000,000 articles is in [archive.md](archive.md).

| what | found | how | when, where |
|---|---|---|---|
"""
ROWS: dict[str, str] = {}


def where() -> str:
    """Date, commit, machine and how busy it was."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=DOCUMENT.parent,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    return f"{date.today()}, {commit}, {machine}, load {os.getloadavg()[0]:.1f}"


@pytest.fixture
def measured() -> Callable[[str, str, str], None]:
    """measured(what, found, how)"""

    def add(what: str, found: str, how: str) -> None:
        ROWS[what] = f"| {what} | {found} | {how} | {where()} |"

    return add


def pytest_sessionfinish() -> None:
    if not ROWS:
        return
    text = DOCUMENT.read_text() if DOCUMENT.exists() else ""
    before = {m[1]: m[0] for m in re.finditer(r"^\| (?!what |-)(.+?) \|.*$", text, re.M)}
    rows = {**before, **ROWS}
    DOCUMENT.write_text(HEAD + "\n".join(rows[what] for what in sorted(rows)) + "\n")
