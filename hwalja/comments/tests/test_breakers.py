"""Each breaker goes down by real rows and not below, and what follows from it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.articles.models import Article
from hwalja.comments import letters, log, press
from hwalja.comments.actions.report import report
from hwalja.comments.actions.reset_breaker import reset
from hwalja.comments.breakers import Numbers, decide, watch
from hwalja.comments.models import Comment, CommentRules, Discussion, LogRow
from hwalja.comments.persons import Person
from hwalja.comments.tests.moderating import make_moderator, sent
from hwalja.comments.tests.test_writing import send
from hwalja.press.models import Mark
from hwalja.testing import Newsroom

# They publish and decide by the dozen.
pytestmark = [pytest.mark.slow, pytest.mark.both]

Enter = Callable[[User], Client]
BODY = "글"


@pytest.fixture
def article(newsroom: Newsroom) -> Article:
    return newsroom.publish()


def ago(minutes: float) -> datetime:
    return timezone.now() - timedelta(minutes=minutes)


def say(
    article: Article, count: int, *, at: datetime | None = None, who: str = "", **more: str
) -> None:
    """So many comments, by authors `who1`, `who2` …, each with its row in the log."""
    start = Comment.objects.count()
    for number in range(start, start + count):
        fields = {
            "name": "가",
            "body": BODY,
            "characters": 1,
            "bytes": 2,
            "state": "visible",
            **more,
        }
        person = f"{who}{number}" if who else "regular"
        comment = Comment.objects.create(
            article=article, person=person, created_at=at or ago(1), **fields
        )
        log.write("post", "author", comment, rule="visible")
    LogRow.objects.filter(action="post", at__gt=ago(0.5)).update(at=at or ago(1))


def refuse(article: Article, count: int) -> None:
    for _ in range(count):
        log.write("refuse", "author", article_number=article.number, rule="banned_words")


def regulars(article: Article) -> None:
    """Everybody has written here long ago."""
    say(article, 1, at=ago(500))


def broken() -> tuple[str, str]:
    row = Discussion.objects.first()
    return (row.broken, row.broken_by) if row else ("", "")


@pytest.mark.parametrize(
    ("numbers", "by"),
    [
        (Numbers(), None),
        (Numbers(comments=299), None),
        (Numbers(comments=300), "surge"),
        (Numbers(reports=19), None),
        (Numbers(reports=20), "reports"),
        (Numbers(judged=30, blocked=15), None),
        (Numbers(judged=30, blocked=16), "blocked"),
        (Numbers(judged=29, blocked=29), None),
        (Numbers(comments=30, newcomers=24), None),
        (Numbers(comments=30, newcomers=25), "newcomers"),
        (Numbers(comments=29, newcomers=29), None),
        (Numbers(comments=400, reports=90, newcomers=400, judged=30, blocked=30), "blocked"),
    ],
)
def test_the_decision(numbers: Numbers, by: str | None) -> None:
    trip = decide(numbers, CommentRules())
    assert (trip.by if trip else None) == by


def test_a_rule_of_nought_is_switched_off() -> None:
    off = {f"breaks_at_{name}": 0 for name in ("reports", "surge", "blocked", "newcomers")}
    most = Numbers(comments=999, reports=999, newcomers=999, judged=30, blocked=30)
    assert decide(most, CommentRules(**off)) is None


def test_surge(article: Article) -> None:
    CommentRules.objects.create(breaks_at_surge=40)
    regulars(article)
    say(article, 20, at=ago(11))
    say(article, 39)
    assert watch() == 0 and broken() == ("", "")
    say(article, 1)
    assert watch() == 1 and broken() == ("waiting", "surge")
    assert watch() == 0


def test_reports_of_an_old_comment(article: Article) -> None:
    say(article, 1, at=ago(5000))
    comment = Comment.objects.get()
    for number in range(19):
        report(comment, Person(f"u{number}", "", User(pk=number)), "abuse", "")
    assert watch() == 0
    report(comment, Person("a19", "19"), "abuse", "")
    assert watch() == 1 and broken() == ("waiting", "reports")


def test_reports_of_an_hour_ago_do_not_count(article: Article) -> None:
    say(article, 1, at=ago(5000))
    for number in range(30):
        report(Comment.objects.get(), Person(f"a{number}", str(number)), "abuse", "")
    LogRow.objects.filter(action="report").update(at=ago(60))
    assert watch() == 0


def test_share_of_blocked_closes(article: Article) -> None:
    regulars(article)
    say(article, 14)
    refuse(article, 10)
    say(article, 5, state="hidden", rule="abuse")
    assert watch() == 0
    refuse(article, 2)
    assert watch() == 1 and broken() == ("closed", "blocked")


def test_refused_alone_is_seen(article: Article) -> None:
    refuse(article, 29)
    assert watch() == 0
    refuse(article, 1)
    assert watch() == 1


def test_newcomers(article: Article) -> None:
    regulars(article)
    say(article, 6)
    say(article, 23, who="new")
    assert watch() == 0
    say(article, 1, who="new")
    assert watch() == 0
    say(article, 1, who="new")
    assert watch() == 1 and broken() == ("waiting", "newcomers")


def test_waiting_gives_way_to_closed_and_not_the_other_way(article: Article) -> None:
    CommentRules.objects.create(breaks_at_surge=30)
    regulars(article)
    say(article, 30)
    assert watch() == 1
    refuse(article, 30)
    assert watch() == 1 and broken() == ("closed", "blocked")
    assert watch() == 0


def test_another_article_stays_open(newsroom: Newsroom, article: Article) -> None:
    other = newsroom.publish(title="다른 기사")
    refuse(article, 30)
    say(other, 1)
    assert watch() == 1
    assert not Discussion.objects.exclude(broken="").filter(article=other).exists()


def test_quiet_costs_one_query(article: Article, django_assert_num_queries: object) -> None:
    say(article, 50, at=ago(60), who="new")
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert watch() == 0


def test_what_follows(article: Article, reader: Client, enter: Enter) -> None:
    moderator = make_moderator()
    refuse(article, 30)
    Mark.objects.all().delete()
    assert watch() == 1
    assert Mark.objects.filter(key=press.key(article.number)).exists()
    note = "규칙을 어긴 댓글이 많아 더 받지 않습니다."
    assert note in reader.get(article.get_absolute_url()).content.decode()
    answer = send(reader, article.number)
    assert answer.status_code == 422 and note in answer.content.decode()
    mails = sent()
    assert [to for to, _, _ in mails] == letters.moderators()
    _, subject, body = mails[0]
    assert "차단기" in subject and "30개 중" in body
    row = LogRow.objects.get(action="break")
    assert (row.actor, row.rule, row.article_number) == ("breakers", "blocked", article.number)
    assert note in enter(moderator).get("/admin/").content.decode()
    page = enter(moderator).get("/admin/breakers/").content.decode()
    assert article.title in page and "30개 중" in page

    assert reset(article.pk, moderator)
    assert not reset(article.pk, moderator)
    # What was before is not looked at any more.
    assert watch() == 0
    assert send(reader, article.number).status_code == 303
    assert note not in enter(moderator).get("/admin/").content.decode()


def test_waiting_means_waiting(article: Article, reader: Client) -> None:
    CommentRules.objects.create(breaks_at_surge=30)
    regulars(article)
    say(article, 30)
    watch()
    assert send(reader, article.number).status_code == 303
    assert Comment.objects.latest("pk").state == "waiting"


def test_nobody_to_tell_is_no_fault(article: Article) -> None:
    Permission.objects.filter(codename="moderate").delete()
    refuse(article, 30)
    assert watch() == 1
    assert sent() == []
