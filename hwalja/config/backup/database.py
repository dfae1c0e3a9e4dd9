"""The database as one file, and back, while others write to it."""

import os
import re
import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pysqlite3
from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

from hwalja.comments.database import bring


def dump(target: Path) -> None:
    """A consistent copy as of one moment."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(target)])
    else:
        _postgres("pg_dump", "--format=custom", "--no-owner", f"--file={target}")


def load(source: Path) -> None:
    """Bring a copy into the empty place of ours."""
    if connection.vendor == "sqlite":
        _check(source)
        source.rename(settings.DATABASES["default"]["NAME"])
    else:
        arguments = ("--no-owner", "--exit-on-error", "--single-transaction", str(source))
        _postgres("pg_restore", "--dbname=", *arguments)


def _check(source: Path) -> None:
    with closing(pysqlite3.connect(source)) as found:
        bring(found)
        result = found.execute("PRAGMA integrity_check").fetchone()
    if result != ("ok",):
        raise CommandError(f"백업 속의 데이터베이스가 상했습니다: {result[0]}")


def is_empty() -> bool:
    """Is there nothing yet where the database is to go?"""
    if connection.vendor == "sqlite":
        return not Path(settings.DATABASES["default"]["NAME"]).exists()
    return not connection.introspection.table_names()


def _tool(name: str) -> str:
    """The newest of PostgreSQL's own tools on this machine."""
    debian = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    newest = sorted(debian, key=lambda path: int(re.sub(r"\D", "", path.parts[4]) or 0))
    found = str(newest[-1]) if newest else shutil.which(name)
    if not found:
        raise CommandError(f"{name} 이 없습니다. PostgreSQL 클라이언트 도구를 설치하십시오.")
    return found


def _postgres(name: str, *arguments: str) -> None:
    """Run one of them on our database; the password stays out of the process list."""
    where = settings.DATABASES["default"]
    environment = {
        **os.environ,
        "PGHOST": str(where["HOST"]),
        "PGPORT": str(where["PORT"] or 5432),
        "PGUSER": str(where["USER"]),
        "PGPASSWORD": str(where["PASSWORD"]),
        "PGDATABASE": str(where["NAME"]),
    }
    line = [
        _tool(name),
        *(arg if arg != "--dbname=" else f"--dbname={where['NAME']}" for arg in arguments),
    ]
    done = subprocess.run(  # noqa: S603
        line, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CommandError(f"{name}: {' '.join(done.stderr.split())}")
