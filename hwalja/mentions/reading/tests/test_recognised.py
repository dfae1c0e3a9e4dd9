"""What becomes of a recogniser's spans: people nobody knows, and nothing more."""

from collections.abc import Sequence

import pytest

from hwalja.mentions.reading import document
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.reader import Reader
from hwalja.mentions.reading.recognised import SURE, Recognise
from hwalja.mentions.reading.recogniser import Span
from hwalja.mentions.reading.shapes import Entry, Mention, Reading, Token
from hwalja.mentions.reading.tests.reading import splitter, worker


def sees(*names: str, label: str = "PS", confidence: float = 0.9) -> Recognise:
    """A recogniser that takes some words for names wherever they first stand."""

    def spans(text: str, tokens: Sequence[Token]) -> list[Span]:
        read = range(tokens[0].start, tokens[-1].end) if tokens else ()
        starts = {name: text.index(name) for name in names}
        return [
            Span(at, at + len(name), label, confidence) for name, at in starts.items() if at in read
        ]

    return spans


def read(text: str, recognise: Recognise, *entries: Entry) -> Reading:
    return Reader(Directory(entries), recognise).read(document.body(text, splitter()))


def people(text: str, recognise: Recognise, *entries: Entry) -> list[Mention]:
    return [one for one in read(text, recognise, *entries).mentions if one.kind == "person"]


def test_somebody_nobody_knows_is_new() -> None:
    (found,) = people("파란 옷을 입은 제레미 블랙우드가 왔다.", sees("제레미 블랙우드"))
    assert (found.name, found.status, found.how, found.id) == (
        "제레미 블랙우드",
        "new",
        "model",
        None,
    )


@pytest.mark.parametrize(
    ("name", "recognise"),
    [
        ("제레미 블랙우드", sees("제레미 블랙우드", confidence=SURE - 0.01)),
        ("제레미 블랙우드", sees("제레미 블랙우드", label="OG")),
        ("김", sees("김")),
        ("김 비서관", sees("김 비서관")),
        ("블랙우드", sees("블랙우드")),
        ("원주민", sees("원주민")),
    ],
)
def test_what_is_nobody(name: str, recognise: Recognise) -> None:
    assert people(f"파란 옷을 입은 {name}이 서울에 왔다.", recognise) == []


def test_sentences_where_all_names_are_somebodys_are_not_read() -> None:
    def refuses(text: str, tokens: Sequence[Token]) -> list[Span]:
        assert "홍가람" not in {text[one.start : one.end] for one in tokens}
        return sees("제레미 블랙우드")(text, tokens)

    text = "나래건설 홍가람 대표가 왔다. 파란 옷을 입은 제레미 블랙우드가 갔다."
    known = worker("1", "홍가람", "나래건설", "대표"), Entry("2", "나래건설", "organisation")
    assert [one.name for one in people(text, refuses, *known)] == ["홍가람", "제레미 블랙우드"]


def test_a_rule_and_the_directory_come_first() -> None:
    text = "홍가람 나래건설 대표가 왔다. 홍가람 대표는 갔다."
    known = worker("1", "홍가람", "나래건설", "대표")
    assert {one.how for one in people(text, sees("홍가람"))} == {"rule"}
    assert {one.id for one in people(text, sees("홍가람"), known)} == {"1"}


def test_what_overlaps_a_name_or_is_a_part_of_one_is_left_out() -> None:
    text = "파란 옷의 제레미 블랙우드 노르가 왔다. 제레미 블랙우드는 홍가람 나래건설 대표를 만났다."
    known = worker("1", "홍가람", "나래건설", "대표")
    seen = people(text, sees("제레미 블랙우드 노르", "블랙우드 노르", "홍가람 나래건설"), known)
    assert [(one.name, one.status) for one in seen if one.how != "short"] == [
        ("제레미 블랙우드 노르", "new"),
        ("홍가람", "linked"),
    ]


def test_a_name_of_the_directory_that_only_a_recogniser_sees_is_not_linked() -> None:
    text = "나래건설 대표 신홍가람은 왔다."
    known = worker("1", "홍가람", "나래건설", "대표")
    (seen,) = people(text, sees("홍가람"), known)
    assert (seen.how, seen.status, seen.id) == ("model", "ambiguous", None)


def test_words_of_somebody_only_a_recogniser_sees_are_theirs_and_not_public() -> None:
    text = "제레미 블랙우드는 “산을 지키겠다”고 말했다."
    (quote,) = read(text, sees("제레미 블랙우드")).quotes
    assert (quote.speaker, quote.speaker_id) == ("제레미 블랙우드", None)
