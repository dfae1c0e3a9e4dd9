"""Several short lists of articles in one query."""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import IntegerField, Value

from hwalja.articles.models.article import ArticleQuerySet


def together(lists: Iterable[ArticleQuerySet], *columns: str) -> list[tuple[Any, ...]]:
    """Rows of all `lists`: which list, counted from nought, then the columns as the database has them.

    Written out because Django cannot join limited queries on SQLite.
    """
    parts: list[str] = []
    params: list[Any] = []
    for number, rows in enumerate(lists):
        labelled = rows.annotate(of=Value(number, IntegerField()))
        sql, values = labelled.values_list("of", *columns).query.sql_with_params()
        parts.append(f"SELECT * FROM ({sql}) AS list_{number}")  # noqa: S608  (Django's own SQL)
        params += values
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        return list(cursor.fetchall())
