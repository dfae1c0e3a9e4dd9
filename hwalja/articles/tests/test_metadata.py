"""What pages tell machines: cards, JSON-LD that no headline can break out of, drawn pictures."""

import json
from io import BytesIO
from typing import Any

import html5lib
import pytest
from django.test import Client
from PIL import Image

from hwalja.articles import share_card, slots
from hwalja.articles.models import Article, Correction
from hwalja.masthead.models import Masthead, Policy
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

BASE = "http://127.0.0.1:8000"


def head(reader: Client, path: str) -> Any:
    answer = reader.get(path)
    assert answer.status_code == 200
    return html5lib.parse(answer.content, namespaceHTMLElements=False)


def scripts(page: Any) -> list[dict[str, Any]]:
    found = [
        json.loads(node.text) for node in page.iter("script") if "ld+json" in node.get("type", "")
    ]
    assert all(row["@context"] == "https://schema.org" for row in found)
    return found


def of_type(page: Any, kind: str) -> dict[str, Any]:
    (found,) = [row for row in scripts(page) if row["@type"] == kind]
    return found


def properties(page: Any) -> dict[str, str]:
    return {
        node.get("property"): node.get("content")
        for node in page.iter("meta")
        if node.get("property")
    }


def canonical(page: Any) -> str:
    (found,) = [node.get("href") for node in page.iter("link") if node.get("rel") == "canonical"]
    return str(found)


def test_an_article_is_described(newsroom: Newsroom, reader: Client) -> None:
    Masthead.objects.update_or_create(pk=1, defaults={"name": "활자경제"})
    draft = newsroom.write(deck="부제입니다")
    draft.tags.add("반도체")
    draft.save_revision().publish()
    Correction.objects.create(article=draft, text="숫자를 바로잡습니다.")
    address = f"{BASE}/news/{draft.number}/"
    page = head(reader, f"/news/{draft.number}/?utm_source=x")
    assert canonical(page) == address
    told = properties(page)
    assert told["og:type"] == "article" and told["og:url"] == address
    assert told["og:title"] == draft.title and told["og:description"] == "부제입니다"
    assert told["og:site_name"] == "활자경제"
    assert told["article:published_time"].endswith("+09:00")
    assert told["article:section"] == "기업과산업" and told["article:tag"] == "반도체"
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["og:image"].startswith(f"{address}share.png?v=")
    assert told["og:image:alt"] == draft.title
    news = of_type(page, "NewsArticle")
    assert news["headline"] == draft.title
    assert news["author"][0]["name"] == "김하늘"
    assert news["author"][0]["url"] == f"{BASE}/reporters/kim/"
    assert news["publisher"]["name"] == "활자경제" and news["isAccessibleForFree"] is True
    assert news["correction"][0]["text"] == "숫자를 바로잡습니다."
    assert news["articleSection"] == ["기업과산업", "인터넷·게임·콘텐츠"]
    assert news["keywords"] == ["반도체"] and news["image"][0]["url"] == told["og:image"]
    crumbs = of_type(page, "BreadcrumbList")["itemListElement"]
    assert [row["name"] for row in crumbs] == ["홈", "기업과산업", "인터넷·게임·콘텐츠"]


@pytest.mark.parametrize(
    "headline",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "줄\u2028바꿈\u2029 \" ' & \\ ]]>",
        "제목 &lt;b&gt; \x0b \U0001f600",
    ],
)
def test_no_headline_breaks_out(newsroom: Newsroom, reader: Client, headline: str) -> None:
    article = newsroom.publish()
    Article.objects.filter(pk=article.pk).update(title=headline, summary=headline)
    page = head(reader, f"/news/{article.number}/")
    assert of_type(page, "NewsArticle")["headline"] == headline
    raw = reader.get(f"/news/{article.number}/").content.decode()
    assert (
        "<script>alert" not in raw and "\u2028" not in raw.split("ld+json")[1].split("</script>")[0]
    )


