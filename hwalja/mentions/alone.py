"""One analyst for a paper, however many machines and commands there are."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

# Any number that nobody else asks this database for.
_LOCK = 7_240_511


def alone() -> AbstractContextManager[bool]:
    """Whether nobody else reads; nobody can begin to until this is left.

    Machines that share a database ask that for the lock, else it is a file of the home.
    """
    return _of_database() if connection.vendor == "postgresql" else _of_home()


@contextmanager
def _of_database() -> Iterator[bool]:
    # A connection of its own: the lock ends with it, and the other is closed now and then.
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK])
            taken = bool(cursor.fetchone()[0])
        yield taken
    finally:
        own.close()


@contextmanager
def _of_home() -> Iterator[bool]:
    folder = Path(settings.HOME, "run")
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / "analyst.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield _lock(handle)
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
