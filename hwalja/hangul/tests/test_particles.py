"""Particles: the form a word asks for, and what may hang on one."""

import unicodedata

import pytest

from hwalja.hangul.particles import PAIRS, is_tail, with_particle


@pytest.mark.parametrize(
    ("word", "pair", "expected"),
    [
        ("활자", "은/는", "활자는"),
        ("신문", "은/는", "신문은"),
        ("서울", "으로/로", "서울로"),
        ("신문", "으로/로", "신문으로"),
        ("KBS", "이/가", "KBS가"),
        (
            unicodedata.normalize("NFD", "신문"),
            "을/를",
            unicodedata.normalize("NFD", "신문") + "을",
        ),
    ],
)
def test_form_by_the_last_sound(word: str, pair: str, expected: str) -> None:
    assert with_particle(word, pair) == expected


@pytest.mark.parametrize(
    "tail", ["", "은", "들이랑", "들에게도", "입니다", "이라고는", "야", "같은"]
)
def test_tails(tail: str) -> None:
    assert is_tail(tail)


@pytest.mark.parametrize("rest", ["견", "표", "대교", "점점", "은행나무", "들들들들들", "a"])
def test_what_is_no_tail(rest: str) -> None:
    assert not is_tail(rest)


def test_every_form_is_a_tail() -> None:
    assert all(is_tail(form) for pair in PAIRS.values() for form in pair)
