"""Marks spell spans."""

from hwalja.mentions.reading.recogniser.spans import Span, marks
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
