"""Titles held: person, organisation and title as a sentence joins them; former ones are none."""

import pytest

from hwalja.mentions.reading import document
from hwalja.mentions.reading.grammar.parse import parse
from hwalja.mentions.reading.tests.marked import marked
from hwalja.mentions.reading.tests.reading import splitter
from hwalja.mentions.reading.titles import titles

HELD = [
    (
        "[[한서윤]] [[강은전자|organisation]] 대표이사가 사임했다.",
        ("한서윤", "강은전자", "대표이사"),
    ),
    ("[[강은전자|organisation]] 대표 [[한서윤]]은 웃었다.", ("한서윤", "강은전자", "대표")),
    ("[[강은전자|organisation]]의 [[한서윤]] 회장은 웃었다.", ("한서윤", "강은전자", "회장")),
    ("[[강은전자|organisation]] [[한서윤]] 부사장이 나섰다.", ("한서윤", "강은전자", "부사장")),
    ("[[도지안]] [[새길당|organisation]] 의원은 말했다.", ("도지안", "새길당", "의원")),
    ("[[한서윤]] 강은전자 사장이 왔다.", ("한서윤", "강은전자", "사장")),
    (
        "[[한서윤]]이 [[강은전자|organisation]] 대표로 선임됐다.",
        ("한서윤", "강은전자", "대표"),
    ),
    (
        "대통령은 [[백하람]]을 [[국토부|organisation]] 장관에 임명했다.",
        ("백하람", "국토부", "장관"),
    ),
    ("[[윤도현]] [[도담증권|organisation]] 연구원은 말했다.", ("윤도현", "도담증권", "연구원")),
    (
        "[[윤도현]] [[강은대|organisation]] 경제학과 교수는 말했다.",
        ("윤도현", "강은대", "경제학과 교수"),
    ),
    ("[[한서윤]]은 새 정부의 우주개발부 장관으로 발탁돼 웃었다.", ("한서윤", "우주개발부", "장관")),
    ("[[도지안]] 나래시장이 왔다.", ("도지안", "나래시", "시장")),
    (
        "“아니다”라고 [[한서윤]] [[나래시|organisation]] 교통국장은 말했다.",
        ("한서윤", "나래시", "교통국장"),
    ),
    (
        "[[강은전자|organisation]]가 웃었다. [[한서윤]] 재무담당 이사도 웃었다.",
        ("한서윤", "강은전자", "재무담당 이사"),
    ),
    (
        "[[나래당|organisation]]이 [[강은전자|organisation]]를 찾았다. [[한서윤]] 사장이 맞았다.",
        ("한서윤", "강은전자", "사장"),
    ),
]
NOT_HELD = [
    "[[한서윤]] 전 [[강은전자|organisation]] 대표는 말했다.",
    "전 [[강은전자|organisation]] 대표 [[한서윤]]은 말했다.",
    "[[강은전자|organisation]] 전 대표 [[한서윤]]은 말했다.",
    "[[도지안]] [[새길당|organisation]] 후보는 말했다.",
    "[[한서윤]]을 [[강은전자|organisation]] 대표로 선임하기로 했다.",
    "[[강은전자|organisation]]와 [[가람화학|organisation]]이 만났다. [[한서윤]] 대표는 말했다.",
    "[[국토부|organisation]]가 밝혔다. [[한서윤]] 대표는 말했다.",
    "[[강은전자|organisation]] 관계자는 [[한서윤]]과 만났다.",
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_a_title_that_is_held_is_read(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(t.name, t.organisation, t.title) for t in titles(parse(*marked(text)))]


@pytest.mark.parametrize("text", NOT_HELD)
def test_a_title_that_is_not_held_is_left_out(text: str) -> None:
    assert titles(parse(*marked(text))) == ()


def test_one_title_in_two_spellings_is_one() -> None:
    text = "[[한서윤]] [[강은전자|organisation]] CEO가 왔다. [[한서윤]] [[강은전자|organisation]] 최고경영자는 갔다."
    assert len(titles(parse(*marked(text)))) == 1


@pytest.mark.parametrize(
    ("dateline", "house"),
    [("[강은일보]", ["강은일보"]), ("(나래=강은뉴스)", ["강은뉴스"]), ("[단독]", [])],
)
def test_a_reporter_is_of_the_paper_that_the_dateline_names(
    dateline: str, house: list[str]
) -> None:
    text = (
        f"새 소식\n\n한서윤 기자 han@paper.example\n\n{dateline} 나래에 첫눈이 내렸다. 길이 얼었다."
    )
    found = titles(parse(document.plain(text, splitter()), ()))
    assert [(t.name, t.organisation, t.title) for t in found] == [
        ("한서윤", name, "기자") for name in house
    ]
