"""The desk confirms who is in an article, and who said what, by keys alone."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from hwalja.config.tests.homes import environment, hwalja
from tests.browser.conftest import DESKTOP, Paper, Watched
from tests.browser.test_every_page import AXE, WIDTHS, overflow
from tests.browser.test_newsroom import log_in
from tests.browser.test_newsroom_korean import english

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SAMPLE = os.environ.get("HWALJA_SAMPLE", "")
INVENTED = Path(__file__).parents[1] / "mentions/practice/articles/a078.txt"
OTHER = INVENTED.with_name("a011.txt")
A_MINUTE = 60 * 4  # Keys, at four a second.
KINDS = ("mention", "quotation", "title", "relation")
HERE = "document.querySelector('.who-here')"
VIOLATIONS = """() => axe.run("#who").then((found) => found.violations.flatMap(
    (one) => one.nodes.map((node) => one.id + node.html + node.failureSummary)))"""


def rows(paper: Paper, what: str, *given: Any) -> list[Any]:
    found = sqlite3.connect(paper.home / "db.sqlite3")
    try:
        return found.execute(what, given).fetchall()
    finally:
        found.close()


@pytest.fixture(scope="module")
def analyst(paper: Paper) -> Iterator[None]:
    """The process that reads what waits; it loads the analyser once."""
    command = [sys.executable, "-m", "hwalja.config.cli", "analyst"]
    process = subprocess.Popen(command, env=environment(paper.home, HWALJA_BASE_URL=paper.base))
    yield
    process.terminate()
    process.wait(60)


def take_in(paper: Paper, file: Path) -> int:
    """A draft of the file, as the newsroom takes copy in; its id."""
    done = hwalja(paper.home, "intake", str(file), HWALJA_BASE_URL=paper.base)
    assert done.returncode == 0, done.stderr
    return int(rows(paper, "SELECT max(page_ptr_id) FROM articles_article")[0][0])


class Keys:
    """Presses keys and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1


def open_read(page: Page, paper: Paper, pk: int) -> Keys:
    """The article's screen, the draft read on request."""
    page.set_viewport_size(DESKTOP)
    log_in(page, paper.base, "choi")
    page.goto(f"{paper.base}/admin/who/{pk}/")
    keys = Keys(page)
    expect(page.locator("[data-reading=none]")).to_be_visible()
    keys.press("r")
    expect(page.locator("progress")).to_be_visible()
    expect(page.locator(".who-part[data-state=read]")).to_be_visible(timeout=240_000)
    return keys


def settled(page: Page) -> None:
    """Everything that was decided is with the server, and what it says is shown."""
    expect(page.locator(".who-gone")).to_have_count(0)


def confirm(page: Page, keys: Keys) -> list[str]:
    """Everything doubtful, one by one: each as it was read, each name as a new profile."""
    decided: list[str] = []
    while page.locator("[data-doubtful] > .who-card:not(.who-gone)").count():
        ref = page.evaluate(f"{HERE}.dataset.ref")
        assert ref not in decided
        decided.append(ref)
        if page.locator(".who-here > .who-new").count():
            keys.press("n", "Enter")
        elif page.locator(".who-here button[data-key='1']").count():
            keys.press("1")
        elif page.locator(".who-here button[data-key=a]").count():
            keys.press("a")
        said = page.locator(f".who-card[data-ref='{ref}']:not(.who-gone)")
        expect(page.locator("[data-doubtful]").locator(said)).to_have_count(0)
        settled(page)
    return decided


def check_confirmed(page: Page, paper: Paper, pk: int, keys: Keys) -> dict[str, int]:
    """Confirm it all; how many decisions of each kind."""
    asked = set(doubtful(page))
    decided = confirm(page, keys)
    assert keys.count <= A_MINUTE, keys.count
    made = rows(
        paper,
        "SELECT batch, kind, count(*) FROM mentions_decision WHERE article_id = ? GROUP BY batch, kind",
        pk,
    )
    # A batch a decision: nothing doubtful went with something else, and nothing was left out.
    assert len(made) == len({batch for batch, _, _ in made}) == len(decided)
    for ref in asked - set(decided):
        # Direct words with their speaker in the sentence, who was decided: readers see them by that.
        kind, _, item = ref.partition(":")
        row = f"SELECT tier, verdict FROM mentions_{kind} WHERE id = ?"
        assert kind == "quotation" and rows(paper, row, item) == [(0, "")]
    assert all(number == 1 for _, kind, number in made if kind != "mention")
    counted = {kind: sum(one == kind for _, one, _ in made) for kind in KINDS}
    print(f"{keys.count} keys, {counted}")  # noqa: T201
    seconds = rows(paper, "SELECT sum(spent) FROM mentions_step WHERE article_id = ?", pk)[0][0]
    assert seconds > 0
    return counted


def test_an_article_from_an_empty_directory_in_a_minute(
    page: Page, paper: Paper, analyst: None
) -> None:
    pk = take_in(paper, INVENTED)
    keys = open_read(page, paper, pk)
    counted = check_confirmed(page, paper, pk, keys)
    assert min(counted["mention"], counted["quotation"]) >= 3
    expect(page.locator(".who-count")).to_contain_text("이 기사 확인에")


@pytest.mark.skipif(not SAMPLE, reason="HWALJA_SAMPLE names no folder")
def test_the_captured_sample_in_a_minute(page: Page, paper: Paper, analyst: None) -> None:
    pk = take_in(paper, sorted(Path(SAMPLE).glob("*.txt"))[0])
    keys = open_read(page, paper, pk)
    counted = check_confirmed(page, paper, pk, keys)
    there = "SELECT count(*) FROM mentions_quotation WHERE article_id = ? AND stands"
    assert rows(paper, there, pk) == [(15,)]
    assert counted["mention"] >= 5


