"""A passkey in a real browser, with the authenticator that Chromium's protocol offers."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from hwalja.testing import PASSWORD, Newsroom

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHROMIUM = os.environ.get("HWALJA_CHROMIUM") or shutil.which("chromium")


@pytest.fixture
def page() -> Iterator[Any]:
    """A page with a virtual authenticator that says yes."""
    from playwright.sync_api import sync_playwright

    # Playwright's loop runs in this thread; our own queries here are meant to be synchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
        }
        session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        yield page
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def test_a_passkey_is_added_and_opens_the_newsroom(
    newsroom: Newsroom, live_server: Any, page: Any
) -> None:
    # WebAuthn wants a name, not a number.
    base = live_server.url.replace("127.0.0.1", "localhost")
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto(f"{base}/account/login/?next=/account/2fa/webauthn/add/")
    page.fill("[name=login]", "choi")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/account/reauthenticate/**")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/webauthn/add/**")
    page.check("[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/recovery-codes/**")

    page.context.clear_cookies()
    page.goto(f"{base}/account/login/?next=/account/2fa/")
    page.click("#passkey_login")
    page.wait_for_url("**/account/2fa/")
    assert not [text for text in problems if "Content Security Policy" in text]
