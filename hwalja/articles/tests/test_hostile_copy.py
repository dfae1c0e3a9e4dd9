"""What is pasted or posted into the editor is never executed for a reader."""

import json
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hwalja.accounts.models import User
from hwalja.articles.models import Article
from hwalja.articles.tests.forms import article_form, body_form
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

Enter = Callable[[User], Client]
SCRIPT = '<script>alert(1)</script><img src=x onerror="alert(1)"><svg onload=alert(1)>'
BAD_LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    '" onmouseover="alert(1)',
]


class Dangers(HTMLParser):
    """What in a page could run, apart from the paper's own scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        own = tag == "script" and (
            (held.get("src") or "").startswith("/static/") or "json" in (held.get("type") or "")
        )
        if tag in {"script", "iframe", "object", "embed", "base"} and not own:
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on"):
                self.found.append(name)
            if name in {"href", "src", "action", "formaction", "xlink:href"}:
                scheme = "".join((value or "").split()).lower().lstrip("\x01")
                if scheme.startswith(("javascript:", "vbscript:", "data:text")):
                    self.found.append(f"{name}={value}")


def _state(text: str, *, url: str = "", kind: str = "unstyled") -> str:
    """Draftail's own format, as a hostile browser might send it."""
    block: dict[str, Any] = {
        "key": "a1b2c",
        "text": text,
        "type": kind,
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [{"offset": 0, "length": len(text), "key": 0}] if url else [],
    }
    entity = {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": url}}} if url else {}
    return json.dumps({"blocks": [block], "entityMap": entity})


def _publish(newsroom: Newsroom, enter: Enter, reader: Client, **changes: Any) -> str:
    article = newsroom.write()
    url = reverse("wagtailadmin_pages:edit", args=(article.pk,))
    data = article_form(**changes, **{"action-publish": "1"})
    response = enter(newsroom.desk).post(url, data)
    assert response.status_code == 302, response.context["form"].errors
    found = Article.objects.get(pk=article.pk)
    return reader.get(f"/news/{found.number}/").content.decode()


@pytest.mark.parametrize("url", BAD_LINKS)
def test_bad_links_lead_nowhere(newsroom: Newsroom, enter: Enter, reader: Client, url: str) -> None:
    body = body_form(("paragraph", _state("누르지 마십시오", url=url)))
    page = _publish(newsroom, enter, reader, **body)
    assert "누르지 마십시오" in page
    assert Dangers(page).found == []


def test_good_links_stay(newsroom: Newsroom, enter: Enter, reader: Client) -> None:
    body = body_form(("paragraph", _state("통계청 자료", url="https://kostat.example/a?b=1&c=2")))
    page = _publish(newsroom, enter, reader, **body)
    assert 'href="https://kostat.example/a?b=1&amp;c=2"' in page


@pytest.mark.parametrize("kind", ["unstyled", "atomic"])
def test_markup_in_text_is_text(
    newsroom: Newsroom, enter: Enter, reader: Client, kind: str
) -> None:
    """What the editor does not offer is dropped."""
    body = body_form(("paragraph", _state(SCRIPT, kind=kind)), ("paragraph", _state("본문")))
    assert Dangers(_publish(newsroom, enter, reader, **body)).found == []


def test_every_other_field_is_text_too(newsroom: Newsroom, enter: Enter, reader: Client) -> None:
    table = {
        "data": [[SCRIPT, "나"], ["다", SCRIPT]],
        "cell": [{"row": 0, "col": 0, "className": '"><script>alert(1)</script>'}],
        "table_header_choice": "row",
        "table_caption": SCRIPT,
    }
    body = body_form(
        ("subheading", SCRIPT[:110]),
        ("pull_quote", {"quote": SCRIPT, "attribution": SCRIPT[:100]}),
        ("table", {"caption": SCRIPT, "table": json.dumps(table), "source": SCRIPT[:110]}),
        ("info_box", {"title": SCRIPT[:90], "text": _state(SCRIPT)}),
        ("photo", {"photo": "", "caption": SCRIPT, "credit": SCRIPT[:110]}),
    )
    fields = {
        "title": f"제목 {SCRIPT}",
        "deck": SCRIPT,
        "ai_use": SCRIPT[:110],
        "tags": "<script>x",
    }
    page = _publish(newsroom, enter, reader, **{**body, **fields})
    assert "제목 &lt;script&gt;" in page
    assert Dangers(page).found == []
    assert Dangers(reader.get("/").content.decode()).found == []


def test_the_newsrooms_own_pages_hold_it_too(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.write(title=f"제목 {SCRIPT}")
    client = enter(newsroom.desk)
    for url in (
        reverse("articles:index"),
        reverse("wagtailadmin_pages:history", args=(article.pk,)),
        reverse("wagtailadmin_pages:delete", args=(article.pk,)),
        "/admin/",
    ):
        assert "<script>alert(1)" not in client.get(url).content.decode(), url


def test_an_embed_outside_the_list_is_refused(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.write()
    url = reverse("wagtailadmin_pages:edit", args=(article.pk,))
    data = article_form(title="남은 제목", **body_form(("embed", "https://evil.example/video/1")))
    page = enter(newsroom.desk).post(url, {**data, "action-publish": "1"})
    assert page.status_code == 200 and "남은 제목" in page.content.decode()
    assert not Article.objects.published().exists()


def test_decomposed_hangul_is_composed(newsroom: Newsroom, enter: Enter, reader: Client) -> None:
    import unicodedata

    apart = unicodedata.normalize("NFD", "강은전자")
    body = body_form(("paragraph", _state(f"{apart} 공장")), ("subheading", apart))
    page = _publish(newsroom, enter, reader, title=f"{apart} 제목", **body)
    assert apart not in page and "강은전자 공장" in page
    assert Article.objects.published().get().title == "강은전자 제목"


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        '<a href="java\tscript:alert(1)">',
        "<img src=x onerror=alert(1)>",
        '<iframe src="https://evil.example">',
    ],
)
def test_the_watch_itself_sees(markup: str) -> None:
    assert Dangers(markup).found
