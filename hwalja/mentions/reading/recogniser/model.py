"""Names of people, organisations, places, dates, times and quantities in Korean news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hwalja.mentions.reading import kiwi as analyser
from hwalja.mentions.reading.recogniser import file
from hwalja.mentions.reading.recogniser.broken import joined
from hwalja.mentions.reading.recogniser.decoding import Stretch, chosen, stretches
from hwalja.mentions.reading.recogniser.features import features
from hwalja.mentions.reading.recogniser.lexicon import Lexicon
from hwalja.mentions.reading.recogniser.spans import Span
from hwalja.mentions.reading.recogniser.together import PERSON, is_long, together
from hwalja.mentions.reading.recogniser.units import Unit, sentences, units
from hwalja.mentions.reading.recogniser.weights import Weights
from hwalja.mentions.reading.shapes import Token

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

# Beside the code, with its licence: what every installation reads with.
SHIPPED = Path(__file__).with_name("korean-news.model")
# A name likelier than this is told. Less than even: for the best F1 a stretch is worth telling
# when its chance is over half of that F1. Foreign people's names are told sooner: few of them
# were ever seen, and their chances are low.
LIKELY, LIKELY_LONG = 0.4, 0.25


class Recogniser:
    """Reads text in NFC; holds nothing of what it has read, so threads may share one."""

    def __init__(self, lexicon: Lexicon, weights: Weights, kiwi: Kiwi | None = None) -> None:
        self.lexicon = lexicon
        self.weights = weights
        self._kiwi = kiwi

    @classmethod
    def load(cls, path: Path = SHIPPED, kiwi: Kiwi | None = None) -> Recogniser:
        """From a model file. `kiwi`: the process's analyser; without it, one is loaded when
        text comes without its morphemes. Raises `Unreadable`.
        """
        contents = file.read(path)
        return cls(contents.lexicon, contents.weights, kiwi)

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
        parts = list(sentences(joined(units(text, tokens), self.lexicon.given), text))
        if not parts:
            return []
        shown = [one for part in parts for one in features(text, part, self.lexicon)]
        ends = np.cumsum([len(part) for part in parts])
        scores = np.split(self.weights.scores(shown), ends[:-1])
        found = stretches(scores, self.weights.moves)
        return [
            name
            for part, each in zip(parts, found, strict=True)
            for name in together(self._names(text, part, each), text)
        ]

    def _names(self, text: str, part: Sequence[Unit], found: Iterable[Stretch]) -> list[Span]:
        """Of what may be names in a sentence those that are told."""
        whole = [self._whole(text, part, one) for one in found]
        likely = [one for one in whole if one.chance > _least(_text(text, part, one), one.label)]
        return [
            Span(part[one.first].start, part[one.stop - 1].end, one.label, one.chance)
            for one in chosen(likely)
        ]

    def _whole(self, text: str, part: Sequence[Unit], one: Stretch) -> Stretch:
        """A Korean full name is whole: what was taken for more words of it is left out."""
        later = (k for k in range(one.first + 1, one.stop) if part[k].spaced)
        stop = next(later, one.stop) if one.label == PERSON else one.stop
        first = replace(one, stop=stop)
        if stop == one.stop or not self.lexicon.is_korean_name(_text(text, part, first)):
            return one
        return first

    def spans_of(self, texts: Iterable[str]) -> Iterator[list[Span]]:
        """The names in each of many texts."""
        for text in texts:
            yield self.spans(text)


def _text(text: str, part: Sequence[Unit], one: Stretch) -> str:
    return text[part[one.first].start : part[one.stop - 1].end]


def _least(name: str, label: str) -> float:
    return LIKELY_LONG if is_long(name, label) else LIKELY
