"""Addresses out of Korean words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwalja.hangul.romanise import romanise


@pytest.mark.parametrize(
    ("korean", "latin"),
    [
        ("경제", "gyeongje"),
        ("기업과산업", "gieopgwasaneop"),
        ("인터넷·게임", "inteonet-geim"),
        ("IT·과학", "it-gwahak"),
        ("홍길동", "honggildong"),
        ("·", ""),
        ("經濟", ""),
    ],
)
def test_words(korean: str, latin: str) -> None:
    assert romanise(korean) == latin


@given(st.text(max_size=40))
def test_anything_becomes_fit_for_an_address(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", romanise(text))
