"""The two lengths of a comment, against a count made letter by letter."""

import unicodedata
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwalja.hangul.length import byte_length, characters

PLANES = st.text(st.characters(exclude_categories=()))


def reference(text: str) -> tuple[int, int]:
    """Characters and bytes, counted by looking at one code point after the other."""
    count = size = 0
    for char in unicodedata.normalize("NFC", text):
        count += 1
        size += 1 if char < "\x80" else 2 if char <= "\uffff" else 4
    return count, size


@pytest.mark.parametrize(
    ("text", "count", "size"),
    [
        ("", 0, 0),
        ("abc\n", 4, 4),
        ("활자", 2, 4),
        (unicodedata.normalize("NFD", "활자"), 2, 4),
        ("é", 1, 2),
        ("e\u0301", 1, 2),
        ("😀", 1, 4),
        ("👨‍👩‍👧", 5, 16),
        ("\ud800", 1, 2),
        ("\ud83d\ude00", 2, 4),
        ("\uffff\U00010000\U0010ffff", 3, 10),
    ],
)
def test_known_lengths(text: str, count: int, size: int) -> None:
    assert (characters(text), byte_length(text)) == (count, size)


@given(PLANES)
def test_any_text_is_as_long_as_the_reference_says(text: str) -> None:
    assert (characters(text), byte_length(text)) == reference(text)


def wrong(points: Iterable[int]) -> list[str]:
    """The code points whose lengths differ from the reference."""
    return [
        hex(point)
        for point in points
        if (characters(chr(point)), byte_length(chr(point))) != reference(chr(point))
    ]


def test_code_points_of_each_kind() -> None:
    """Every 97th code point, and the edges between what counts 1, 2 and 4."""
    assert not wrong({*range(0, 0x110000, 97), 0x7F, 0x80, 0xFF, 0xFFFF, 0x10000, 0x10FFFF})


@pytest.mark.prove
def test_every_code_point() -> None:
    assert not wrong(range(0x110000))
