"""Agreeing, reporting, deleting, appealing: what readers can do to a comment."""

import pytest
from django.test import Client

from hwalja.comments.actions import delete as deletion
from hwalja.comments.actions import vote as votes
from hwalja.comments.models import Appeal, Comment, LogRow, Report, Stirred, Vote
from hwalja.comments.tests.test_lists import say
from hwalja.testing import Newsroom

ELSEWHERE = {"REMOTE_ADDR": "192.0.2.7"}


@pytest.fixture
def comment(newsroom: Newsroom) -> Comment:
    return say(newsroom.publish(), "처음 쓴 댓글입니다.", origin="o", person="g")


def press_button(client: Client, comment: Comment, value: str, **more: str) -> int:
    address = f"{comment.get_absolute_url()}vote"
    return client.post(address, {"value": value}, **more).status_code  # type: ignore[arg-type]


def counts(comment: Comment) -> tuple[int, int]:
    comment.refresh_from_db()
    return comment.agrees, comment.disagrees


def test_one_say_each_which_can_be_changed_and_taken_back(comment: Comment, reader: Client) -> None:
    assert press_button(reader, comment, "agree") == 200 and counts(comment) == (1, 0)
    assert press_button(reader, comment, "disagree") == 200 and counts(comment) == (0, 1)
    assert press_button(reader, comment, "disagree") == 200 and counts(comment) == (0, 0)
    press_button(reader, comment, "agree")
    press_button(Client(), comment, "agree", **ELSEWHERE)
    assert counts(comment) == (2, 0)
    assert Stirred.objects.get().pk == comment.article.number


def test_nobody_agrees_with_themselves(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    form = {"body": "제 생각은 이렇습니다.", "name": "독자", "password": "1234", "key": "k"}
    reader.post(f"/news/{article.number}/comments/new", form)
    assert press_button(reader, Comment.objects.get(), "agree") == 403
    assert not Vote.objects.exists()


def test_no_more_than_so_many_a_day(
    comment: Comment, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(votes, "PER_DAY", 1)
    assert press_button(reader, comment, "agree") == 200
    other = say(comment.article, "다른 댓글입니다.")
    assert press_button(reader, other, "agree") == 403
    # What was said before can still be changed.
    assert press_button(reader, comment, "disagree") == 200


@pytest.mark.parametrize("value", ["", "evil", "agree\0"])
def test_another_value_is_none(comment: Comment, reader: Client, value: str) -> None:
    assert press_button(reader, comment, value) == 422


def test_a_report_counts_once(comment: Comment, reader: Client) -> None:
    address = f"{comment.get_absolute_url()}report"
    for _ in range(2):
        assert reader.post(address, {"reason": "abuse", "detail": "욕"}).status_code == 200
    comment.refresh_from_db()
    assert (comment.reports, Report.objects.count()) == (1, 1)
    assert LogRow.objects.filter(action="report", rule="abuse").count() == 1


@pytest.mark.parametrize("reason", ["", "evil"])
def test_a_report_needs_a_reason(comment: Comment, reader: Client, reason: str) -> None:
    response = reader.post(
        f"{comment.get_absolute_url()}report", {"reason": reason, "detail": "글"}
    )
    assert response.status_code == 422
    assert "글" in response.content.decode()


def test_wrong_passwords_come_to_an_end(
    newsroom: Newsroom, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletion, "MOST_TRIES", 3)
    article = newsroom.publish()
    form = {"body": "지울 댓글입니다.", "name": "독자", "password": "맞는비번", "key": "k"}
    address = reader.post(f"/news/{article.number}/comments/new", form)["Location"]
    for _ in range(3):
        Client().post(f"{address}delete", {"password": "틀린말"})
    response = Client().post(f"{address}delete", {"password": "맞는비번"})
    assert response.status_code == 403 and "너무 여러 번" in response.content.decode()
    # The browser that wrote it needs none.
    assert reader.post(f"{address}delete").status_code == 200


def test_a_deleted_comment_with_replies_leaves_a_sign(newsroom: Newsroom, reader: Client) -> None:
    first = say(newsroom.publish(), "지울 댓글입니다.")
    say(first.article, "답글입니다.", parent=first)
    deletion.delete(first)
    page = reader.get(f"/news/{first.article.number}/").content.decode()
    assert "쓴 사람이 지운 댓글입니다." in page and "답글입니다." in page


def test_an_author_appeals_once(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    form = {"body": "가려질 댓글입니다.", "name": "독자", "password": "1234", "key": "k"}
    address = reader.post(f"/news/{article.number}/comments/new", form)["Location"]
    Comment.objects.update(state="hidden", rule="attack")
    page = reader.get(address).content.decode()
    assert "인신공격" in page and "이의 내기" in page
    assert (
        reader.post(f"{address}appeal", {"text": "사람을 말한 것이 아닙니다."}).status_code == 303
    )
    assert reader.post(f"{address}appeal", {"text": "또"}).status_code == 422
    assert Appeal.objects.get().text == "사람을 말한 것이 아닙니다."
    assert Client().post(f"{address}appeal", {"text": "남"}).status_code == 404
