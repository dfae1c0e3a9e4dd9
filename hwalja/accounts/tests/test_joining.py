"""Becoming a member: with real form posts."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from hwalja.accounts import duties
from hwalja.accounts.models import Member, User
from hwalja.accounts.tests.joining import (
    SENT,
    SIGNUP,
    form,
    join,
    link,
    make_member,
    send_waiting_mail,
)
from hwalja.accounts.tests.test_login import LOGIN, code_of, set_up_totp, sign_in
from hwalja.testing import PASSWORD, Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]


@pytest.fixture(autouse=True)
def _no_throttle_of_earlier_tests(db: None) -> None:
    cache.clear()


def test_a_reader_joins_by_mail_and_is_logged_in(newsroom: Newsroom, client: Client) -> None:
    done = join(client)
    assert (done.status_code, done.url) == (302, "/account/")
    assert mail.outbox[-1].subject == "[새 신문] 가입을 마치려면 메일 주소를 확인해 주십시오"
    assert "동네독자" in client.get("/account/").content.decode()
    member = Member.objects.get()
    assert member.user.username != "reader@mail.example" and not member.user.groups.exists()
    assert member.get_absolute_url() == f"/members/{member.pk}/"


def test_the_way_back_to_the_article_is_kept(newsroom: Newsroom, client: Client) -> None:
    client.post(SIGNUP, form(next="/news/7/"))
    assert client.post(link()).url == "/news/7/"


def test_until_the_address_is_verified_nobody_is_let_in(newsroom: Newsroom, client: Client) -> None:
    client.post(SIGNUP, form())
    answer = sign_in(Client(), "reader@mail.example")
    assert (answer.status_code, answer.url) == (302, SENT)
    assert client.get("/account/").url.startswith(LOGIN)


def test_the_link_logs_in_nobody_elsewhere(newsroom: Newsroom, client: Client) -> None:
    """Whoever reads the mail by another's shoulder gains nothing."""
    client.post(SIGNUP, form())
    elsewhere = Client()
    assert elsewhere.post(link()).url == LOGIN
    assert "_auth_user_id" not in elsewhere.session
    assert sign_in(Client(), "reader@mail.example").url == "/account/"


def test_a_link_works_once(newsroom: Newsroom, client: Client) -> None:
    client.post(SIGNUP, form())
    path = link()
    client.post(path)
    again = Client()
    assert "이미 확인했거나" in again.get(path).content.decode()
    assert again.post(path).status_code == 404


