"""Marks spell spans, and spans are read back from them."""

import pytest

from hwalja.mentions.reading.recogniser.spans import Span, marks, runs
from hwalja.mentions.reading.recogniser.units import Unit


def pieces(*words: str) -> list[Unit]:
    out, at = [], 0
    for word in words:
        out.append(Unit(at, at + len(word), word, "NNG", "K", False))
        at += len(word)
    return out


LINE = pieces("가나", "다라", "마바", "사")


def test_marks_of_one_two_and_three_pieces() -> None:
    assert marks(LINE, [Span(0, 2, "PS")]) == ["S-PS", "O", "O", "O"]
    assert marks(LINE, [Span(2, 6, "OG")]) == ["O", "B-OG", "E-OG", "O"]
    assert marks(LINE, [Span(0, 6, "LC")]) == ["B-LC", "I-LC", "E-LC", "O"]


def test_a_piece_partly_inside_belongs_to_the_span() -> None:
    assert marks(LINE, [Span(1, 3, "PS")]) == ["B-PS", "E-PS", "O", "O"]


@pytest.mark.parametrize(
    ("found", "stretches"),
    [
        ([], []),
        (["O", "S-PS", "S-PS"], [(1, 2, "PS"), (2, 3, "PS")]),
        (["B-PS", "E-PS", "B-PS", "E-PS"], [(0, 2, "PS"), (2, 4, "PS")]),
        (["B-LC", "I-LC", "E-LC"], [(0, 3, "LC")]),
        (["I-OG", "E-LC", "O"], [(0, 1, "OG"), (1, 2, "LC")]),
        (["B-OG", "O", "E-OG"], [(0, 1, "OG"), (2, 3, "OG")]),
    ],
)
def test_runs(found: list[str], stretches: list[tuple[int, int, str]]) -> None:
    assert runs(found) == stretches
