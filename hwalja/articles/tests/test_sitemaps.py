"""Sitemaps: the protocol's form, nothing but what readers may see, split by number."""

import re
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from hwalja.articles import sitemaps
from hwalja.articles.models import Article
from hwalja.masthead.models import Policy
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
BASE = "http://127.0.0.1:8000"
W3C = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d")


def read(reader: Client, path: str) -> ElementTree.Element:
    answer = reader.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    assert len(answer.content) < 50_000_000
    return ElementTree.fromstring(answer.content)


def locations(root: ElementTree.Element) -> list[str]:
    """Every <loc>, which must be a full address of ours, and the only one of its entry."""
    assert root.tag in {SITEMAP + "urlset", SITEMAP + "sitemapindex"}
    entry = "url" if root.tag.endswith("urlset") else "sitemap"
    assert {child.tag for child in root} <= {SITEMAP + entry}
    found = [child.findtext(SITEMAP + "loc", "") for child in root]
    assert all(loc.startswith(BASE + "/") and len(loc) < 2048 and loc.isascii() for loc in found)
    return found


def test_the_index_names_files_that_hold_every_article(
    newsroom: Newsroom, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "PER_FILE", 2)
    wanted = {f"{BASE}/news/{newsroom.publish().number}/" for _ in range(5)}
    draft = newsroom.write()
    files = locations(read(reader, "/sitemap.xml"))
    found: list[str] = []
    for file in files:
        entries = locations(read(reader, file.removeprefix(BASE)))
        articles = [loc for loc in entries if "/news/" in loc]
        assert len(articles) <= 2
        found += articles
    assert sorted(found) == sorted(wanted)
    assert f"{BASE}/news/{draft.number}/" not in found


def test_far_apart_numbers_make_no_empty_files(newsroom: Newsroom, reader: Client) -> None:
    first, second = newsroom.publish(), newsroom.publish()
    Article.objects.filter(pk=second.pk).update(number=20250112000123)
    files = locations(read(reader, "/sitemap.xml"))
    assert files == [
        f"{BASE}/sitemaps/pages.xml",
        f"{BASE}/sitemaps/articles-0.xml",
        f"{BASE}/sitemaps/articles-{20250112000123 // 5000}.xml",
    ]
    assert locations(read(reader, files[1].removeprefix(BASE))) == [f"{BASE}/news/{first.number}/"]


def test_articles_tell_when_they_changed(newsroom: Newsroom, reader: Client) -> None:
    newsroom.publish()
    root = read(reader, "/sitemaps/articles-0.xml")
    assert W3C.fullmatch(root.findtext(f"{SITEMAP}url/{SITEMAP}lastmod", ""))


def test_pages_hold_sections_reporters_and_policies(newsroom: Newsroom, reader: Client) -> None:
    Policy.objects.create(title="윤리강령", slug="ethics", body="<p>글</p>")
    found = locations(read(reader, "/sitemaps/pages.xml"))
    for path in ("/", "/industry/", "/industry/internet/", "/reporters/kim/", "/policies/ethics/"):
        assert BASE + path in found


def test_every_page_of_the_sitemaps_answers(newsroom: Newsroom, reader: Client) -> None:
    newsroom.publish()
    for file in locations(read(reader, "/sitemap.xml")):
        for loc in locations(read(reader, file.removeprefix(BASE))):
            assert reader.get(loc.removeprefix(BASE)).status_code == 200, loc


@pytest.mark.parametrize("part", ["1", "00", "x", "99999999999999", "9" * 30])
def test_no_such_file(newsroom: Newsroom, reader: Client, part: str) -> None:
    newsroom.publish()
    assert reader.get(f"/sitemaps/articles-{part}.xml").status_code == 404


def test_news_is_two_days_old_at_most(newsroom: Newsroom, reader: Client) -> None:
    new, old = newsroom.publish(title="새 & <기사>\x0b"), newsroom.publish()
    newsroom.publish(sponsored=True)
    Article.objects.filter(pk=old.pk).update(listed_at=timezone.now() - timedelta(days=2))
    root = read(reader, "/news-sitemap.xml")
    assert locations(root) == [f"{BASE}/news/{new.number}/"]
    news = root.find(f"{SITEMAP}url/{NEWS}news")
    assert news is not None
    assert news.findtext(f"{NEWS}publication/{NEWS}name") == "새 신문"
    assert news.findtext(f"{NEWS}publication/{NEWS}language") == "ko"
    assert W3C.fullmatch(news.findtext(f"{NEWS}publication_date", ""))
    assert news.findtext(f"{NEWS}publication_date", "").endswith("+09:00")
    assert news.findtext(f"{NEWS}title") == "새 & <기사>"


def test_much_news_is_split(
    newsroom: Newsroom, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "NEWS_PER_FILE", 2)
    wanted = {f"{BASE}/news/{newsroom.publish().number}/" for _ in range(5)}
    root = read(reader, "/news-sitemap.xml")
    assert root.tag == SITEMAP + "sitemapindex"
    found: list[str] = []
    for file in locations(root):
        part = locations(read(reader, file.removeprefix(BASE)))
        assert len(part) <= 2
        found += part
    assert set(found) == wanted and len(found) == 5


def test_a_day_without_news_is_an_empty_file(newsroom: Newsroom, reader: Client) -> None:
    assert locations(read(reader, "/news-sitemap.xml")) == []


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/sitemap.xml", 2),
        ("/sitemaps/articles-0.xml", 3),
        ("/sitemaps/pages.xml", 5),
        ("/news-sitemap.xml", 4),
        ("/robots.txt", 0),
    ],
)
def test_queries(
    newsroom: Newsroom, reader: Client, django_assert_max_num_queries: Any, path: str, most: int
) -> None:
    newsroom.publish()
    reader.get(path)
    with django_assert_max_num_queries(most):
        reader.get(path)


def test_robots(newsroom: Newsroom, reader: Client) -> None:
    newsroom.write(title="비밀 초고")
    answer = reader.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    lines = answer.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {f"Disallow: /{name}/" for name in ("admin", "account", "search")} <= set(lines)
    assert f"Sitemap: {BASE}/sitemap.xml" in lines
    assert f"Sitemap: {BASE}/news-sitemap.xml" in lines
    assert "news/" not in answer.content.decode().replace("news-sitemap", "")
