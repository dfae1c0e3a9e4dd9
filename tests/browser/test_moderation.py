"""The moderators' queue by keys alone, at every width, and without JavaScript."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, Paper
from tests.browser.test_every_page import AXE, WIDTHS, overflow
from tests.browser.test_newsroom import log_in
from tests.browser.test_newsroom_korean import english

pytestmark = pytest.mark.browser

QUEUE = "/admin/comments/"
STATES = "SELECT state, count(*) FROM comments_comment GROUP BY state ORDER BY state"
SCREENS = ["", "standings/", "words/", "threshold/", "log/"]
# Wagtail's own frame around it is Wagtail's affair.
VIOLATIONS = """() => axe.run(".mod").then((found) => found.violations.flatMap(
    (one) => one.nodes.map((node) => one.id + node.html + node.failureSummary)))"""
HERE = "document.activeElement.closest('.mod-row')?.dataset.pk"


def rows(paper: Paper, what: str) -> list[Any]:
    found = sqlite3.connect(paper.home / "db.sqlite3")
    try:
        return found.execute(what).fetchall()
    finally:
        found.close()


@pytest.fixture
def moderator(page: Page, paper: Paper) -> Iterator[Page]:
    page.set_viewport_size(DESKTOP)
    log_in(page, paper.base, "seo")
    page.goto(paper.base + QUEUE)
    yield page


def test_it_is_fit_for_everybody_at_every_width(moderator: Page, paper: Paper) -> None:
    first = moderator.locator("[data-open]").first.get_attribute("href")
    for place in [*(QUEUE + one for one in SCREENS), first]:
        moderator.goto(f"{paper.base}{place}")
        moderator.evaluate(AXE)
        for width, height in WIDTHS.items():
            moderator.set_viewport_size({"width": width, "height": height})
            for scheme in ("light", "dark"):
                moderator.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                assert moderator.evaluate(VIOLATIONS) == [], (place, width, scheme)
            assert overflow(moderator) <= 0, (place, width)
        assert english(moderator) == [], place


def test_what_the_keys_open_is_fit_too(moderator: Page) -> None:
    moderator.set_viewport_size({"width": 1280, "height": 900})
    moderator.evaluate(AXE)
    for keys in (("j",), ("h",), ("Escape", "b"), ("Escape", "?")):
        for key in keys:
            moderator.keyboard.press(key)
        moderator.wait_for_timeout(400)
        assert moderator.evaluate(VIOLATIONS) == [], keys


def test_fifty_comments_without_a_mouse(moderator: Page, paper: Paper) -> None:
    press = moderator.keyboard.press
    before = Counter(dict(rows(paper, STATES)))
    press("j")
    for number in range(50):
        here = moderator.evaluate(HERE)
        assert here
        if number % 3 == 0:
            press("h")
            press(str(number % 6 + 1))
        else:
            press("a")
        expect(moderator.locator(f"#c{here}.mod-done .mod-state")).not_to_be_empty()
        assert moderator.evaluate(HERE) != here
    found = Counter(dict(rows(paper, STATES)))
    found.subtract(before)
    assert dict(found) == {**dict.fromkeys(before, 0), "visible": 33, "hidden": 17, "waiting": -50}
    actions = dict(rows(paper, "SELECT action, count(*) FROM comments_logrow GROUP BY action"))
    assert (actions["approve"], actions["hide"]) == (33, 17)
    # All of it is undone by the same fingers.
    for number in range(50):
        press("u")
        expect(moderator.locator(".mod-done")).to_have_count(49 - number)
    assert dict(rows(paper, STATES)) == before


def test_a_ban_a_recommendation_and_many_at_once(moderator: Page, paper: Paper) -> None:
    press = moderator.keyboard.press
    said = moderator.locator("#mod-said")
    before = rows(paper, STATES)
    press("j")
    for key in ("b", "3", "2"):
        press(key)
    expect(said).to_contain_text("7일 정지")
    assert rows(paper, "SELECT kind, reason FROM comments_standing") == [("suspended", "욕설·혐오")]
    press("u")
    expect(said).to_contain_text("되돌렸습니다: 정지")
    assert rows(paper, "SELECT kind FROM comments_standing") == []
    here = moderator.evaluate(HERE)
    press("a")
    expect(moderator.locator(f"#c{here} .mod-state")).to_have_text("실림")
    press("k")
    assert moderator.evaluate(HERE) == here
    press("f")
    expect(moderator.locator(f"#c{here} .mod-state")).to_have_text("실림, 추천")
    press("f")
    expect(moderator.locator(f"#c{here} .mod-state")).to_have_text("실림")
    for key in ("j", "x", "j", "x", "j", "x", "h", "5"):
        press(key)
    expect(said).to_have_text("댓글 3개를 가렸습니다.")
    for what in ("가리기", "추천 거두기", "추천", "싣기"):
        press("u")
        expect(said).to_have_text(f"되돌렸습니다: {what}.")
    assert rows(paper, STATES) == before


def test_letters_of_the_korean_keyboard_do_the_same(moderator: Page) -> None:
    moderator.evaluate(
        """() => window.dispatchEvent(new KeyboardEvent("keydown", { key: "ㅓ", code: "KeyJ" }))"""
    )
    moderator.evaluate(
        """() => document.body.dispatchEvent(
            new KeyboardEvent("keydown", { key: "ㅓ", code: "KeyJ", bubbles: true }))"""
    )
    assert moderator.evaluate(HERE)


def test_while_one_types_keys_are_letters(moderator: Page) -> None:
    moderator.locator(".mod-filter summary").click()
    moderator.get_by_label("이름이나 댓글의 말").fill("")
    moderator.get_by_label("이름이나 댓글의 말").press_sequentially("ahjbu?")
    expect(moderator.get_by_label("이름이나 댓글의 말")).to_have_value("ahjbu?")
    assert not moderator.locator("#mod-choose").is_visible()


def test_without_javascript(plain: Page, paper: Paper) -> None:
    plain.set_viewport_size(DESKTOP)
    log_in(plain, paper.base, "seo")
    plain.goto(paper.base + QUEUE)
    plain.get_by_role("button", name="댓글 싣기").first.click()
    expect(plain.locator("main")).to_contain_text("댓글 1개를 실었습니다.")
    plain.get_by_role("link", name="가리기와 더 보기").first.click()
    plain.get_by_label("인신공격").first.check()
    plain.get_by_role("button", name="가리기", exact=True).click()
    expect(plain.locator("main")).to_contain_text("댓글 1개를 가렸습니다.")
    for _ in range(2):
        plain.goto(paper.base + QUEUE)
        plain.get_by_role("button", name="마지막 일 되돌리기").click()
        expect(plain.locator("main")).to_contain_text("되돌렸습니다")
