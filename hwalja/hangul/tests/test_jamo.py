"""Syllables taken apart and put together."""

import unicodedata

from hwalja.hangul.jamo import alone, decompose, ends_open, is_syllable, join, split

SYLLABLES = [chr(code) for code in range(ord("가"), ord("힣") + 1)]


def test_every_syllable_is_put_together_as_it_was() -> None:
    assert len(SYLLABLES) == 11_172
    assert [join(*split(syllable)) for syllable in SYLLABLES] == SYLLABLES


def test_letters_are_those_unicode_splits_into() -> None:
    for syllable in SYLLABLES:
        parts = unicodedata.normalize("NFD", syllable)
        assert [alone(part) for part in parts] == [part for part in split(syllable) if part]


def test_letters_are_strokes_of_a_keyboard() -> None:
    assert decompose("없는 왜가리 ㅄ ab") == "ㅇㅓㅂㅅㄴㅡㄴ ㅇㅗㅐㄱㅏㄹㅣ ㅂㅅ ab"
    assert decompose(unicodedata.normalize("NFD", "활자")) == "ㅎㅗㅏㄹㅈㅏ"


def test_what_is_a_syllable_and_how_it_ends() -> None:
    assert all(map(is_syllable, "가힣"))
    assert not any(map(is_syllable, ["ㄱ", "a", "\u1100", ""]))
    assert ends_open("활자")
    assert not ends_open("신문")
    assert ends_open("") and ends_open("Hwalja")
