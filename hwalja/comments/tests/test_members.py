"""Members: their name, their history, their file, and what is left when they go."""

import json

import pytest
from django.test import Client

from hwalja.accounts import personal_data
from hwalja.accounts.models import Member, User
from hwalja.comments import own_data
from hwalja.comments.models import Comment, Vote
from hwalja.comments.tests.test_lists import say
from hwalja.testing import Newsroom

SAID = "회원으로 쓴 댓글입니다."


@pytest.fixture
def member(db: None) -> Member:
    user = User.objects.create_user("m1", "m1@mail.example", "x" * 20)
    return Member.objects.create(user=user, nickname="별빛", key="별빛")


@pytest.fixture
def written(newsroom: Newsroom, member: Member) -> Comment:
    client = Client()
    client.force_login(member.user, "django.contrib.auth.backends.ModelBackend")
    article = newsroom.publish()
    form = {"body": SAID, "key": "k"}
    assert client.post(f"/news/{article.number}/comments/new", form).status_code == 303
    return Comment.objects.get()


def test_a_member_writes_by_name_without_a_password(written: Comment, member: Member) -> None:
    assert (written.name, written.author, written.password) == ("별빛", member.user, "")
    assert written.person == f"u{member.user_id}"


def test_nobody_else_writes_under_it(newsroom: Newsroom, member: Member, reader: Client) -> None:
    article = newsroom.publish()
    form = {"body": "흉내", "name": "별 빛", "password": "1234", "key": "k"}
    for name in ("별빛", "김하늘 기자", "편집국"):
        response = reader.post(f"/news/{article.number}/comments/new", {**form, "name": name})
        assert response.status_code == 422 and "흉내" in response.content.decode()
    assert not Comment.objects.exists()


def test_the_history_shows_what_readers_may_see(
    written: Comment, member: Member, reader: Client, newsroom: Newsroom
) -> None:
    hidden = say(written.article, "가려진 글", author=member.user, state=Comment.HIDDEN)
    withdrawn = say(newsroom.publish(title="거둔 기사"), "거둔 기사의 글", author=member.user)
    withdrawn.article.get_latest_revision().publish()
    withdrawn.article.unpublish()
    page = reader.get(member.get_absolute_url()).content.decode()
    assert SAID in page and hidden.body not in page and withdrawn.body not in page
    assert reader.get("/members/999/").status_code == 404
    assert reader.get(f"{member.get_absolute_url()}?page=x").status_code == 404


def test_the_file_has_everything(written: Comment, member: Member) -> None:
    other = say(written.article, "남의 글")
    Vote.objects.create(comment=other, person=f"u{member.user_id}", agrees=True)
    told = personal_data.export(member)["댓글"]
    assert told["댓글"][0]["글"] == SAID
    assert told["공감과 비공감"][0]["댓글"] == other.get_absolute_url()
    json.dumps(told, ensure_ascii=False)


def test_when_they_go_the_text_stays_and_the_name_goes(
    written: Comment, member: Member, reader: Client
) -> None:
    own_data.erase(member)
    written.refresh_from_db()
    assert (written.name, written.author, written.person, written.origin) == (
        "탈퇴한 회원",
        None,
        "",
        "",
    )
    page = reader.get(f"/news/{written.article.number}/").content.decode()
    assert SAID in page and "별빛" not in page
