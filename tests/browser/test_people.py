"""Those in a story: the card at a name, by mouse and by keyboard, and without JavaScript."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Paper
from tests.browser.test_every_page import AXE, overflow, violations

pytestmark = pytest.mark.browser

NAME, CARD = ".story-text .named > a:last-child", ".story-text .named .card"


def test_the_card_shows_on_hover_and_on_focus_and_moves_nothing(page: Page, paper: Paper) -> None:
    page.goto(paper.address("article with people"))
    page.evaluate(AXE)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.mouse.move(0, 0)
        name, card = page.locator(NAME).first, page.locator(CARD).first
        name.scroll_into_view_if_needed()
        assert not card.is_visible()
        before = page.evaluate("document.documentElement.scrollHeight")
        name.hover()
        assert card.is_visible() and overflow(page) <= 0
        assert page.evaluate("document.documentElement.scrollHeight") == before
        assert not violations(page)
        box, at = card.bounding_box(), name.bounding_box()
        # It stands over the line and leaves the name, and what comes after it, in sight.
        assert box and at and box["y"] + box["height"] <= at["y"] + 1
        page.mouse.move(box["x"] + 20, box["y"] + box["height"] - 3, steps=5)
        assert card.is_visible()
        page.mouse.move(0, 0)
        assert not card.is_visible()
        page.evaluate("document.activeElement.blur()")
    page.locator(".byline a").last.focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.locator(CARD).first.is_visible():
            break
    assert page.locator(CARD).first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(CARD).first.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.locator(CARD).first.is_visible(), "until the name was left"
    page.emulate_media(media="print")
    assert not page.locator(CARD).first.is_visible()


def test_it_works_without_javascript(browser: Browser, paper: Paper) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(paper.address("article with people"))
    page.locator(NAME).first.hover()
    assert page.locator(CARD).first.is_visible()
    page.locator(".named-here .quoted a").first.click()
    assert "#said-" in page.url
    page.locator(NAME).first.click()
    assert "/who/" in page.url
