"""Thousands of members, and a newsroom that does not see them unless it asks."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client

from hwalja.accounts.models import Member, User
from hwalja.accounts.tests.joining import make_member, send_waiting_mail
from hwalja.articles import roles
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]
LIST = "/admin/users/"


@pytest.fixture
def member(newsroom: Newsroom) -> Member:
    return make_member()


@pytest.fixture
def chief(newsroom: Newsroom, enter: Callable[[User], Client]) -> Client:
    return enter(newsroom.chief)


def test_the_list_is_the_newsrooms(chief: Client, member: Member) -> None:
    page = chief.get(LIST).content.decode()
    assert "김하늘" in page and "동네독자" not in page
    assert "동네독자" not in chief.get(f"{LIST}?q=reader").content.decode()


def test_members_are_shown_when_they_are_asked_for(chief: Client, member: Member) -> None:
    page = chief.get(f"{LIST}?kind=members").content.decode()
    assert "동네독자" in page and "reader@mail.example" in page
    assert (
        "김하늘" not in page.split("<main")[1]
        and member.user.username not in page.split("<main")[1]
    )
    assert "동네독자" in chief.get(f"{LIST}?kind=members&q=reader").content.decode()


def test_a_member_is_no_choice_for_a_reporter(chief: Client, member: Member) -> None:
    page = chief.get("/admin/snippets/articles/reporter/add/").content.decode()
    assert "최산" in page and "동네독자" not in page


def test_a_members_account_is_not_edited(chief: Client, member: Member) -> None:
    group = Group.objects.get(name=roles.CHIEF)
    path = f"{LIST}edit/{member.user_id}/"
    form = {"username": "taken-over", "email": "x@x.example", "groups": group.pk, "password1": ""}
    for answer in (chief.get(path), chief.post(path, form)):
        assert (answer.status_code, answer.url) == (302, f"{LIST}?kind=members")
    member.user.refresh_from_db()
    assert member.user.username != "taken-over" and not member.user.groups.exists()


def test_whoever_deletes_a_member_erases_all_of_them(chief: Client, member: Member) -> None:
    path = f"{LIST}delete/{member.user_id}/"
    assert chief.get(path).status_code == 200 and Member.objects.exists()
    assert chief.post(path).url == f"{LIST}?kind=members"
    assert not Member.objects.exists() and not User.objects.filter(pk=member.user_id).exists()
    send_waiting_mail()
    assert mail.outbox[-1].to == ["reader@mail.example"]


def bulk(chief: Client, action: str, *users: User, **form: object) -> object:
    query = "&".join(f"id={user.pk}" for user in users)
    return chief.post(f"/admin/bulk/accounts/user/{action}/?{query}", form)


def test_no_role_for_many_members_at_once(
    chief: Client, member: Member, newsroom: Newsroom
) -> None:
    group = Group.objects.get(name=roles.CHIEF)
    for users in ([member.user], [member.user, newsroom.reporter]):
        bulk(chief, "assign_role", *users, role=group.pk)
        assert not group.user_set.filter(pk=member.user_id).exists()
    assert not group.user_set.filter(pk=newsroom.reporter.pk).exists()
    bulk(chief, "assign_role", newsroom.reporter, role=group.pk)
    assert group.user_set.filter(pk=newsroom.reporter.pk).exists()


def test_many_members_are_not_deleted_past_the_erasing(chief: Client, member: Member) -> None:
    bulk(chief, "delete", member.user)
    assert Member.objects.exists()


def test_members_are_switched_off_apart_from_the_newsroom(
    chief: Client, member: Member, newsroom: Newsroom
) -> None:
    bulk(chief, "set_active_state", member.user, newsroom.reporter, mark_as_active="False")
    member.user.refresh_from_db()
    assert member.user.is_active
    bulk(chief, "set_active_state", member.user, mark_as_active="False")
    member.user.refresh_from_db()
    assert not member.user.is_active
