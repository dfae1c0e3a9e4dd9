"""Those in a story on its page: links, the strip beneath it, what machines are told."""

import gzip
import json
from pathlib import Path
from typing import Any

import html5lib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import hwalja
from hwalja.articles.models import Article
from hwalja.mentions.actions.accept import accept_sure
from hwalja.mentions.models import Mention, Quotation
from hwalja.mentions.tests.cast import STORY, Said, publish, read, rewrite
from hwalja.people.actions.edit import edit
from hwalja.people.actions.hide import hide
from hwalja.people.models import Profile
from hwalja.testing import Newsroom, make_photo

pytestmark = pytest.mark.django_db


def body(article: Article, reader: Client) -> str:
    answer = reader.get(article.get_absolute_url())
    assert answer.status_code == 200 and "Set-Cookie" not in answer.headers
    return answer.content.decode()


def story(page: str) -> str:
    return page.split('<div class="story-text">')[1].split("<footer")[0].split("<section")[0]


def news(page: str) -> dict[str, Any]:
    document = html5lib.parse(page, namespaceHTMLElements=False)
    found = [
        json.loads(node.text)
        for node in document.iter("script")
        if node.get("type") == "application/ld+json"
    ]
    (told,) = [one for one in found if one["@type"] == "NewsArticle"]
    return told


def test_the_first_mention_of_each_is_a_link(
    article: Article, reader: Client, kang: Profile, nuri: Profile
) -> None:
    text = story(body(article, reader))
    assert text.count(f'<a href="/who/{kang.pk}/">강가람</a>') == 1
    assert text.count(f'<a href="/who/{nuri.pk}/">누리전자</a>') == 1
    # A short form needs the desk; who is in no directory is nobody.
    assert ">강</a>" not in text and ">문보라" not in text


def test_no_link_in_a_link_but_at_the_next_mention(
    newsroom: Newsroom, said: Said, reader: Client, kang: Profile
) -> None:
    first = STORY[0].replace("강가람 누리", '<a href="https://x.example/">강가람</a> 누리')
    article = publish(newsroom, first, "<p>강가람 대표가 웃었다.</p>")
    read(article, said)
    text = story(body(article, reader))
    assert text.count(f'href="/who/{kang.pk}/">강가람') == 1
    assert text.index(f"/who/{kang.pk}/") > text.index("밝혔다")


def test_no_link_where_the_text_is_no_longer_what_was_read(
    article: Article, reader: Client, kang: Profile
) -> None:
    Mention.objects.filter(profile=kang).update(at=1)
    assert f"/who/{kang.pk}/" not in story(body(article, reader))


def test_the_strip_says_who_and_what_they_said(
    article: Article, reader: Client, newsroom: Newsroom, kang: Profile
) -> None:
    page = body(article, reader)
    strip = page.split('<section class="named-here"')[1].split("</section>")[0]
    words = Quotation.objects.get(text="서두르지 않겠다")
    assert "이 기사의 인물" in strip and "누리전자 대표" in strip
    assert f'<a href="#said-{words.pk}">“서두르지 않겠다”</a>' in strip
    assert f'<span id="said-{words.pk}">서두르지 않겠다</span>' in page
    assert strip.count("자동 추출") == 1 and "공장을 짓겠다" not in strip
    accept_sure(article.pk, newsroom.desk)
    strip = body(article, reader).split('<section class="named-here"')[1].split("</section>")[0]
    assert strip.index("서두르지 않겠다") < strip.index("공장을 짓겠다") < strip.index("간접 인용")
    # From now on each says so by itself: the organisation, and her words that nobody confirmed.
    assert strip.count("자동 추출") == 2


def test_nobody_in_it_nothing_shown(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    with CaptureQueriesContext(connection) as none:
        page = body(article, reader)
    assert "named" not in page and "story.css" not in page and "mentions" not in news(page)
    asked = [row["sql"] for row in none.captured_queries if "mentions_" in row["sql"]]
    assert len(asked) == 1, asked


def test_few_queries_however_many_there_are(
    article: Article, reader: Client, kang: Profile
) -> None:
    edit(kang.pk, None, lambda: Profile.objects.filter(pk=kang.pk).update(photo=make_photo()))
    reader.get(article.get_absolute_url())
    with CaptureQueriesContext(connection) as asked:
        body(article, reader)
    queries = [row["sql"] for row in asked.captured_queries]
    own = [sql for sql in queries if "mentions_" in sql or "people_" in sql]
    assert len(own) <= 5, own
    assert len(queries) <= 11, queries


def test_machines_are_told(article: Article, reader: Client, kang: Profile, nuri: Profile) -> None:
    base = "http://127.0.0.1:8000"
    told = news(body(article, reader))
    assert [(one["@type"], one["@id"], one["name"]) for one in told["mentions"]] == [
        ("Person", f"{base}/who/{kang.pk}/", "강가람"),
        ("Organization", f"{base}/who/{nuri.pk}/", "누리전자"),
    ]
    (said,) = told["hasPart"]
    assert said["@type"] == "Quotation" and said["text"] == "서두르지 않겠다"
    assert said["spokenByCharacter"] == {"@id": f"{base}/who/{kang.pk}/"}


def test_who_is_hidden_is_not_on_the_page(article: Article, reader: Client, kang: Profile) -> None:
    hide(kang.pk, None, why="본인 요청")
    page = body(article, reader)
    assert f"/who/{kang.pk}/" not in page and "Quotation" not in page


def test_words_that_an_editor_changed_are_not_led_to(article: Article, reader: Client) -> None:
    rewrite(article, "서두르지 않겠다", "서둘러야 한다")
    page = body(article, reader)
    assert "#said-" not in page and "서두르지" not in page


def test_weight_of_the_stylesheet() -> None:
    package = Path(hwalja.__file__).parent
    style = package / "mentions/static/mentions/story.css"
    assert len(gzip.compress(style.read_bytes(), 9)) <= 1000