@pytest.fixture(scope="module")
def practice(paper: Paper, analyst: None) -> int:
    """Another invented article, for tests that leave it as they found it."""
    return take_in(paper, OTHER)


@pytest.fixture
def at_desk(page: Page, paper: Paper, practice: int) -> Page:
    page.set_viewport_size(DESKTOP)
    log_in(page, paper.base, "choi")
    page.goto(f"{paper.base}/admin/who/{practice}/")
    if page.locator("[data-reading=none]").count():
        page.keyboard.press("r")
    expect(page.locator(".who-part[data-state=read]")).to_be_visible(timeout=240_000)
    return page


def doubtful(page: Page) -> list[str]:
    settled(page)
    found: list[str] = page.locator("[data-doubtful] > li").evaluate_all(
        "all => all.map((one) => one.dataset.ref)"
    )
    return found


def test_it_is_fit_for_everybody_at_every_width(at_desk: Page, paper: Paper) -> None:
    # The version, which Wagtail tells whoever may do everything.
    assert [one for one in english(at_desk) if not one.startswith("Wagtail v")] == []
    at_desk.evaluate(AXE)
    for keys in (("j",), ("n",), ("Escape", "o"), ("Escape", "Shift+Slash")):
        for key in keys:
            at_desk.keyboard.press(key)
        for width, height in WIDTHS.items():
            at_desk.set_viewport_size({"width": width, "height": height})
            for scheme in ("light", "dark"):
                at_desk.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                assert at_desk.evaluate(VIOLATIONS) == [], (keys, width, scheme)
            assert overflow(at_desk) <= 0, (keys, width)


def test_what_was_rejected_is_not_asked_again(at_desk: Page, paper: Paper, practice: int) -> None:
    before = doubtful(at_desk)
    at_desk.keyboard.press("x")
    expect(at_desk.locator(".who-said")).to_contain_text("다시 묻지 않습니다")
    assert before[0] not in doubtful(at_desk)
    at_desk.keyboard.press("r")
    expect(at_desk.locator("progress")).to_be_visible()
    expect(at_desk.locator(".who-part[data-state=read]")).to_be_visible(timeout=60_000)
    assert before[0] not in doubtful(at_desk)
    at_desk.keyboard.press("u")
    expect(at_desk.locator(".who-said")).to_contain_text("되돌렸습니다")
    expect(at_desk.locator("[data-doubtful] > li")).to_have_count(len(before))
    assert doubtful(at_desk) == before


def test_keys_as_fast_as_they_come_and_all_undone(at_desk: Page) -> None:
    """With the Korean keyboard on: a key is known by its place."""
    before = doubtful(at_desk)
    korean = "for (const key of ['ㅌ', 'ㅌ', 'ㅌ']) document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, code: 'KeyX', bubbles: true, cancelable: true }))"
    at_desk.evaluate(korean)
    assert len(doubtful(at_desk)) <= len(before) - 3
    for _ in range(3):
        at_desk.keyboard.press("u")
    expect(at_desk.locator("[data-doubtful] > li")).to_have_count(len(before))
    assert doubtful(at_desk) == before


def test_a_lost_connection_loses_nothing(at_desk: Page, watched: Watched) -> None:
    before = doubtful(at_desk)

    def lost(route: Route) -> None:
        """The server has it, but its answer never comes."""
        route.fetch()
        route.abort()

    at_desk.route("**/do/", lost, times=1)
    at_desk.keyboard.press("x")
    expect(at_desk.locator(".who-kept")).to_contain_text("1개는 이 브라우저에 남아")
    expect(at_desk.locator(".who-kept")).to_be_hidden()
    assert before[0] not in doubtful(at_desk)
    # The browser tells of it too.
    watched.troubles.remove("Failed to load resource: net::ERR_FAILED")
    # Sent twice, done once: one press of undo is enough.
    at_desk.keyboard.press("u")
    expect(at_desk.locator("[data-doubtful] > li")).to_have_count(len(before))
    assert doubtful(at_desk) == before


def test_somebody_else_by_initials(at_desk: Page, paper: Paper) -> None:
    press = at_desk.keyboard.press
    before = doubtful(at_desk)
    press("n")
    at_desk.keyboard.type("강가람")
    press("Enter")
    expect(at_desk.locator(".who-said")).to_contain_text("강가람")
    after = doubtful(at_desk)
    press("o")
    at_desk.keyboard.type("ㄱㄱㄹ")
    expect(at_desk.get_by_role("option", name="강가람")).to_have_attribute("aria-selected", "true")
    press("Enter")
    expect(at_desk.locator(".who-said")).to_contain_text("다른 인물")
    assert len(doubtful(at_desk)) < len(after)
    press("u")
    press("u")
    expect(at_desk.locator("[data-doubtful] > li")).to_have_count(len(before))


def test_beside_the_article_no_key_is_taken_from_who_writes(
    at_desk: Page, paper: Paper, practice: int
) -> None:
    at_desk.goto(f"{paper.base}/admin/pages/{practice}/edit/")
    toggle = at_desk.get_by_role("button", name="인물 확인 열고 닫기")
    toggle.focus()
    at_desk.wait_for_load_state("networkidle")
    at_desk.keyboard.press("Enter")
    expect(at_desk.locator("#who .who-here")).to_be_focused()
    before = doubtful(at_desk)
    title = at_desk.locator("#id_title")
    written = title.input_value()
    title.click()
    at_desk.keyboard.press("Control+End")
    at_desk.keyboard.type("xaju")
    expect(title).to_have_value(f"{written}xaju")
    at_desk.locator("[data-side-panel=who]").locator(".who-count").click()
    assert doubtful(at_desk) == before
