"""From the reporter's log-in to the reader's page, every step in a real browser."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from hwalja.articles.tests.input_method import compose
from hwalja.config.tests.homes import environment
from hwalja.testing import PASSWORD
from tests.browser.conftest import PHONE, Paper

pytestmark = pytest.mark.browser

HEADLINE = "도담건설, 창원에 로봇 공장 세운다"
TEXT = "도담건설이 창원에 로봇 공장을 세운다고 8일 밝혔다."
CAPTION = "창원 로봇 공장이 들어설 터"


@pytest.fixture
def tasks(paper: Paper) -> Iterator[None]:
    """The process that makes the sizes of photos."""
    command = [sys.executable, "-m", "hwalja.config.cli", "tasks"]
    process = subprocess.Popen(command, env=environment(paper.home, HWALJA_BASE_URL=paper.base))
    yield
    process.terminate()
    process.wait(20)


def log_in(page: Page, base: str, name: str) -> None:
    page.goto(f"{base}/admin/")
    page.get_by_label("아이디").fill(name)
    page.get_by_label("비밀번호", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="로그인", exact=True).click()
    page.wait_for_url(f"{base}/admin/")


def add_block(page: Page, kind: str) -> None:
    """At the end of the body."""
    page.get_by_title("블록 넣기").last.click()
    page.get_by_role("option", name=kind, exact=True).click()


def upload_photo(page: Page, file: Path) -> None:
    """Through the photo chooser of the last photo block."""
    page.get_by_role("button", name="사진 선택").last.click()
    chooser = page.get_by_role("dialog")
    chooser.get_by_role("tab", name="업로드").click()
    chooser.locator("input[type=file]").set_input_files(file)
    chooser.get_by_label("사진 설명").fill(CAPTION)
    chooser.get_by_label("출처").fill("도담건설")
    chooser.get_by_role("button", name="업로드").click()
    expect(chooser).to_have_count(0)
    expect(page.get_by_role("region", name="사진", exact=True)).to_contain_text(file.stem)


def write_article(page: Page, photo: Path) -> None:
    page.get_by_role("link", name="기사 목록").click()
    page.get_by_role("link", name="기사 추가").click()
    page.get_by_role("link", name="인터넷·게임·콘텐츠").click()
    page.locator("#id_title").click()
    compose(page, HEADLINE)
    add_block(page, "문단")
    paragraph = page.locator(".public-DraftEditor-content")
    paragraph.click()
    compose(page, TEXT)
    expect(paragraph).to_have_text(TEXT)
    add_block(page, "사진")
    upload_photo(page, photo)
    # The byline is there already: the reporter's own.
    expect(page.locator("#inline_child_bylines-0")).to_contain_text("김하늘 기자")


def press(page: Page, action: str) -> None:
    """A line of the menu at the editor's foot."""
    page.get_by_role("button", name="작업 더 보기").click()
    page.locator("footer").get_by_role("button", name=action, exact=True).click()


def test_from_the_reporter_to_the_reader(
    paper: Paper, someone: Callable[..., BrowserContext], tasks: None, tmp_path: Path
) -> None:
    photo = tmp_path / "공장터.jpg"
    Image.effect_noise((1600, 1000), 60).convert("RGB").save(photo)

    reporter = someone().new_page()
    log_in(reporter, paper.base, "kim")
    write_article(reporter, photo)
    press(reporter, "기자 → 데스크 · 기업과산업에 올리기")
    told = reporter.locator(".messages .success")
    expect(told).to_contain_text(f"데스크로 넘겼습니다: ‘{HEADLINE}’")

    desk = someone().new_page()
    log_in(desk, paper.base, "lee")
    waiting = desk.get_by_role("region", name="내 결재를 기다리는 항목")
    waiting.get_by_role("link", name=HEADLINE).click()
    press(desk, "승인하고 게시")
    told = desk.locator(".messages .success")
    expect(told).to_contain_text(f"승인하여 발행했습니다: ‘{HEADLINE}’")
    assert told.get_by_role("link", name="독자 화면 보기").get_attribute("href")

    reader = someone(viewport=PHONE).new_page()
    reader.goto(paper.base)
    reader.get_by_role("link", name=HEADLINE).first.click()
    see_as_a_reader(reader, paper.base)


def see_as_a_reader(page: Page, base: str) -> None:
    """The whole story at its own address, with its photo, and no cookie for it."""
    assert re.fullmatch(rf"{base}/news/\d+/", page.url)
    expect(page.locator("h1")).to_have_text(HEADLINE)
    expect(page.locator(".story-text")).to_contain_text(TEXT)
    expect(page.locator(".byline")).to_contain_text("김하늘 기자")
    figure = page.locator("figure", has_text=CAPTION)
    expect(figure.locator("figcaption")).to_have_text(f"▲ {CAPTION} < 도담건설 >")
    picture = figure.locator("img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function(
        "(one) => one.complete && one.naturalWidth", arg=picture.element_handle()
    )
    shown = picture.evaluate("(one) => one.currentSrc")
    assert re.search(r"/media/images/\w+-\d+\.(avif|webp|jpg)$", shown), "one of the sizes made"
    assert page.context.cookies() == []
