"""Sitemaps for search engines: a list of files, and files that old articles never leave.

Articles are shared out by number, so a file holds at most as many as its range
is wide, costs one index range to write however large the archive is, and does
not change when newer articles come.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hwalja.articles.models import Article, Reporter, Series
from hwalja.articles.models.article import ArticleQuerySet
from hwalja.articles.shared import NAVIGATION
from hwalja.articles.xml import legal
from hwalja.look.metadata import absolute
from hwalja.masthead.shared import PAPER
from hwalja.people import sitemaps as people

PER_FILE = 5_000  # Numbers in a file; the protocol allows 50,000 addresses.
NEWS_PER_FILE = 1_000  # What Google News takes.
NEWS_AGE = timedelta(days=2)

# Jumps from each filled range to the next one by index, so that an archive with
# numbers like 20250112000123 costs what it holds, not what it spans.
_FILLED = """
WITH RECURSIVE filled(part) AS (
    SELECT MIN(number) / %(width)s FROM articles_article WHERE listed_at IS NOT NULL
    UNION ALL
    SELECT (
        SELECT MIN(number) / %(width)s FROM articles_article
        WHERE number >= (filled.part + 1) * %(width)s AND listed_at IS NOT NULL
    )
    FROM filled WHERE filled.part IS NOT NULL
)
SELECT part FROM filled WHERE part IS NOT NULL
"""


@dataclass(frozen=True)
class Address:
    """An address in a sitemap, and when what stands there changed."""

    loc: str
    changed: datetime | None = None


@dataclass(frozen=True)
class News:
    """An article in the news sitemap."""

    loc: str
    title: str
    published: datetime


def _filled_parts() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(_FILLED, {"width": PER_FILE})
        return [row[0] for row in cursor.fetchall()]


def _range(rows: ArticleQuerySet, part: int, width: int) -> ArticleQuerySet:
    first = part * width
    return rows.filter(number__gte=first, number__lt=first + width).order_by("number")


def _xml(request: HttpRequest, template: str, **context: object) -> HttpResponse:
    content_type = "application/xml; charset=utf-8"
    return render(request, f"articles/sitemaps/{template}", context, content_type=content_type)


def index(request: HttpRequest) -> HttpResponse:
    """`/sitemap.xml`: the list of files."""
    files = [absolute(f"/sitemaps/articles-{part}.xml") for part in _filled_parts()]
    files += [absolute(path) for path in people.files()]
    return _xml(request, "index.xml", files=[absolute("/sitemaps/pages.xml"), *files])


def articles(request: HttpRequest, part: int) -> HttpResponse:
    """One file of articles."""
    rows = _range(Article.objects.published(), part, PER_FILE)
    columns = rows.values_list("number", "published_at", "modified_at")
    found = [
        Address(absolute(f"/news/{number}/"), modified or published)
        for number, published, modified in columns
    ]
    if not found:
        raise Http404("sitemap")
    return _xml(request, "addresses.xml", addresses=found)


def _pages() -> Iterator[Address]:
    yield from (Address(absolute(path)) for path in ("/", "/latest/", "/who/", "/about/"))
    for top in NAVIGATION.get():
        yield from (Address(absolute(item.url)) for item in (top, *top.children))
    yield from (
        Address(absolute(policy.get_absolute_url()), policy.changed_at)
        for policy in PAPER.get().policies
    )
    for slug in Reporter.objects.order_by("pk").values_list("slug", flat=True):
        yield Address(absolute(f"/reporters/{slug}/"))
    live = Series.objects.filter(pk__in=Article.objects.published().values("series"))
    for slug in live.order_by("pk").values_list("slug", flat=True):
        yield Address(absolute(f"/series/{slug}/"))


def pages(request: HttpRequest) -> HttpResponse:
    """Everything that is not an article: sections, reporters, series, policies."""
    return _xml(request, "addresses.xml", addresses=list(_pages()))


def _recent() -> ArticleQuerySet:
    """What is news: two days old at most, and no advertisement."""
    since = timezone.now() - NEWS_AGE
    return Article.objects.published().filter(listed_at__gte=since, sponsored=False)


def _news_file(request: HttpRequest, rows: ArticleQuerySet) -> HttpResponse:
    columns = rows.values_list("number", "title", "published_at")
    found = [
        News(absolute(f"/news/{number}/"), legal(title), published)
        for number, title, published in columns
    ]
    return _xml(request, "news.xml", rows=found, name=legal(PAPER.get().masthead.name))


def news(request: HttpRequest) -> HttpResponse:
    """`/news-sitemap.xml`: the news of two days, or the list of its files where it is long."""
    numbers = list(_recent().order_by().values_list("number", flat=True))
    if len(numbers) <= NEWS_PER_FILE:
        return _news_file(request, _recent().newest_first())
    parts = sorted({number // NEWS_PER_FILE for number in numbers})
    files = [absolute(f"/sitemaps/news-{part}.xml") for part in parts]
    return _xml(request, "index.xml", files=files)


def robots(request: HttpRequest) -> HttpResponse:
    """`/robots.txt`: what crawlers need not read, and where the sitemaps are."""
    context = {
        "sitemap": absolute("/sitemap.xml"),
        "news_sitemap": absolute("/news-sitemap.xml"),
    }
    return render(request, "articles/robots.txt", context, content_type="text/plain")


def news_part(request: HttpRequest, part: int) -> HttpResponse:
    """One file of a long news sitemap; it may be empty once its news is old."""
    return _news_file(request, _range(_recent(), part, NEWS_PER_FILE))
