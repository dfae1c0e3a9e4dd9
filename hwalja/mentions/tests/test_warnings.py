"""What the desk is warned of: shared names while writing, titles that the directory says are over."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from hwalja.articles.models import Article
from hwalja.mentions import namesakes, outdated
from hwalja.mentions.models import Title
from hwalja.mentions.tests.cast import Said, publish, read
from hwalja.people.actions.add import add
from hwalja.people.actions.hide import hide
from hwalja.people.models import Post, Profile
from hwalja.people.records import PostRecord, Record
from hwalja.people.tests.cast import organisation, person
from hwalja.testing import Newsroom

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 1)


def shared(text: str) -> list[tuple[str, int]]:
    return [(one.name, len(one.profiles)) for one in namesakes.in_text(text)]


def test_names_that_several_share() -> None:
    for where in ("누리전자", "가온대"):
        person("강가람", organisation=where)
    person("문보라")
    for where in ("바람차", "하늘배"):
        person("유리 안토노바", organisation=where)
    add(Record("서나래", aliases=("서빛나",)), None)
    person("서빛나")
    assert shared("강가람 대표와 문보라 연구원") == [("강가람", 2)]
    assert shared("유리 안토노바가 왔다. 서빛나도 왔다.") == [("유리 안토노바", 2), ("서빛나", 2)]
    # Part of a longer word is no name.
    assert shared("강가람휘가 왔다. 대강가람은 강이다.") == []
    told = namesakes.in_text("강가람이 말했다.")[0].profiles
    assert sorted(row.told for row in told) == ["가온대 대표", "누리전자 대표"]


def test_who_is_hidden_and_what_is_an_organisation_are_no_namesakes() -> None:
    person("강가람")
    hidden = person("강가람", organisation="가온대")
    organisation("강가람")
    hide(hidden.pk, None, why="요청")
    assert shared("강가람이 말했다.") == []


def test_a_long_text_takes_few_queries(django_assert_max_num_queries: object) -> None:
    person("강가람")
    person("강가람", organisation="가온대")
    text = "누리전자는 지난해 새로운 공장을 세웠다고 밝혔다. " * 300 + "강가람 대표."
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert shared(text) == [("강가람", 2)]


def test_the_panel_tells_of_them_before_anything_was_read(newsroom: Newsroom) -> None:
    person("강가람")
    person("강가람", organisation="가온대", title="교수")
    draft = newsroom.write(body=[("paragraph", "<p>강가람은 떠났다.</p>")])
    client = Client()
    client.force_login(newsroom.reporter)
    shown = client.get(reverse("who_desk:desk", args=[draft.pk]), {"part": ""}).content.decode()
    assert "동명이인이 있는 이름" in shown and "가온대 교수" in shown


def titled(newsroom: Newsroom, holder: Profile, title: str = "대표") -> Article:
    article = publish(newsroom, f"<p>강가람 누리전자 {title}는 떠났다.</p>")
    who = {"강가람": {"status": "linked", "id": holder.pk}}
    read(article, Said(names=who, titles={f"누리전자 {title}": ("강가람", "누리전자", title)}))
    return article


def warnings(article: Article) -> list[str]:
    return list(outdated.told(Title.objects.filter(article=article.pk), TODAY).values())


def test_a_title_that_is_over(newsroom: Newsroom) -> None:
    holder = person("강가람")
    article = titled(newsroom, holder)
    assert warnings(article) == []
    Post.objects.filter(profile=holder).update(until="2025-03")
    assert warnings(article) == ["사전에는 2025년 3월에 끝난 자리입니다. ‘전 대표’인지 보십시오."]
    client = Client()
    client.force_login(newsroom.desk)
    assert "끝난 자리" in client.get(reverse("who_desk:desk", args=[article.pk])).content.decode()
    # They came back.
    again = PostRecord("누리전자", "대표", since="2026-01")
    Post.objects.create(
        profile=holder, organisation_name=again.organisation, title=again.title, since=again.since
    )
    assert warnings(article) == []


def test_a_title_that_is_somebody_elses_by_now(newsroom: Newsroom) -> None:
    holder = person("강가람", title="")
    article = titled(newsroom, holder)
    assert warnings(article) == []
    person("나루터")
    assert warnings(article) == ["사전에는 지금 나루터의 자리입니다."]


def test_many_hold_the_same_title_at_once(newsroom: Newsroom) -> None:
    person("나루터", title="연구원")
    assert warnings(titled(newsroom, person("강가람", title=""), "연구원")) == []
