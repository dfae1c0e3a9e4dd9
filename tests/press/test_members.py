"""A reader becomes a member in a real browser, and goes on reading pages as they are pressed."""

import email
import email.policy
import os
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page, Response, sync_playwright

from hwalja.config.tests.homes import wait_for
from tests.press.papers import Paper

pytestmark = pytest.mark.browser

PASSWORD = "correct-horse-활자-42"


@pytest.fixture
def page() -> Iterator[Page]:
    chromium = os.environ.get("HWALJA_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 360, "height": 740}, locale="ko-KR")
        browser.close()


def link(paper: Paper) -> str:
    """The address in the only mail that was sent."""
    (file,) = wait_for(lambda: list((paper.home / "mail").glob("*.log")), 30, "a mail")
    whole = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    found = re.search(r"http://\S+/account/confirm-email/\S+", str(whole))
    body: Any = whole.get_body() if found is None else None
    found = found or re.search(r"http://\S+/account/confirm-email/\S+", body.get_content())
    assert found
    return found[0]


@contextmanager
def frozen(paper: Paper) -> Iterator[None]:
    """The app answers nobody."""
    pids = [paper.served.pid_of("app"), paper.served.worker()]
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


def is_pressed(answer: Response | None) -> bool:
    """Only a page from the press names its version; and it is for everybody."""
    assert answer is not None
    return answer.ok and "etag" in answer.headers and "set-cookie" not in answer.headers


def test_a_member_reads_pressed_pages(paper: Paper, page: Page) -> None:
    base = f"http://127.0.0.1:{paper.served.port}"
    article = f"/news/{paper.numbers[0]}/"
    page.goto(f"{base}/account/login/?next={article}")
    page.get_by_role("link", name="회원 가입").click()
    page.get_by_role("textbox", name="메일").fill("reader@mail.example")
    page.get_by_label("비밀번호").fill(PASSWORD)
    page.get_by_role("textbox", name="별명").fill("동네독자")
    page.get_by_label("만 14세 이상").check()
    page.get_by_role("button", name="가입하기").click()
    page.wait_for_url("**/account/confirm-email/")
    page.goto(link(paper))
    page.get_by_role("button", name="확인").click()
    page.wait_for_url(f"{base}{article}")
    names = {str(cookie.get("name")) for cookie in page.context.cookies()}
    assert "hwalja_session" in names and "hwalja_newsroom" not in names
    assert is_pressed(page.goto(base + article))
    with frozen(paper):
        assert is_pressed(page.reload())
        assert is_pressed(page.goto(base + "/"))
    page.goto(f"{base}/account/")
    assert "동네독자" in page.inner_text("main")
