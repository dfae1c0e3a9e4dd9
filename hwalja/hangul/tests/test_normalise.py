"""One spelling for one text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from hwalja.hangul.normalise import clean, collapse, hangul_share


def test_decomposed_hangul_and_odd_spaces() -> None:
    assert clean(unicodedata.normalize("NFD", "활자\u00a0신문\u200b")) == "활자 신문"
    assert clean("가\r\n나\r다\u2028라") == "가\n나\n다\n라"
    assert collapse("  가 \n\t 나 ") == "가 나"


def test_share_of_hangul() -> None:
    assert hangul_share("활자 2025") == 1.0
    assert hangul_share("") == 0.0
    assert hangul_share("활자ab") == 0.5


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
