"""A namesake is never linked, and somebody who is described is."""

from datetime import date

import pytest

from hwalja.mentions.reading.shapes import Entry, Post
from hwalja.mentions.reading.tests.reading import linked, member, mentions, worker

A = member("a", "홍가람", "가온당", "서울특별시", "노원구", "병")
B = member("b", "홍가람", "나래당", "부산광역시", "사하구", "을")
BOTH = (A, B)


@pytest.mark.parametrize(
    "text",
    [
        "서울 노원병 가온당 홍가람 후보가 나섰다.",
        "가온당 홍가람 의원(서울 노원병)은 말했다.",
        "홍가람 의원(가온당·서울 노원병)은 말했다.",
        "가온당 소속 홍가람 의원이 말했다.",
        "홍가람 가온당 의원이 말했다.",
        "서울 노원병에 출마한 홍가람 후보는 말했다.",
        "토론회에는 가온당 홍가람 후보가 나왔다. 노원구 병 선거구의 현안이 다뤄졌다.",
    ],
)
def test_party_and_district_tell_namesakes_apart(text: str) -> None:
    assert linked(text, *BOTH) == ["a"]
    assert linked(text, B) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "홍가람 후보는 말이 없었다.",
        "홍가람 씨가 행사에 참석했다.",
        "홍가람 의원은 서울에서 열린 행사에 갔다.",
        "해솔당 홍가람 후보가 나섰다.",
        "가온당 홍가람 후보(서울 노원갑)가 나섰다.",
        "가온당 홍가람 후보(서울 노원구)가 나섰다.",
        "토론회에는 가온당 홍가람 후보가 나왔다. 노원구 갑 선거구의 현안이 다뤄졌다.",
        "나래당 홍가람 의원(서울 노원병)은 말했다.",
    ],
)
def test_no_link_without_evidence_or_against_it(text: str) -> None:
    assert linked(text, *BOTH) == [None]


def test_a_province_tells_nobody() -> None:
    post = Post("", "국회의원", "가온당", ("서울특별시", "노원구", "병"), "2024-04-10")
    day = date(2024, 4, 10)
    (found,) = mentions(
        "주민 홍가람 씨는 서울에서 왔다.", Entry("a", "홍가람", posts=(post,)), on=day
    )
    assert found.id is None


def test_who_stood_for_no_party_in_another_year_may_be_another() -> None:
    post = Post("", "국회의원 후보", "무소속", ("서울특별시", "노원구", "병"), "2016-04-13")
    entry, text = Entry("a", "홍가람", posts=(post,)), "서울 노원병 무소속 홍가람 후보가 나섰다."
    for day, told in ((date(2016, 3, 2), "a"), (date(2020, 4, 2), None)):
        (found,) = mentions(text, entry, on=day)
        assert found.id == told


def test_one_candidate_is_not_enough() -> None:
    (found,) = mentions("홍가람 씨가 왔다.", A)
    assert (found.status, found.id, found.candidates) == ("ambiguous", None, ("a",))


def test_nobody_left_is_somebody_new() -> None:
    (found,) = mentions("해솔당 홍가람 후보가 나섰다.", *BOTH)
    assert (found.status, found.candidates) == ("new", ("a", "b"))
    assert found.evidence == ("정당이 다름(해솔당)",)


def test_short_forms_of_party_names_are_not_the_party() -> None:
    other = member("c", "홍가람", "더불어민주당", "서울특별시", "노원구", "병")
    assert linked("민주당 홍가람 의원이 말했다.", other) == [None]


class TestWork:
    A = worker("a", "민하늘", "나래건설", "대표", "1970-03-01")
    B = worker("b", "민하늘", "가온대학교", "교수", "1988-05-02")

    @pytest.mark.parametrize(
        "text",
        [
            "민하늘 나래건설 대표는 말했다.",
            "나래건설의 민하늘 대표는 말했다.",
            "나래건설 민하늘 대표이사가 말했다.",
            "민하늘(1970년생) 씨는 말했다.",
        ],
    )
    def test_organisation_title_or_birth_tells(self, text: str) -> None:
        assert linked(text, self.A, self.B) == ["a"]

    @pytest.mark.parametrize(
        "text",
        [
            "민하늘 대표는 말했다.",
            "민하늘 해솔전자 대표는 말했다.",
            "배우 민하늘은 말했다.",
            "민하늘 나래건설코리아 과장은 말했다.",
        ],
    )
    def test_a_common_title_or_another_house_does_not(self, text: str) -> None:
        assert linked(text, self.A, self.B) == [None]

    def test_age_on_the_day_of_the_article(self) -> None:
        day = date(2025, 6, 1)
        assert linked("민하늘(55) 씨는 말했다.", self.A, self.B, on=day) == ["a"]
        assert linked("민하늘(41) 씨는 말했다.", self.A, on=day) == [None]

    def test_one_mention_with_evidence_counts_for_all(self) -> None:
        text = "민하늘 나래건설 대표가 왔다.\n민하늘은 곧 떠났다."
        assert linked(text, self.A, self.B) == ["a", "a"]


def test_a_term_of_office_tells() -> None:
    def held(id: str, since: str, until: str) -> Entry:
        post = Post(title="국회의원", party="가온당", since=since, until=until)
        return Entry(id, "홍가람", posts=(post,))

    pair = held("a", "2004-05-30", "2008-05-29"), held("b", "2020-05-30", "2024-05-29")
    assert linked("가온당 홍가람 의원이 왔다.", *pair, on=date(2021, 1, 2)) == ["b"]
    assert linked("가온당 홍가람 의원이 왔다.", *pair) == [None]


def test_names_hardly_anybody_shares() -> None:
    foreign = worker("f", "매리 오웰", "나래테크", "최고경영자")
    assert linked("매리 오웰은 웃었다.", foreign) == ["f"]
    assert linked("매리 오웰 해솔테크 이사는 웃었다.", foreign) == [None]
    house = Entry("h", "나래건설", kind="organisation")
    assert [one.id for one in mentions("나래건설은 쉬었다.", house)] == ["h"]
