"""The article as a reader uses it, with JavaScript and without."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, WATCH, Paper, Watched, refuse

pytestmark = pytest.mark.browser

SEVEN = ["페이스북", "X", "네이버", "카카오톡", "유튜브", "URL", "인쇄하기"]


def story_size(page: Page) -> float:
    return float(
        page.eval_on_selector(".story-text", "(one) => parseFloat(getComputedStyle(one).fontSize)")
    )


def test_text_size_is_remembered_and_there_before_the_first_paint(page: Page, paper: Paper) -> None:
    page.goto(paper.address("article"))
    sizes = [story_size(page)]
    for _ in range(3):
        page.get_by_role("button", name="글자 확대").click()
        sizes.append(story_size(page))
    assert sizes == sorted(set(sizes))
    expect(page.locator(".size output")).to_have_text("5/5")
    page.reload(wait_until="networkidle")
    assert story_size(page) == sizes[-1]
    assert page.evaluate("window.shifts") == []


def test_text_size_by_keyboard(page: Page, paper: Paper) -> None:
    page.goto(paper.address("article"))
    before = story_size(page)
    page.keyboard.press("Alt+Equal")
    larger = story_size(page)
    page.keyboard.press("Alt+Minus")
    page.keyboard.press("Alt+Minus")
    assert story_size(page) < before < larger
    expect(page.locator(".size output")).to_have_text("1/5")


def test_a_theme_is_remembered_and_left_to_the_device_again(page: Page, paper: Paper) -> None:
    page.goto(paper.address("front"))
    page.emulate_media(color_scheme="light")
    paper_white = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_text("화면", exact=True).click()
    page.get_by_label("어둡게").check()
    page.goto(paper.address("article"))
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != paper_white
    page.get_by_text("화면", exact=True).click()
    page.get_by_label("기기 설정대로").check()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper_white
    page.keyboard.press("Escape")
    expect(page.get_by_label("어둡게")).to_be_hidden()


def test_the_address_is_copied_and_said(page: Page, paper: Paper) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=paper.base)
    page.goto(paper.address("article"))
    page.get_by_role("link", name="URL 공유하기").click()
    expect(page.locator("#said")).to_have_text("기사 주소를 복사했습니다.")
    assert page.evaluate("navigator.clipboard.readText()") == paper.address("article")


def test_kakaotalk_without_a_key_uses_the_device(page: Page, paper: Paper) -> None:
    page.add_init_script(
        "navigator.share = (what) => { window.shared = what; return Promise.resolve(); };"
    )
    page.goto(paper.address("article"))
    for name in ("카카오톡 공유하기", "유튜브 공유하기"):
        page.evaluate("window.shared = null")
        page.get_by_role("link", name=name).click()
        assert page.evaluate("window.shared.url") == paper.address("article")


def test_photos_enlarge_in_place_and_give_the_focus_back(page: Page, paper: Paper) -> None:
    page.goto(paper.address("article"))
    link = page.locator("a.enlarge").first
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.locator("figcaption")).to_contain_text("< 연합사진 >")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert link.evaluate("(one) => one === document.activeElement")
    link.click()
    dialog.get_by_role("button", name="닫기").click()
    expect(dialog).to_be_hidden()


def test_a_video_comes_only_after_the_press(page: Page, paper: Paper, watched: Watched) -> None:
    provider = "https://www.youtube-nocookie.com/"
    page.goto(paper.address("article"), wait_until="networkidle")
    assert page.locator("iframe").count() == 0
    watched.allowed.append(provider)
    page.route(f"{provider}**", refuse)
    page.get_by_text("유튜브 동영상 보기").click()
    frame = page.locator("iframe")
    assert frame.get_attribute("src") == f"{provider}embed/abcdefghijk"
    expect(page.frame_locator("iframe").locator("body")).to_be_attached()


def test_print_opens_the_print_view(page: Page, paper: Paper) -> None:
    page.goto(paper.address("article"))
    page.get_by_role("link", name="인쇄하기").click()
    assert page.evaluate("window.printed") == 1
    expect(page.get_by_role("navigation", name="섹션", exact=True)).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("link", name="기사로 돌아가기").click()
    expect(page.get_by_role("navigation", name="섹션", exact=True)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="섹션", exact=True)).to_be_hidden()
    expect(page.locator("footer.foot")).to_be_hidden()


def test_everything_is_there_without_javascript(plain: Page, paper: Paper) -> None:
    plain.goto(paper.address("article"))
    shares = plain.locator(".share a")
    assert shares.count() == 7
    for name, link in zip(SEVEN, shares.all(), strict=True):
        expect(link).to_be_visible()
        assert name in link.inner_text() and link.get_attribute("href")
    shares.nth(5).click()
    expect(plain.locator("#address")).to_have_text(paper.address("article"))
    shares.nth(6).click()
    expect(plain.locator("footer.foot")).to_be_hidden()
    plain.get_by_role("link", name="기사로 돌아가기").click()
    picture = plain.locator("a.enlarge").first.get_attribute("href")
    assert plain.context.request.get(paper.base + str(picture)).ok
    expect(plain.get_by_role("button", name="글자 확대")).to_be_hidden()
    video = plain.locator(".embed a").get_attribute("href")
    assert video == "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.mark.parametrize("kind", ["front", "section", "latest", "search found", "not found"])
def test_every_list_reads_without_javascript(plain: Page, paper: Paper, kind: str) -> None:
    plain.goto(paper.address(kind))
    expect(plain.locator("h1")).to_be_visible()
    expect(plain.locator("main a").first).to_be_visible()


def test_choices_do_not_break_where_storage_is_off(browser: Browser, paper: Paper) -> None:
    context = browser.new_context(viewport=PHONE)
    context.add_init_script(WATCH)
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } });"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(paper.address("article"))
    page.get_by_role("button", name="글자 확대").click()
    expect(page.locator(".size output")).to_have_text("3/5")
    assert not errors
    context.close()
