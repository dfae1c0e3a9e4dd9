"""Files to train on: read, or refused with the line that is wrong."""

from pathlib import Path

import pytest

from hwalja.mentions.reading.recogniser.spans import Span
from hwalja.mentions.reading.recogniser.training.forms import Form, read_forms
from hwalja.mentions.reading.recogniser.training.measure import ALL, FULL, SEVERAL, figures
from hwalja.mentions.reading.recogniser.training.rows import Malformed, Row, read_rows
from hwalja.mentions.reading.recogniser.training.swap import Names, retold
from hwalja.mentions.reading.recogniser.training.words import LongName

KLUE = "## 하나\t<가온:PS> 씨\n가\tB-PS\n온\tI-PS\n \tO\n씨\tO\n\n## 둘\t…\n마\tB-LC\n루\tB-LC\n"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "rows.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows(tmp_path: Path) -> None:
    first, second = read_rows(written(tmp_path, KLUE))
    assert first == Row("하나", "가온 씨", (Span(0, 2, "PS"),))
    assert second.spans == (Span(0, 1, "LC"), Span(1, 2, "LC"))


def test_rows_come_composed(tmp_path: Path) -> None:
    apart = "## 하나\t…\n\u1100\tB-PS\n\u1161\tI-PS\n온\tO\n"
    assert read_rows(written(tmp_path, apart)) == [Row("하나", "가온", (Span(0, 1, "PS"),))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "문장이 없습니다"),
        ("가\tB-PS\n온\tB-XX\n", "2번째 줄의 표시 ‘B-XX’"),
        ("가온\n", "1번째 줄"),
    ],
)
def test_malformed_rows(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Malformed, match=said):
        read_rows(written(tmp_path, text))


def test_forms(tmp_path: Path) -> None:
    path = written(tmp_path, "form\tlabel\tcount\n마루시\tLCP_CITY\t3\n")
    assert read_forms(path) == [Form("마루시", "LCP_CITY", 3)]
    with pytest.raises(Malformed, match="2번째 줄"):
        read_forms(written(tmp_path, "form\tlabel\tcount\n마루시\tLCP_CITY\n"))
    with pytest.raises(Malformed, match="읽을 수 없습니다"):
        read_forms(tmp_path / "none.tsv")


def test_retold_names_keep_their_shape_and_their_last_sound() -> None:
    full = [f"김{first}솔" for first in "가나다라마바사"] + [
        f"이{first}수" for first in "가나다라마바사"
    ]
    forms = [Form(name, "PS_NAME", 1) for name in full]
    long = [LongName((first, "마리")) for first in "도레미파솔라시"]
    row = Row("1", "김하솔은 도루 마리를 보았다", (Span(0, 3, "PS"), Span(5, 10, "PS")))
    told = [one for seed in range(30) for one in retold([row], Names(forms, long), seed)]
    assert len({one.text for one in told}) > 10
    for one in told:
        first, second = (one.text[span.start : span.end] for span in one.spans)
        assert len(first) == 3 and first.endswith("솔")
        assert second.endswith(" 마리") or second == "도루 마리"
        assert one.text == f"{first}은 {second}를 보았다"


def test_rows_without_names_are_not_retold() -> None:
    row = Row("1", "3월", (Span(0, 2, "DT"),))
    assert retold([row], Names([], []), seed=1) == []


def test_figures_count_exact_spans_of_the_right_label() -> None:
    rows = [Row("1", "김가온과 도 레", (Span(0, 3, "PS"), Span(5, 8, "PS")))]
    found = figures(rows, [[Span(0, 3, "PS"), Span(5, 8, "OG"), Span(4, 5, "LC")]])
    assert (found["PS"].precision, found["PS"].recall) == (1.0, 0.5)
    assert found[FULL].f1 == 1.0
    assert found[SEVERAL].recall == 0.0
    assert (found[ALL].right, found[ALL].found, found[ALL].there) == (1, 3, 2)
