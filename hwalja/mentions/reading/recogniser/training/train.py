"""From marked sentences to a recogniser, and to its figures on sentences it never saw."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pycrfsuite

from hwalja.mentions.reading import kiwi as analyser
from hwalja.mentions.reading.recogniser.features import features
from hwalja.mentions.reading.recogniser.file import Contents
from hwalja.mentions.reading.recogniser.lexicon import Lexicon
from hwalja.mentions.reading.recogniser.model import Recogniser
from hwalja.mentions.reading.recogniser.names import given_names
from hwalja.mentions.reading.recogniser.spans import Span, marks
from hwalja.mentions.reading.recogniser.training import meaning, words
from hwalja.mentions.reading.recogniser.training.forms import Form, kinds, people_and_things
from hwalja.mentions.reading.recogniser.training.measure import Figure, figures
from hwalja.mentions.reading.recogniser.training.rows import Row
from hwalja.mentions.reading.recogniser.training.swap import Names, retold
from hwalja.mentions.reading.recogniser.units import sentences, units
from hwalja.mentions.reading.shapes import Token

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

SEED = 0
# The measured gain of a second retelling is within the noise of the folds.
TIMES = 1
# Elastic net: the first leaves two thirds of the features out, the second holds the rest small.
PARAMETERS = {"c1": 0.1, "c2": 0.05, "max_iterations": 100, "feature.possible_transitions": False}
ABOUT = {
    "licence": "CC BY-SA 4.0",
    "source": "KLUE-NER v1.1 (KLUE), konec (korean-named-entity); Kiwi's dictionary (Apache-2.0)",
}
Say = Callable[[str], object]


@dataclass(frozen=True)
class Trained:
    """`figures`: none where no folds were asked for; `seconds`: for the model, without folds."""

    contents: Contents
    figures: dict[str, Figure]
    seconds: float


@dataclass(frozen=True)
class Lesson:
    """A sentence as the labelling model is shown it."""

    id: str
    shown: list[list[str]]
    marks: list[str]


class Teacher:
    """All that is the same for every fold: it knows no marks of the sentences."""

    def __init__(self, kiwi: Kiwi, rows: Sequence[Row], forms: Sequence[Form]) -> None:
        self.kiwi = kiwi
        self.rows = rows
        self.tokens = list(analyser.tokens_of(kiwi, [row.text for row in rows]))
        long = list(words.long_names())
        self.names = Names(forms, long)
        near = meaning.nearness(kiwi, self.tokens)
        self.lexicon = Lexicon(
            names=kinds(forms),
            words=words.places(long),
            given=given_names(*people_and_things(forms)),
            groups=meaning.groups(near),
            near=meaning.nearest(near),
        )

    def lessons(self) -> list[Lesson]:
        """The sentences, and all of them told again with other names."""
        again = retold(self.rows, self.names, TIMES, SEED)
        tokens = analyser.tokens_of(self.kiwi, [row.text for row in again])
        return [
            *self._lessons(self.rows, self.tokens),
            *self._lessons(again, tokens),
        ]

    def _lessons(self, rows: Iterable[Row], tokens: Iterable[list[Token]]) -> list[Lesson]:
        out = []
        for row, each in zip(rows, tokens, strict=True):
            for part in sentences(units(row.text, each), row.text):
                shown = features(row.text, part, self.lexicon)
                out.append(Lesson(row.id, shown, marks(part, row.spans)))
        return out


def train(
    rows: Sequence[Row], forms: Sequence[Form], folds: int = 0, say: Say = lambda told: None
) -> Trained:
    """A recogniser from all rows, and its figures over so many folds of them."""
    begun = time.monotonic()
    teacher = Teacher(analyser.load(), rows, forms)
    lessons = teacher.lessons()
    say(f"문장 {len(rows):,}개와 그 변형으로 가르칩니다.")
    model = fit(lessons)
    seconds = time.monotonic() - begun
    found = measure(teacher, lessons, folds, say) if folds else {}
    scores = {group: round(one.f1, 3) for group, one in sorted(found.items())}
    about = ABOUT | {"sentences": len(rows), "folds": folds, "f1": scores}
    return Trained(Contents(teacher.lexicon, [model], about), found, seconds)


def fit(lessons: Iterable[Lesson]) -> bytes:
    """A labelling model, in CRFsuite's own form."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for lesson in lessons:
        trainer.append(lesson.shown, lesson.marks)
    trainer.set_params(PARAMETERS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()


def measure(teacher: Teacher, lessons: Sequence[Lesson], folds: int, say: Say) -> dict[str, Figure]:
    """What a model taught with the other folds finds in each; retold sentences stay in theirs."""
    fold_of = _folds([row.id for row in teacher.rows], folds)
    found: dict[str, list[Span]] = {}
    for fold in range(folds):
        model = fit(lesson for lesson in lessons if fold_of[lesson.id] != fold)
        found |= _read(teacher, model, [fold_of[row.id] == fold for row in teacher.rows])
        say(f"{fold + 1}/{folds}겹을 쟀습니다.")
    return figures(teacher.rows, [found[row.id] for row in teacher.rows])


def _read(teacher: Teacher, model: bytes, wanted: Sequence[bool]) -> dict[str, list[Span]]:
    reader = Recogniser(teacher.lexicon, [model], teacher.kiwi)
    return {
        row.id: reader.spans(row.text, tokens)
        for row, tokens, is_wanted in zip(teacher.rows, teacher.tokens, wanted, strict=True)
        if is_wanted
    }


def _folds(ids: Iterable[str], folds: int) -> dict[str, int]:
    """Shuffled, then cut into parts of the same size."""
    order = sorted(set(ids))
    random.Random(13).shuffle(order)  # noqa: S311 (the same folds on every machine)
    return {each: at * folds // len(order) for at, each in enumerate(order)}
