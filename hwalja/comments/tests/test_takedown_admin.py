"""The ledger of takedowns and the breakers, as a moderator sees and uses them."""

from collections.abc import Callable

import pytest
from django.test import Client

from hwalja.accounts.models import User
from hwalja.comments.models import Comment, Discussion, Takedown
from hwalja.comments.tests.moderating import make_moderator
from hwalja.comments.tests.test_takedown import ask
from hwalja.comments.tests.test_writing import SAID, send
from hwalja.testing import Newsroom

# They publish and decide by the dozen.
pytestmark = [pytest.mark.slow, pytest.mark.both]

Enter = Callable[[User], Client]


@pytest.fixture
def address(newsroom: Newsroom, reader: Client) -> str:
    return str(send(reader, newsroom.publish().number)["Location"])


@pytest.fixture
def desk(newsroom: Newsroom, enter: Enter) -> Client:
    """A moderator's browser."""
    return enter(make_moderator())


@pytest.mark.parametrize("path", ["takedowns/", "takedowns/{pk}/", "breakers/", "breakers/{pk}/"])
def test_only_moderators_come_in(newsroom: Newsroom, enter: Enter, address: str, path: str) -> None:
    path = "/admin/" + path.format(pk=ask(address).pk)
    for client in (enter(newsroom.reporter), Client()):
        for answer in (client.get(path), client.post(path, {"do": "block"})):
            assert answer.status_code == 302 and SAID not in answer.content.decode()
    assert Takedown.objects.get().state == "asked"


def test_the_first_screen_tells_of_a_request_to_who_can_act(
    newsroom: Newsroom, enter: Enter, desk: Client, address: str
) -> None:
    assert "임시조치 요청" not in desk.get("/admin/").content.decode()
    ask(address)
    assert "임시조치 요청 1건" in desk.get("/admin/").content.decode()
    assert "임시조치 요청" not in enter(newsroom.reporter).get("/admin/").content.decode()


def test_block_and_restore(desk: Client, address: str) -> None:
    pk = ask(address).pk
    page = desk.get(f"/admin/takedowns/{pk}/").content.decode()
    assert SAID in page and "홍길순" in page and "제가 하지 않은" in page
    assert desk.post(f"/admin/takedowns/{pk}/", {"do": "block", "days": "7"}).status_code == 302
    row = Takedown.objects.get()
    assert (row.state, (row.until - row.blocked_at).days) == ("blocked", 7)
    assert desk.post(f"/admin/takedowns/{pk}/", {"do": "restore"}).status_code == 422
    told = {"do": "restore", "note": "신청인이 거두었습니다."}
    assert desk.post(f"/admin/takedowns/{pk}/", told).status_code == 302
    assert Comment.objects.get().state == "visible"
    page = desk.get(f"/admin/takedowns/{pk}/").content.decode()
    assert "되살림" in page and "신청인이 거두었습니다." in page


def test_delete_and_decline(desk: Client, address: str) -> None:
    pk = ask(address).pk
    assert "까닭을 적어" in desk.post(f"/admin/takedowns/{pk}/", {"do": "decline"}).content.decode()
    desk.post(f"/admin/takedowns/{pk}/", {"do": "decline", "note": "공적 활동입니다."})
    assert Takedown.objects.get(pk=pk).state == "declined"
    again = ask(address)
    page = desk.get(f"/admin/takedowns/{again.pk}/").content.decode()
    assert "같은 댓글의 다른 요청" in page
    desk.post(f"/admin/takedowns/{again.pk}/", {"do": "block"})
    desk.post(f"/admin/takedowns/{again.pk}/", {"do": "delete", "note": "법원이 정했습니다."})
    assert Comment.objects.get().body == ""


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"do": "no"},
        {"do": "block", "days": "0"},
        {"do": "block", "days": "31"},
        {"do": "block", "days": "много"},
        {"do": "block", "days": "9" * 400},
        {"do": "decline", "note": "가" * 301},
        {"do": "decline", "note": "a\x00b"},
    ],
)
def test_a_wrong_answer_decides_nothing(desk: Client, address: str, data: dict[str, str]) -> None:
    pk = ask(address).pk
    answer = desk.post(f"/admin/takedowns/{pk}/", data)
    assert answer.status_code == 422
    assert Takedown.objects.get().state == "asked"


def test_two_moderators_at_once(desk: Client, address: str) -> None:
    pk = ask(address).pk
    for do in ("restore", "delete"):
        answer = desk.post(f"/admin/takedowns/{pk}/", {"do": do, "note": "예"}, follow=True)
        assert "지금 임시조치 중인 댓글이 아닙니다." in answer.content.decode()
    desk.post(f"/admin/takedowns/{pk}/", {"do": "block"})
    answer = desk.post(f"/admin/takedowns/{pk}/", {"do": "block"}, follow=True)
    assert "이미 처리한 요청입니다." in answer.content.decode()


def test_the_ledger_is_filtered_and_exported_without_persons(desk: Client, address: str) -> None:
    ask(address)
    assert "명예훼손" in desk.get("/admin/takedowns/?state=asked").content.decode()
    assert (
        f"/admin/takedowns/{Takedown.objects.get().pk}/"
        not in desk.get("/admin/takedowns/?state=declined").content.decode()
    )
    answer = desk.get("/admin/takedowns/?export=csv")
    text = b"".join(answer.streaming_content).decode()
    assert "침해된 권리" in text and "명예훼손" in text
    assert "홍길순" not in text and "hong@" not in text and "하지 않은" not in text


@pytest.mark.parametrize(
    "query",
    [
        "state=x",
        "right=%00",
        "asked_at_from=x",
        "p=x",
        "p=-1",
        "p=999999",
        "export=x",
        "ordering=x",
    ],
)
def test_an_odd_address_is_no_fault(desk: Client, address: str, query: str) -> None:
    ask(address)
    assert desk.get(f"/admin/takedowns/?{query}").status_code in (200, 302, 400, 404)


def test_a_breaker_is_set_back(newsroom: Newsroom, desk: Client) -> None:
    article = newsroom.publish()
    Discussion.objects.create(article=article, broken="closed", broken_by="blocked")
    assert desk.get(f"/admin/breakers/{article.pk}/").status_code == 405
    assert desk.post("/admin/breakers/999999999999999999/").status_code == 302
    answer = desk.post(f"/admin/breakers/{article.pk}/", follow=True)
    assert "되돌렸습니다" in answer.content.decode()
    row = Discussion.objects.get()
    assert row.broken == "" and row.watched_from