def test_an_advertisement_is_no_news(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish(sponsored=True)
    page = head(reader, f"/news/{article.number}/")
    assert of_type(page, "AdvertiserContentArticle")["genre"] == "광고"
    assert properties(page)["og:title"].startswith("[광고] ")


def test_rooms_above_add_to_the_article(
    newsroom: Newsroom, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    filler = lambda request, article: {"mentions": [{"@type": "Person", "name": "김민수"}]}  # noqa: E731
    monkeypatch.setitem(slots.SLOTS, "json_ld", [filler])
    article = newsroom.publish()
    page = head(reader, f"/news/{article.number}/")
    assert of_type(page, "NewsArticle")["mentions"][0]["name"] == "김민수"


def test_the_paper_is_described(newsroom: Newsroom, reader: Client) -> None:
    Masthead.objects.update_or_create(
        pk=1,
        defaults={"name": "활자경제", "first_issued_on": "2024-03-02", "telephone": "02-000-0000"},
    )
    Policy.objects.create(title="윤리강령", slug="code", body="")
    for path in ("/", "/about/"):
        paper = of_type(head(reader, path), "NewsMediaOrganization")
        assert paper["foundingDate"] == "2024-03-02"
        assert paper["ethicsPolicy"] == f"{BASE}/policies/code/"
        assert "correctionsPolicy" not in paper
        assert paper["masthead"] == f"{BASE}/about/"
    action = of_type(head(reader, "/"), "WebSite")["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{BASE}/search/?q={{search_term_string}}"


def test_a_reporter_is_described(newsroom: Newsroom, reader: Client) -> None:
    person = of_type(head(reader, "/reporters/kim/"), "Person")
    assert person["name"] == "김하늘" and person["url"] == f"{BASE}/reporters/kim/"
    assert person["worksFor"]["@type"] == "NewsMediaOrganization"


@pytest.mark.parametrize("path", ["/", "/latest/", "/industry/", "/reporters/kim/", "/about/"])
def test_every_page_has_one_address_and_a_feed(
    newsroom: Newsroom, reader: Client, path: str
) -> None:
    newsroom.publish()
    page = head(reader, path + "?x=1")
    assert canonical(page) == BASE + path
    feeds = [
        node.get("href") for node in page.iter("link") if node.get("type") == "application/rss+xml"
    ]
    assert feeds or path == "/about/"
    for feed in feeds:
        assert reader.get(feed).status_code == 200


HEADLINES = [
    "강은전자, 새 공장에 1조 원 투자",
    "가" * 255,
    "a" * 255,
    "낱말 " * 60,
    "🙂🚀👩‍👩‍👧",
    "",
    "مرحبا بالعالم שלום",
    "뷁쀍 똠방각하 韓銀 金利 동결",
    "\u1112\u1161\u11ab\u1100\u1173\u11af 조합형",
    "\x0b\u202e 뒤집힘 \u200b",
    "띄어쓰기없는" * 40,
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_any_headline_can_be_drawn(headline: str) -> None:
    drawn = Image.open(BytesIO(share_card._draw(headline, headline, headline)))
    assert drawn.size == (1200, 630) and drawn.format == "PNG"


def test_no_letter_of_a_headline_is_lost() -> None:
    every = "".join(map(chr, range(ord("가"), ord("힣") + 1)))
    assert share_card._settable(every, 12) == every
    assert share_card._settable("뷁을 펲이라 읽다 é 韓", 50) == "뷁을 펲이라 읽다 é 韓"
    assert share_card._settable("\u1112\u1161\u11ab글", 50) == "한글"
    assert share_card._settable("鱻 신제품 🙂", 50) == "□ 신제품"


def test_lines_break_at_spaces_and_fit() -> None:
    room = 1040
    size, lines = share_card._fitted(
        "강은전자 새 반도체 공장에 1조 원 투자 내년 상반기 가동 목표", room
    )
    assert " ".join(lines) == "강은전자 새 반도체 공장에 1조 원 투자 내년 상반기 가동 목표"
    assert all(share_card._width(line, size) <= room for line in lines)


def test_the_drawn_picture_follows_its_headline(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    path = f"/news/{article.number}/share.png"
    first = reader.get(path)
    assert first["Content-Type"] == "image/png" and "max-age" in first["Cache-Control"]
    assert reader.get(path, headers={"if-none-match": first["ETag"]}).status_code == 304
    article.title = "새 제목"
    article.save_revision().publish()
    again = reader.get(path, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200 and again.content != first.content


def test_only_published_articles_have_one(newsroom: Newsroom, reader: Client) -> None:
    draft, gone = newsroom.write(), newsroom.publish()
    gone.unpublish()
    assert reader.get(f"/news/{draft.number}/share.png").status_code == 404
    assert reader.get(f"/news/{gone.number}/share.png").status_code == 410


def test_a_summary_is_plain_text(newsroom: Newsroom, reader: Client) -> None:
    """Escaped once, by the page that shows it."""
    article = newsroom.publish(body=[("paragraph", "<p>M&amp;A와 R&amp;D &lt;<b>확대</b>&gt;</p>")])
    assert article.summary == "M&A와 R&D <확대>"
    for path in ("/latest/", f"/news/{article.number}/"):
        page = reader.get(path).content.decode()
        assert "R&amp;D &lt;확대&gt;" in page and "&amp;amp;" not in page, path
