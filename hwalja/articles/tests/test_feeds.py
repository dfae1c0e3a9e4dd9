"""Feeds: strict XML, whole texts, few queries."""

import re
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from hwalja.articles.models import Article, Correction, Series
from hwalja.masthead.models import Masthead
from hwalja.media.renditions import make_renditions
from hwalja.testing import Newsroom, make_photo

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
BASE = "http://127.0.0.1:8000"


def read(reader: Client, path: str) -> ElementTree.Element:
    answer = reader.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    channel = ElementTree.fromstring(answer.content).find("channel")
    assert channel is not None
    return channel


def text(element: ElementTree.Element, path: str) -> str:
    return element.findtext(path, "", NAMES)


def test_an_item_says_who_when_where_and_everything(newsroom: Newsroom, reader: Client) -> None:
    Masthead.objects.update_or_create(pk=1, defaults={"name": "활자경제"})
    photo = make_photo(caption="공장 전경", credit="활자경제")
    make_renditions.call(photo.pk)
    other = newsroom.publish(newsroom.finance, title="다른 기사")
    body = [
        ("paragraph", f'<p>첫 <a linktype="page" id="{other.pk}">기사</a> 문단.</p>'),
        ("photo", {"photo": photo, "caption": "", "credit": ""}),
        ("subheading", "소제목"),
        ("related", {"articles": [other]}),
    ]
    article = newsroom.publish(body=body, title="공장 & <투자>")
    Correction.objects.create(article=article, text="1조 원을 2조 원으로 바로잡습니다.")
    Article.objects.filter(pk=article.pk).update(
        modified_at=article.published_at + timedelta(hours=1)
    )
    channel = read(reader, "/industry/internet/feed/")
    assert text(channel, "title") == "인터넷·게임·콘텐츠 - 활자경제"
    link = channel.find("atom:link", NAMES)
    assert link is not None and link.get("rel") == "self"
    assert link.get("href") == f"{BASE}/industry/internet/feed/"
    (item,) = channel.findall("item")
    address = f"{BASE}/news/{article.number}/"
    assert text(item, "title") == "공장 & <투자>"
    assert text(item, "link") == text(item, "guid") == address
    assert text(item, "dc:creator") == "김하늘"
    changed = article.published_at + timedelta(hours=1)
    assert abs(parsedate_to_datetime(text(channel, "lastBuildDate")) - changed) < timedelta(0, 1)
    assert [found.text for found in item.findall("category")] == [
        "기업과산업",
        "인터넷·게임·콘텐츠",
    ]
    content = text(item, "content:encoded")
    assert f'<a href="{BASE}/news/{other.number}/">기사</a>' in content
    assert f'src="{BASE}/media/' in content
    assert "▲ 공장 전경" in content and "활자경제" in content
    assert "1조 원을 2조 원으로" in content
    assert "다른 기사" in content
    assert not re.search(r'(?:href|src)="(?!http)', content)


def test_advertisements_are_labelled(newsroom: Newsroom, reader: Client) -> None:
    newsroom.publish(sponsored=True)
    (item,) = read(reader, "/feed/").findall("item")
    assert text(item, "title").startswith("[광고] ")
    assert "광고" in text(item, "content:encoded")


def test_characters_xml_forbids_are_left_out(newsroom: Newsroom, reader: Client) -> None:
    hostile = "제\x0b목\x00 ]]> \ufffe <script>alert(1)</script> &amp; \U0001f600"
    newsroom.write()  # A number is taken.
    body = [("paragraph", "<p>본\x08문 ]]> 문단</p><script>alert(1)</script>")]
    article = newsroom.publish(title="제목", body=body)
    hostile = hostile.replace("\x00", "")  # No database of ours takes NUL everywhere.
    Article.objects.filter(pk=article.pk).update(title=hostile, summary=hostile)
    (item,) = read(reader, "/feed/").findall("item")
    assert text(item, "title") == "제목 ]]>  <script>alert(1)</script> &amp; \U0001f600"
    assert "<script>" not in text(item, "content:encoded")


def test_queries_do_not_grow_with_the_feed(
    newsroom: Newsroom, reader: Client, django_assert_max_num_queries: Any
) -> None:
    series = Series.objects.create(name="공장을 가다", slug="plants")
    other = newsroom.publish(newsroom.finance)
    for _ in range(12):
        photo = make_photo(size=(40, 30))
        make_renditions.call(photo.pk)
        body = [
            ("paragraph", f'<p><a linktype="page" id="{other.pk}">기사</a></p>'),
            ("photo", {"photo": photo, "caption": "", "credit": ""}),
        ]
        article = newsroom.write(body=body, series=series)
        article.tags.add("chip")
        article.save_revision().publish()
    lists = ["industry", "industry/internet", "reporters/kim", "series/plants", "tags/chip"]
    for path in ("/feed/", *(f"/{name}/feed/" for name in lists)):
        reader.get(path)
        with django_assert_max_num_queries(8):
            channel = read(reader, path)
        assert len(channel.findall("item")) >= 12


@pytest.mark.parametrize(
    "path", ["/none/feed/", "/industry/none/feed/", "/reporters/none/feed/", "/internet/feed/"]
)
def test_no_feed_of_what_is_not_there(newsroom: Newsroom, reader: Client, path: str) -> None:
    assert reader.get(path).status_code == 404


def test_an_unchanged_feed_is_not_sent_again(newsroom: Newsroom, reader: Client) -> None:
    newsroom.publish()
    first = reader.get("/feed/")
    again = reader.get("/feed/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    newsroom.publish(title="새 기사")
    assert reader.get("/feed/", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_an_empty_feed_is_a_feed(newsroom: Newsroom, reader: Client) -> None:
    assert read(reader, "/feed/").findall("item") == []


def test_the_newest_come_first(newsroom: Newsroom, reader: Client) -> None:
    old, new = newsroom.publish(title="옛 기사"), newsroom.publish(title="새 기사")
    Article.objects.filter(pk=old.pk).update(listed_at=timezone.now() - timedelta(days=3))
    items = read(reader, "/feed/").findall("item")
    assert [text(item, "title") for item in items] == [new.title, old.title]
