"""The SQLite library: a bundled, repaired one in place of the system's.

SQLite 3.7.0 to 3.51.2 can lose committed rows in WAL mode when several
connections write (sqlite.org/wal.html, "WAL-reset bug"); Debian 12 ships 3.40.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pysqlite3

# The first release with the WAL-reset repair.
REPAIRED = (3, 51, 3)


def use_repaired_library() -> None:
    """Put `pysqlite3` where Django's backend looks for `sqlite3`."""
    if pysqlite3.sqlite_version_info < REPAIRED:
        raise SystemExit(
            f"SQLite {pysqlite3.sqlite_version}은 확정된 기록을 잃을 수 있습니다. "
            "pip install --upgrade pysqlite3 로 3.51.3 이상을 설치하십시오."
        )
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


# Set for the processes of `hwalja serve`.
SERVED = "_HWALJA_SERVED"


def name(path: Path) -> str:
    """The database's name to connect by.

    While a paper is served, never a file that is not there: SQLite would make an empty one
    in the place of a database that is away.
    """
    return f"{path.as_uri()}?mode=rw" if os.environ.get(SERVED) else str(path)


def know_sizes() -> None:
    """Let the planner know how large each table has become; quick where none has grown much.

    Without it a join of a small table with the pages reads every page there is.
    """
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # A sample of each index is enough; writers wait meanwhile.
            cursor.execute("PRAGMA analysis_limit=400")
            # All tables, not only those that this connection has asked.
            cursor.execute("PRAGMA optimize=0x10002")


@contextmanager
def in_haste() -> Iterator[None]:
    """Wait for no disk, and write the log back seldom: for what is made again if the power fails."""
    from django.db import connection

    if connection.vendor != "sqlite":
        yield
        return
    # On one connection: Django's own pragmas hold again from the next one.
    with connection.cursor() as cursor:
        for pragma in ("synchronous=OFF", "wal_autocheckpoint=50000"):
            cursor.execute(f"PRAGMA {pragma}")
        try:
            yield
        finally:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()
