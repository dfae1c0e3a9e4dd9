"""Training: from a file of labelled comments to a model that knows them, the same each time."""

import random
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from hwalja.comments.assistant import file
from hwalja.comments.assistant.training.rows import Malformed, Row, settle_rows

KINDS = {
    "none": ["기사 고맙습니다", "응원합니다", "잘 읽었어요", "좋은 소식이네요"],
    "offensive": ["한심하다", "꼴불견이다", "그 수준이 뻔하다", "연기가 엉망이다"],
    "hate": ["꺼져라 쓰레기", "벌레 같은 것들", "저 인간들은 다 죽어야", "더러운 종자들"],
}
WHO = ["이 감독", "그 배우", "저 구단", "우리 동네", "그 회사", "이번 정책", "저 방송", "새 드라마"]
HEAD = "text\tlabel\n"


def sentences() -> list[Row]:
    rows: list[Row] = [
        (f"{who} {what}", label)  # type: ignore[misc]
        for label, whats in KINDS.items()
        for what in whats
        for who in WHO
    ]
    random.Random(7).shuffle(rows)
    return rows


def train(tmp_path: Path, text: str, *more: str) -> str:
    tsv = tmp_path / "rows.tsv"
    tsv.write_text(text)
    said = StringIO()
    out = ["--out", str(tmp_path / "m.model")]
    call_command("train_moderation", str(tsv), *out, *more, stdout=said, stderr=StringIO())
    return said.getvalue()


@pytest.mark.slow
def test_it_learns_what_it_is_shown(tmp_path: Path) -> None:
    text = HEAD + "".join(f"{text}\t{label}\n" for text, label in sentences())
    others = tmp_path / "others.txt"
    others.write_text(
        "\n".join(f"{who} 정말 {what}" for who in WHO for what in ["한심하다", "멋지다"])
    )
    said = train(tmp_path, text, "--comments", str(others), "--source", "시험")
    assert "macro-F1) 1.000" in said
    first = (tmp_path / "m.model").read_bytes()
    model = file.read(tmp_path / "m.model")
    assert model.judge("옆집 사람들 벌레 같은 것들").label == "hate"
    assert model.judge("옆집 사람들 응원합니다").label == "none"
    assert model.about["source"] == "시험"
    train(tmp_path, text, "--comments", str(others), "--source", "시험")
    assert (tmp_path / "m.model").read_bytes() == first


@pytest.mark.slow
def test_labels_without_sense_get_poor_figures() -> None:
    from hwalja.comments.assistant.training.train import train as run

    rows = sentences()
    labels = [label for _, label in rows]
    random.Random(1).shuffle(labels)
    found = run([(text, label) for (text, _), label in zip(rows, labels, strict=True)])
    assert found.figures.macro_f1 < 0.6


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "첫 줄에 ‘comments’ 또는 ‘text’ 칸이 없습니다"),
        ("text\tscore\n가\t1\n", "첫 줄에 ‘hate’ 또는 ‘label’ 칸이 없습니다"),
        (HEAD + "가\tnone\n나\n", "3째 줄: 칸이 2개가 아니라 1개입니다"),
        (HEAD + "가\tbad\n", "2째 줄: ‘bad’은(는) 갈래가 아닙니다"),
        (HEAD + "가\tnone\n", "‘none’ 댓글이 1개뿐입니다"),
    ],
)
def test_a_malformed_file_is_told(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(CommandError) as told:
        train(tmp_path, text)
    assert message in str(told.value)
    assert not (tmp_path / "m.model").exists()


def test_files_that_cannot_be_read_or_written(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="읽을 수 없습니다"):
        call_command("train_moderation", str(tmp_path / "none.tsv"), out=tmp_path / "m")
    with pytest.raises(CommandError, match="폴더가 없습니다"):
        call_command("train_moderation", str(tmp_path / "none.tsv"), out=tmp_path / "no" / "m")
    (tmp_path / "latin.tsv").write_bytes(b"text\tlabel\n\xb0\xa1\tnone\n")
    with pytest.raises(CommandError, match="UTF-8이 아닙니다"):
        call_command("train_moderation", str(tmp_path / "latin.tsv"), out=tmp_path / "m")


def test_a_text_labelled_twice_counts_as_it_was_last() -> None:
    rows = sentences()
    rows.append((rows[0][0], "hate"))
    assert dict(settle_rows(rows))[rows[0][0]] == "hate"
    assert len(settle_rows(rows)) == len(rows) - 1
    with pytest.raises(Malformed, match="‘hate’ 댓글이 0개뿐"):
        settle_rows([row for row in rows if row[1] != "hate"])
