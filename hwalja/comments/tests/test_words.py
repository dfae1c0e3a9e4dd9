"""The word lists: what they find however it is written, where, and how sure they are of it."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hwalja.comments.korean.listed import forms, lines, shipped_lines
from hwalja.comments.korean.matcher import Found, Words, shipped
from hwalja.comments.tests.disguise import disguised

BANNED = shipped_lines("banned")


def found(text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.kind) for f in shipped().find(text)]


def recall(texts: list[str]) -> float:
    hits = sum(any(f.kind == "banned" for f in shipped().find(text)) for text in texts)
    return hits / len(texts)


def test_disguise_costs_no_recall() -> None:
    """Plain banned words and 10,000 disguised and particled ones, in sentences."""
    plain = recall([word.removeprefix("=") for word in BANNED])
    disguises = list(disguised(BANNED, 10_000, seed=20))
    assert plain == 1.0
    assert abs(plain - recall([sentence for _, _, sentence in disguises])) <= 0.01


def test_what_is_found_lies_within_the_disguise() -> None:
    for word, form, sentence in disguised(BANNED, 2_000, seed=21):
        start = sentence.index(form)
        for hit in shipped().find(sentence):
            # A ㅋ of the laughter behind it may be read as its last letter: 개샠ㅋㅋ.
            assert start <= hit.start < hit.end <= start + len(form) + 1, (word, sentence)


@pytest.mark.parametrize(
    "marked",
    [
        "[시발]",
        "아 [시발]",
        "[시발]은 무슨",
        "이 [시발놈]들아",
        "[시 발]",
        "[시.발] 뭐야",
        "[시~발]",
        "[시발발발]",
        "[시이이발]",
        "[시바아알]",
        "[ㅅㅣㅂㅏㄹ]",
        "[ㅅ ㅣ ㅂ ㅏ ㄹ]",
        "[시ㅂ발]",
        "[시바ㄹ]",
        "[시1발]",
        "[씨@발]",
        "[ㅅ1발]",
        "[^ㅣ발]",
        "[tㅣ발]",
        "[si발]",
        "[tl발]",
        "[tlqkf]",
        "[ｓｉ발]",
        "[띠발]",
        "진짜[ㅅㅂ]ㅋㅋ",
        "[18놈]",
        "[병ㅅ신]",
        "[개 새 끼]야",
        "그 [개새낀] 또",
        "[미친 놈]들이",
        "[ⓕⓤⓒⓚ]",
        "[f.u.c.k]",
        "[시\u200b발]",
        "[시\u3164발]",
        "😀[시발]😀",
        unicodedata.normalize("NFD", "뭐 [시발]은"),
        unicodedata.normalize("NFD", "[병 신]은"),
    ],
)
def test_spans_are_those_of_the_text_as_given(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    start, end = marked.index("["), marked.index("]") - 1
    assert [(f.start, f.end, f.kind) for f in shipped().find(text)] == [(start, end, "banned")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The longest listed word decides; of equal ones the banned.
        ("병신년", [("병신년", "suspect")]),
        ("병신년아", [("병신년아", "banned")]),
        ("저런 새끼가", [("새끼", "suspect")]),
        ("저 새끼가", [("저 새끼", "banned")]),
        ("한남은", [("한남", "suspect")]),
        ("이 짱깨랑 지랄", [("짱깨", "banned"), ("지랄", "banned")]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_an_editors_words_are_searched_as_the_shipped_ones() -> None:
    words = Words(["=활자", "나쁜 말"], ["말"], ["혼잣말"])
    assert words.find("활자는 활자판") == [Found("활자", "banned", 0, 2)]
    assert words.find("나쁜말, 혼잣말") == [Found("나쁜 말", "banned", 0, 3)]
    assert words.find("ㄴㅏ쁜  말") == [Found("나쁜 말", "banned", 0, 6)]
    assert Words([], [], []).find("말") == []
    assert Words(["", "=", "!!", "  "], [], []).find("=!! 말") == []


def test_lists_can_be_read_and_say_everything_once() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for kind in ("banned", "suspect", "innocent"):
        words = shipped_lines(kind)
        assert len(words) > 400
        for word in words:
            key = (kind, *(form.letters for form in forms(word, kind)))
            assert len(key) > 1, f"{word} has no letters"
            # ㄲ in 새ㄲ stands alone, in 샊 it does not; both are listed.
            assert seen.setdefault(key, word) == word or "ㄲ" in word, (word, seen[key])
    assert not set(shipped_lines("banned")) & set(shipped_lines("suspect"))


def test_no_list_hides_another() -> None:
    """Every listed word is found by itself: no innocent word swallows one."""
    for kind in ("banned", "suspect"):
        lost = [
            word
            for word in shipped_lines(kind)
            if kind not in {f.kind for f in shipped().find(word.removeprefix("="))}
        ]
        assert not lost


def test_comments_in_a_list_are_for_people() -> None:
    assert lines("# 머리말\n\n시발 # 설명\n=한남\n") == ["시발", "=한남"]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_searched(text: str) -> None:
    for hit in shipped().find(text):
        assert 0 <= hit.start < hit.end <= len(text)


PIECES = [
    *"시발씹ㅅㅂㅣㅏㄹ개새끼존나18tlqkf@.~ \n",
    "\u1109",
    "\u1175",
    "\u200b",
    "😀",
    "\u0301",
    "\ud800",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_heap_of_tricks_can_be_searched(text: str) -> None:
    for hit in shipped().find(text):
        assert 0 <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end].strip() == text[hit.start : hit.end]
