"""Names of people, organisations, places, dates, times and quantities in Korean news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pycrfsuite

from hwalja.mentions.reading import kiwi as analyser
from hwalja.mentions.reading.recogniser import file
from hwalja.mentions.reading.recogniser.features import features
from hwalja.mentions.reading.recogniser.lexicon import Lexicon
from hwalja.mentions.reading.recogniser.spans import Span, runs
from hwalja.mentions.reading.recogniser.units import Unit, sentences, units
from hwalja.mentions.reading.shapes import Token

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

# Beside the code, with its licence: what every installation reads with.
SHIPPED = Path(__file__).with_name("korean-news.model")
Stretch = tuple[int, int, str]


class Recogniser:
    """Reads text in NFC; thread-safe no more than its models are: one a thread."""

    def __init__(self, lexicon: Lexicon, models: Sequence[bytes], kiwi: Kiwi | None = None) -> None:
        self.lexicon = lexicon
        self._models = models  # The taggers read from these bytes as long as they live.
        self._taggers = [_tagger(model) for model in models]
        self._kiwi = kiwi

    @classmethod
    def load(cls, path: Path = SHIPPED, kiwi: Kiwi | None = None) -> Recogniser:
        """From a model file. `kiwi`: the process's analyser; without it, one is loaded when
        text comes without its morphemes. Raises `file.Unreadable`.
        """
        contents = file.read(path)
        try:
            return cls(contents.lexicon, contents.models, kiwi)
        except ValueError:
            raise file.Unreadable(f"‘{path}’은(는) 이름 인식기 파일이 아닙니다.") from None

    @property
    def kiwi(self) -> Kiwi:
        if self._kiwi is None:
            self._kiwi = analyser.load()
        return self._kiwi

    def spans(self, text: str, tokens: Sequence[Token] | None = None) -> list[Span]:
        """The names in a text, in order, none within another.

        `tokens`: the morphemes of the text, or of the part of it that is to be read.
        """
        if tokens is None:
            tokens = analyser.tokens(self.kiwi, text)
        line = units(text, tokens)
        return [span for part in sentences(line, text) for span in self._of(text, part)]

    def spans_of(self, texts: Iterable[str]) -> Iterator[list[Span]]:
        """The names in each of many texts."""
        for text in texts:
            yield self.spans(text)

    def _of(self, text: str, line: Sequence[Unit]) -> list[Span]:
        shown = pycrfsuite.ItemSequence(features(text, line, self.lexicon))
        views = [_view(tagger, shown) for tagger in self._taggers]
        likely: dict[Stretch, float] = defaultdict(float)
        for view in views:
            for stretch, confidence in view.items():
                likely[stretch] += confidence / len(views)
        return [
            Span(line[first].start, line[stop - 1].end, label, round(confidence, 3))
            for (first, stop, label), confidence in _chosen(likely, len(views))
        ]


def _tagger(model: bytes) -> Any:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    return tagger


def _view(tagger: Any, shown: Any) -> Mapping[Stretch, float]:
    """What one model takes for names, and how sure it is of the least sure part of each."""
    tagger.set(shown)
    found = tagger.tag()
    return {
        (first, stop, label): min(tagger.marginal(found[k], k) for k in range(first, stop))
        for first, stop, label in runs(found)
    }


def _chosen(likely: Mapping[Stretch, float], views: int) -> list[tuple[Stretch, float]]:
    """The likeliest stretches that do not overlap, in the order of the text."""
    # One model has weighed all readings against each other; of several, more must speak for a
    # stretch than against it.
    least = 0.0 if views == 1 else 0.33
    taken: set[int] = set()
    out = []
    for stretch, confidence in sorted(likely.items(), key=lambda item: (-item[1], item[0])):
        inside = set(range(stretch[0], stretch[1]))
        if confidence > least and not inside & taken:
            taken |= inside
            out.append((stretch, confidence))
    return sorted(out)
