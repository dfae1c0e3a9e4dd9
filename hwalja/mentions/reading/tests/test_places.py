"""Constituencies in every spelling: what agrees, what is a part, what is another."""

import pytest

from hwalja.mentions.reading import places

NOWON = ("서울특별시", "노원구", "병")


@pytest.mark.parametrize(
    ("text", "district", "verdict"),
    [
        ("서울 노원병", NOWON, "whole"),
        ("노원구 병", NOWON, "whole"),
        ("서울특별시 노원구병", NOWON, "whole"),
        ("노원갑", NOWON, "differs"),
        ("노원구", NOWON, "part"),
        ("부산 노원병", NOWON, "differs"),
        ("서울", NOWON, "region"),
        ("부산", NOWON, "differs"),
        ("충남 보령·서천", ("충청남도", "보령시", "서천군"), "whole"),
        ("서천군 보령시", ("충청남도", "보령시", "서천군"), "whole"),
        ("보령시", ("충청남도", "보령시", "서천군"), "part"),
        ("분당구 을", ("경기도", "성남시", "분당구", "을"), "whole"),
        ("경기 성남시 분당을", ("경기도", "성남시", "분당구", "을"), "whole"),
        ("서울 중구", ("서울특별시", "중구"), "whole"),
        ("울산 동구", ("경상남도", "울산시동구"), "whole"),
        ("비례대표", ("비례대표",), "whole"),
        ("충청남도 제2선거구", ("충청남도", "제2선거구", "대덕군"), "part"),
    ],
)
def test_agreement(text: str, district: tuple[str, ...], verdict: str) -> None:
    (place,) = places.find(text)
    assert places.compare(place.parts, district) == verdict


@pytest.mark.parametrize(
    "text", ["고성이 오갔다", "정 모 씨", "다시 역시 반드시", "친구와 연구", "을 갑"]
)
def test_words_that_are_no_places(text: str) -> None:
    assert places.find(text) == []


def test_a_word_is_a_place_behind_its_province() -> None:
    (place,) = places.find("강원 고성에서")
    assert place.parts == {"강원", "고성"}
