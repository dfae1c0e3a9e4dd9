"""What holds on every kind of page."""

from pathlib import Path
from typing import Any

import axe_playwright_python
import html5lib
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Paper

pytestmark = pytest.mark.browser

KINDS = [
    "front",
    "article",
    "article with people",
    "plain article",
    "press release",
    "advertisement",
    "section",
    "sub-section",
    "second page",
    "empty section",
    "latest",
    "reporter",
    "tag",
    "series",
    "day",
    "calendar",
    "month",
    "search",
    "search found",
    "search nothing",
    "about",
    "policy",
    "not found",
    "withdrawn",
    "comments",
    "who",
    "who person",
    "who organisation",
    "who quotes",
    "who then",
]
# Pages like one of those: what is looked at is their markup.
ALIKE = [
    "who shelf",
    "who outlet",
    "who quotes of a year",
    "who bare",
    "who articles",
    "who criteria",
]
# One page of each layout.
LAYOUTS = [
    "front", "article", "section", "latest", "reporter", "calendar", "search found", "about", "comments",
    "who", "who person",
]  # fmt: skip
# Pages of one reader, who gets a cookie for the form.
PRIVATE = ["comment", "comment form", "comment report", "report", "who request", "who search"]
STATIC = ["400.html", "403.html", "403_csrf.html", "500.html"]
AXE = Path(axe_playwright_python.__file__).parent.joinpath("axe.min.js").read_text()
WIDTHS = {360: 740, 768: 1024, 1280: 900}


# The rules that a theme can break.
OF_COLOUR = ["color-contrast", "link-in-text-block"]


def violations(page: Page, *rules: str) -> list[str]:
    """Of these rules, or of all."""
    found: list[dict[str, Any]] = page.evaluate(
        "(rules) => axe.run(rules.length ? {runOnly: rules} : {}).then((found) => found.violations"
        ".map((one) => ({id: one.id, at: one.nodes.map((node) => node.html + node.failureSummary)})))",
        list(rules),
    )
    return [f"{one['id']}: {at}" for one in found for at in one["at"]]


def check_everywhere(page: Page) -> None:
    """Three widths, light, dark and high contrast."""
    page.evaluate(AXE)
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="light")
        assert not violations(page), width
        page.emulate_media(color_scheme="dark")
        assert not violations(page, *OF_COLOUR), (width, "dark")
    page.evaluate("document.documentElement.dataset.theme = 'contrast'")
    assert not violations(page, *OF_COLOUR), "high contrast"


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def scroll_through(page: Page) -> None:
    page.evaluate(
        """async () => {
            const frame = () => new Promise(requestAnimationFrame);
            for (let y = 0; y < document.body.scrollHeight; y += 500) {
                scrollTo(0, y);
                await frame();
            }
            // A photo in a closed card is never asked for, and would be waited for without end.
            const shown = [...document.images].filter((img) => img.checkVisibility());
            await Promise.all(shown.map((img) => img.decode().catch(() => {})));
            await frame();
        }"""
    )


@pytest.mark.parametrize("kind", [*KINDS, *PRIVATE])
def test_accessible_at_every_width_in_every_theme(page: Page, paper: Paper, kind: str) -> None:
    page.goto(paper.address(kind))
    check_everywhere(page)


@pytest.mark.parametrize("name", STATIC)
def test_error_pages_without_a_database_are_accessible(page: Page, paper: Paper, name: str) -> None:
    from django.template.loader import render_to_string

    html = render_to_string(name)
    html5lib.HTMLParser(strict=True).parse(html)
    page.route("**/trouble", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{paper.base}/trouble")
    check_everywhere(page)


@pytest.mark.parametrize("kind", [*KINDS, *PRIVATE])
def test_nothing_jumps_and_nothing_sticks_out(page: Page, paper: Paper, kind: str) -> None:
    page.goto(paper.address(kind), wait_until="networkidle")
    scroll_through(page)
    assert page.evaluate("window.shifts") == []
    page.evaluate("document.documentElement.dataset.size = 5")
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        assert overflow(page) <= 0, width


@pytest.mark.parametrize("kind", LAYOUTS)
def test_nothing_jumps_while_it_comes_in_bit_by_bit(page: Page, paper: Paper, kind: str) -> None:
    """A slow phone on a slow line paints half a page; what comes after leaves that where it is."""
    line = {
        "offline": False,
        "latency": 30,
        "downloadThroughput": 40_000,
        "uploadThroughput": 20_000,
    }
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", line)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 20})
    page.goto(paper.address(kind), wait_until="networkidle")
    torn_word = 0.0001
    assert [shift for shift in page.evaluate("window.shifts") if shift[0] > torn_word] == []


def test_sections_beyond_the_edge_fade_and_the_last_scrolls_clear(page: Page, paper: Paper) -> None:
    page.goto(paper.address("front"))
    row = page.locator(".sections ul")
    assert row.evaluate("one => one.scrollWidth > one.clientWidth")
    assert "gradient" in row.evaluate("one => getComputedStyle(one).maskImage")
    fade = 48
    row.evaluate("one => { one.scrollLeft = one.scrollWidth; }")
    last = row.locator("li").last.evaluate("one => one.getBoundingClientRect().right")
    assert round(last) <= page.viewport_size["width"] - fade
    page.set_viewport_size({"width": 1280, "height": 900})
    assert row.evaluate("one => getComputedStyle(one).maskImage") == "none"


@pytest.mark.parametrize("kind", [*KINDS, *ALIKE])
def test_markup_is_valid_and_sets_no_cookie(page: Page, paper: Paper, kind: str) -> None:
    answer = page.context.request.get(paper.address(kind))
    assert "set-cookie" not in answer.headers
    html5lib.HTMLParser(strict=True).parse(answer.text())
    ids: list[str] = []
    page.goto(paper.address(kind))
    ids = page.eval_on_selector_all("[id]", "(all) => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))
    assert page.locator("h1").count() == 1
    assert page.title() and page.locator("meta[name=description]").get_attribute("content")
    assert page.locator("img:not([width]), img:not([height]), img:not([alt])").count() == 0


@pytest.mark.parametrize(
    "kind",
    [
        "front",
        "article",
        "article with people",
        "section",
        "latest",
        "calendar",
        "search found",
        "comments",
        *PRIVATE,
    ],
)
def test_the_keyboard_reaches_everything(page: Page, paper: Paper, kind: str) -> None:
    page.goto(paper.address(kind))
    wanted = page.evaluate(
        """() => {
            // Of radio buttons the group is one stop; the arrows go on from there.
            const fields = "input:not([type=hidden], [type=radio]), textarea, input[type=radio][id$='_0']";
            const all = document.querySelectorAll(`a[href], button, ${fields}, summary, [tabindex='0']`);
            const shown = [...all].filter((one) => one.checkVisibility() && one.tabIndex >= 0);
            window.unreached = new Set(shown);
            return shown.length;
        }"""
    )
    for step in range(wanted + 5):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const at = document.activeElement;
                window.unreached.delete(at);
                const outline = getComputedStyle(at);
                return [at.className, at === document.body || outline.outlineStyle !== "none"];
            }"""
        )
        assert seen[1], "focus must be seen"
        if step == 0:
            assert seen[0] == "skip"
    left = page.evaluate("[...window.unreached].map((one) => one.outerHTML)")
    assert left == []
