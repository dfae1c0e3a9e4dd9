"""The pages of a person harmed and of who asks for figures: for everybody, with the keyboard too."""

import os
import subprocess
import sys
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Paper, Watched
from tests.browser.test_every_page import AXE, WIDTHS, check_everywhere, overflow
from tests.browser.test_newsroom import log_in

# Wagtail's own frame around it is Wagtail's affair.
VIOLATIONS = """() => axe.run(".takedown").then((found) => found.violations.flatMap(
    (one) => one.nodes.map((node) => one.id + node.html + node.failureSummary)))"""
pytestmark = pytest.mark.browser

SEED = """
import os, sys
os.environ["HWALJA_HOME"] = sys.argv[1]
os.environ["DJANGO_SETTINGS_MODULE"] = "hwalja.config.settings"
import django
django.setup()
from datetime import timedelta
from django.utils import timezone
from hwalja.articles.models import Article
from hwalja.comments import log
from hwalja.comments.models import Comment, LogRow
from hwalja.hangul.length import byte_length
article = Article.objects.published().newest_first().defer_streamfields().first()
body = "그 사람이 돈을 받았다고 들었습니다."
comment = Comment.objects.create(
    article=article, name="독자", body=body, characters=len(body), bytes=byte_length(body),
    state="visible")
now = timezone.now()
for back in reversed(range(5)):
    for action, rule, many in [("post", "visible", 40), ("post", "links", 6), ("refuse", "repeat", 9),
                               ("hide", "abuse", 4), ("approve", "", 3), ("takedown_ask", "", 2)]:
        for _ in range(many - back):
            row = log.write(action, "x", rule=rule)
            LogRow.objects.filter(pk=row.pk).update(at=now - timedelta(days=31 * back + 1))
print(comment.get_absolute_url())
"""


@pytest.fixture(scope="module")
def comment(paper: Paper) -> str:
    """Where a comment stands that somebody may want to be gone."""
    env = {**os.environ, "HWALJA_BASE_URL": paper.base}
    command = [sys.executable, "-c", SEED, str(paper.home)]
    made: Any = subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE)
    return made.stdout.decode().strip().splitlines()[-1]


def test_the_figures(page: Page, paper: Paper, comment: str) -> None:
    answer = page.goto(f"{paper.base}/comments/")
    assert answer is not None and answer.status == 200
    assert "set-cookie" not in answer.headers
    expect(page.get_by_role("img", name="달마다 들어온 댓글과 막거나 가린 댓글")).to_be_visible()
    check_everywhere(page)
    page.set_viewport_size({"width": 360, "height": 740})
    assert overflow(page) <= 0


def test_a_request_by_keyboard_alone(
    page: Page, watched: Watched, paper: Paper, comment: str
) -> None:
    page.goto(f"{paper.base}{comment}report")
    page.get_by_role("link", name="임시조치를 요청").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="임시조치 요청")).to_be_visible()
    check_everywhere(page)
    page.locator("input[name=relation]").first.focus()
    for key in ("Space", "Tab", "Space", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("홍길순")
    page.keyboard.press("Tab")
    page.keyboard.type("hong@example.com")
    page.keyboard.press("Tab")
    page.keyboard.type("짧음")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".comment-wrong").first).to_be_visible()
    check_everywhere(page)
    assert page.locator("input[name=name]").input_value() == "홍길순"
    page.locator("textarea[name=reason]").fill("제가 하지 않은 일을 했다고 썼습니다.")
    page.get_by_role("button", name="요청하기").click()
    expect(page.get_by_role("status").first).to_contain_text("요청을 받았습니다")
    # A form that comes back is said in the browser's console, too.
    watched.troubles = [one for one in watched.troubles if "status of 422" not in one]


def ask(page: Page, address: str) -> None:
    page.goto(f"{address}takedown")
    page.get_by_label("본인", exact=True).check()
    page.get_by_label("사생활 침해").check()
    page.get_by_label("이름").fill("홍길순")
    page.get_by_label("메일").fill("other@example.com")
    page.get_by_label("어느 부분이").fill("제가 하지 않은 일을 했다고 썼습니다.")
    page.get_by_label("사실대로").check()
    page.get_by_role("button", name="요청하기").click()
    expect(page.get_by_role("status").first).to_contain_text("요청을 받았습니다")


def test_without_javascript(plain: Page, paper: Paper, comment: str) -> None:
    ask(plain, f"{paper.base}{comment}")


def test_a_moderator_blocks_it_and_the_sign_stands(
    page: Page, plain: Page, paper: Paper, comment: str
) -> None:
    """By the way a moderator goes: the first screen, the ledger, the request."""
    ask(plain, f"{paper.base}{comment}")
    log_in(page, paper.base, "choi")
    page.get_by_role("link", name="임시조치 요청").click()
    page.locator("main table a").first.click()
    page.evaluate(AXE)
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(VIOLATIONS) == [], width
        assert overflow(page) <= 0
    page.get_by_role("button", name="댓글 가리기").click()
    expect(page.get_by_role("heading", name="임시조치,")).to_be_visible()
    reader, article = page.context.browser.new_page(), comment.partition("comments/")[0]
    reader.goto(f"{paper.base}{article}")
    expect(reader.locator(".comment-sign")).to_contain_text("44조의2")
    assert "그 사람이 돈을" not in reader.content()
    reader.close()
