"""A migrated database kept between test runs: migrating takes seconds, copying takes none.

SQLite: a file in the virtual environment. PostgreSQL: a template database in the same cluster.
Either is named by a digest of all migrations and of the installed packages, so it is never stale.
"""

import fcntl
import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, connections
from django.test.utils import setup_databases
from pytest_django import DjangoDbBlocker
from pytest_django.plugin import blocking_manager_key

PACKAGE = Path(__file__).resolve().parent
FOLDER = Path(sys.prefix, "hwalja-test-databases")


def digest() -> str:
    """Names everything a freshly migrated database depends on."""
    found = hashlib.sha256()
    for distribution in sorted(metadata.distributions(), key=lambda one: str(one.metadata["Name"])):
        found.update(f"{distribution.metadata['Name']}=={distribution.version}\n".encode())
    for path in sorted(PACKAGE.glob("*/migrations/*.py")):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


@contextmanager
def alone() -> Iterator[None]:
    """One worker at a time; the others wait for what the first one makes."""
    FOLDER.mkdir(exist_ok=True)
    with (FOLDER / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


class SQLiteTemplate:
    def __init__(self) -> None:
        self.path = FOLDER / f"{digest()}.sqlite3"

    def exists(self) -> bool:
        return self.path.is_file()

    def copy_out(self) -> None:
        """Overwrite the test database, by SQLite's own means: other connections may be open."""
        connections.close_all()
        with (
            closing(sqlite3.connect(self.path)) as source,
            closing(sqlite3.connect(settings.DATABASES["default"]["TEST"]["NAME"])) as target,
        ):
            source.backup(target)

    def keep(self) -> None:
        for old in FOLDER.glob("*.sqlite3"):
            old.unlink()
        unfinished = self.path.with_suffix(f".{os.getpid()}")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(unfinished)])
        unfinished.rename(self.path)


def backend() -> Any:
    """Django's wrapper, whose parts for test databases have no types."""
    return connections["default"]


@cache
def test_name() -> str:
    """Asked for before the connection is turned to it, and remembered."""
    return str(backend().creation._get_test_db_name())


class PostgresTemplate:
    def __init__(self) -> None:
        self.name = f"hwalja_template_{digest()}"

    def exists(self) -> bool:
        with backend()._nodb_cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.name])
            return cursor.fetchone() is not None

    def copy_out(self) -> None:
        self._copy(self.name, test_name())

    def keep(self) -> None:
        self._copy(test_name(), self.name)

    def _copy(self, source: str, target: str) -> None:
        backend().close()
        backend().close_pool()
        quote = connection.ops.quote_name
        with backend()._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {quote(target)} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {quote(target)} TEMPLATE {quote(source)}")


def template() -> SQLiteTemplate | PostgresTemplate:
    return SQLiteTemplate() if connection.vendor == "sqlite" else PostgresTemplate()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """In place of pytest-django's: the first worker migrates, the others copy."""
    with alone(), django_db_blocker.unblock():
        found = template()
        test_name()
        made = found.exists()
        if made:
            found.copy_out()
        # Brings the copy's permissions up to date; the home is thrown away with the database.
        setup_databases(verbosity=0, interactive=False, aliases={"default": False}, keepdb=made)
        if not made:
            found.keep()


def commits(item: pytest.Item) -> bool:
    """Does this test commit, instead of being rolled back?"""
    marker = item.get_closest_marker("django_db")
    fixtures = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures or (marker and marker.kwargs.get("transaction")))


def asks_the_database(item: pytest.Item) -> bool:
    """Does this test go to the database, or ask by its marker to be run on each?"""
    fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures or item.get_closest_marker("django_db") or item.get_closest_marker("both"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What asks no database is run beside SQLite only."""
    if connection.vendor != "sqlite":
        left = [item for item in items if not asks_the_database(item)]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if asks_the_database(item)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """A test that commits ends in a flush, which takes what migrations wrote: bring it back.

    A hook, since no fixture of ours is sure to end after the one that flushes.
    """
    yield
    if commits(item):
        with item.config.stash[blocking_manager_key].unblock():
            template().copy_out()
