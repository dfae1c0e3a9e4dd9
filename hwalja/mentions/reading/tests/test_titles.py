"""Titles held: person, organisation and title as a sentence joins them; former ones are none."""

import pytest

from hwalja.mentions.reading.tests.marked import marked
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
]
NOT_HELD = [
    "[[한서윤]] 전 [[강은전자|organisation]] 대표는 말했다.",
    "전 [[강은전자|organisation]] 대표 [[한서윤]]은 말했다.",
    "[[강은전자|organisation]] 전 대표 [[한서윤]]은 말했다.",
    "[[도지안]] [[새길당|organisation]] 후보는 말했다.",
    "[[한서윤]]을 [[강은전자|organisation]] 대표로 선임하기로 했다.",
    "[[강은전자|organisation]] 관계자는 [[한서윤]]과 만났다.",
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_a_title_that_is_held_is_read(text: str, expected: tuple[str, str, str]) -> None:
    document, mentions = marked(text)
    assert expected in [(t.name, t.organisation, t.title) for t in titles(document, mentions)]


@pytest.mark.parametrize("text", NOT_HELD)
def test_a_title_that_is_not_held_is_left_out(text: str) -> None:
    assert titles(*marked(text)) == ()


def test_one_title_in_two_spellings_is_one() -> None:
    text = "[[한서윤]] [[강은전자|organisation]] CEO가 왔다. [[한서윤]] [[강은전자|organisation]] 최고경영자는 갔다."
    assert len(titles(*marked(text))) == 1
