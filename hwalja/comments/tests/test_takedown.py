"""A request to take a comment away: its whole life, both ways."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.articles.models import Article
from hwalja.comments import letters, log, press
from hwalja.comments.actions import block_comment, end_takedowns
from hwalja.comments.actions.delete import delete
from hwalja.comments.actions.end_takedowns import end_due, forget_requesters
from hwalja.comments.actions.object_to_takedown import object_to
from hwalja.comments.models import Comment, Discussion, LogRow, Takedown
from hwalja.comments.takedowns import NotNow
from hwalja.comments.tests.moderating import make_moderator, sent
from hwalja.comments.tests.test_writing import SAID, send
from hwalja.press.marks import Order
from hwalja.press.models import Mark
from hwalja.testing import Newsroom

# They publish and decide by the dozen.
pytestmark = [pytest.mark.slow, pytest.mark.both]

BLOCKED = "정보통신망법 44조의2에 따라 임시로 가린 댓글입니다."
DELETED = "정보통신망법 44조의2에 따라 지운 댓글입니다."
ASKED = {
    "relation": "self",
    "right": "honour",
    "name": "홍길순",
    "mail": "hong@example.com",
    "reason": "제가 하지 않은 일을 했다고 썼습니다.",
    "sworn": "on",
}


@pytest.fixture
def article(newsroom: Newsroom) -> Article:
    return newsroom.publish()


@pytest.fixture
def address(article: Article, reader: Client) -> str:
    """Where a comment stands that `reader` has written."""
    return str(send(reader, article.number)["Location"])


@pytest.fixture
def moderator(newsroom: Newsroom) -> User:
    return make_moderator()


def ask(address: str, **fields: str) -> Takedown:
    """By a stranger."""
    assert Client().post(f"{address}takedown", {**ASKED, **fields}).status_code == 200
    return Takedown.objects.latest("pk")


def let_pass(days: int) -> None:
    for row in Takedown.objects.exclude(until=None):
        row.until -= timedelta(days=days)
        row.save()


def read(article: Article) -> str:
    return Client().get(article.get_absolute_url()).content.decode()


def test_asked_blocked_and_deleted_where_nobody_objects(
    article: Article, address: str, reader: Client, moderator: User
) -> None:
    row = ask(address)
    assert SAID in read(article)
    assert [to for to, _, _ in sent()] == ["hong@example.com", *letters.moderators()]
    Mark.objects.all().delete()

    block_comment.block(row.pk, moderator, days=30)
    row.refresh_from_db()
    assert row.state == "blocked" and row.until - row.blocked_at <= timedelta(days=30)
    page = read(article)
    assert SAID not in page and BLOCKED in page
    assert Discussion.objects.get().visible == 0
    assert Mark.objects.get(key=press.key(article.number)).order == Order.REMOVAL
    (letter,) = sent()
    assert letter[0] == "hong@example.com" and "이의를 내지 않으면 댓글을 지웁니다" in letter[2]
    theirs = reader.get(address).content.decode()
    assert SAID in theirs and "이의를 내지 않으면" in theirs and "홍길순" not in theirs
    stranger = Client().get(address).content.decode()
    assert SAID not in stranger and BLOCKED in stranger and "hong@" not in stranger

    let_pass(29)
    assert end_due() == 0
    let_pass(1)
    assert end_due() == 1
    assert end_due() == 0
    comment = Comment.objects.get()
    assert (comment.state, comment.body, comment.password) == ("deleted", "", "")
    assert DELETED in read(article) and SAID not in read(article)
    row.refresh_from_db()
    assert row.state == "deleted" and row.decided_at
    (letter,) = sent()
    assert "지웠습니다" in letter[1] and "이의를 내지 않았습니다" in letter[2]
    actions = LogRow.objects.order_by("number").values_list("action", "actor")
    assert list(actions)[1:] == [
        ("takedown_ask", "reader"),
        ("takedown_block", str(moderator.pk)),
        ("takedown_delete", "takedowns"),
    ]
    assert list(log.faults()) == []


def test_an_objection_brings_it_back_at_the_end(
    article: Article, address: str, reader: Client, moderator: User
) -> None:
    row = block_comment.block(ask(address).pk, moderator)
    sent()
    answer = reader.post(f"{address}objection", {"objection": "신문에 난 사실을 옮겼습니다."})
    assert answer.status_code == 303
    assert SAID not in read(article)
    assert [to for to, _, _ in sent()] == ["hong@example.com", *letters.moderators()]
    assert "이의를 받았습니다" in reader.get(address).content.decode()
    let_pass(30)
    Mark.objects.all().delete()
    assert end_due() == 1
    assert SAID in read(article) and BLOCKED not in read(article)
    assert Discussion.objects.get().visible == 1
    assert Mark.objects.filter(key=press.key(article.number)).exists()
    row.refresh_from_db()
    assert row.state == "restored" and "신문에 난" in row.objection
    (letter,) = sent()
    assert "되살렸습니다" in letter[1]


def test_a_guest_from_elsewhere_objects_by_the_password(
    article: Article, address: str, moderator: User
) -> None:
    block_comment.block(ask(address).pk, moderator)
    elsewhere, said = Client(), {"objection": "사실입니다."}
    assert elsewhere.post(f"{address}objection", said).status_code == 422
    wrong = elsewhere.post(f"{address}objection", {**said, "password": "틀림"})
    assert wrong.status_code == 403 and "사실입니다." in wrong.content.decode()
    assert Comment.objects.get().wrong_passwords == 1
    assert Takedown.objects.get().state == "blocked"
    right = elsewhere.post(f"{address}objection", {**said, "password": "비밀번호"})
    assert right.status_code == 200 and Takedown.objects.get().state == "objected"
    again = elsewhere.post(f"{address}objection", {**said, "password": "비밀번호"})
    assert again.status_code == 422


def test_a_member_is_told_by_mail(newsroom: Newsroom, article: Article, moderator: User) -> None:
    comment = _comment(article, author=newsroom.reporter)
    row = ask(comment.get_absolute_url())
    sent()
    block_comment.block(row.pk, moderator)
    letters = {to: body for to, _, body in sent()}
    assert set(letters) == {"hong@example.com", "kim@paper.example"}
    assert "명예훼손" in letters["kim@paper.example"]
    assert "홍길순" not in letters["kim@paper.example"]
    assert comment.get_absolute_url() in letters["kim@paper.example"]
    assert object_to(comment, "아닙니다.")
    sent()
    let_pass(30)
    end_due()
    assert {to for to, _, _ in sent()} == {"hong@example.com", "kim@paper.example"}


def _comment(article: Article, **fields: object) -> Comment:
    kept = {"name": "김", "body": SAID, "characters": 26, "bytes": 48, "state": "visible"}
    comment = Comment(article=article, **{**kept, **fields})
    from hwalja.hangul.length import byte_length

    comment.bytes = byte_length(comment.body)
    comment.save()
    return comment


def test_declined_with_a_reason(article: Article, address: str, moderator: User) -> None:
    row = ask(address)
    sent()
    block_comment.decline(row.pk, moderator, "공적 인물의 공적 활동입니다.")
    assert SAID in read(article)
    (letter,) = sent()
    assert "공적 인물의" in letter[2]
    with pytest.raises(NotNow):
        block_comment.block(row.pk, moderator)


def test_the_term_is_never_longer_than_the_law_allows(address: str, moderator: User) -> None:
    row = block_comment.block(ask(address).pk, moderator, days=400)
    assert row.until - row.blocked_at == timedelta(days=30)


def test_a_second_request_joins_the_first_and_lengthens_nothing(
    address: str, moderator: User
) -> None:
    first, second = ask(address), ask(address, mail="other@example.com")
    first = block_comment.block(first.pk, moderator, days=10)
    second = block_comment.block(second.pk, moderator, days=30)
    assert second.until == first.until
    let_pass(10)
    assert end_due() == 1
    assert set(Takedown.objects.values_list("state", flat=True)) == {"deleted"}


def test_the_same_request_twice_is_one(address: str) -> None:
    ask(address)
    ask(address)
    assert Takedown.objects.count() == LogRow.objects.filter(action="takedown_ask").count() == 1


def test_an_author_who_deletes_it_settles_the_matter(
    article: Article, address: str, moderator: User
) -> None:
    block_comment.block(ask(address).pk, moderator)
    sent()
    delete(Comment.objects.get())
    assert Takedown.objects.get().state == "gone"
    assert [to for to, _, _ in sent()] == ["hong@example.com"]
    let_pass(30)
    assert end_due() == 0
    assert Discussion.objects.get().visible == 0


def test_it_goes_back_to_what_it_was(article: Article, moderator: User) -> None:
    comment = _comment(article)
    row = ask(comment.get_absolute_url())
    Comment.objects.update(state="hidden", rule="abuse", leaves_sign=True)
    block_comment.block(row.pk, moderator)
    end_takedowns.end(row.pk, moderator, restored=True, note="신청인이 거두었습니다.")
    comment.refresh_from_db()
    assert (comment.state, comment.rule, comment.leaves_sign) == ("hidden", "abuse", True)


def test_a_deleted_article_leaves_the_ledger(
    address: str, article: Article, moderator: User
) -> None:
    block_comment.block(ask(address).pk, moderator)
    article.delete()
    row = Takedown.objects.get()
    assert row.comment is None and row.article_number == article.number
    let_pass(30)
    assert end_due() == 0
    assert Takedown.objects.get().state == "gone"


def test_who_asked_is_forgotten_a_year_after_the_end(address: str, moderator: User) -> None:
    row = ask(address)
    block_comment.decline(row.pk, moderator, "아닙니다.")
    Takedown.objects.update(decided_at=timezone.now() - timedelta(days=364))
    assert forget_requesters() == 0
    Takedown.objects.update(decided_at=timezone.now() - timedelta(days=366))
    assert forget_requesters() == 1
    row.refresh_from_db()
    assert (row.name, row.mail, row.reason, row.origin) == ("", "", "", "")
    assert row.state == "declined" and row.article_number


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("relation", "", "하나를 골라"),
        ("relation", "nobody", ""),
        ("right", "x" * 500, ""),
        ("name", "", "이름을 적어"),
        ("name", "\u3164", "글자를 적어"),
        ("name", "가" * 41, ""),
        ("name", "a\x00b", ""),
        ("mail", "no mail", ""),
        ("mail", "a@b.example\r\nBcc: c@d.example", ""),
        ("reason", "짧음", ""),
        ("reason", "가" * 1001, ""),
        ("reason", "가" * 20 + "\ue000", "쓸 수 없는 글자"),
        ("sworn", "", "동의하셔야"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_kept(
    address: str, field: str, value: str, told: str
) -> None:
    answer = Client().post(f"{address}takedown", {**ASKED, field: value})
    page = answer.content.decode()
    assert answer.status_code == 422 and 'class="comment-wrong"' in page and told in page
    if field != "reason":
        assert ASKED["reason"] in page
    assert not Takedown.objects.exists()


def test_too_many_from_one_place(article: Article) -> None:
    pages = [_comment(article).get_absolute_url() for _ in range(6)]
    for page in pages[:5]:
        ask(page)
    answer = Client().post(f"{pages[5]}takedown", ASKED)
    assert answer.status_code == 429 and answer["Retry-After"] == "86400"
    assert "하루에" in answer.content.decode() and ASKED["reason"] in answer.content.decode()


def test_what_fills_in_forms_by_itself_is_thanked_and_forgotten(address: str) -> None:
    Client().post(f"{address}takedown", {**ASKED, "url": "http://spam.example"})
    assert not Takedown.objects.exists()


def test_nobody_can_ask_or_object_where_there_is_nothing(address: str, reader: Client) -> None:
    assert reader.post(f"{address}objection", {"objection": "예"}).status_code == 404
    assert reader.get(f"{address}objection").status_code == 405
    Comment.objects.update(state="waiting")
    assert Client().get(f"{address}takedown").status_code == 404
    assert Client().get("/news/1/comments/999999999999999999/takedown").status_code == 404


def test_it_is_found_from_the_report_and_is_private(address: str) -> None:
    assert f"{address}takedown" in Client().get(f"{address}report").content.decode()
    answer = Client().get(f"{address}takedown")
    assert answer["Cache-Control"] == "private, no-cache"
