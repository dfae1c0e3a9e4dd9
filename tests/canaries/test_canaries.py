"""No public address shows an unpublished article, and this test would see it if one did."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from hwalja.articles.models.article import ArticleQuerySet
from hwalja.press import shared
from hwalja.testing import Newsroom

from . import crawl
from .plants import Plants, plant

# It asks a few thousand addresses.
pytestmark = [pytest.mark.slow, pytest.mark.both]


@pytest.fixture
def plants(newsroom: Newsroom) -> Plants:
    return plant(newsroom)


@pytest.fixture
def reader() -> Client:
    return Client(raise_request_exception=False)


# Nothing is there, or it only takes forms.
UNREACHED = {"policy", "photo_size", "photo_original", "comment_objection"}
UNREACHED |= {"comment_vote", "comment_delete", "comment_appeal"}
# All that was said was said in hidden articles: there is no list of it.
UNREACHED |= {"who_quotes", "who_quotes_year", "who_quotes_topic", "who_through"}
UNREACHED |= {"who_articles", "who_articles_year"}


def test_every_address_of_the_urlconf_is_crawled() -> None:
    """A new page must say here which addresses it has."""
    assert sorted(set(crawl.patterns())) == sorted(crawl.SURFACES)


def test_nothing_hidden_is_shown_anywhere(plants: Plants, reader: Client) -> None:
    found = [leak for surface in crawl.SURFACES for leak in crawl.leaks(plants, reader, surface)]
    assert found == []
    _the_crawl_reaches_what_is_public(plants, reader)
    _hidden_articles_answer_alike(plants, reader)


def _the_crawl_reaches_what_is_public(plants: Plants, reader: Client) -> None:
    """A crawl of error pages would find nothing either."""
    for surface in crawl.SURFACES:
        addresses = list(crawl.SURFACES[surface](plants))
        some = [*addresses[:3], *addresses[-3:]]
        statuses = {reader.get(path).status_code for path in some}
        assert not {status for status in statuses if status >= 500}, surface
        if surface not in UNREACHED:
            assert statuses & {200, 301}, surface
    page = reader.get(f"/news/{plants.partly['host'].number}/").content.decode()
    assert "zqshownheadline" in page and page.count("여기") == len(plants.hidden)


def _hidden_articles_answer_alike(plants: Plants, reader: Client) -> None:
    _head_says_no_more_than_get(plants, reader)
    _never_published_is_not_told_from_nothing(plants, reader)
    _previews_are_for_the_newsroom(plants, reader)


def _head_says_no_more_than_get(plants: Plants, reader: Client) -> None:
    for row in plants.hidden.values():
        address = f"/news/{row.number}/"
        answer = reader.head(address)
        assert answer.status_code in {404, 410} and answer.content == b""
        assert "zq" not in str(answer.headers)


def _never_published_is_not_told_from_nothing(plants: Plants, reader: Client) -> None:
    nothing = reader.get("/news/987654/")
    for state in ("draft", "review", "scheduled", "embargoed", "forced", "private", "walled"):
        answer = reader.get(f"/news/{plants.hidden[state].number}/")
        assert answer.status_code == 404, state
        assert answer.content == nothing.content, state
    for state in ("expired", "unswept", "unpublished", "trashed"):
        assert reader.get(f"/news/{plants.hidden[state].number}/").status_code == 410, state


# What shows articles: each must be seen to leak once the gate is gone.
GATED = """
    article share_picture latest reporter series tag search feed reporter_feed series_feed tag_feed
    section_feed subsection_feed sitemap_articles news_sitemap news_sitemap_part wagtail_serve
    latest_day section_day subsection_day reporter_month series_month tag_month
    who_profile who_json who_feed who_quotes who_quotes_year who_articles who_articles_year
""".split()  # noqa: SIM905


def _ungated(self: ArticleQuerySet) -> ArticleQuerySet:
    return self.filter(published_at__isnull=False)


def test_without_the_gate_the_crawl_reports(
    plants: Plants, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ArticleQuerySet, "published", _ungated)
    shared.forget_everything()
    blind = [surface for surface in GATED if not any(crawl.leaks(plants, reader, surface))]
    assert blind == []
    _other_articles_report_too(plants, reader)


def _other_articles_report_too(plants: Plants, reader: Client) -> None:
    """Links in the text, related articles, neighbours, the latest box, the reporter's others."""
    host = plants.partly["host"]
    page = reader.get(f"/news/{host.number}/").content.decode()
    shown = set(crawl.NUMBER.findall(page))
    assert {str(plants.hidden[state].number) for state in ("forced", "unpublished")} <= shown
    assert "zqforcedheadline" in page


def _filled(route: str, plants: Plants) -> str:
    """A route of the newsroom with a hidden article's ids in it."""
    row = plants.hidden["draft"]
    revision = row.get_latest_revision()
    filled = re.sub(r"<\w+:\w*revision\w*>", str(revision.pk), route)
    filled = re.sub(r"\(\?P<\w+>[^)]*\)", str(row.pk), filled)
    return "/" + re.sub(r"<[^>]+>", str(row.pk), filled).replace("^", "").replace("$", "")


def _newsroom_routes(resolver: URLResolver, before: str = "") -> list[str]:
    found = []
    for row in resolver.url_patterns:
        route = before + str(row.pattern).lstrip("^")
        if isinstance(row, URLResolver):
            found += _newsroom_routes(row, route)
        elif isinstance(row, URLPattern) and route.startswith(("admin/", "account/")):
            found.append(route)
    return found


def test_the_newsroom_shows_nothing_to_strangers(plants: Plants, reader: Client) -> None:
    routes = _newsroom_routes(get_resolver())
    assert len(routes) > 200
    for route in routes:
        answer = reader.get(_filled(route, plants))
        text = crawl._text(answer)
        assert not crawl.TOKENS.search(text), route
        if "pages/" in route:
            assert answer.status_code in {302, 403, 404, 405}, route


def _previews_are_for_the_newsroom(plants: Plants, reader: Client) -> None:
    for row in plants.hidden.values():
        revision: Any = row.get_latest_revision()
        for path in (
            f"/admin/pages/{row.pk}/edit/preview/",
            f"/admin/pages/{row.pk}/view_draft/",
            f"/admin/pages/{row.pk}/revisions/{revision.pk}/view/",
        ):
            answer = reader.get(path)
            assert answer.status_code in {302, 403, 404}, path
            assert not crawl.TOKENS.search(crawl._text(answer))
