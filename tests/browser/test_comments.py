"""Comments in the browser: written in place and without JavaScript, and never lost on the way."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import DESKTOP, PHONE, Paper

pytestmark = pytest.mark.browser
SAID = "이 글은 어떤 일이 있어도 남아야 합니다."
_COUNT = itertools.count(1)
FORM = "form.comment-form[data-characters]"


@pytest.fixture
def open_context(browser: Browser, paper: Paper) -> Iterator[Callable[..., BrowserContext]]:
    """Browsers in which something goes wrong; each reader writes under another name."""
    opened: list[BrowserContext] = []

    def open_one(**options: Any) -> BrowserContext:
        options = {"viewport": DESKTOP, "locale": "ko-KR", **options}
        opened.append(browser.new_context(**options))
        return opened[-1]

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def writer(open_context: Callable[..., BrowserContext], paper: Paper) -> Page:
    """An article with the form open in place, filled in and not yet sent."""
    page = open_context().new_page()
    page.goto(paper.address("plain article"))
    open_form(page)
    fill(page)
    return page


def open_form(page: Page) -> None:
    page.click(".comment-write a")
    page.wait_for_selector(FORM)


def fill(page: Page, text: str = SAID) -> None:
    page.fill("#id_name", f"독자{next(_COUNT)}")
    page.fill("#id_password", "1234")
    page.fill("#id_body", text)


def send(page: Page) -> None:
    page.click(".comment-send button")


def typed(page: Page) -> str:
    return page.input_value("#id_body")


def answers(status: int, **headers: str) -> Callable[[Route], None]:
    """A server on the way that gives up."""

    def answer(route: Route) -> None:
        if route.request.method == "POST":
            route.fulfill(
                status=status, headers=headers, body="<h1>trouble</h1>", content_type="text/html"
            )
        else:
            route.continue_()

    return answer


def lose_answer(route: Route) -> None:
    """The server gets it, the reader never hears of it."""
    if route.request.method == "POST":
        route.fetch(max_redirects=0)
        route.abort("connectionreset")
    else:
        route.continue_()


def leave_and_return(page: Page) -> None:
    page.goto(page.url.split("/news")[0] + "/latest/")
    page.go_back()


def reload(page: Page) -> None:
    page.reload()


def new_tab(page: Page) -> None:
    """The tab crashes; the reader opens the article in another."""
    url = page.url
    other = page.context.new_page()
    page.close()
    other.goto(url)


# What can go wrong on the way to the server: the text stays in the form.
ON_THE_WAY: dict[str, Callable[[Page], None]] = {
    "offline": lambda page: page.context.set_offline(True),
    "connection refused": lambda page: page.route("**/new", lambda r: r.abort("connectionrefused")),
    "connection reset": lambda page: page.route("**/new", lambda r: r.abort("connectionreset")),
    "name not resolved": lambda page: page.route("**/new", lambda r: r.abort("namenotresolved")),
    "timed out": lambda page: page.route("**/new", lambda r: r.abort("timedout")),
    "answer lost": lambda page: page.route("**/new", lose_answer),
    "500": lambda page: page.route("**/new", answers(500)),
    "502 of a proxy": lambda page: page.route("**/new", answers(502)),
    "503": lambda page: page.route("**/new", answers(503, **{"retry-after": "5"})),
    "504": lambda page: page.route("**/new", answers(504)),
    "413 of a proxy": lambda page: page.route("**/new", answers(413)),
    "403 of a firewall": lambda page: page.route("**/new", answers(403)),
}
# What the reader does, or the device: the text is there when the form is opened again.
AFTERWARDS: dict[str, Callable[[Page], None]] = {
    "reloaded": reload,
    "left and came back": leave_and_return,
}


@pytest.mark.parametrize("trouble", ON_THE_WAY)
def test_what_was_typed_stays_when_it_cannot_be_sent(writer: Page, trouble: str) -> None:
    ON_THE_WAY[trouble](writer)
    send(writer)
    expect(writer.locator(".comment-said.comment-wrong")).to_be_visible()
    assert typed(writer) == SAID
    # And once the trouble is over, it arrives, once.
    writer.unroute_all()
    writer.context.set_offline(False)
    send(writer)
    expect(writer.locator(".comment-mine")).to_contain_text(SAID)
    writer.goto(writer.locator(".comment-mine a").get_attribute("href") or "")
    expect(writer.locator(".comment-state")).to_be_visible()


@pytest.mark.parametrize("what", AFTERWARDS)
def test_what_was_typed_is_there_again(writer: Page, what: str) -> None:
    AFTERWARDS[what](writer)
    open_form(writer)
    expect(writer.locator("#id_body")).to_have_value(SAID)


def test_what_was_typed_is_there_in_another_tab(writer: Page) -> None:
    context = writer.context
    new_tab(writer)
    page = context.pages[-1]
    open_form(page)
    expect(page.locator("#id_body")).to_have_value(SAID)


REFUSED = {
    "too long": ("가" * 201, "줄여 주십시오"),
    "a number that tells who somebody is": ("번호는 850101-1234567 입니다", "개인정보"),
    "a banned word": ("야 이 개새끼야", "쓸 수 없는 말"),
    "odd letters": ("글자 \ue000 하나", "쓸 수 없는 글자"),
}


@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.parametrize("script", [True, False])
def test_what_is_refused_stays_with_the_reason(
    open_context: Callable[..., BrowserContext], paper: Paper, what: str, script: bool
) -> None:
    text, reason = REFUSED[what]
    page = open_context(java_script_enabled=script, viewport=PHONE).new_page()
    page.goto(paper.address("plain article"))
    page.click(".comment-write a")
    page.wait_for_selector(FORM)
    fill(page, text)
    send(page)
    expect(page.locator("div.comment-wrong")).to_contain_text(reason)
    assert typed(page) == text


@pytest.mark.parametrize("script", [True, False])
def test_a_form_that_is_too_old_is_sent_again(
    open_context: Callable[..., BrowserContext], paper: Paper, script: bool
) -> None:
    context = open_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(paper.address("plain article") + "comments/new")
    fill(page)
    context.clear_cookies()
    send(page)
    if not script:
        expect(page.locator("div.comment-wrong")).to_contain_text("한 번 더")
        assert typed(page) == SAID
        page.fill("#id_password", "1234")
        send(page)
    expect(page.locator(".comment-state")).to_be_visible()


def test_without_storage_it_still_works(
    open_context: Callable[..., BrowserContext], paper: Paper
) -> None:
    context = open_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } });"
    )
    page = context.new_page()
    page.goto(paper.address("plain article"))
    open_form(page)
    fill(page)
    page.route("**/new", answers(503))
    send(page)
    expect(page.locator(".comment-said")).to_contain_text("잠시 뒤")
    assert typed(page) == SAID


def test_without_javascript_the_way_back_keeps_it(
    open_context: Callable[..., BrowserContext], paper: Paper
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(paper.address("plain article") + "comments/new")
    fill(page)
    page.route("**/new", answers(502))
    send(page)
    expect(page.locator("h1")).to_have_text("trouble")
    page.unroute_all()
    page.go_back()
    expect(page.locator("#id_body")).to_have_value(SAID)


def test_it_counts_as_one_types(writer: Page) -> None:
    writer.fill("#id_body", "가a😀")
    expect(writer.locator(f"{FORM} output")).to_have_text(
        "현재 3자 / 최대 200자, 현재 7바이트 / 최대 400바이트"
    )


def test_by_keyboard_alone_from_writing_to_deleting(
    open_context: Callable[..., BrowserContext], paper: Paper
) -> None:
    page = open_context().new_page()
    page.goto(paper.address("plain article"))
    page.locator(".comment-write a").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(FORM)
    page.keyboard.type("자판독자")
    page.keyboard.press("Tab")
    page.keyboard.type("1234")
    page.keyboard.press("Tab")
    page.keyboard.type("자판만으로 씁니다.")
    page.wait_for_timeout(1100)  # Nobody sends sooner than that.
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".comment-mine")).to_contain_text("자판만으로 씁니다.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".comment-state")).to_contain_text("실렸습니다")
    page.locator(".comment-delete button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".comment-state")).to_contain_text("지웠습니다")
