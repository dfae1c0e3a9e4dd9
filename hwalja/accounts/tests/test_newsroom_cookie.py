"""Who is known as the newsroom by the cookie, and who is kept out of it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client

from hwalja.accounts.models import User
from hwalja.accounts.tests.joining import make_member
from hwalja.accounts.tests.test_login import sign_in
from hwalja.articles import roles
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]
OURS = "hwalja_newsroom"


@pytest.fixture(autouse=True)
def _no_throttle_of_earlier_tests(db: None) -> None:
    cache.clear()


def test_the_newsroom_is_told_from_others_at_log_in(newsroom: Newsroom, client: Client) -> None:
    answer = sign_in(client, "kim")
    session, told = answer.cookies["hwalja_session"], answer.cookies[OURS]
    assert told.value == "1" and told["httponly"]
    for name in ("path", "max-age", "samesite", "secure"):
        assert told[name] == session[name], name


def test_over_https_it_is_secure(newsroom: Newsroom, client: Client, settings: Any) -> None:
    settings.SESSION_COOKIE_SECURE = True
    assert sign_in(client, "kim").cookies[OURS]["secure"]


@pytest.mark.parametrize("way_out", ["/account/logout/", "/admin/logout/"])
def test_it_goes_at_log_out(newsroom: Newsroom, client: Client, way_out: str) -> None:
    sign_in(client, "kim")
    gone = client.post(way_out).cookies[OURS]
    assert gone.value == "" and gone["max-age"] == 0


def test_it_goes_with_the_role(newsroom: Newsroom, client: Client) -> None:
    sign_in(client, "kim")
    newsroom.reporter.groups.clear()
    answer = client.get("/admin/")
    assert answer.url == "/account/" and answer.cookies[OURS]["max-age"] == 0
    assert "역할이 없습니다" in client.get("/account/").content.decode()


def test_it_comes_back_at_the_door(newsroom: Newsroom, client: Client) -> None:
    """Whoever was given a role while logged in."""
    sign_in(client, "kim")
    del client.cookies[OURS]
    assert client.get("/admin/").cookies[OURS].value == "1"


def test_a_member_has_none(newsroom: Newsroom, client: Client) -> None:
    make_member()
    answer = sign_in(client, "reader@mail.example")
    assert "hwalja_session" in answer.cookies and OURS not in answer.cookies
    for path in ("/account/", "/admin/", "/", "/search/?q=a", "/account/nickname/"):
        assert OURS not in client.get(path).cookies, path


def test_an_invented_one_is_taken_away(newsroom: Newsroom, client: Client) -> None:
    make_member()
    client.cookies[OURS] = "1"
    assert sign_in(client, "reader@mail.example").cookies[OURS]["max-age"] == 0


def test_public_pages_set_no_cookie_for_a_member(
    newsroom: Newsroom, enter: Callable[[User], Client]
) -> None:
    number = newsroom.publish().number
    member = enter(make_member().user)
    for path in (
        "/",
        f"/news/{number}/",
        "/industry/",
        "/latest/",
        "/about/",
        "/feed/",
        "/search/",
    ):
        answer = member.get(path)
        assert answer.status_code == 200 and not answer.cookies, path


@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/pages/", "/admin/users/", "/admin/login/?next=/admin/"]
)
def test_a_member_is_told_at_the_newsrooms_door(
    newsroom: Newsroom, client: Client, path: str
) -> None:
    make_member()
    sign_in(client, "reader@mail.example")
    answer = client.get(path, follow=True)
    assert answer.request["PATH_INFO"] == "/account/", answer.redirect_chain
    assert "편집국에 들어갈 수 없습니다" in answer.content.decode()


@pytest.mark.parametrize("how", ["group", "superuser"])
def test_a_member_stays_outside_whatever_was_given_to_them(
    newsroom: Newsroom, enter: Callable[[User], Client], how: str
) -> None:
    user = make_member().user
    if how == "group":
        user.groups.add(Group.objects.get(name=roles.CHIEF))
    else:
        User.objects.filter(pk=user.pk).update(is_superuser=True)
    answer = enter(User.objects.get(pk=user.pk)).get("/admin/")
    assert (answer.status_code, answer.url) == (302, "/account/") and OURS not in answer.cookies
