"""From labelled comments to a model and honest figures, the same each time.

Every fold has its teacher, its student, its chances and its leaning from the other four: the held-out
labels have no say in anything that is tried on them.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from sklearn.model_selection import StratifiedKFold

from hwalja.comments.assistant.model import LABELS, Model
from hwalja.comments.assistant.training import student, teacher
from hwalja.comments.assistant.training.measure import Figures, figures
from hwalja.comments.assistant.training.rows import Row, settle_rows
from hwalja.comments.assistant.training.seen import Seen, see
from hwalja.comments.assistant.training.settle import Settled, settle

FOLDS = 5
LARGEST = 32_000  # Of a weight in the file, 16 bits.


@dataclass(frozen=True)
class Trained:
    model: Model
    figures: Figures


@dataclass(frozen=True)
class Class:
    """Labelled texts first, unlabelled ones after them."""

    labels: np.ndarray
    targets: np.ndarray  # A column for offensive, one for hate.
    desk: student.Desk
    heard: np.ndarray  # Numbers of the unlabelled texts.


def train(
    rows: Iterable[Row],
    comments: Sequence[str] = (),
    about: dict[str, object] | None = None,
    say: Callable[[str], object] = lambda line: None,
) -> Trained:
    """Learn from (text, label) pairs, with unlabelled comments of the same kind beside them."""
    settled_rows = settle_rows(rows)
    known = {text for text, _ in settled_rows}
    others = [text for text in dict.fromkeys(comments) if text not in known]
    texts = [text for text, _ in settled_rows] + others
    labels = np.array([LABELS.index(label) for _, label in settled_rows])
    # Without unlabelled texts the labelled ones must tell what is rare.
    among = slice(len(labels), None) if others else slice(None)
    say(f"댓글 {len(labels):,}개(갈래 없는 것 {len(others):,}개)를 읽습니다.")
    seen = see(texts)
    desk = student.sit(seen, among)
    classroom = Class(
        labels, np.eye(3, dtype=np.float32)[labels][:, 1:], desk, np.arange(len(labels), len(texts))
    )
    say("형태소와 뜻을 봅니다. 몇 분 걸립니다.")
    views = teacher.view(texts, seen, among)
    return _train(classroom, seen, views, about or {}, say)


def _train(
    room: Class,
    seen: Seen,
    views: teacher.Views,
    about: dict[str, object],
    say: Callable[[str], object],
) -> Trained:
    everyone = np.arange(len(room.labels))
    lessons, exams = _folds(room.labels)
    say("선생을 가르칩니다.")
    hearsay = _hearsay(room, views, [*lessons, everyone])
    scores = np.zeros((len(everyone), 2))
    for number, (lesson, exam) in enumerate(zip(lessons, exams, strict=True)):
        weights = student.learn(
            room.desk, lesson, room.targets[lesson], room.heard, hearsay[number]
        )
        scores[exam] = room.desk.rows[exam] @ weights
        say(f"{FOLDS}겹 시험 {number + 1}/{FOLDS}")
    found = figures(room.labels, _held_out(scores, room.labels, exams))
    weights = student.learn(room.desk, everyone, room.targets, room.heard, hearsay[-1])
    described = {**about, "figures": asdict(found)}
    model = _model(seen, room.desk, weights, settle(scores, room.labels), described)
    return Trained(model, found)


def _folds(labels: np.ndarray) -> tuple[list[np.ndarray], list[np.ndarray]]:
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(labels, labels)
    lessons, exams = zip(*folds, strict=True)
    return list(lessons), list(exams)


def _hearsay(room: Class, views: teacher.Views, lessons: list[np.ndarray]) -> list[np.ndarray]:
    """What the teacher of each lesson says of the unlabelled texts."""
    if not len(room.heard):
        return [np.zeros((0, 2), dtype=np.float32) for _ in lessons]
    # Decisions of the newsroom come last; where there are too many, the latest teach.
    first = max(0, len(room.labels) - teacher.MOST)
    return teacher.teach(
        views, room.targets, [lesson[lesson >= first] for lesson in lessons], room.heard
    )


def _held_out(scores: np.ndarray, labels: np.ndarray, exams: list[np.ndarray]) -> np.ndarray:
    """Labels of each fold, by what the scores of the other four folds settled."""
    said: np.ndarray = np.zeros(len(labels), dtype=int)
    for exam in exams:
        others = np.setdiff1d(np.arange(len(labels)), exam)
        said[exam] = settle(scores[others], labels[others]).labels(scores[exam])
    return said


def _model(
    seen: Seen, desk: student.Desk, weights: np.ndarray, settled: Settled, about: dict[str, object]
) -> Model:
    """The student's weights and what was settled, folded into two weights a run."""
    folded = (weights[:-1] * desk.unit[:, None]) @ settled.slope
    bias = student.BIAS * weights[-1] @ settled.slope + settled.bias
    scale = np.maximum(np.abs(folded).max(axis=0), 1e-9) / LARGEST
    whole = np.round(folded / scale).astype(np.int16)
    kept = np.flatnonzero(whole.any(axis=1))
    return Model(
        keys=array("I", seen.keys[kept].tolist()),
        offensive=array("h", whole[kept, 0].tolist()),
        hate=array("h", whole[kept, 1].tolist()),
        scale=(float(scale[0]), float(scale[1])),
        bias=(float(bias[0]), float(bias[1])),
        lean=settled.lean,
        about=about,
    )
