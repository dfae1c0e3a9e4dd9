"""The press's page in the admin: at every width, light and dark, with and without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from hwalja.testing import PASSWORD
from tests.browser.conftest import PHONE, Paper
from tests.browser.test_every_page import AXE, WIDTHS, overflow

pytestmark = pytest.mark.browser

BOARD = "/admin/press/"
# Wagtail's own frame around it is Wagtail's affair.
VIOLATIONS = """() => axe.run("#press-board").then((found) => found.violations.flatMap(
    (one) => one.nodes.map((node) => one.id + node.html + node.failureSummary)))"""


def enter(page: Page, paper: Paper) -> None:
    page.goto(f"{paper.base}/account/login/")
    page.fill("input[name=login]", "choi")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.goto(paper.base + BOARD)


@pytest.fixture
def operator(page: Page, paper: Paper) -> Iterator[Page]:
    """An operator before the board; the test fails if anything went wrong in the page."""
    enter(page, paper)
    yield page


def test_it_is_fit_for_everybody_at_every_width(operator: Page) -> None:
    operator.evaluate(AXE)
    for width, height in WIDTHS.items():
        operator.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            operator.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert operator.evaluate(VIOLATIONS) == [], (width, scheme)
        assert overflow(operator) <= 0
        for wide in ("#press-board table", "#press-board svg", "#press-board dl"):
            for box in operator.locator(wide).all():
                found = box.bounding_box()
                assert found is None or found["x"] + found["width"] <= width + 1, (wide, width)


def test_it_looks_again_by_itself_unless_told_not_to(page: Page, paper: Paper) -> None:
    page.clock.install()
    enter(page, paper)
    page.evaluate("document.getElementById('press-board').dataset.old = 'yes'")
    page.clock.run_for(9_000)
    page.wait_for_timeout(300)
    assert page.locator("#press-board[data-old]").count() == 1
    page.clock.run_for(2_000)
    page.wait_for_selector("#press-board:not([data-old])")
    page.evaluate("document.getElementById('press-board').dataset.old = 'yes'")
    page.get_by_label("10초마다 새로 보기").uncheck()
    page.locator("h1").first.click(force=True)
    page.clock.run_for(30_000)
    page.wait_for_timeout(500)
    assert page.locator("#press-board[data-old]").count() == 1


def test_it_can_be_read_and_used_without_javascript(plain: Page, paper: Paper) -> None:
    # On a phone Wagtail's own menu stays in the way without its script.
    plain.set_viewport_size({"width": 1280, "height": 900})
    enter(plain, paper)
    board = plain.locator("#press-board")
    assert "web2.paper.example의 조판기에서" in board.inner_text()
    assert not plain.get_by_label("10초마다 새로 보기").is_visible()
    assert plain.get_by_role("link", name="새로 보기").is_visible()
    plain.get_by_role("button", name="/news/12/ 다시 조판").click()
    assert "1쪽을 다시 조판하게 했습니다" in plain.inner_text("main")


def test_every_number_of_the_picture_can_be_read(browser: Browser, paper: Paper) -> None:
    context = browser.new_context(viewport=PHONE, locale="ko-KR")
    page = context.new_page()
    enter(page, paper)
    page.get_by_text("같은 숫자를 표로").click()
    assert page.locator(".press-numbers tbody tr").count() > 60
    picture = page.get_by_role("img", name="지난 하루 동안")
    assert picture.is_visible()
    letters = picture.locator("text").first.evaluate("one => getComputedStyle(one).fontSize")
    assert float(letters.removesuffix("px")) >= 12
    context.close()
