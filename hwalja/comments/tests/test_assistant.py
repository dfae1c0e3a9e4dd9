"""The shipped assistant: there, small, and able to say why."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hwalja.comments import assistant
from hwalja.comments.assistant import chosen, file
from hwalja.comments.assistant.features import fold, grams
from hwalja.comments.assistant.model import LABELS, Judgement

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


def explained(text: str) -> Judgement:
    """Judged, and every word named stands where it is said to stand."""
    found = assistant.judge(text)
    assert found.label in LABELS and 0 <= found.score <= 1
    for word, start, end, _ in found.weights:
        assert text[start:end] == word
    weights = [row[3] for row in found.weights]
    assert weights == sorted(weights, reverse=True) and len(weights) <= 5
    return found


def test_it_is_small_and_says_where_it_is_from() -> None:
    assert chosen.SHIPPED.stat().st_size <= file.MOST_BYTES
    about = file.read(chosen.SHIPPED).about
    assert about["licence"] == "CC BY-SA 4.0" and "kocohub" in str(about["source"])
    assert chosen.SHIPPED.with_name("LICENSE.md").exists()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("기사 잘 읽었는데 너 같은 쓰레기는 꺼져라", "꺼져라"),
        ("저 바보같은 놈이 또 나왔네", "바보같은"),
        ("못생긴 년이 말이 많다", "못생긴"),
    ],
)
def test_abuse_is_seen_and_the_word_named(text: str, word: str) -> None:
    found = explained(text)
    assert found.label != "none" and found.score > 0.7
    assert word in {row[0] for row in found.weights}


@pytest.mark.parametrize("text", ["좋은 기사 감사합니다", "기자님 수고하셨습니다. 힘내세요"])
def test_thanks_are_clean(text: str) -> None:
    found = explained(text)
    assert found.label == "none" and found.score < 0.3


def test_a_decomposed_text_reads_the_same_and_keeps_its_own_offsets() -> None:
    text = "저 바보같은 놈이 또 나왔네"
    apart = unicodedata.normalize("NFD", text)
    found = explained(apart)
    assert found.score == pytest.approx(explained(text).score)
    assert "바보같은" in {unicodedata.normalize("NFC", row[0]) for row in found.weights}


@given(ANY_TEXT | st.text("가나다ㄱㅏ각\u1100\u1161\u11a8 \n1２İ\ud800\U0001f600", max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_judged(text: str) -> None:
    explained(text)


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_folding_keeps_the_way_back(text: str) -> None:
    folded, origin = fold(text)
    assert len(folded) == len(origin) and origin == sorted(origin)
    assert all(0 <= at < len(text) for at in origin)
    for gram, starts in grams(folded).items():
        assert all(folded[at : at + len(gram)] == gram for at in starts)


def test_what_folds_together() -> None:
    assert fold(" ㅋㅋㅋㅋㅋ  OK\n123 ")[0] == "ㅋㅋ ok 00"
