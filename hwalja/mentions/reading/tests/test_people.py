"""New names, masked people and short forms, with the traps of each."""

from itertools import pairwise

import pytest

from hwalja.mentions.reading import document, people
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.linking import Linker
from hwalja.mentions.reading.shapes import Entry
from hwalja.mentions.reading.tests.reading import linked, mentions, splitter, told, worker


def names(text: str) -> list[str]:
    return [one.name for one in mentions(text) if one.status == "new" and one.kind == "person"]


@pytest.mark.parametrize(
    "text",
    [
        "홍가람 씨가 왔다.", "홍가람(45) 씨가 왔다.", "홍가람 나래건설 대표가 왔다.", "나래건설 홍가람 대표가 왔다.",
        "홍가람 전 가온시장이 왔다.", "배우 홍가람이 왔다.", "홍가람 기자",
    ],
)  # fmt: skip
def test_a_sign_tells_a_name(text: str) -> None:
    assert names(text) == ["홍가람"]


def test_foreign_names() -> None:
    assert names("매트 오웰 나래테크 최고경영자가 말했다.") == ["매트 오웰"]
    assert names("볼로트 켄더슨 대통령은 말했다.") == ["볼로트 켄더슨"]


@pytest.mark.parametrize(
    "text",
    [
        "이사회 의장과 조합원 대표가 왔다.", "신임 사장과 현지 대표가 왔다.", "정부 대표단과 이번 대표가 왔다.",
        "최근 소개한 배우와 동생인 감독이 왔다.", "하나은행장과 국민은행장이 왔다.", "경희대 교수와 서강대 교수가 왔다.",
        "장난감 시장이 커졌다.", "데이터센터 클라우드 대표 기업이 됐다.", "그 후보(동구 옹진군)는 갔다.",
    ],
)  # fmt: skip
def test_words_that_look_like_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A씨", "B(45)씨", "김모(33)씨", "박모씨", "김 모 씨", "이모 군", "최 아무개 씨", "홍○○ 씨", "정 모(45·여) 씨",
    ],
)  # fmt: skip
def test_masked_people(text: str) -> None:
    assert [(one[0], one[2]) for one in told(f"경찰은 {text}를 찾는다.")] == [(text, "masked")]


@pytest.mark.parametrize(
    "text", ["홍가람(12) 군이 왔다.", "홍가람 양이 왔다.", "홍가람(9)이 왔다."]
)
def test_children_are_never_linked(text: str) -> None:
    known = worker("1", "홍가람", "가온초등학교", "학생")
    found = mentions(f"가온초등학교 {text}", known)
    assert [(one.status, one.id) for one in found if one.kind == "person"] == [("masked", None)]


class TestShort:
    def test_last_word_of_a_name_after_it(self) -> None:
        text = "오웰이 왔다. 매트 오웰 나래테크 최고경영자가 말했다. 오웰은 떠났다."
        assert [one[0] for one in told(text)] == ["매트 오웰", "나래테크", "오웰"]
        assert told(text)[2] == ("오웰", "매트 오웰", "new", "short")

    def test_surname_and_title(self) -> None:
        text = "홍가람 나래건설 대표가 왔다. 홍 대표는 떠났다."
        assert told(text)[-1] == ("홍", "홍가람", "new", "short")

    def test_it_means_whom_the_full_name_means(self) -> None:
        known = worker("1", "홍가람", "나래건설", "대표")
        assert linked("홍가람 나래건설 대표가 왔다. 홍 대표는 떠났다.", known) == ["1", "1"]

    def test_two_of_a_surname_stay_open(self) -> None:
        text = "홍가람 나래건설 대표와 홍하늘 해솔전자 대표가 왔다. 홍 대표는 떠났다."
        assert told(text)[-1][2] == "ambiguous"

    @pytest.mark.parametrize(
        "text",
        [
            "이하늘 씨가 왔다. 이 회장은 떠났다.", "한가람 가온당 의원이 왔다. 한 의원은 몰랐다.",
            "전나래 씨가 왔다. 전 대표는 몰랐다.", "홍가람 의원이 왔다. 홍 회장은 몰랐다.",
        ],
    )  # fmt: skip
    def test_words_that_are_surnames_too(self, text: str) -> None:
        assert [one for one in told(text) if one[3] == "short"] == []

    def test_a_bare_surname_carries_no_id(self) -> None:
        known = worker("1", "홍가람", "나래건설", "대표")
        found = mentions("홍가람 나래건설 대표가 왔다. 홍씨는 떠났다.", known)
        assert [(one.name, one.id) for one in found if one.kind == "person"] == [
            ("홍가람", "1"),
            ("홍가람", None),
        ]
        assert [one.status for one in mentions("홍씨는 떠났다.")] == ["masked"]


def test_mentions_stand_in_order_and_do_not_overlap() -> None:
    text = "배우 홍가람은 매트 오웰 나래테크 최고경영자와 A씨를 만났다. 오웰은 홍가람을 안다."
    found = mentions(text)
    assert len(found) == 6
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_desk_in_a_byline_is_no_ministry() -> None:
    ministry = Entry("o1", "산업통상자원부", "organisation", ("산업부",))
    text = "가상의 소식\n\n산업부 홍가람 기자 hong@paper.example\n\n산업부는 오늘 새 제도를 알렸다."
    linker = Linker(Directory([ministry]))
    found = people.find(document.plain(text, splitter()), linker)
    assert [m.start for m in found if m.kind == "organisation"] == [text.rindex("산업부")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("반면 임소율 푸른환경운동연합 사무처장은 반대했다.", "임소율"),
        ("이날 봉순례 할머니는 웃었다.", "봉순례"),
        ("특히 소프라노 노별하가 눈길을 끌었다.", "노별하"),
    ],
)
def test_an_adverb_before_a_name_is_no_part_of_it(text: str, name: str) -> None:
    assert name in [one[1] for one in told(text)]
