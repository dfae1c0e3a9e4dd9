"""A model file is read as it was written, or refused with one clear sentence."""

import json
from pathlib import Path

import pytest

from hwalja.mentions.reading.recogniser import Recogniser, Unreadable, file
from hwalja.mentions.reading.recogniser.lexicon import Lexicon
from hwalja.mentions.reading.recogniser.names import GivenNames
from hwalja.mentions.reading.recogniser.training.train import Lesson, fit
from hwalja.mentions.reading.recogniser.weights import MARKS, averaged

LESSONS = [
    Lesson("1", [["w=가온"], ["w=씨"]], ["S-PS", "O"]),
    Lesson("2", [["w=마루"], ["w=시"]], ["S-LC", "O"]),
]
LEXICON = Lexicon(
    names={"마루": "LC"}, given=GivenNames({"가": 1.5}, {"온": 0.25}), groups={"씨/NNB": [1, 2]}
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "names.model"
    file.write(file.Contents(LEXICON, averaged([fit(LESSONS)]), {"licence": "시험"}), path)
    return path


def test_it_comes_back_whole(path: Path) -> None:
    contents = file.read(path)
    assert contents.lexicon == LEXICON
    assert contents.about == {"licence": "시험"}
    (scores,) = contents.weights.scores([["w=가온", "never seen"]])
    assert MARKS[scores.argmax()] == "S-PS"
    assert Recogniser.load(path).lexicon == LEXICON


def test_training_twice_gives_the_same_bytes() -> None:
    assert fit(LESSONS) == fit(LESSONS)


def test_every_kind_of_damage_is_one_sentence(path: Path, tmp_path: Path) -> None:
    whole = path.read_bytes()
    head, _, body = whole.partition(b"\n")
    changed = json.loads(head) | {"format": 99}
    damaged = {
        "cut off": whole[:-5],
        "flipped": whole[:-5] + bytes([whole[-5] ^ 1]) + whole[-4:],
        "empty": b"",
        "text": "이름이 없습니다".encode(),
        "a list": b"[1]\n" + body,
        "no parts": json.dumps({"format": file.FORMAT, "about": {}}).encode() + b"\n" + body,
        "of another format": json.dumps(changed).encode() + b"\n" + body,
    }
    for what, raw in damaged.items():
        broken = tmp_path / "broken.model"
        broken.write_bytes(raw)
        with pytest.raises(Unreadable, match="인식기 파일") as caught:
            Recogniser.load(broken)
        assert str(broken) in str(caught.value), what


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="읽을 수 없습니다"):
        file.read(tmp_path / "none.model")
