"""The curators' screens."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from hwalja.accounts.models import User
from hwalja.people.models import Fact, LogRow, Merge, Name, Organisation, Post, Profile, Removal
from hwalja.people.tests.cast import fresh, make_curator, organisation, person
from hwalja.people.tests.test_removal import ask
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

Enter = Callable[[User], Client]
SOURCE = {"source_article": "12", "source_sentence": "", "source_document": ""}


def form(name: str = "강가람", **parts: Any) -> dict[str, Any]:
    """A profile's form as a browser sends it."""
    data: dict[str, Any] = {"name": name, "photo": "", "why": "", **SOURCE}
    for part in ("names", "posts", "facts"):
        rows = parts.pop(part, [])
        data[part] = inline_formset([{**SOURCE, **row} for row in rows])
    return nested_form_data({**data, **parts})


def post_row(**fields: str) -> dict[str, str]:
    blank = dict.fromkeys(("organisation", "organisation_name", "title", "party"), "")
    return {**blank, "district": "", "since": "", "until": "", **fields}


@pytest.fixture
def client(newsroom: Newsroom, enter: Enter) -> Client:
    return enter(make_curator())


def edit_url(profile: Profile) -> str:
    kind = "person" if profile.is_person else "organisation"
    return reverse(f"people_{kind}:edit", args=[profile.pk])


def work(name: str, *args: Any) -> str:
    return reverse(f"curation:{name}", args=args)


def test_somebody_is_added_with_names_posts_and_facts(client: Client) -> None:
    maker = organisation()
    data = form(
        names=[{"kind": "english", "text": "Garam Gang"}],
        posts=[post_row(organisation=maker.pk, title="대표", since="2020.3")],
        facts=[{"kind": "birthday", "text": "19700203"}],
        why="기사에 거듭 나옴",
    )
    assert client.get(reverse("people_person:add")).status_code == 200
    answer = client.post(reverse("people_person:add"), data)
    assert answer.status_code == 302, answer.content.decode()
    profile = Profile.objects.get(name="강가람")
    assert (profile.kind, profile.initials) == ("person", "ㄱㄱㄹ")
    assert Post.objects.get(profile=profile).since == "2020-03"
    assert Fact.objects.get(profile=profile).text == "1970-02-03"
    assert Name.objects.get(profile=profile).key == "garamgang"
    row = LogRow.objects.get(profile=profile)
    assert (row.action, row.why) == ("add", "기사에 거듭 나옴")


def test_a_namesake_is_asked_about_first(client: Client) -> None:
    person()
    url = reverse("people_person:add")
    assert "이미 있습니다" in client.post(url, form()).content.decode()
    assert client.post(url, form(another="on")).status_code == 302
    assert Profile.objects.filter(name="강가람").count() == 2


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"facts": [{"kind": "birthday", "text": "봄"}]}, "날짜가 아닙니다"),
        ({"posts": [post_row(district="한내시")]}, "하나는 있어야"),
        ({"posts": [post_row(title="대표", since="2020", until="2019")]}, "앞섭니다"),
    ],
)
def test_what_is_wrong_is_said(client: Client, parts: dict[str, Any], told: str) -> None:
    answer = client.post(reverse("people_person:add"), form(**parts))
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert not Profile.objects.exists()


def test_an_organisation_is_added_and_chosen(client: Client) -> None:
    assert client.post(reverse("people_organisation:add"), form("누리전자")).status_code == 302
    assert Organisation.objects.get().kind == "organisation"
    chooser = client.get(reverse("people_organisation_chooser:choose"))
    assert "누리전자" in chooser.json()["html"]
    found = client.get(reverse("people_organisation_chooser:choose_results"), {"q": "ㄴㄹ"})
    assert "누리전자" in found.content.decode()
    found = client.get(reverse("people_organisation_chooser:choose_results"), {"q": "한내"})
    assert "누리전자" not in found.content.decode()


def test_a_change_is_logged_with_before_and_after(client: Client) -> None:
    profile = person(title="")
    assert client.get(edit_url(profile)).status_code == 200
    answer = client.post(edit_url(profile), form("강가온", why="바꾼 이름"))
    assert answer.status_code == 302, answer.content.decode()
    row = LogRow.objects.filter(action="edit").get()
    assert (row.before["이름"], row.after["이름"]) == ("강가람", "강가온")
    page = client.get(work("history", profile.pk)).content.decode()
    assert "강가온" in page
    assert "바꾼 이름" in page


def test_the_list_is_searched_by_letters(client: Client) -> None:
    person()
    person("윤슬")
    page = client.get(reverse("people_person:index"), {"q": "ㄱㄱㄹ"}).content.decode()
    assert "강가람" in page
    assert "윤슬" not in page
    assert "누리전자 대표" in page


