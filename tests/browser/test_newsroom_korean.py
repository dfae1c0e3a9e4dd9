"""No English on the pages a desk works with: what is seen, what is spoken, what scripts write."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Paper
from tests.browser.test_newsroom import log_in

pytestmark = pytest.mark.browser

PLACES = [
    "/admin/",
    "/admin/articles/",
    "/admin/articles/choose_parent/",
    "/admin/pages/",
    "/admin/intake/",
    "/admin/images/",
    "/admin/trash/",
    "/admin/snippets/articles/correction/",
    "/admin/snippets/articles/series/",
    "/admin/snippets/articles/breakingnews/",
    "/admin/reports/site-history/",
    "/admin/account/",
]
# Texts, hidden ones too, and the attributes a screen reader speaks, without a Korean letter.
ENGLISH = """() => {
    const found = new Set();
    const note = (text) => {
        if (/[A-Za-z]{3}/.test(text) && !/[가-힣]|@|\\.jpg$/.test(text)) found.add(text.trim());
    };
    const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (all.nextNode())
        if (!all.currentNode.parentElement.closest("script, style, noscript, kbd, [hidden]"))
            note(all.currentNode.textContent);
    for (const name of ["aria-label", "title", "placeholder", "alt"])
        for (const one of document.querySelectorAll(`[${name}]`)) note(one.getAttribute(name));
    for (const one of document.querySelectorAll("input[type=submit]")) note(one.value);
    return [...found];
}"""


def english(page: Page) -> list[str]:
    page.wait_for_load_state("networkidle")
    found: list[str] = page.evaluate(ENGLISH)
    return found


def test_no_english_where_a_desk_works(
    paper: Paper, someone: Callable[..., BrowserContext]
) -> None:
    page = someone().new_page()
    log_in(page, paper.base, "lee")
    for place in PLACES:
        page.goto(paper.base + place)
        assert english(page) == [], place
    page.goto(f"{paper.base}/admin/articles/")
    page.locator("td.title a").first.click()
    expect(page.locator(".xdsoft_save_selected").first).to_have_text("이때로 정하기")
    assert english(page) == []
