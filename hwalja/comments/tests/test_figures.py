"""The public figures: right on a log whose every row is known, the same all day, pressed."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from hwalja.articles.models import Section
from hwalja.comments import figures, log
from hwalja.comments import press as comments_press
from hwalja.comments.actions.block_comment import block
from hwalja.comments.figures import chart
from hwalja.comments.models import Comment, CommentRules, LogRow, Month
from hwalja.comments.tests.moderating import make_moderator
from hwalja.comments.tests.test_takedown import ask
from hwalja.comments.tests.test_writing import send
from hwalja.press import clock, door
from hwalja.press.models import Appointment
from hwalja.press.tests.presses import Press
from hwalja.testing import Newsroom

SEPTEMBER = datetime(2026, 9, 10, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The fifteenth of November 2026 in Seoul, at noon; the log's rows have times of their own."""
    now = datetime(2026, 11, 15, 12, tzinfo=timezone.get_default_timezone())
    monkeypatch.setattr(figures.timezone, "now", lambda: now)
    return now


def row(action: str, at: datetime, comment: int | None = None, rule: str = "") -> None:
    last = LogRow.objects.count()
    LogRow.objects.create(
        number=last + 1, at=at, actor="x", action=action, comment_id=comment, rule=rule, hash="x"
    )


def seed() -> None:
    day = timedelta(days=1)
    minute = timedelta(minutes=1)
    # The last second of August in Seoul is no September.
    row("post", datetime(2026, 8, 31, 23, 59, 59, tzinfo=SEPTEMBER.tzinfo), 900, "visible")
    row("post", datetime(2026, 9, 1, 0, 0, 0, tzinfo=SEPTEMBER.tzinfo), 1, "visible")
    for number in range(2, 7):
        row("post", SEPTEMBER, number, "visible")
    for number in (10, 11, 12):
        row("post", SEPTEMBER, number, "links")
    for rule in ("banned_words", "banned_words", "repeat", "something"):
        row("refuse", SEPTEMBER, None, rule)
    row("approve", SEPTEMBER + 10 * minute, 10)
    row("approve", SEPTEMBER + 30 * minute, 11)
    row("hide", SEPTEMBER + 50 * minute, 12, "abuse")
    # Decided on again: not its first decision. Visible from the start: it did not wait.
    row("hide", SEPTEMBER + 5 * day, 10, "attack")
    row("hide", SEPTEMBER + 6 * day, 2, "abuse")
    row("delete", SEPTEMBER, 3)
    row("report", SEPTEMBER, 4, "abuse")
    row("report", SEPTEMBER, 4, "ad")
    row("appeal", SEPTEMBER + 6 * day, 2)
    row("appeal", SEPTEMBER + 6 * day, 10)
    row("appeal_granted", SEPTEMBER + 7 * day, 2)
    row("appeal_denied", SEPTEMBER + 7 * day, 10)
    for action, times in {
        "ask": 5,
        "block": 3,
        "decline": 2,
        "object": 1,
        "restore": 1,
        "delete": 2,
    }.items():
        for _ in range(times):
            row(f"takedown_{action}", SEPTEMBER)
    row("break", SEPTEMBER, None, "surge")


def test_a_month_is_counted_right(db: None) -> None:
    seed()
    found = figures.count(SEPTEMBER.date().replace(day=1))
    assert found == figures.Figures(
        written=9,
        shown=6,
        waiting=3,
        refused={"banned_words": 2, "repeat": 1, "something": 1},
        approved=2,
        hidden={"abuse": 2, "attack": 1},
        deleted=1,
        reports=2,
        appeals=2,
        granted=1,
        takedowns=5,
        blocked=3,
        declined=2,
        objections=1,
        restored=1,
        removed=2,
        broken=1,
        decided_in=1800.0,
    )
    assert (found.refused_all, found.hidden_all, found.decided_words) == (4, 3, "30분")
    assert found.refused_by == [("금지어", 2), ("같은 글 되풀이", 1), ("다른 규칙", 1)]
    assert found.hidden_for == [("욕설·혐오", 2), ("인신공격", 1)]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "–"),
        (0, "1분 안"),
        (90, "2분"),
        (3600, "1시간 0분"),
        (9000, "2시간 30분"),
        (400000, "4일"),
    ],
)
def test_how_long_is_said(seconds: float | None, words: str) -> None:
    assert figures.Figures(decided_in=seconds).decided_words == words