def test_two_are_merged_after_a_look_and_parted_again(client: Client) -> None:
    one, other = person(), person("강가온", title="이사")
    assert "강가온" in client.get(work("merge", one.pk), {"q": "강가온"}).content.decode()
    url = f"{work('merge', one.pk)}?other={other.pk}"
    preview = client.get(url).content.decode()
    assert "누리전자 이사" in preview
    assert fresh(other).state == Profile.SHOWN
    assert client.post(url, {"why": ""}).status_code == 422
    assert client.post(url, {"why": "한 사람"}).status_code == 302
    assert fresh(other).merged_into_id == one.pk
    assert client.get(edit_url(other))["Location"] == edit_url(one)
    undo = work("undo", Merge.objects.get().pk)
    assert undo in client.get(work("history", one.pk)).content.decode()
    assert client.get(undo).status_code == 200
    assert client.post(undo, {"why": "다른 사람"}).status_code == 302
    assert fresh(other).state == Profile.SHOWN


def test_merging_what_cannot_be_merged_is_said(client: Client) -> None:
    one, maker = person(), organisation()
    answer = client.get(f"{work('merge', one.pk)}?other={maker.pk}", follow=True)
    assert "같은 갈래의 둘" in answer.content.decode()


def test_one_is_split_after_a_look(client: Client) -> None:
    profile = person(birthday="1970")
    url = work("split", profile.pk)
    assert client.get(url).status_code == 200
    data = {"refs": [f"post:{Post.objects.get().pk}"], "name": "강가람", "why": "다른 사람"}
    assert "이대로 나누기" in client.post(url, data).content.decode()
    assert Profile.objects.count() == 1
    assert client.post(url, {**data, "do": "split"}).status_code == 302
    assert Profile.objects.count() == 2
    assert client.post(url, {"name": "", "why": ""}).status_code == 422


def test_facts_and_pages_are_hidden_and_shown(client: Client) -> None:
    profile = person(birthday="1970")
    url = work("facts", profile.pk)
    data = {"refs": [f"fact:{Fact.objects.get().pk}"], "why": "요청"}
    assert client.get(url).status_code == 200
    client.post(url, {**data, "do": "hide"})
    assert Fact.objects.get().hidden
    client.post(url, {**data, "do": "show"})
    assert not Fact.objects.get().hidden
    for what, state in (("hide", "hidden"), ("restore", "shown")):
        assert client.get(work(what, profile.pk)).status_code == 200
        assert client.post(work(what, profile.pk), {"why": "요청"}).status_code == 302
        assert fresh(profile).state == state


def test_a_request_is_decided_from_the_ledger(client: Client) -> None:
    profile = person(birthday="1970")
    ask(profile)
    row = Removal.objects.get()
    assert "강가람" in client.get(reverse("removals:index")).content.decode()
    # The menu is data for a script, in which Korean is written by its numbers.
    label = json.dumps("삭제·정정 요청 1").strip('"')
    assert label in client.get("/admin/").content.decode()
    url = reverse("removals:one", args=[row.pk])
    assert "태어난 해를 내려" in client.get(url).content.decode()
    assert client.post(url, {"do": "hidden", "note": ""}).status_code == 422
    data = {"do": "facts", "note": "사생활", "refs": [f"fact:{Fact.objects.get().pk}"]}
    assert client.post(url, data).status_code == 302
    assert Fact.objects.get().hidden
    row.refresh_from_db()
    assert row.state == Removal.FACTS_HIDDEN


SCREENS = ("history", "merge", "split", "facts", "hide", "restore")


def test_nobody_else_gets_in(newsroom: Newsroom, enter: Enter) -> None:
    profile = person()
    urls = [reverse("people_person:index"), reverse("people_person:add"), edit_url(profile)]
    urls += [reverse("removals:index"), *(work(name, profile.pk) for name in SCREENS)]
    for user in (newsroom.reporter, newsroom.desk, newsroom.photographer, newsroom.moderator):
        client = enter(user)
        for url in urls:
            assert client.get(url).status_code in (302, 403), (user, url)
            assert client.post(url, {"why": "몰래"}).status_code in (302, 403), (user, url)
    assert fresh(profile).state == Profile.SHOWN
    chief = enter(newsroom.chief)
    assert all(chief.get(url).status_code == 200 for url in urls)


def test_there_is_no_way_to_delete(client: Client) -> None:
    profile = person()
    assert client.post(f"/admin/people/persons/delete/{profile.pk}/").status_code == 404
    assert "delete" not in client.get(edit_url(profile)).content.decode()
