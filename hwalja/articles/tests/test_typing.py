"""Korean typed through an input method, in a real browser, in the real editor."""

import os
import shutil
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from hwalja.articles.models import Article
from hwalja.articles.tests.input_method import compose
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHROMIUM = os.environ.get("HWALJA_CHROMIUM") or shutil.which("chromium")


@pytest.fixture
def page(newsroom: Newsroom, live_server: Any) -> Iterator[Any]:
    """The reporter's browser, already inside the newsroom."""
    from playwright.sync_api import sync_playwright

    # Playwright's loop runs in this thread; our own queries here are meant to be synchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    client = Client()
    client.force_login(newsroom.reporter, "django.contrib.auth.backends.ModelBackend")
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(locale="ko-KR", viewport={"width": 1280, "height": 900})
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
        )
        yield context.new_page()
        browser.close()
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)


def _open(page: Any, base: str, article: Article) -> None:
    page.goto(base + reverse("wagtailadmin_pages:edit", args=(article.pk,)))
    page.wait_for_selector(".public-DraftEditor-content")


def _save(page: Any, typed: str) -> None:
    """Once the editor has handed its text to the form, a quarter of a second after typing."""
    page.wait_for_function(
        "(text) => document.querySelector('[name=body-0-value]').value.includes(text)",
        arg=typed,
    )
    page.locator("form[data-edit-form] button[type=submit]:visible").first.click()
    page.wait_for_selector(".messages .success")


def _text(article: Article) -> tuple[str, str]:
    found = Article.objects.get(pk=article.pk).get_latest_revision_as_object()
    return found.title, str(found.body.raw_data[0]["value"])


def test_hangul_in_the_headline_and_the_text(
    newsroom: Newsroom, live_server: Any, page: Any
) -> None:
    article = newsroom.write(title="제목", body=[("paragraph", "<p>본문</p>")])
    _open(page, live_server.url, article)
    headline = page.locator("#id_title")
    headline.click()
    headline.press("End")
    compose(page, "활자")
    assert headline.input_value() == "제목활자"
    editor = page.locator(".public-DraftEditor-content").first
    editor.click()
    editor.press("Control+End")
    compose(page, "활자")
    page.keyboard.type(" 12")
    assert editor.inner_text().strip() == "본문활자 12"
    _save(page, "본문활자 12")
    title, text = _text(article)
    assert title == "제목활자" and ">본문활자 12</p>" in text
    assert unicodedata.is_normalized("NFC", title + text)


def test_undo_takes_back_what_was_composed(newsroom: Newsroom, live_server: Any, page: Any) -> None:
    article = newsroom.write(body=[("paragraph", "<p>본문</p>")])
    _open(page, live_server.url, article)
    editor = page.locator(".public-DraftEditor-content").first
    editor.click()
    editor.press("Control+End")
    compose(page, "활자")
    assert editor.inner_text().strip() == "본문활자"
    for _ in range(6):
        page.keyboard.press("Control+z")
    assert editor.inner_text().strip() == "본문"


def test_paste_from_a_word_processor_is_clean(
    newsroom: Newsroom, live_server: Any, page: Any
) -> None:
    article = newsroom.write(body=[("paragraph", "<p>앞</p>")])
    _open(page, live_server.url, article)
    editor = page.locator(".public-DraftEditor-content").first
    editor.click()
    editor.press("Control+End")
    copied = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->'
        '<p class="MsoNormal" style="font-family:바탕;color:red"><span lang="KO">첫 줄'
        "<b>굵게</b></span><o:p></o:p></p><p class=HStyle0><font face=함초롬바탕>둘째 줄</font>"
        '<script>alert(1)</script><a href="javascript:alert(1)">링크</a></p>'
        "<!--EndFragment--></body></html>"
    )
    page.evaluate(
        """(html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            data.setData("text/plain", "첫 줄굵게\\n둘째 줄링크");
            document.activeElement.dispatchEvent(new ClipboardEvent("paste",
                { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        copied,
    )
    page.wait_for_function(
        "document.querySelector('.public-DraftEditor-content').innerText.includes('둘째 줄')"
    )
    _save(page, "둘째 줄")
    text = _text(article)[1]
    assert "첫 줄<b>굵게</b>" in text and "둘째 줄" in text
    for dirt in ("style=", "class=", "font", "Mso", "script", "o:p"):
        assert dirt not in text, text
