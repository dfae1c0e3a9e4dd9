"""Queries of the pages of somebody of whom much was written: few, and the same for any archive."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hwalja.testing import make_newsroom
from tests.archive import archive
from tests.said import lay, people

pytestmark = pytest.mark.slow  # Thousands of rows take seconds to write.

# Most queries of a page.
BUDGETS = {
    "/who/much/": 26,
    "/who/much/quotes/": 10,
    "/who/much/quotes/{year}/": 10,
    "/who/much/quotes/{year}/?page=2": 10,
    "/who/much/quotes/about/industry/": 10,
    "/who/much/articles/{year}/": 8,
    "/who/much/feed/": 28,
    "/who/much.json": 28,
    "/who/": 12,
}
SMALL, LARGE = 400, 2_000


@pytest.fixture(scope="module")
def small_and_large(django_db_setup: Any, django_db_blocker: Any) -> Iterator[list[dict[str, Any]]]:
    """The queries of each page with 400 articles and 1,000 quotations, and with five times that."""
    from django.db import transaction

    from hwalja.press import shared

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    static = override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain})
    with static, django_db_blocker.unblock(), transaction.atomic():
        newsroom, (one, others) = make_newsroom(), people()
        apart, asked = timedelta(hours=12), []
        for count in (SMALL, LARGE - SMALL):
            numbers = archive(newsroom, count, apart=apart)
            lay(one, others, numbers, count * 5 // 2)
            asked.append({path: _asked(path) for path in BUDGETS})
        yield asked
        transaction.set_rollback(True)
    shared.forget_everything()


def _asked(path: str) -> list[str]:
    """The queries of a page that has been asked for before."""
    year = timezone.localtime(timezone.now() - timedelta(days=100)).year
    reader, address = Client(), path.format(year=year)
    assert reader.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as asked:
        reader.get(address)
    return [query["sql"] for query in asked.captured_queries]


@pytest.mark.parametrize("path", BUDGETS)
def test_queries_are_few_and_do_not_grow(small_and_large: list[dict[str, Any]], path: str) -> None:
    small, large = (asked[path] for asked in small_and_large)
    assert len(small) <= BUDGETS[path], "\n".join(small)
    assert len(large) == len(small), "\n".join(large)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's words for a plan")
def test_nothing_walks_through_all_that_was_read(small_and_large: list[dict[str, Any]]) -> None:
    for path, asked in small_and_large[-1].items():
        for sql in asked:
            if sql.startswith("SELECT") and 'FROM "mentions_' in sql:
                with connection.cursor() as cursor:
                    cursor.execute("EXPLAIN QUERY PLAN " + sql.replace("%", "%%"), [])
                    plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
                assert "SCAN mentions_" not in plan, (path, sql, plan)
