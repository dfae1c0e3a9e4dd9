"""Requests of those a profile is about, and readers' reports: their whole life."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.people.actions.ask_removal import PER_DAY
from hwalja.people.actions.decide_removal import decide
from hwalja.people.actions.forget_requesters import forget_requesters
from hwalja.people.actions.hide import NotNow
from hwalja.people.models import Fact, LogRow, Profile, Removal
from hwalja.people.tests.cast import fresh, make_curator, person, sent
from hwalja.testing import Newsroom

pytestmark = pytest.mark.both

ASKED = {
    "relation": "self",
    "wish": "hide_fact",
    "name": "강가람",
    "mail": "garam@mail.example",
    "reason": "태어난 해를 내려 주시기 바랍니다.",
    "sworn": "on",
}


@pytest.fixture
def profile(newsroom: Newsroom) -> Profile:
    return person(birthday="1970")


@pytest.fixture
def curator(newsroom: Newsroom) -> User:
    return make_curator()


def ask(profile: Profile, status: int = 200, **fields: str) -> str:
    answer = Client().post(f"{profile.get_absolute_url()}request/", {**ASKED, **fields})
    assert answer.status_code == status
    return str(answer.content.decode())


def test_a_request_is_kept_logged_and_told(profile: Profile, curator: User) -> None:
    assert "요청을 받았습니다" in ask(profile)
    row = Removal.objects.get()
    assert (row.profile, row.state, row.mail) == (profile, Removal.ASKED, ASKED["mail"])
    assert LogRow.objects.filter(profile=profile, action="removal_ask").exists()
    mails = sent()
    assert {to for to, _, _ in mails} >= {ASKED["mail"], curator.email}
    # What a stranger wrote goes to nobody by mail.
    assert not any(ASKED["reason"] in body for _, _, body in mails)


def test_facts_are_hidden_and_the_requester_told(profile: Profile, curator: User) -> None:
    ask(profile)
    sent()
    row = Removal.objects.get()
    ref = f"fact:{Fact.objects.get().pk}"
    decide(row.pk, curator, Removal.FACTS_HIDDEN, note="사생활입니다.", refs=[ref])
    assert Fact.objects.get().hidden
    assert "1970" not in Client().get(profile.get_absolute_url()).content.decode()
    ((to, _, body),) = sent()
    assert to == ASKED["mail"]
    assert "사생활입니다." in body
    with pytest.raises(NotNow):
        decide(row.pk, curator, Removal.DECLINED, note="또")


def test_the_whole_page_goes(profile: Profile, curator: User) -> None:
    ask(profile, wish="hide")
    decide(Removal.objects.get().pk, curator, Removal.ALL_HIDDEN, note="공인이 아닙니다.")
    assert fresh(profile).state == Profile.HIDDEN
    assert Client().get(profile.get_absolute_url()).status_code == 410


def test_declined_changes_nothing(profile: Profile, curator: User) -> None:
    ask(profile)
    decide(Removal.objects.get().pk, curator, Removal.DECLINED, note="공적인 기록입니다.")
    assert not Fact.objects.get().hidden
    assert LogRow.objects.filter(action="removal_decide", by=curator).exists()


def test_hiding_facts_needs_a_fact(profile: Profile, curator: User) -> None:
    ask(profile)
    with pytest.raises(NotNow):
        decide(Removal.objects.get().pk, curator, Removal.FACTS_HIDDEN, note="?", refs=[])
    assert Removal.objects.get().state == Removal.ASKED


def test_only_curators_decide(newsroom: Newsroom, profile: Profile) -> None:
    ask(profile)
    for user in (newsroom.reporter, newsroom.desk, newsroom.moderator):
        with pytest.raises(PermissionDenied):
            decide(Removal.objects.get().pk, user, Removal.ALL_HIDDEN, note="?")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"relation": ""}, "하나를 골라"),
        ({"mail": ""}, "결과를 받을 메일"),
        ({"mail": "garam"}, "메일"),
        ({"reason": "짧음"}, "10"),
        ({"sworn": ""}, "동의하셔야"),
        ({"relation": "reader", "wish": "hide"}, "본인이나 대리인만"),
    ],
)
def test_what_is_missing_is_said(profile: Profile, fields: dict[str, str], told: str) -> None:
    page = ask(profile, 422, **fields)
    assert told in page.partition("<main")[2]
    assert not Removal.objects.exists()


def test_a_reader_reports_without_an_address(profile: Profile) -> None:
    ask(profile, relation="reader", wish="correct", mail="")
    assert Removal.objects.get().relation == Removal.READER


def test_what_fills_in_everything_is_not_heard(profile: Profile) -> None:
    assert "요청을 받았습니다" in ask(profile, url="https://spam.example/")
    assert not Removal.objects.exists()


def test_the_same_twice_is_one_and_too_many_are_refused(profile: Profile) -> None:
    ask(profile)
    ask(profile)
    assert Removal.objects.count() == 1
    for number in range(PER_DAY - 1):
        ask(profile, reason=f"{number}번째로 다른 까닭을 적습니다.")
    page = ask(profile, 429, reason="그래도 또 다른 까닭이 있습니다.")
    assert "하루에" in page and "그래도 또 다른 까닭이 있습니다." in page
    assert Removal.objects.count() == PER_DAY


def test_without_a_token_nothing_is_asked(profile: Profile) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(f"{profile.get_absolute_url()}request/", ASKED)
    assert answer.status_code == 403
    assert not Removal.objects.exists()


def test_requesters_are_forgotten_after_a_year(profile: Profile, curator: User) -> None:
    ask(profile)
    decide(Removal.objects.get().pk, curator, Removal.DECLINED, note="기록입니다.")
    assert forget_requesters() == 0
    Removal.objects.update(decided_at=timezone.now() - timedelta(days=366))
    assert forget_requesters() == 1
    row = Removal.objects.get()
    assert (row.name, row.mail, row.reason, row.origin) == ("", "", "", "")
    assert row.note == "기록입니다."
