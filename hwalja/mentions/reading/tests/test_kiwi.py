"""Offsets of the analyser are code points of the text, whatever stands in it."""

from typing import Any

import pytest

from hwalja.mentions.reading import kiwi

TEXT = "😀 “나는 간다. 너도 가라.”고 가나다 대표는 말했다. 어제 𠀀나라의 마바사는 웃었다."


@pytest.fixture(scope="module")
def analyser() -> Any:
    return kiwi.load()


def test_offsets_count_code_points(analyser: Any) -> None:
    found = {each.form: (each.start, each.end) for each in kiwi.tokens(analyser, TEXT)}
    for word in ("😀", "대표", "𠀀", "나라"):
        start, end = found[word]
        assert TEXT[start:end] == word


def test_contracted_morphemes_stand_on_the_same_character(analyser: Any) -> None:
    found = kiwi.tokens(analyser, "그가 갔다.")
    verb, tense = (each for each in found if each.tag in ("VV", "EP"))
    assert (verb.form, verb.start) == ("가", 3)
    assert tense.start == 3


def test_many_texts_are_read_as_each_alone(analyser: Any) -> None:
    texts = [TEXT, "", "가나다 대표는 웃었다."]
    assert list(kiwi.tokens_of(analyser, texts)) == [kiwi.tokens(analyser, one) for one in texts]


def test_a_quoted_sentence_does_not_end_its_own(analyser: Any) -> None:
    first, second = kiwi.sentences(analyser, TEXT)
    assert TEXT[first.start : first.end].endswith("대표는 말했다.")
    assert TEXT[second.start : second.end] == "어제 𠀀나라의 마바사는 웃었다."
    assert second.tokens[0].start == second.start


def test_nothing_holds_nothing(analyser: Any) -> None:
    assert kiwi.tokens(analyser, "") == []
    assert kiwi.sentences(analyser, " \n ") == []
