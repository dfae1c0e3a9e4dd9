"""A member's own page: the name, the address, the file of everything, the way out."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.db import models
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hwalja.accounts import duties, members, personal_data
from hwalja.accounts.adapter import deliver
from hwalja.accounts.models import Member, Session, User
from hwalja.accounts.tests.joining import join, link, make_member, send_waiting_mail
from hwalja.accounts.tests.test_login import sign_in
from hwalja.testing import PASSWORD, Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]


@pytest.fixture(autouse=True)
def _no_throttle_of_earlier_tests(db: None) -> None:
    cache.clear()


@pytest.fixture
def member(newsroom: Newsroom) -> Member:
    return make_member()


@pytest.fixture
def inside(member: Member, client: Client) -> Client:
    sign_in(client, "reader@mail.example")
    return client


@pytest.fixture
def notes() -> Iterator[list[str]]:
    """Another room, which keeps something of members too."""
    kept = ["쪽지 하나"]
    personal_data.register(
        "쪽지",
        lambda member: list(kept),
        lambda member: kept.clear(),
        stays="쪽지의 수는 남습니다.",
    )
    yield kept
    del personal_data._KEEPERS["쪽지"]


def again(client: Client) -> None:
    """The password once more, as before everything that cannot be taken back."""
    client.post("/account/reauthenticate/", {"password": PASSWORD})


def test_nobody_else_sees_it(newsroom: Newsroom, client: Client) -> None:
    for path in ("", "nickname/", "download/", "leave/", "email/", "3rdparty/"):
        answer = client.get(f"/account/{path}")
        assert answer.status_code == 302 and answer.url.startswith("/account/login/"), path


def test_it_shows_what_is_the_members(inside: Client) -> None:
    page = inside.get("/account/")
    assert "no-store" in page["Cache-Control"]
    text = page.content.decode()
    for shown in ("동네독자", "reader@mail.example", "내려받기", "탈퇴하기"):
        assert shown in text
    assert "편집국" not in text and "m-동네독자" not in text


def test_the_name_is_changed_once_in_thirty_days(inside: Client, member: Member) -> None:
    assert inside.post("/account/nickname/", {"nickname": "산동네"}).url == "/account/"
    member.refresh_from_db()
    assert str(member) == "산동네"
    again_soon = inside.post("/account/nickname/", {"nickname": "강동네"}).content.decode()
    assert "30일에 한 번" in again_soon
    member.refresh_from_db()
    assert str(member) == "산동네"
    Member.objects.update(renamed_at=timezone.now() - timedelta(days=31))
    inside.post("/account/nickname/", {"nickname": "강동네"})
    member.refresh_from_db()
    assert str(member) == "강동네"


@pytest.mark.parametrize("name", ["남의이름", "최산기자", "독", "<script>", ""])
def test_a_name_that_may_not_be_is_told_and_kept(inside: Client, member: Member, name: str) -> None:
    make_member("남의이름", "other@mail.example")
    page = inside.post("/account/nickname/", {"nickname": name}).content.decode()
    assert 'role="alert"' in page and "<script>" not in page.split("<main>")[1]
    member.refresh_from_db()
    assert (str(member), member.renamed_at) == ("동네독자", None)


def test_ones_own_name_may_be_spelt_anew(inside: Client, member: Member) -> None:
    inside.post("/account/nickname/", {"nickname": "동네-독자"})
    member.refresh_from_db()
    assert str(member) == "동네-독자"


def test_another_address_counts_when_it_is_verified(inside: Client, member: Member) -> None:
    asked = inside.post("/account/email/", {"email": "new@mail.example", "action_add": ""})
    assert asked.url.startswith("/account/reauthenticate/")
    again(inside)
    inside.post("/account/email/", {"email": "new@mail.example", "action_add": ""})
    member.user.refresh_from_db()
    assert member.user.email == "reader@mail.example"
    assert "new@mail.example" in inside.get("/account/email/").content.decode()
    inside.post(link())
    member.user.refresh_from_db()
    assert member.user.email == "new@mail.example"
    assert [row.email for row in EmailAddress.objects.all()] == ["new@mail.example"]
    send_waiting_mail()
    last = mail.outbox[-1]
    assert (
        last.to == ["reader@mail.example"] and last.subject == "[새 신문] 메일 주소를 바꾸었습니다"
    )


def test_the_password_is_changed_with_the_old_one(inside: Client, member: Member) -> None:
    new = "새-비밀번호-20자리"
    form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert inside.post("/account/password/change/", form).status_code == 302
    assert User.objects.get(pk=member.user_id).check_password(new)
    send_waiting_mail()
    assert mail.outbox[-1].subject == "[새 신문] 비밀번호를 바꾸었습니다"


def test_everything_is_handed_out_as_a_file(inside: Client, notes: list[str]) -> None:
    assert inside.post("/account/download/").url.startswith("/account/reauthenticate/")
    again(inside)
    assert inside.get("/account/download/").status_code == 405
    answer = inside.post("/account/download/")
    assert answer["Content-Disposition"].startswith('attachment; filename="hwalja-')
    assert answer["Content-Type"] == "application/json" and "no-store" in answer["Cache-Control"]
    found = json.loads(answer.content)
    assert found["쪽지"] == ["쪽지 하나"]
    assert found["계정"]["별명"] == "동네독자"
    assert found["계정"]["메일"][0]["email"] == "reader@mail.example"
    assert len(found["계정"]["열린 로그인"]) == 1
    assert PASSWORD not in answer.content.decode() and "md5" not in answer.content.decode()


def test_leaving_asks_for_the_password_and_a_mark(inside: Client, member: Member) -> None:
    assert inside.post("/account/leave/", {"sure": "on"}).url.startswith("/account/reauthenticate/")
    again(inside)
    assert "되돌릴 수 없다는 것을" in inside.post("/account/leave/", {}).content.decode()
    assert Member.objects.filter(pk=member.pk).exists()


def everywhere(word: str) -> list[str]:
    """Columns of the database in which a word stands."""
    found = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, (models.CharField, models.TextField, models.JSONField)):
                values = model._base_manager.values_list(field.attname, flat=True)
                found += [
                    f"{model.__name__}.{field.name}" for value in values if word in str(value)
                ]
    return found


def test_nothing_is_left_of_a_member_who_left(
    newsroom: Newsroom, client: Client, notes: list[str]
) -> None:
    join(client, email="gone@mail.example", nickname="떠날독자")
    elsewhere = Client()
    sign_in(elsewhere, "gone@mail.example")
    # Its own kind of broken build: what stands here must be found before it is gone.
    assert {"User.email", "EmailAddress.email", "DBTaskResult.args_kwargs"} <= set(
        everywhere("gone@mail.example")
    )
    assert {"Member.nickname", "Member.key"} <= set(everywhere("떠날독자"))
    again(client)
    done = client.post("/account/leave/", {"sure": "on"})
    text = done.content.decode()
    assert "탈퇴했습니다" in text and "쪽지의 수는 남습니다." in text and not notes
    assert done.cookies["hwalja_session"]["max-age"] == 0
    assert everywhere("떠날독자") == []
    # The farewell, and no other mail.
    assert everywhere("gone@mail.example") == ["DBTaskResult.args_kwargs"]
    send_waiting_mail()
    last = mail.outbox[-1]
    assert (last.to, last.subject) == (["gone@mail.example"], "[새 신문] 탈퇴했습니다")
    assert "쪽지의 수는 남습니다." in last.body
    duties.forget_mail()
    assert everywhere("gone@mail.example") == []
    assert not Session.objects.exists() and not EmailAddress.objects.exists()
    assert elsewhere.get("/account/").url.startswith("/account/login/")
    assert "올바르지 않습니다" in sign_in(Client(), "gone@mail.example").content.decode()


def test_a_room_that_fails_to_erase_keeps_the_account(
    inside: Client, member: Member, notes: list[str]
) -> None:
    """All or nothing: half a member would be found by nobody."""

    def fail(member: Member) -> None:
        raise RuntimeError("disk full")

    personal_data.register("쪽지", lambda member: [], fail)
    again(inside)
    inside.raise_request_exception = False
    assert inside.post("/account/leave/", {"sure": "on"}).status_code == 500
    assert (
        Member.objects.filter(pk=member.pk).exists() and inside.get("/account/").status_code == 200
    )


@pytest.mark.parametrize("number", [9, 10, 35, 36, 123_456])
def test_a_log_in_that_waits_for_its_mail_knows_whose_it_is(
    newsroom: Newsroom, client: Client, number: int
) -> None:
    """It goes with an account that was never verified."""
    User.objects.filter(pk=number).delete()
    User.objects.create_user("waiting", "waiting@mail.example", PASSWORD, pk=number)
    members.enrol(User.objects.get(pk=number), "기다림")
    assert sign_in(client, "waiting@mail.example").url == "/account/confirm-email/"
    assert Session.objects.get().user_id == number


def test_mails_are_not_kept(newsroom: Newsroom, client: Client) -> None:
    join(client)
    ours = DBTaskResult.objects.filter(task_path=deliver.module_path)
    assert ours.exists()
    duties.forget_mail()
    assert [(row.args_kwargs, row.status) for row in ours] == []


def test_log_ins_that_are_over_are_not_kept(inside: Client) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    duties.forget_sessions()
    assert not Session.objects.exists()


def test_the_newsroom_reaches_no_members_file(
    newsroom: Newsroom, enter: Callable[[User], Client], member: Member
) -> None:
    answer: Any = enter(newsroom.chief).post("/account/download/")
    assert (answer.status_code, answer.url) == (302, "/account/")
