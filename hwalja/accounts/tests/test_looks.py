"""The account's pages in a browser: readable for everybody, on a phone and on a desk."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache

from hwalja.accounts.tests.joining import make_member
from hwalja.testing import PASSWORD, Newsroom
from tests.browser.test_every_page import check_everywhere, overflow

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OUTSIDE = ["login/", "signup/", "confirm-email/", "confirm-email/none/", "password/reset/"]
INSIDE = ["", "nickname/", "email/", "3rdparty/", "password/change/", "logout/", "2fa/", "leave/"]


@pytest.fixture
def page(live_server: Any, settings: Any) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    app = {"client_id": "key", "secret": "secret"}
    settings.SOCIALACCOUNT_PROVIDERS = {name: {"APP": app} for name in ("kakao", "naver")}
    cache.clear()
    # Playwright's loop runs in this thread; our own queries here are meant to be synchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    chromium = os.environ.get("HWALJA_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page(locale="ko-KR", base_url=live_server.url)
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def look(page: Any) -> None:
    check_everywhere(page)
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        assert overflow(page) <= 0, (page.url, width)


def test_every_page_is_for_everybody(newsroom: Newsroom, page: Any) -> None:
    make_member()
    for path in OUTSIDE:
        page.goto(f"/account/{path}")
        look(page)
    page.goto("/account/signup/")
    page.locator("main form").first.evaluate("form => { form.noValidate = true; form.submit(); }")
    page.wait_for_selector(".field .errors")
    look(page)
    page.goto("/account/login/")
    page.fill("[name=login]", "reader@mail.example")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/account/")
    for path in INSIDE:
        page.goto(f"/account/{path}")
        look(page)
