"""JSON-LD in a real browser: the page's own policy lets it stand, and it can be read."""

import json

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Paper, Watched

pytestmark = pytest.mark.browser


def test_json_ld_stands_under_the_policy(page: Page, paper: Paper, watched: Watched) -> None:
    answer = page.goto(paper.address("article"))
    assert answer is not None and "script-src" in answer.headers["content-security-policy"]
    found = page.eval_on_selector_all(
        'script[type="application/ld+json"]', "nodes => nodes.map(node => node.textContent)"
    )
    kinds = {json.loads(text)["@type"] for text in found}
    assert {"NewsArticle", "BreadcrumbList"} <= kinds
    image = page.get_attribute('meta[property="og:image"]', "content")
    assert image is not None and page.request.get(image).ok
