"""Queries of every kind of page: few, the same for any archive, each served by its index."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hwalja.articles import lists, pages, reading
from hwalja.articles.archive import ROWS, period_of
from hwalja.articles.lists import Listing
from hwalja.articles.models import Article, Series
from hwalja.testing import Newsroom, make_newsroom
from tests.archive import archive

pytestmark = pytest.mark.slow  # Ten thousand articles take seconds to write.

LARGE = 10_000

# Most queries of a page.
BUDGETS = {
    "/news/{number}/": 8,
    "/": 12,
    "/industry/": 8,
    "/industry/internet/": 8,
    "/industry/internet/?page=3": 8,
    "/latest/": 6,
    "/reporters/kim/": 8,
    "/tags/chip/": 8,
    "/series/plants/": 8,
    "/latest/{day}": 8,
    "/latest/{month}": 8,
    "/industry/{day}": 8,
    "/industry/{month}": 8,
    "/industry/internet/{day}": 8,
    "/industry/internet/{month}": 8,
    "/reporters/kim/{month}": 8,
    "/series/plants/{month}": 8,
    "/tags/chip/{month}": 8,
    "/search/?q=강은전자": 6,
    "/feed/": 8,
    "/industry/feed/": 8,
    "/reporters/kim/feed/": 8,
    "/sitemap.xml": 3,
    "/sitemaps/articles-0.xml": 3,
    "/news-sitemap.xml": 4,
    "/news/{number}/share.png": 4,
}


@pytest.fixture(scope="module")
def small_and_large(django_db_setup: Any, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """Both archives once for this file: queries counted with 100, then more, to 10,000."""
    from django.db import transaction

    from hwalja.press import shared

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    storages = {**settings.STORAGES, "staticfiles": plain}
    static = override_settings(STORAGES=storages)
    with static, django_db_blocker.unblock(), transaction.atomic():
        newsroom = make_newsroom()
        numbers = archive(newsroom, 100)
        small = {path: _asked(path, numbers) for path in BUDGETS}
        numbers += archive(newsroom, LARGE - 100)
        large = {path: _asked(path, numbers) for path in BUDGETS}
        yield {"newsroom": newsroom, "numbers": numbers, "small": small, "large": large}
        transaction.set_rollback(True)
    shared.forget_everything()


def _asked(path: str, numbers: list[int]) -> list[str]:
    """The queries of a page that has been asked for before."""
    number = numbers[len(numbers) // 2]
    day = period_of(Article.objects.get(number=number).dated, by_day=True)
    reader, address = Client(), path.format(number=number, day=day.path, month=day.month.path)
    assert reader.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as asked:
        reader.get(address)
    return [query["sql"] for query in asked.captured_queries]


@pytest.mark.parametrize("path", BUDGETS)
def test_queries_are_few_and_do_not_grow(small_and_large: dict[str, Any], path: str) -> None:
    small, large = small_and_large["small"][path], small_and_large["large"][path]
    assert len(small) <= BUDGETS[path], "\n".join(small)
    assert len(large) == len(small), "\n".join(large)


def test_nothing_counts_or_skips_through_the_archive(small_and_large: dict[str, Any]) -> None:
    for path, asked in small_and_large["large"].items():
        for sql in asked:
            assert "COUNT(" not in sql, (path, sql)


def _listings(newsroom: Newsroom) -> dict[str, Listing]:
    series = Series.objects.get()
    tag_id = Article.objects.filter(tags__slug="chip").values_list("tags", flat=True)[0]
    return {
        "latest_listing": lists.LATEST,
        "section_listing": lists.of_section(newsroom.industry.pk, top=True),
        "subsection_listing": lists.of_section(newsroom.internet.pk, top=False),
        "series_listing": lists.of_series(series.pk),
        "reporter_listing": lists.of_reporter(newsroom.kim.pk),
        "tag_listing": lists.of_tag(tag_id),
    }


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's words for a plan")
@pytest.mark.parametrize(
    "index",
    [
        "latest_listing",
        "section_listing",
        "subsection_listing",
        "series_listing",
        "reporter_listing",
        "tag_listing",
    ],
)
def test_lists_walk_their_index_unsorted(small_and_large: dict[str, Any], index: str) -> None:
    newest, bounded = _walks(_listings(small_and_large["newsroom"])[index])
    plans = [part.explain() for part in bounded]
    assert all("listed_at<?" in plan for plan in plans), plans
    for plan in (*plans, *(part.explain() for part in newest)):
        assert f"INDEX {index}" in plan, plan
        assert "TEMP B-TREE" not in plan, plan
        assert "SCAN wagtailcore_page" not in plan, plan


def _walks(listing: Listing) -> tuple[list[Any], list[Any]]:
    """Over the newest; and bounded by date: a month to show, to press, what is before and after."""
    month = period_of(timezone.now() - timedelta(days=20), by_day=False)
    newest, within = listing.newest_first(), listing.oldest_first(month.since, month.before)
    before = listing.newest_first(before=month.since).values_list(listing.at)
    after = listing.oldest_first(month.before, timezone.now()).values_list(listing.at)
    shown = [newest[: pages.LIST.size], newest.values_list("pk")[: pages.LIST.size * 4]]
    bounded = [within.cards()[: ROWS.size], within.values_list("pk")[ROWS.size : ROWS.size * 5]]
    return shown, [*bounded, within[: ROWS.size * ROWS.last], before[:1], after[:1]]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's words for a plan")
def test_an_article_and_its_neighbours_are_found_by_index(
    small_and_large: dict[str, Any],
) -> None:
    rows = reading.published_rows().filter(number=small_and_large["numbers"][500])
    plan = rows.explain()
    assert "SCAN" not in plan.replace("SCAN CONSTANT ROW", ""), plan
    assert "TEMP B-TREE" not in plan, plan


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's words for a plan")
def test_no_page_scans_the_archive(small_and_large: dict[str, Any]) -> None:
    """Every query of the pages without a search, as it was asked."""
    for path, asked in small_and_large["large"].items():
        if "search" in path or path == "/":
            continue
        for sql in asked:
            if sql.startswith("SELECT") and "articles_article" in sql:
                plan = _plan(sql)
                assert "SCAN articles_article\n" not in plan + "\n", (path, sql, plan)
                if "{day}" in path or "{month}" in path:
                    assert "TEMP B-TREE" not in plan, (path, sql, plan)


def _plan(sql: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + sql.replace("%", "%%"), [])
        return "\n".join(str(row[-1]) for row in cursor.fetchall())
