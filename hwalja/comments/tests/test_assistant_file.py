"""Models as files: whole or refused, and the newsroom's own before the shipped one."""

import json
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hwalja.comments import assistant
from hwalja.comments.assistant import chosen, file
from hwalja.comments.assistant.features import key
from hwalja.comments.assistant.model import Model


def tiny() -> Model:
    """Knows one word only, and hates it."""
    return Model(
        keys=array("I", [key("가지")]),
        offensive=array("h", [0]),
        hate=array("h", [100]),
        scale=(1.0, 1.0),
        bias=(-5.0, -5.0),
        lean=(0.0, 0.0),
        about={"source": "시험"},
    )


@pytest.fixture
def own(settings: Any, tmp_path: Path) -> Iterator[Path]:
    settings.HOME = tmp_path
    assistant.model.cache_clear()
    yield chosen.own()
    assistant.model.cache_clear()


def test_there_and_back(tmp_path: Path) -> None:
    path = tmp_path / "m.model"
    file.write(tiny(), path)
    assert file.read(path) == tiny() and list(tmp_path.iterdir()) == [path]


def test_the_newsroom_s_own_comes_first(own: Path) -> None:
    file.write(tiny(), own)
    assert assistant.judge("가지").label == "hate"
    assert assistant.judge("못생긴 년").label == "none"


def test_without_one_the_shipped_one_is_asked(own: Path) -> None:
    assert assistant.judge("가지볶음 잘 먹었습니다").label == "none"
    assert assistant.judge("못생긴 년").label == "hate"


def test_a_broken_one_is_told_and_passed_over(own: Path, caplog: Any) -> None:
    own.write_bytes(file.dump(tiny())[:-1])
    assert assistant.judge("못생긴 년").label == "hate"
    assert "온전한 댓글 도우미 파일이 아닙니다" in caplog.text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"PK\x03\x04",
        b"[]\n",
        b"{}\n",
        file.dump(tiny())[:-3] + b"abc",
        file.dump(tiny()) + b"x",
        json.dumps({"format": 2, "runs": 0, "checksum": 0}).encode() + b"\n",
    ],
)
def test_what_is_no_model_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "m.model"
    path.write_bytes(raw)
    with pytest.raises(file.Unreadable, match="댓글 도우미 파일이 아닙니다"):
        file.read(path)
