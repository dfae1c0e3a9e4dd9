"""From marked sentences to a recogniser, and to its figures on sentences it never saw."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pycrfsuite

from hwalja.mentions.reading import kiwi as analyser
from hwalja.mentions.reading.recogniser.broken import joined
from hwalja.mentions.reading.recogniser.features import features
from hwalja.mentions.reading.recogniser.file import Contents
from hwalja.mentions.reading.recogniser.lexicon import Lexicon
from hwalja.mentions.reading.recogniser.model import Recogniser
from hwalja.mentions.reading.recogniser.names import given_names
from hwalja.mentions.reading.recogniser.spans import marks
from hwalja.mentions.reading.recogniser.training import affixes, meaning, views, words
from hwalja.mentions.reading.recogniser.training.forms import Form, kinds, people_and_things
from hwalja.mentions.reading.recogniser.training.measure import Figure, figures
from hwalja.mentions.reading.recogniser.training.rows import Row
from hwalja.mentions.reading.recogniser.training.swap import Names, retold
from hwalja.mentions.reading.recogniser.units import sentences, units
from hwalja.mentions.reading.recogniser.weights import Learned, Weights, averaged
from hwalja.mentions.reading.shapes import Token

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

# Elastic net: the first leaves two thirds of the features out, the second holds the rest small.
# More iterations than these cost time and change no figure.
PARAMETERS = {"c1": 0.1, "c2": 0.05, "max_iterations": 60, "feature.possible_transitions": False}
# Every name put in place of another comes from a list. So many of them are taken for unlisted, or
# a model learns that names are what is listed, and not where they stand.
_UNLISTED = 0.5
ABOUT = {
    "licence": "CC BY-SA 4.0",
    "source": "KLUE-NER v1.1 (KLUE), konec (korean-named-entity); Kiwi's dictionary (Apache-2.0)",
}
Say = Callable[[str], object]


@dataclass(frozen=True)
class Trained:
    """`figures`: none where no folds were asked for; `seconds`: of the processor, for the model
    without the folds."""

    contents: Contents
    figures: dict[str, Figure]
    seconds: float


@dataclass(frozen=True)
class Lesson:
    """A sentence as a labelling model is shown it; `id` of the row it is from."""

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
            endings=affixes.endings(forms),
            beginnings=affixes.beginnings(forms),
            given=given_names(*people_and_things(forms)),
            groups=meaning.groups(near),
            near=meaning.nearest(near),
        )
        self._texts = {row.id: row.text for row in rows}
        # One string for all that are alike: most features come a hundred times.
        self._strings: dict[str, str] = {}

    def lessons(self, view: int) -> list[Lesson]:
        """The sentences, and the same told again with other names, which differ by view."""
        again = retold(self.rows, self.names, seed=view)
        tokens = analyser.tokens_of(self.kiwi, [row.text for row in again])
        rows = [(row, each, self.lexicon) for row, each in zip(self.rows, self.tokens, strict=True)]
        rows += [
            (row, each, self.lexicon.without(self._unlisted(row, view)))
            for row, each in zip(again, tokens, strict=True)
        ]
        return [lesson for row in rows for lesson in self._of(*row, view)]

    def _unlisted(self, row: Row, view: int) -> list[str]:
        """Some of the names that a row has in place of others."""
        chance = random.Random(f"unlisted-{view}-{row.id}")  # noqa: S311 (nothing secret)
        before = self._texts[row.id]
        names = {row.text[one.start : one.end] for one in row.spans}
        return [one for one in sorted(names) if one not in before and chance.random() < _UNLISTED]

    def _of(
        self, row: Row, tokens: Sequence[Token], lexicon: Lexicon, view: int
    ) -> Iterator[Lesson]:
        line = joined(units(row.text, tokens), lexicon.given)
        for part in sentences(line, row.text):
            shown = views.seen(features(row.text, part, lexicon), view)
            kept = [[self._strings.setdefault(one, one) for one in unit] for unit in shown]
            yield Lesson(row.id, kept, marks(part, row.spans))


def train(
    rows: Sequence[Row], forms: Sequence[Form], folds: int = 0, say: Say = lambda told: None
) -> Trained:
    """A recogniser from all rows, and its figures over so many folds of them."""
    begun = time.process_time()
    teacher = Teacher(analyser.load(), rows, forms)
    seconds = time.process_time() - begun
    say(f"문장 {len(rows):,}개와 이름을 바꾼 같은 문장들로 가르칩니다.")
    fold_of = _folds([row.id for row in rows], folds)
    whole, others = list[Learned](), [list[Learned]() for _ in range(folds)]
    for view in range(views.VIEWS):
        begun = time.process_time()
        lessons = teacher.lessons(view)
        whole.append(fit(lessons))
        seconds += time.process_time() - begun
        for fold, models in enumerate(others):
            models.append(fit(one for one in lessons if fold_of[one.id] != fold))
        say(f"모형 {views.VIEWS}개 가운데 {view + 1}개를 가르쳤습니다.")
    found = _measured(teacher, fold_of, list(map(averaged, others))) if folds else {}
    scores = {group: round(one.f1, 3) for group, one in sorted(found.items())}
    about = ABOUT | {"sentences": len(rows), "folds": folds, "f1": scores}
    return Trained(Contents(teacher.lexicon, averaged(whole), about), found, seconds)


def fit(lessons: Iterable[Lesson]) -> Learned:
    """What CRFsuite learns from them."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for lesson in lessons:
        trainer.append(lesson.shown, lesson.marks)
    trainer.set_params(PARAMETERS)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        learned = tagger.info()
        tagger.close()
    return learned.state_features, learned.transitions


def _measured(
    teacher: Teacher, fold_of: Mapping[str, int], weights: Sequence[Weights]
) -> dict[str, Figure]:
    """What models taught with the other folds find in each; retold sentences stay in theirs."""
    readers = [Recogniser(teacher.lexicon, each, teacher.kiwi) for each in weights]
    found = [
        readers[fold_of[row.id]].spans(row.text, tokens)
        for row, tokens in zip(teacher.rows, teacher.tokens, strict=True)
    ]
    return figures(teacher.rows, found)


def _folds(ids: Iterable[str], folds: int) -> dict[str, int]:
    """Shuffled, then cut into parts of the same size."""
    order = sorted(set(ids))
    random.Random(13).shuffle(order)  # noqa: S311 (the same folds on every machine)
    return {each: at * folds // len(order) for at, each in enumerate(order)}
