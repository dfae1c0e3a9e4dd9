"""Text as letters, with the way back."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hwalja.hangul.folding import fold
from hwalja.hangul.readings import BARE, KEYS, PLAIN, SHAPES, SOUNDS, Reading

ANY = st.text(st.characters(exclude_categories=()))
KOREAN = st.text(st.sampled_from("가나힣ㄱㅏㅄ\u1100\u1161\u11a8\u200b .aⒶ①😀\u0301"))


@pytest.mark.parametrize(
    ("text", "letters", "roles"),
    [
        ("활자", "ㅎㅗㅏㄹㅈㅏ", "ivvfiv"),
        ("활 자!", "ㅎㅗㅏㄹㅈㅏ", "ivvfiv"),
        (unicodedata.normalize("NFD", "활자"), "ㅎㅗㅏㄹㅈㅏ", "ivvfiv"),
        ("ㅎㅘㄹ자", "ㅎㅗㅏㄹㅈㅏ", "lllliv"),
        ("ㅄ", "ㅂㅅ", "ll"),
        ("자아아", "ㅈㅏ", "iv"),
        ("자아안", "ㅈㅏㄴ", "ivf"),
        ("자자자", "ㅈㅏ", "iv"),
        ("자 자", "ㅈㅏㅈㅏ", "iviv"),
        ("ＡｂⓒÉ①", "abce1", "ooooo"),
        ("㉠ㅏ", "ㄱㅏ", "ll"),
        ("ﾡㅏ", "ㄱㅏ", "ll"),
        ("가\u3164나", "ㄱㅏㄴㅏ", "iviv"),
    ],
)
def test_letters_and_roles(text: str, letters: str, roles: str) -> None:
    folded = fold(text)
    assert (folded.letters, folded.roles) == (letters, roles)


@pytest.mark.parametrize(
    ("text", "reading", "letters"),
    [
        ("시1ㅋ발x", BARE, "ㅅㅣㅂㅏㄹ"),
        ("^l발", SHAPES, "ㅅㅣㅂㅏㄹ"),
        ("ㅅㅅㅣㅣ", SHAPES, "ㅅㅣ"),
        ("si발", SOUNDS, "ㅅㅣㅂㅏㄹ"),
        ("ＴＬqkf", KEYS, "ㅆㅣㅂㅏㄹ"),
    ],
)
def test_readings(text: str, reading: Reading, letters: str) -> None:
    assert fold(text, reading).letters == letters


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "아 활자") + "\u200b판"
    folded = fold(text)
    assert [text[folded.start(i) : folded.end(i)] for i in range(2)] == [text[:2], text[:2]]
    assert folded.start(2) == 3
    assert (folded.start(8), folded.end(8)) == (9, 10)
    drawn = fold("자아아!")
    assert (drawn.start(1), drawn.end(1)) == (0, 3)


@settings(deadline=None)
@given(st.one_of(ANY, KOREAN), st.sampled_from([PLAIN, BARE, SHAPES, SOUNDS, KEYS]))
def test_the_map_back_runs_forward_through_any_text(text: str, reading: Reading) -> None:
    folded = fold(text, reading)
    assert len(folded.letters) == len(folded.roles) == len(folded.owners)
    spans = [(folded.start(i), folded.end(i)) for i in range(len(folded.letters))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@settings(deadline=None)
@given(KOREAN)
def test_composed_and_decomposed_read_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert fold(unicodedata.normalize("NFD", text)).letters == fold(composed).letters
