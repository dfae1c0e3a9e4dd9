"""Nothing that a reader writes is ever run: with the policy of our pages on, and with it off."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, Route, sync_playwright

from hwalja.comments import plain
from hwalja.comments.models import Comment, CommentRules, Report
from hwalja.comments.parts import COMMENTS
from hwalja.hangul.length import byte_length
from hwalja.testing import Newsroom
from tests.comments.hostile import strings

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
ADDRESS = "http://paper.example/"
# There is no other host: what a page asks for beside itself is not found.
ALONE = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"]
Measured = Callable[[str, str, str], None]


@dataclass(frozen=True)
class Shown:
    """A page as readers get it, with its policy."""

    html: str
    policy: str


def of(response: Any) -> Shown:
    return Shown(response.content.decode(), response.get("Content-Security-Policy", ""))


def say(newsroom: Newsroom, texts: list[str]) -> Comment:
    """A reply, a comment and a name of each; the hidden ones too. The first comment."""
    article = newsroom.publish()
    rows = []
    for text in texts:
        body = plain.kept(text) or "빈 글"
        name = plain.one_line(text)[:40] or "빈 이름"
        rows.append(
            Comment(
                article=article,
                name=name,
                body=body,
                characters=len(body),
                bytes=byte_length(body),
                state="visible",
                rule="attack",
                note=text[:400].replace("\0", ""),
            )
        )
    Comment.objects.bulk_create(rows)
    return Comment.objects.order_by("pk").filter(article=article)[0]


def pages(comment: Comment, client: Client) -> Iterator[Shown]:
    """Every page of readers that shows what was written."""
    base = f"/news/{comment.article.number}/"
    for path in (
        base,
        f"{base}comments/?sort=oldest",
        f"{base}comments/new?reply={comment.pk}",
        f"{base}comments/{comment.pk}/",
        f"{base}comments/{comment.pk}/report",
    ):
        yield of(client.get(path))


def moderators_pages(comment: Comment, text: str, client: Client) -> Iterator[Shown]:
    """The queue, and one comment with its author's past and a report of it."""
    Report.objects.create(comment=comment, person="g9", reason="abuse", detail=text[:300])
    yield of(client.get(f"/admin/comments/?state=visible&article={comment.article.number}"))
    yield of(client.get(f"/admin/comments/{comment.pk}/"))


def form_pages(texts: list[str], comment: Comment, client: Client) -> Iterator[Shown]:
    """What comes back when it is typed into every field, and refused."""
    address = f"/news/{comment.article.number}/comments/new"
    for text in texts:
        fields = {"body": text + "가" * 400, "name": text, "password": text, "key": text}
        yield of(client.post(address, {**fields, "reply": text, "url": ""}))


def broken(shown: list[Shown], *, bypass: bool) -> list[str]:
    """Those in which something was run, or stands as an element that could be."""
    with sync_playwright() as player:
        executable = shutil.which("chromium")
        chromium = player.chromium.launch(executable_path=executable, args=ALONE)
        page = chromium.new_context(bypass_csp=bypass).new_page()
        alerts: list[str] = []
        page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
        page.route(f"{ADDRESS}*", lambda route: _serve(route, shown))
        found = [one.html[:300] for at, one in enumerate(shown) if _is_broken(page, at) or alerts]
        chromium.close()
    return found


def _serve(route: Route, shown: list[Shown]) -> None:
    one = shown[int(route.request.url.rsplit("?", 1)[1])]
    headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": one.policy}
    route.fulfill(body=one.html, headers=headers)


def _is_broken(page: Page, at: int) -> bool:
    page.goto(f"{ADDRESS}?{at}", wait_until="load")
    found = page.evaluate(
        """'hwaljaBroken' in window
        || document.querySelector("base, iframe, svg[onload], [onerror], [onload], [onfocus]") !== null"""
    )
    return bool(found)


def batches(newsroom: Newsroom, count: int) -> Iterator[tuple[list[str], Comment]]:
    """Twenty strings and the first comment of the article under which they all stand."""
    texts = strings(count, seed=9)
    while batch := list(islice(texts, 20)):
        yield batch, say(newsroom, batch)


def before_readers(newsroom: Newsroom, count: int) -> list[Shown]:
    CommentRules.objects.create(per_minute=0, per_address=0)
    shown, client = [], Client()
    for batch, comment in batches(newsroom, count):
        shown += [*pages(comment, client), *form_pages(batch, comment, client)]
    return shown


def before_moderators(newsroom: Newsroom, count: int) -> list[Shown]:
    shown, client = [], Client()
    client.force_login(newsroom.moderator, "django.contrib.auth.backends.ModelBackend")
    for batch, comment in batches(newsroom, count):
        shown += moderators_pages(comment, batch[0], client)
    return shown


def test_nothing_is_run(newsroom: Newsroom) -> None:
    shown = [*before_readers(newsroom, 40), *before_moderators(newsroom, 20)]
    assert len(shown) == 52
    assert not broken(shown, bypass=False) and not broken(shown, bypass=True)


def test_a_page_that_forgets_to_escape_is_found(newsroom: Newsroom) -> None:
    comment = say(newsroom, list(strings(20, seed=9)))
    html = COMMENTS.variants(str(comment.article.number))[""]
    careless = html.replace("&lt;", "<").replace("&gt;", ">")
    assert not broken([Shown(html, "")], bypass=True)
    assert broken([Shown(careless, "")], bypass=True)


@pytest.mark.prove
def test_five_thousand(newsroom: Newsroom, measured: Measured) -> None:
    shown = before_readers(newsroom, 5000)
    assert not broken(shown, bypass=False) and not broken(shown, bypass=True)
    measured(
        "Hostile strings in comments",
        f"5,000 strings as name, text and in every field, {len(shown):,} pages: 0 executions",
        "Chromium, with the policy of our pages and with it bypassed; a careless page is found",
    )


@pytest.mark.prove
def test_five_thousand_before_moderators(newsroom: Newsroom, measured: Measured) -> None:
    shown = before_moderators(newsroom, 5000)
    assert not broken(shown, bypass=False) and not broken(shown, bypass=True)
    measured(
        "Hostile strings before moderators",
        f"5,000 strings as name and text, 250 as a report, {len(shown):,} pages: 0 executions",
        "queue and single comments of the admin in Chromium, with the policy and with it bypassed",
    )
