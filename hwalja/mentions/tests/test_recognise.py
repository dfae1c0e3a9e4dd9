"""`hwalja recognise` and the recogniser that is shipped."""

import itertools
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from hwalja.mentions.reading import kiwi
from hwalja.mentions.reading.recogniser import LABELS, SHIPPED, Recogniser, file
from hwalja.mentions.reading.tests.reading import analyser

TEXT = "홍가온 가람전자 대표는 3일 서울에서 기자회견을 열고 1조2천억원을 투자하겠다고 밝혔다."


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load(kiwi=analyser())


@pytest.fixture(autouse=True)
def _loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command's analyser is the one that all tests share."""
    shared = analyser()
    monkeypatch.setattr(kiwi, "load", lambda: shared)


def names(recogniser: Recogniser, text: str) -> set[tuple[str, str]]:
    return {(text[one.start : one.end], one.label) for one in recogniser.spans(text)}


def asked(tmp_path: Path, *lines: str | bytes) -> tuple[list[dict[str, Any]], str, str]:
    """What the command answers, says on standard error, and ends with."""
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\n".join(one.encode() if isinstance(one, str) else one for one in lines))
    said, complained, ended = StringIO(), StringIO(), ""
    try:
        call_command("recognise", str(path), stdout=said, stderr=complained)
    except CommandError as error:
        ended = str(error)
    return [json.loads(line) for line in said.getvalue().splitlines()], complained.getvalue(), ended


def test_names_nobody_has_listed(recogniser: Recogniser) -> None:
    found = names(recogniser, TEXT)
    assert {("홍가온", "PS"), ("3일", "DT"), ("서울", "LC")} <= found
    assert ("가람전자", "OG") in found


def test_spans_are_in_order_apart_and_sure_to_some_degree(recogniser: Recogniser) -> None:
    (spans,) = recogniser.spans_of([TEXT])
    assert spans == recogniser.spans(TEXT)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
    assert all(0 < one.confidence <= 1 and one.label in LABELS for one in spans)


def test_given_morphemes_are_read_and_nothing_else(recogniser: Recogniser) -> None:
    text = f"머리말. {TEXT}"
    first, second = kiwi.sentences(recogniser.kiwi, text)
    assert recogniser.spans(text, first.tokens) == []
    moved = [(one.start - 5, one.end - 5) for one in recogniser.spans(text, second.tokens)]
    assert moved == [(one.start, one.end) for one in recogniser.spans(TEXT)]


@pytest.mark.parametrize("text", ["", " \n", "😀", "ㅋㅋㅋ", "\u1100\u1161", "a" * 3000, "“”‘’()"])
def test_any_text_is_read(recogniser: Recogniser, text: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in recogniser.spans(text))


def test_the_shipped_file_is_small_and_says_whose_it_is() -> None:
    assert SHIPPED.stat().st_size <= file.MOST_BYTES
    about = file.read(SHIPPED).about
    assert about["licence"] == "CC BY-SA 4.0"
    assert "KLUE" in about["source"]
    licence = SHIPPED.with_name("LICENSE.md").read_text()
    assert all(name in licence for name in ("KLUE", "konec", "Attribution-ShareAlike 4.0"))


@pytest.mark.django_db(databases=[])
def test_one_line_for_each_text_with_its_id(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "가-1", "text": TEXT}), "", json.dumps({"id": 2, "text": ""})]
    answers, complained, ended = asked(tmp_path, *lines)
    assert [one["id"] for one in answers] == ["가-1", 2]
    assert [0, 3, "PS"] in answers[0]["spans"]
    assert answers[1]["spans"] == []
    assert (complained, ended) == ("", "")


def test_offsets_are_those_of_the_composed_text(tmp_path: Path) -> None:
    import unicodedata

    apart = json.dumps({"id": "1", "text": unicodedata.normalize("NFD", TEXT)})
    whole = json.dumps({"id": "1", "text": TEXT})
    answers, _, _ = asked(tmp_path, apart, whole)
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "JSON이 아닙니다"),
        ("[" * 100_000, "JSON이 아닙니다"),
        ("[]", "꼴이 아닙니다"),
        ('{"id": "1"}', "꼴이 아닙니다"),
        ('{"text": "가"}', "id가"),
        ('{"id": true, "text": "가"}', "id가"),
        ('{"id": "1", "text": "\\ud800"}', "서로게이트"),
        (b'{"id": "1", "text": "\xff"}', "UTF-8이 아닙니다"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(
    tmp_path: Path, line: str | bytes, said: str
) -> None:
    good = json.dumps({"id": "1", "text": TEXT})
    answers, complained, ended = asked(tmp_path, good, line, good)
    assert len(answers) == 2
    assert complained.startswith("2번째 줄: ") and said in complained
    assert "1개" in ended


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="읽을 수 없습니다"):
        call_command("recognise", str(tmp_path / "none.jsonl"))
    broken = tmp_path / "broken.model"
    broken.write_text("없음")
    with pytest.raises(CommandError, match="이름 인식기 파일이 아닙니다"):
        call_command("recognise", str(broken), "--model", str(broken))