@pytest.mark.parametrize(
    "known", ["reader@mail.example", "choi@paper.example", "READER@mail.example"]
)
def test_an_address_that_has_an_account_is_answered_alike(newsroom: Newsroom, known: str) -> None:
    make_member("먼저온이")
    pages, taken = [], []
    for address, nickname in ((known, "나중독자"), ("new@mail.example", "다른독자")):
        client = Client()
        answer = client.post(SIGNUP, form(email=address, nickname=nickname), follow=True)
        body = re.sub(r'value="[^"]{64}"', "", answer.content.decode())
        pages.append((answer.redirect_chain, body.replace(address.lower(), "")))
        # The name is taken either way: it would tell what the answer does not.
        second = Client().post(
            SIGNUP, form(email=f"other-{nickname}@mail.example", nickname=nickname)
        )
        taken.append("이미 쓰이는 별명" in second.content.decode())
    assert pages[0] == pages[1]
    assert taken == [True, True]
    send_waiting_mail()
    told = {message.to[0]: message.subject for message in mail.outbox}
    assert told[known.lower()] == "[새 신문] 이미 계정이 있습니다"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"email": "no address"}, "올바른 이메일"),
        ({"email": ""}, "필수 항목"),
        ({"password1": "short"}, "10자"),
        ({"password1": "1234567890123"}, "숫자"),
        ({"nickname": "독"}, "한글, 영문, 숫자"),
        ({"nickname": "최산기자"}, "기자나 신문사"),
        ({"nickname": "긴" * 61}, "60"),
        ({"agrees": ""}, "동의하셔야"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_kept(
    newsroom: Newsroom, client: Client, fields: dict[str, str], message: str
) -> None:
    page = client.post(SIGNUP, form(**fields)).content.decode()
    assert message in page, page
    kept = form(**fields)
    assert all(f'value="{kept[name]}"' in page for name in ("nickname", "email") if kept[name])
    assert PASSWORD not in page and not Member.objects.exists()


def test_two_at_once_with_one_name_both_get_in(newsroom: Newsroom) -> None:
    """The second loses the name, not the sign-up."""
    from hwalja.accounts import members

    make_member("같은독자", "one@mail.example")
    late = User.objects.create_user("late", "two@mail.example", PASSWORD)
    assert members.enrol(late, "같은독자").nickname == f"독자{late.pk}"


def test_a_closed_sign_up_takes_nobody(newsroom: Newsroom, client: Client, settings: Any) -> None:
    settings.MEMBERS = False
    for answer in (client.get(SIGNUP), client.post(SIGNUP, form())):
        assert "지금은 회원 가입을 받지 않습니다" in answer.content.decode()
    assert not Member.objects.exists()
    assert SIGNUP not in client.get(LOGIN).content.decode()
    make_member()
    assert sign_in(client, "reader@mail.example").url == "/account/"


def test_many_sign_ups_from_one_address_are_stopped(newsroom: Newsroom, client: Client) -> None:
    answers = [client.post(SIGNUP, form(email="no")) for _ in range(21)]
    assert [answer.status_code for answer in answers] == [200] * 20 + [429]


def test_one_address_is_written_to_once_in_a_while(newsroom: Newsroom) -> None:
    for number in range(3):
        Client().post(SIGNUP, form(nickname=f"독자{number}번"))
    send_waiting_mail()
    assert len(mail.outbox) == 1


def test_an_unverified_sign_up_is_forgotten(newsroom: Newsroom, client: Client) -> None:
    client.post(SIGNUP, form())
    kept = make_member("먼저온이", "kept@mail.example")
    duties.forget_unverified()
    assert Member.objects.count() == 2
    User.objects.update(date_joined=timezone.now() - timedelta(days=4))
    duties.forget_unverified()
    assert set(Member.objects.all()) == {kept}
    assert User.objects.filter(username="choi").exists()


def test_the_newsroom_logs_in_without_verifying(newsroom: Newsroom, client: Client) -> None:
    assert sign_in(client, "choi@paper.example").url == "/admin/"
    send_waiting_mail()
    assert not mail.outbox


@pytest.mark.parametrize(
    "path", ["/account/email/", "/account/3rdparty/", "/account/nickname/", "/account/leave/"]
)
def test_the_newsroom_has_no_members_pages(
    newsroom: Newsroom, enter: Callable[[User], Client], path: str
) -> None:
    inside = enter(newsroom.chief)
    for answer in (inside.get(path), inside.post(path, {"email": "x@x.example", "action_add": ""})):
        assert (answer.status_code, answer.url) == (302, "/account/")
    assert inside.get("/account/").url == "/admin/"


def test_a_member_may_set_up_a_second_factor(newsroom: Newsroom, client: Client) -> None:
    secret, _ = set_up_totp(make_member().user)
    assert sign_in(client, "reader@mail.example").url.startswith("/account/2fa/authenticate/")
    assert client.post("/account/2fa/authenticate/", {"code": code_of(secret)}).url == "/account/"


def test_a_password_is_reset_by_mail_which_shows_no_log_in_name(
    newsroom: Newsroom, client: Client
) -> None:
    member = make_member()
    client.post("/account/password/reset/", {"email": "reader@mail.example"})
    send_waiting_mail()
    assert "/account/password/reset/key/" in mail.outbox[0].body
    assert member.user.username not in mail.outbox[0].body
