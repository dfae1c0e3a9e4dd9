"""Signs of life: every long-running process touches a file of its own."""

import time
from pathlib import Path

from django.conf import settings

# Longer than any pause a healthy process makes, short enough to wake somebody.
LATE = 15.0


def _file(name: str) -> Path:
    return Path(settings.HOME, "run", name)


def beat(name: str) -> None:
    """Say that the process `name` is alive now."""
    file = _file(name)
    file.parent.mkdir(exist_ok=True)
    file.touch()


def is_alive(name: str) -> bool:
    """Has `name` said so within the last `LATE` seconds?"""
    try:
        return time.time() - _file(name).stat().st_mtime < LATE
    except OSError:
        return False