def test_what_was_done_is_what_is_counted(
    newsroom: Newsroom, reader: Client, today: datetime
) -> None:
    """By the actions themselves, so that no figure asks for a name that nobody writes."""
    CommentRules.objects.create(gap=0)
    address = send(reader, newsroom.publish().number)["Location"]
    block(ask(address).pk, make_moderator())
    send(reader, Comment.objects.get().article.number, "010-1234-5678 주민 850101-1234567")
    LogRow.objects.update(at=today - timedelta(days=2))
    found = figures.months()[0].figures
    assert (found.written, found.shown, found.takedowns, found.blocked) == (1, 1, 1, 1)
    assert found.refused_by == [("개인정보", 1)]


def test_today_is_not_counted_and_the_page_stays_all_day(db: None, today: datetime) -> None:
    row("post", today - timedelta(days=1), 1, "visible")
    before = Client().get("/comments/").content
    row("post", today, 2, "visible")
    assert Client().get("/comments/").content == before
    (month,) = figures.months()
    assert month.is_under_way and month.figures.written == 1


def test_months_that_are_over_are_kept_and_said_from_there(db: None) -> None:
    seed()
    row("post", SEPTEMBER + timedelta(days=40), 50, "visible")
    live = figures.months()
    assert [one.first.month for one in live] == [11, 10, 9, 8]
    assert figures.keep() == 3
    assert figures.keep() == 0
    assert [one.first.month for one in figures.months()] == [11, 10, 9, 8]
    assert figures.months() == live
    LogRow.objects.exclude(number=1).delete()
    assert figures.months()[2].figures.written == 9
    assert Month.objects.count() == 3


def test_the_page_says_them(db: None) -> None:
    seed()
    page = Client().get("/comments/").content.decode()
    assert "2026년 9월" in page and "욕설·혐오 2" in page and "30분" in page
    assert "comment-chart-desc" in page and 'style="' not in page
    assert "달 동안 들어온 댓글 14개 가운데 막거나 가린 것이 10개입니다." in page


def test_without_comments(db: None) -> None:
    page = Client().get("/comments/").content.decode()
    assert "아직 셀 댓글이 없습니다" in page and "comment-chart" not in page
    assert chart.draw([]) is None
    assert figures.keep() == 0


def test_it_is_pressed_and_made_anew_when_the_day_changes(
    newsroom: Newsroom,
    press: Press,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    assert "/comments/" in list(door.addresses())
    comments_press.keep_the_day()
    (at,) = Appointment.objects.filter(subject="comments.day").values_list("at", flat=True)
    local = timezone.localtime(at)
    assert (local.hour, local.minute) == (0, 0) and local > timezone.now()
    assert "hwalja.comments.press.keep_the_day" in {duty.name for duty in clock.DUTIES}
    Appointment.objects.update(at=timezone.now())
    assert door.keep_appointments() == 1
    press.run()
    assert "댓글을 어떻게 다루나" in press.text("/comments/")
    assert press.drift() == []


def test_no_section_can_stand_at_its_address(newsroom: Newsroom) -> None:
    with pytest.raises(ValidationError):
        Section(title="댓글", slug="comments").clean()


def test_it_is_found_from_an_article(newsroom: Newsroom) -> None:
    page: Any = Client().get(newsroom.publish().get_absolute_url())
    assert 'href="/comments/"' in page.content.decode()


def test_the_log_stays_whole(newsroom: Newsroom, reader: Client) -> None:
    address = send(reader, newsroom.publish().number)["Location"]
    block(ask(address).pk, make_moderator())
    assert list(log.faults()) == []
