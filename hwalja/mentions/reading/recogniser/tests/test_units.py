"""Units lie side by side, cover what they should, and hold names apart from what hangs on them."""

from hwalja.mentions.reading.recogniser.units import numberless, sentences, shape, units
from hwalja.mentions.reading.shapes import Token


def words(text: str, *tokens: Token) -> list[str]:
    return [text[one.start : one.end] for one in units(text, tokens)]


def test_morphemes_that_share_a_character_are_one() -> None:
    text = "그가 갔다"
    tokens = [
        Token("그", "NP", 0, 1),
        Token("가", "JKS", 1, 2),
        Token("가", "VV", 3, 4),
        Token("었", "EP", 3, 4),
        Token("다", "EF", 4, 5),
    ]
    found = units(text, tokens)
    assert [(one.word, one.tag) for one in found] == [
        ("그", "NP"),
        ("가", "JKS"),
        ("갔", "VV+EP"),
        ("다", "EF"),
    ]
    assert [one.spaced for one in found] == [True, False, True, False]


def test_titles_and_masks_are_cut_off() -> None:
    assert words("마루은행장", Token("마루은행장", "NNP", 0, 5)) == ["마루은행", "장"]
    assert words("김모", Token("김모", "NNP", 0, 2)) == ["김", "모"]
    assert words("한미", Token("한미", "NNP", 0, 2)) == ["한", "미"]
    assert words("극장", Token("극장", "NNG", 0, 2)) == ["극장"]


def test_what_is_no_noun_is_not_cut() -> None:
    assert words("마침내장", Token("마침내장", "MAG", 0, 4)) == ["마침내장"]


def test_empty_morphemes_are_left_out() -> None:
    assert words("가", Token("가", "VV", 0, 1), Token("", "EF", 1, 1)) == ["가"]


def test_numbers_and_shapes() -> None:
    assert numberless("3월 14일") == "0월 00일"
    assert [shape(word) for word in ("가나", "12", "Ab", "ab", "中", "‘")] == list("KNAaHP")


def test_sentences_end_at_stops_before_space_and_at_line_feeds() -> None:
    text = "가다. 나다\n다 1.5"
    tokens = [
        Token("가다", "NNG", 0, 2),
        Token(".", "SF", 2, 3),
        Token("나다", "NNG", 4, 6),
        Token("다", "NNG", 7, 8),
        Token("1.5", "SN", 9, 12),
    ]
    parts = [[one.word for one in part] for part in sentences(units(text, tokens), text)]
    assert parts == [["가다", "."], ["나다"], ["다", "0.0"]]
    assert list(sentences([], "")) == []
