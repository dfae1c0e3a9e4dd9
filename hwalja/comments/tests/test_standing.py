"""Warning, suspending, banning and lifting: whom it keeps from writing, and for how long."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from hwalja.comments.actions.decide import Reason, Refused
from hwalja.comments.actions.standing import ban, lift, suspend, warn
from hwalja.comments.actions.undo import undo
from hwalja.comments.models import Comment, LogRow, Standing
from hwalja.comments.tests.rows import comment
from hwalja.testing import Newsroom

# They publish and decide by the dozen.
pytestmark = [pytest.mark.slow, pytest.mark.both]

WHY = Reason("abuse", "여러 번 알려 드렸습니다.")


def _send(client: Client, number: int, **fields: str) -> int:
    data = {"body": "한마디 하겠습니다.", "name": "독자", "password": "비밀번호", **fields}
    data["key"] = f"{number} {data['name']} {data['body']}"
    return client.post(f"/news/{number}/comments/new", data).status_code


@pytest.fixture
def written(newsroom: Newsroom, reader: Client) -> Comment:
    article = newsroom.publish()
    assert _send(reader, article.number) == 303
    return Comment.objects.get()


def test_who_is_banned_writes_no_more_until_it_is_lifted(
    newsroom: Newsroom, reader: Client, written: Comment
) -> None:
    row = ban(written.pk, newsroom.moderator, WHY)
    number = newsroom.publish(title="다른 기사").number
    assert _send(reader, number) == 403
    assert _send(reader, number, name="다른이름", body="이름만 바꾼 말") == 303
    lift(row.pk, newsroom.moderator)
    Comment.objects.all().delete()
    assert _send(reader, number) == 303
    actions = LogRow.objects.order_by("number").values_list("action", flat=True)
    assert [one for one in actions if one != "post"] == ["banned", "refuse", "lift"]
    with pytest.raises(Refused):
        lift(row.pk, newsroom.moderator)


def test_a_guest_can_be_banned_by_address(
    newsroom: Newsroom, reader: Client, written: Comment
) -> None:
    ban(written.pk, newsroom.moderator, WHY, address=True)
    number = newsroom.publish(title="다른 기사").number
    assert _send(reader, number, name="다른이름") == 403


def test_a_suspension_ends_by_itself(newsroom: Newsroom, reader: Client, written: Comment) -> None:
    row = suspend(written.pk, newsroom.moderator, WHY, 7)
    assert abs(row.until - timezone.now() - timedelta(days=7)) < timedelta(minutes=1)
    number = newsroom.publish(title="다른 기사").number
    assert _send(reader, number) == 403
    Standing.objects.filter(pk=row.pk).update(until=timezone.now())
    Comment.objects.update(created_at=timezone.now() - timedelta(days=7))
    assert _send(reader, number) == 303


def test_a_warning_keeps_nobody_from_writing(
    newsroom: Newsroom, reader: Client, written: Comment
) -> None:
    warn(written.pk, newsroom.moderator, WHY)
    Comment.objects.update(created_at=timezone.now() - timedelta(hours=1))
    assert _send(reader, newsroom.publish(title="다른 기사").number, body="새 말") == 303


def test_a_ban_is_undone_with_the_same_key(newsroom: Newsroom, written: Comment) -> None:
    before = Standing.objects.count()
    ban(written.pk, newsroom.moderator, WHY)
    undo(newsroom.moderator)
    assert Standing.objects.count() == before
    assert Comment.objects.get().state == "visible"


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_a_suspension_has_bounds(newsroom: Newsroom, days: int) -> None:
    row = comment(newsroom.publish())
    with pytest.raises(Refused):
        suspend(row.pk, newsroom.moderator, WHY, days)


def test_whose_address_is_forgotten_cannot_be_banned(newsroom: Newsroom) -> None:
    row = comment(newsroom.publish(), person="", origin="")
    for address in (False, True):
        with pytest.raises(Refused):
            ban(row.pk, newsroom.moderator, WHY, address=address)
    with pytest.raises(Refused):
        ban(row.pk, newsroom.moderator, Reason("spite"))
