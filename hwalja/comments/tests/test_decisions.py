"""Each decision: who may, what it changes, what it leaves in the log, and that it can be undone."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django_tasks_db.models import DBTaskResult

from hwalja.accounts.adapter import deliver
from hwalja.comments import discussions, press
from hwalja.comments.actions.answer_appeal import answer_appeal
from hwalja.comments.actions.appeal import appeal
from hwalja.comments.actions.approve import approve
from hwalja.comments.actions.decide import Reason, Refused
from hwalja.comments.actions.delete import delete
from hwalja.comments.actions.feature import feature
from hwalja.comments.actions.hide import hide
from hwalja.comments.actions.list_word import add_word, remove_word
from hwalja.comments.actions.report import report
from hwalja.comments.actions.set_discussion import set_discussion
from hwalja.comments.actions.standing import ban, lift, suspend, warn
from hwalja.comments.actions.undo import undo
from hwalja.comments.models import Appeal, Comment, Decision, Discussion, LogRow, Report, Standing
from hwalja.comments.persons import Person
from hwalja.comments.tests.rows import columns, comment
from hwalja.press.marks import Order
from hwalja.press.models import Mark
from hwalja.testing import Newsroom

# They publish and decide by the dozen.
pytestmark = [pytest.mark.slow, pytest.mark.both]

WHY = Reason("attack", "사람이 아니라 한 일을 이야기해 주십시오.")


def _visible() -> int:
    return Discussion.objects.get().visible


def _last() -> tuple[str, str, str]:
    row = LogRow.objects.order_by("-number")[0]
    return row.action, row.actor, row.rule


def _order(newsroom: Newsroom, number: int) -> Order:
    return Order(Mark.objects.get(key=press.key(number)).order)


def _marks_are_gone(number: int) -> None:
    Mark.objects.filter(key=press.key(number)).delete()


@pytest.mark.parametrize("who", ["reporter", "photographer", "blocked", "other_desk"])
def test_nobody_else_decides(newsroom: Newsroom, who: str) -> None:
    article, user = newsroom.publish(), getattr(newsroom, who)
    row = comment(article)
    standing = Standing.objects.get()
    before = (columns(row.pk), LogRow.objects.count())
    tries = [
        lambda: approve([row.pk], user),
        lambda: hide([row.pk], user, "law"),
        lambda: feature(row.pk, user, on=True),
        lambda: undo(user),
        lambda: warn(row.pk, user, WHY),
        lambda: suspend(row.pk, user, WHY, 7),
        lambda: ban(row.pk, user, WHY),
        lambda: lift(standing.pk, user),
        lambda: answer_appeal(row.pk, user, granted=True, answer=""),
        lambda: set_discussion(article, user, "closed"),
        lambda: add_word("새말", "banned", user),
        lambda: remove_word(1, user),
    ]
    for one in tries:
        with pytest.raises(PermissionDenied):
            one()
    assert (columns(row.pk), LogRow.objects.count()) == before
    assert Standing.objects.get().lifted_at is None


def test_approving_shows_it_and_counts_it(newsroom: Newsroom) -> None:
    row = comment(newsroom.publish(), state="waiting", rule="links", note="까닭", score=0.6)
    assert [one.pk for one in approve([row.pk], newsroom.moderator)] == [row.pk]
    now = Comment.objects.get()
    assert (now.state, now.rule, now.note, now.queued) == ("visible", "", "", False)
    assert now.decided_at is not None
    assert _visible() == 1
    assert _last() == ("approve", str(newsroom.moderator.pk), "")
    assert _order(newsroom, now.article.number) == Order.ARTICLE


def test_what_is_hidden_is_gone_from_the_page_at_once(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    row, other = comment(article, "사라질 말"), comment(article, "남을 말", person="g2")
    address = f"/news/{article.number}/"
    assert "사라질 말" in reader.get(address).content.decode()
    _marks_are_gone(article.number)
    hide([row.pk], newsroom.moderator, "abuse", "한 번 더 읽어 주십시오.")
    page = reader.get(address).content.decode()
    assert "사라질 말" not in page and "남을 말" in page
    assert "운영 규칙에 따라 가린 댓글입니다. (욕설·혐오)" in page
    assert _order(newsroom, article.number) == Order.REMOVAL
    assert _visible() == 1
    assert _last() == ("hide", str(newsroom.moderator.pk), "abuse")
    now = Comment.objects.get(pk=row.pk)
    assert (now.state, now.rule, now.leaves_sign) == ("hidden", "abuse", True)
    assert now.note.endswith("한 번 더 읽어 주십시오.")
    assert Comment.objects.get(pk=other.pk).state == "visible"


def test_what_nobody_saw_leaves_no_sign(newsroom: Newsroom, reader: Client) -> None:
    row = comment(newsroom.publish(), state="waiting")
    hide([row.pk], newsroom.moderator, "ad")
    assert not Comment.objects.get().leaves_sign
    assert "가린 댓글" not in reader.get(f"/news/{row.article.number}/").content.decode()


def test_a_reason_is_needed(newsroom: Newsroom) -> None:
    row = comment(newsroom.publish())
    for reason in ("", "spite", "law\x00"):
        with pytest.raises(Refused):
            hide([row.pk], newsroom.moderator, reason)
    assert Comment.objects.get().state == "visible"


@pytest.mark.parametrize("state", ["deleted", "blocked"])
def test_what_its_author_or_the_law_took_away_stays_so(newsroom: Newsroom, state: str) -> None:
    row = comment(newsroom.publish(), state=state)
    before = columns(row.pk)
    assert approve([row.pk], newsroom.moderator) == hide([row.pk], newsroom.moderator, "law") == []
    with pytest.raises(Refused):
        feature(row.pk, newsroom.moderator, on=True)
    assert columns(row.pk) == before
    assert not LogRow.objects.exists()


def test_only_what_is_visible_is_featured(newsroom: Newsroom) -> None:
    article = newsroom.publish()
    row, other = comment(article), comment(article, state="waiting")
    assert feature(row.pk, newsroom.moderator, on=True).featured
    with pytest.raises(Refused):
        feature(other.pk, newsroom.moderator, on=True)
    hide([row.pk], newsroom.moderator, "law")
    assert not Comment.objects.filter(featured=True).exists()


def _reported(row: Comment) -> None:
    report(row, Person("g9", "o9"), "abuse", "심합니다.")
    row.refresh_from_db()
    assert row.queued


def _appealed(row: Comment) -> None:
    Comment.objects.filter(pk=row.pk).update(state="hidden", rule="law", leaves_sign=True)
    row.refresh_from_db()
    assert appeal(row, "다시 봐 주십시오.") is not None
    row.refresh_from_db()
    assert row.queued


BEFORE: dict[str, Any] = {
    "visible": lambda row: None,
    "reported": _reported,
    "appealed": _appealed,
    "waiting": lambda row: Comment.objects.filter(pk=row.pk).update(
        state="waiting", rule="suspect_words", note="거친 말", spans="0-2", score=0.7
    ),
}
DEEDS: dict[str, Any] = {
    "approve": lambda pk, user: approve([pk], user),
    "hide": lambda pk, user: hide([pk], user, "privacy", "개인정보가 있습니다."),
}


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("before", BEFORE)
def test_undoing_is_exact(newsroom: Newsroom, before: str, deed: str) -> None:
    article = newsroom.publish()
    row = comment(article, decided_at=None)
    BEFORE[before](row)
    discussions.recount(article.pk)

    def everything() -> list[Any]:
        return [
            columns(row.pk),
            list(Report.objects.values()),
            list(Appeal.objects.values()),
            list(Discussion.objects.values()),
        ]

    kept = everything()
    DEEDS[deed](row.pk, newsroom.moderator)
    assert everything() != kept
    assert undo(newsroom.moderator).left == 0
    assert everything() == kept
    assert _last() == ("undo", str(newsroom.moderator.pk), deed)
    with pytest.raises(Refused):
        undo(newsroom.moderator)


def test_many_are_decided_and_undone_together(newsroom: Newsroom) -> None:
    articles = [newsroom.publish(), newsroom.publish(title="다른 기사")]
    rows = [comment(articles[n % 2], f"{n}번째") for n in range(6)]
    comment(articles[0], "남는 댓글")
    hide([row.pk for row in rows], newsroom.moderator, "ad")
    counts = dict(Discussion.objects.values_list("article", "visible"))
    assert counts == {articles[0].pk: 1, articles[1].pk: 0}
    assert LogRow.objects.filter(action="hide").count() == 6
    assert len(undo(newsroom.moderator).comments) == 6
    counts = dict(Discussion.objects.values_list("article", "visible"))
    assert counts == {articles[0].pk: 4, articles[1].pk: 3}


def test_only_the_own_last_decision_is_undone(newsroom: Newsroom) -> None:
    article = newsroom.publish()
    one, other = comment(article), comment(article, "다른 말")
    hide([one.pk], newsroom.moderator, "law")
    hide([other.pk], newsroom.chief, "law")
    undo(newsroom.moderator)
    assert Comment.objects.get(pk=one.pk).state == "visible"
    assert Comment.objects.get(pk=other.pk).state == "hidden"


def test_what_has_changed_since_stays(newsroom: Newsroom) -> None:
    article = newsroom.publish()
    row, gone = comment(article), comment(article, "지울 말")
    approve([row.pk, gone.pk], newsroom.moderator)
    hide([row.pk], newsroom.chief, "law")
    delete(gone)
    found = undo(newsroom.moderator)
    assert (found.comments, found.left) == ([], 2)
    states = dict(Comment.objects.values_list("pk", "state"))
    assert states == {row.pk: "hidden", gone.pk: "deleted"}


def test_an_appeal_is_answered_once(newsroom: Newsroom) -> None:
    article = newsroom.publish()
    row = comment(article)
    hide([row.pk], newsroom.moderator, "false")
    row.refresh_from_db()
    appeal(row, "사실입니다.")
    answer_appeal(row.pk, newsroom.moderator, granted=True, answer="확인했습니다.")
    found = Appeal.objects.get()
    assert (found.state, found.answer) == ("granted", "확인했습니다.")
    assert Comment.objects.get().state == "visible"
    assert _last()[0] == "appeal_granted"
    with pytest.raises(Refused):
        answer_appeal(row.pk, newsroom.moderator, granted=False, answer="")


def test_an_appeal_denied_leaves_it_hidden(newsroom: Newsroom) -> None:
    row = comment(newsroom.publish(), state="hidden", rule="law")
    appeal(row, "억울합니다.")
    answer_appeal(row.pk, newsroom.moderator, granted=False, answer="그대로 둡니다.")
    assert Comment.objects.get().state == "hidden"
    assert Appeal.objects.get().state == "denied"
    assert not Comment.objects.get().queued


def test_a_member_is_written_to_and_a_guest_is_not(newsroom: Newsroom) -> None:
    article, member = newsroom.publish(), newsroom.blocked
    guest = comment(article, "손님의 말")
    own = comment(article, "회원의 말", author=member, person=f"u{member.pk}")
    hide([guest.pk, own.pk], newsroom.moderator, "abuse")
    warn(own.pk, newsroom.moderator, WHY)
    suspend(own.pk, newsroom.moderator, WHY, 7)
    ban(own.pk, newsroom.moderator, WHY)
    sent = DBTaskResult.objects.filter(task_path=deliver.module_path).order_by("enqueued_at")
    rows = [row.args_kwargs["args"] for row in sent]
    assert len(rows) == 4
    assert all(to == [member.email] for *_, to in rows)
    subjects = " ".join(subject for subject, *_ in rows)
    for word in ("가렸습니다", "경고", "정지", "차단"):
        assert word in subjects
    assert "욕설과 혐오는" in rows[0][1] and "회원의 말" in rows[0][1]


def test_every_decision_is_kept_with_what_was_before(newsroom: Newsroom) -> None:
    row = comment(newsroom.publish(), state="waiting", rule="attack")
    approve([row.pk], newsroom.moderator)
    kept = Decision.objects.get()
    assert (kept.action, kept.before["rule"], kept.by) == ("approve", "attack", newsroom.moderator)
