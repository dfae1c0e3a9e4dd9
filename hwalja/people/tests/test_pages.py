"""Readers' pages of the directory."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree

from hwalja.articles.models import Article
from hwalja.people import affected, slots
from hwalja.people.actions.add import add
from hwalja.people.actions.hide import hide
from hwalja.people.actions.hide_fact import hide_facts
from hwalja.people.actions.merge import merge
from hwalja.people.models import Criteria, Fact, Name, Post, Profile
from hwalja.people.records import PostRecord, Record
from hwalja.people.tests.cast import SAID, SOURCE, marks, organisation, person
from hwalja.press import shared
from hwalja.press.marks import Order
from hwalja.testing import Newsroom, make_photo

pytestmark = pytest.mark.both


@pytest.fixture(autouse=True)
def source(newsroom: Newsroom) -> Article:
    """The article in which everything about the cast was read."""
    return newsroom.publish(number=SOURCE.article)


def text(reader: Client, path: str, status: int = 200) -> str:
    answer = reader.get(path)
    assert answer.status_code == status, path
    return str(answer.content.decode())


def test_a_profile_says_who_and_from_where(newsroom: Newsroom, reader: Client) -> None:
    profile = person(birthday="1970-02-03")
    Profile.objects.update(photo=make_photo("강가람"))
    Name.objects.create(profile=profile, kind=Name.HANJA, text="姜佳藍")
    page = text(reader, profile.get_absolute_url())
    for told in ("강가람", "누리전자", "대표", "2020년 3월~", "1970년 2월 3일", "姜佳藍", SAID):
        assert told in page
    assert 'href="/news/12/"' in page
    assert "이름과 맡은 자리와 사실은 편집국이 적었습니다" in page
    assert f"{profile.get_absolute_url()}request/" in page
    assert "style=" not in page


def test_an_organisation_shows_its_people_and_they_lead_to_it(
    newsroom: Newsroom, reader: Client
) -> None:
    maker, profile = organisation(), person()
    Post.objects.update(organisation=maker)
    assert profile.get_absolute_url() in text(reader, maker.get_absolute_url())
    assert maker.get_absolute_url() in text(reader, profile.get_absolute_url())
    hide(maker.pk, None, why="본인 요청")
    assert f'href="{maker.get_absolute_url()}"' not in text(reader, profile.get_absolute_url())


def test_namesakes_are_told_apart(newsroom: Newsroom, reader: Client) -> None:
    one, other = person(birthday="1970"), person(organisation="한내대", title="교수")
    page = text(reader, one.get_absolute_url())
    assert "동명이인" in page
    assert "한내대 교수" in page
    assert "누리전자 대표, 1970년생" in text(reader, other.get_absolute_url())
    assert "동명이인" not in text(reader, person("윤슬").get_absolute_url())


def test_a_withdrawn_article_is_no_source(reader: Client, source: Article) -> None:
    profile = person()
    path = profile.get_absolute_url()
    with marks() as found:
        source.unpublish()
    assert found[path] == Order.REMOVAL
    for place in (path, f"/who/{profile.pk}.json", f"{path}feed/"):
        page = text(reader, place)
        assert SAID not in page
        assert "/news/12/" not in page
    assert "누리전자" in text(reader, path)


def test_merged_hidden_and_unknown(newsroom: Newsroom, reader: Client) -> None:
    one, other = person(), person("강가온")
    merge(one.pk, other.pk, None, why="한 사람")
    for rest in ("/", ".json", "/feed/", "/request/"):
        answer = reader.get(f"/who/{other.pk}{rest}")
        assert (answer.status_code, answer["Location"]) == (301, f"/who/{one.pk}{rest}")
    hide(one.pk, None, why="본인 요청")
    for rest in ("/", ".json", "/feed/", "/request/", "/on/"):
        assert "강가람" not in text(reader, f"/who/{one.pk}{rest}", 410)
    text(reader, "/who/nobody/", 404)
    text(reader, "/who/nobody.json", 404)


def test_hidden_facts_are_on_no_page(newsroom: Newsroom, reader: Client) -> None:
    profile = person(birthday="1970-02-03")
    Name.objects.create(profile=profile, text="가람이", key="가람이", initials="ㄱㄹㅇ")
    Profile.objects.update(photo=make_photo("사진감춤"))
    refs = [f"fact:{Fact.objects.get().pk}", f"name:{Name.objects.get().pk}", "photo"]
    refs.append(f"post:{Post.objects.get().pk}")
    hide_facts(profile.pk, refs, None, why="본인 요청")
    person(title="")
    base = profile.get_absolute_url()
    paths = [base, f"{base}feed/", f"/who/{profile.pk}.json", f"{base}on/", "/who/"]
    paths += ["/who/by/강/", "/who/search/?q=강가람"]
    for path in paths:
        page = text(reader, path)
        for told in ("1970", "가람이", "누리전자", "대표", "사진감춤"):
            assert told not in page.partition("</head>")[2].replace("placeholder", ""), path
    assert "강가람" not in text(reader, "/who/search/?q=가람이").partition("<main")[2]


def test_who_they_were_on_a_day(newsroom: Newsroom, reader: Client) -> None:
    profile = person()
    Post.objects.create(profile=profile, title="부장", since="2010", until="2019-12")
    base = f"{profile.get_absolute_url()}on/"
    assert "부장" in text(reader, f"{base}?day=2015")
    assert "부장" not in text(reader, f"{base}?day=2021-05")
    assert "대표" in text(reader, f"{base}?day=2021-05")
    assert "날짜가 아닙니다" in text(reader, f"{base}?day=언젠가", 422)
    assert reader.get(base)["Cache-Control"] == "private, no-cache"


def test_the_directory_counts_by_letter(newsroom: Newsroom, reader: Client) -> None:
    for name in ("강가람", "강가온", "구름", "윤슬", "Nuri"):
        person(name)
    organisation()
    page = text(reader, "/who/")
    assert "사람 5명과 기관 1곳" in page
    for shelf, count in (("ㄱ", 3), ("강", 2), ("ㅇ", 1), ("N", 1), ("ㄴ", 1)):
        assert f'/who/by/{shelf}/">{shelf}' in page
        found = text(reader, f"/who/by/{shelf}/").partition('class="who-rows"')[2]
        assert found.partition("</ul>")[0].count("<li>") == count
    text(reader, "/who/by/ㅎ/", 404)
    text(reader, "/who/by/ㄱ/?page=2", 404)


def test_a_long_shelf_has_pages(newsroom: Newsroom, reader: Client) -> None:
    rows = [Profile(id=f"p{n}", name=f"강{n:03}") for n in range(230)]
    for row in rows:
        row.settle()
    Profile.objects.bulk_create(rows)
    affected.tell_of_many()
    first, last = text(reader, "/who/by/강/"), text(reader, "/who/by/강/?page=3")
    assert "강000" in first
    assert "강229" not in first
    assert "강229" in last
    text(reader, "/who/by/강/?page=4", 404)


@pytest.mark.parametrize(
    "query", ["강가람", "가람", "ㄱㄱㄹ", "강ㄱ", "姜佳藍", "garam gang", "강 가람"]
)
def test_people_are_found_by_any_name(newsroom: Newsroom, reader: Client, query: str) -> None:
    add(Record("강가람", id="g1", aliases=("姜佳藍", "Garam Gang")), None, SOURCE)
    person("윤슬")
    answer = reader.get("/who/search/", {"q": query})
    page = answer.content.decode()
    assert "/who/g1/" in page
    assert "윤슬" not in page
    assert answer["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("query", ["", " ", "···", "%", "\0", "없는사람", "ㅋ" * 500])
def test_what_nobody_is_called(newsroom: Newsroom, reader: Client, query: str) -> None:
    person()
    answer = reader.get("/who/search/", {"q": query})
    assert answer.status_code in (200, 400)
    assert "강가람" not in answer.content.decode()


def test_machines_read_the_same(newsroom: Newsroom, reader: Client) -> None:
    profile, other = person(birthday="1970"), person("윤슬")
    told = json.loads(text(reader, f"/who/{profile.pk}.json"))
    assert (told["id"], told["name"], told["kind"]) == (profile.pk, "강가람", "person")
    assert told["posts"][0]["source"] == {"article": 12, "sentence": SAID}
    page = text(reader, profile.get_absolute_url())
    data = [json.loads(part.partition("</script>")[0]) for part in page.split('ld+json">')[1:]]
    described = next(row for row in data if row["@type"] == "Person")
    assert described["birthDate"] == "1970"
    assert described["jobTitle"] == ["대표"]
    feed = etree.fromstring(reader.get(f"{profile.get_absolute_url()}feed/").content)
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert "강가람 누리전자 대표" in feed.xpath("string(//*[local-name()='entry'])")
    sitemap = text(reader, "/sitemap.xml")
    files = [part.partition("<")[0] for part in sitemap.split("<loc>")[1:] if "who-" in part]
    listed = "".join(text(reader, path[path.index("/sitemaps") :]) for path in files)
    assert listed.count("<loc>") == 2
    assert f"/who/{other.pk}/" in listed
    text(reader, "/sitemaps/who-99.xml", 404)


def test_the_criteria_are_the_editors(newsroom: Newsroom, reader: Client) -> None:
    assert "미성년자" in text(reader, "/who/criteria/")
    row = Criteria.load()
    row.body = "<p>우리만의 기준</p>"
    row.save()
    assert "우리만의 기준" in text(reader, "/who/criteria/")


def test_rooms_above_fill_the_slots(
    newsroom: Newsroom, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled: dict[str, Any] = {name: [] for name in slots.SLOTS}
    filled["below"] = [lambda request, profile: f"아래 {profile.name}"]
    filled["directory"] = [lambda request: "많이 나온 인물"]
    filled["json"] = [lambda profile: {"quotations": 3}]
    filled["tags"] = [lambda profile: ["article-12"]]
    monkeypatch.setattr(slots, "SLOTS", filled)
    profile = person()
    answer = reader.get(profile.get_absolute_url())
    assert "아래 강가람" in answer.content.decode()
    assert "article-12" in answer["Cache-Tag"].split()
    assert "많이 나온 인물" in text(reader, "/who/")
    assert json.loads(text(reader, f"/who/{profile.pk}.json"))["quotations"] == 3


def _queries(reader: Client, path: str) -> int:
    shared.forget()
    with CaptureQueriesContext(connection) as found:
        text(reader, path)
    return len(found)


def test_queries_do_not_grow(newsroom: Newsroom, reader: Client) -> None:
    maker, profile = organisation(), person()
    person("강가람", organisation="한내대", title="교수")
    Post.objects.filter(profile=profile).update(organisation=maker)
    base = profile.get_absolute_url()
    paths = [base, f"{base}feed/", f"/who/{profile.pk}.json", maker.get_absolute_url()]
    paths += ["/who/", "/who/by/ㄱ/", "/who/search/?q=강"]
    small = {path: (_queries(reader, path), _queries(reader, path))[1] for path in paths}
    for number in range(30):
        posts = (PostRecord("누리전자", f"{number}번 이사"),)
        add(Record("강가람", aliases=(f"강{number}",), posts=posts), None, SOURCE)
        Post.objects.create(profile=profile, organisation=maker, title=f"자리 {number}")
    Post.objects.update(organisation=maker)
    large = {path: (_queries(reader, path), _queries(reader, path))[1] for path in paths}
    assert large == small
    assert max(large.values()) <= 12
