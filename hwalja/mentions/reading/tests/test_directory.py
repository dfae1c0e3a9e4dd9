"""Known names are found where they are names, and nowhere else."""

import pytest

from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.shapes import Entry

ENTRIES = [
    Entry("1", "홍가람", aliases=("Garam Hong",)),
    Entry("2", "홍가람"),
    Entry("3", "매리 오웰", aliases=("오웰",)),
    Entry("4", "나래", kind="organisation"),
    Entry("5", "나래건설", kind="organisation"),
    Entry("6", "NR", kind="organisation"),
    Entry("7", "이루"),
]
DIRECTORY = Directory(ENTRIES)


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in DIRECTORY.hits(text)]


@pytest.mark.parametrize(
    "text",
    [
        "홍가람", "홍가람은 말했다", "홍가람이 왔다", "홍가람씨는", "홍가람 씨는", "홍가람측은", "홍가람계 의원",
        "홍가람發 소식", "故홍가람", "‘홍가람’", "(홍가람)", "홍가람·이하늘", "홍가람에게서도", "홍가람의원이",
        "홍가람입니다", "홍가람이라고",
    ],
)  # fmt: skip
def test_what_may_stand_beside_a_name(text: str) -> None:
    assert found(text) == ["홍가람"]


@pytest.mark.parametrize(
    "text",
    [
        "홍가람는 없다",
        "신홍가람",
        "홍가람쥐",
        "A나래",
        "나래코리아",
        "NRX",
        "XNR",
        "이루은",
        "이루어진",
    ],
)
def test_what_is_another_word(text: str) -> None:
    assert found(text) == []


def test_the_longest_name_counts() -> None:
    assert found("나래건설이 나래를 샀다") == ["나래건설", "나래"]
    assert found("매리 오웰은 왔고 오웰은 갔다") == ["매리 오웰", "오웰"]


def test_everybody_of_a_name() -> None:
    assert [entry.id for entry in DIRECTORY.candidates("홍가람")] == ["1", "2"]
    assert [entry.id for entry in DIRECTORY.candidates("Garam Hong")] == ["1"]
    assert DIRECTORY.candidates("민하늘") == ()


def test_an_empty_directory_knows_nobody() -> None:
    assert Directory([]).hits("홍가람은 왔다") == []
