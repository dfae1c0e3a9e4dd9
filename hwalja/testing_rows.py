"""Rows made once and put back by plain SQL: the cast of a test in a tenth of the time.

The first test of a worker makes its newsroom by the real actions; what that changed in the
database is kept as SQL literals and repeated for the tests that follow.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from django.db import connection


class Table:
    """A table with its columns and its primary key."""

    def __init__(self, cursor: Any, name: str) -> None:
        quote = connection.ops.quote_name
        columns = [one.name for one in connection.introspection.get_table_description(cursor, name)]
        key = connection.introspection.get_primary_key_column(cursor, name)
        self.name = quote(name)
        self.columns = ", ".join(quote(column) for column in columns)
        # SQL literals of any value, exactly as the database understands them.
        literal = "quote({})" if connection.vendor == "sqlite" else "quote_nullable({}::text)"
        self.literals = ", ".join(literal.format(quote(column)) for column in columns)
        self.place = columns.index(key) if key else 0
        self.key = quote(columns[self.place])

    def rows(self, cursor: Any) -> set[tuple[str, ...]]:
        cursor.execute(f"SELECT {self.literals} FROM {self.name}")
        return set(cursor.fetchall())

    def changes(self, before: set[Any], after: set[Any]) -> tuple[list[str], list[str]]:
        """Statements that take away, and statements that put in."""
        gone, new = before - after, after - before
        keys = ", ".join(row[self.place] for row in gone)
        values = ", ".join(f"({', '.join(row)})" for row in sorted(new))
        return (
            [f"DELETE FROM {self.name} WHERE {self.key} IN ({keys})"] if gone else [],
            [f"INSERT INTO {self.name} ({self.columns}) VALUES {values}"] if new else [],
        )


def _tables(cursor: Any) -> list[Table]:
    """All but the search index's shadows, which its triggers keep."""
    names = connection.introspection.table_names(cursor)
    return [Table(cursor, name) for name in names if "_fts" not in name]


class Once:
    """Makes `make()` for real the first time, and by repeating its rows afterwards.

    `make` returns a dataclass whose fields are saved model instances.
    """

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make
        self.made: Any = None
        self.statements: list[str] = []

    def __call__(self) -> Any:
        if self.made is None:
            return self._record()
        with connection.cursor() as cursor:
            for statement in self.statements:
                cursor.execute(statement)
        return self._read_again()

    def _record(self) -> Any:
        with connection.cursor() as cursor:
            tables = _tables(cursor)
            before = [table.rows(cursor) for table in tables]
            made = self.make()
            changes = [
                table.changes(rows, table.rows(cursor))
                for table, rows in zip(tables, before, strict=True)
            ]
        taken = [line for gone, _ in changes for line in gone]
        self.statements = taken + [line for _, new in changes for line in new]
        self.made = made
        return self._read_again()

    def _read_again(self) -> Any:
        """Instances of this test's own."""
        found = {}
        for field in fields(self.made):
            row = getattr(self.made, field.name)
            found[field.name] = type(row)._default_manager.get(pk=row.pk)
        return replace(self.made, **found)
