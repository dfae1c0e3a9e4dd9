"""The SQLite library: a bundled, repaired one in place of the system's.

SQLite 3.7.0 to 3.51.2 can lose committed rows in WAL mode when several
connections write (sqlite.org/wal.html, "WAL-reset bug"); Debian 12 ships 3.40.
"""

import sys

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
