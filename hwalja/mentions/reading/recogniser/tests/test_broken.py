"""Names that the analyser took apart come together, and nothing else."""

import pytest

from hwalja.mentions.reading.recogniser.broken import joined
from hwalja.mentions.reading.recogniser.names import given_names
from hwalja.mentions.reading.recogniser.units import units
from hwalja.mentions.reading.shapes import Token

GIVEN = given_names([f"김{first}온" for first in "가나다라마"], ["은행", "소식", "은행은행"])


def words(*pieces: str) -> list[str]:
    """`form/TAG`, with a space in front where a word begins."""
    text, tokens = "", []
    for piece in pieces:
        form, _, tag = piece.strip().partition("/")
        text += " " * piece.startswith(" ") + form
        tokens.append(Token(form, tag, len(text) - len(form), len(text)))
    return [one.word for one in joined(units(text, tokens), GIVEN)]


@pytest.mark.parametrize(
    "pieces",
    [
        ("김/NNP", "가/NNG", "온/NNG", "은/JX"),
        ("이/MM", "가온/NNG"),
        ("김가/NNP", "온/NNG"),
        ("(/SSO", "김/NNP", "가온/NNG", ")/SSC"),
        (" 김/NNP", "가온/NNG", "씨/NNB", "는/JX"),
    ],
)
def test_a_broken_name_is_one(pieces: tuple[str, ...]) -> None:
    assert any(
        (len(word) == 3 and word.endswith("가온")) or word == "김가온" for word in words(*pieces)
    )


@pytest.mark.parametrize(
    "pieces",
    [
        ("김/NNP", " 가온/NNG"),
        ("김/NNP", "소식/NNG"),
        ("고/XPN", "가온/NNG"),
        ("김/NNP", "가온/NNG", "시/NNG"),
        ("새/NNG", "김/NNP", "가온/NNG"),
        ("김가/NNG", "온/XSN"),
        ("김/NNP", "가/JKS", "온/VV"),
    ],
)
def test_what_stays_apart(pieces: tuple[str, ...]) -> None:
    assert words(*pieces) == [piece.strip().partition("/")[0] for piece in pieces]
