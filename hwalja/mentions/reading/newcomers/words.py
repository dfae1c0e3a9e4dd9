"""The words of a paragraph and the runs of nouns they stand in: 홍가람 | 나래건설 | 대표는."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from hwalja.mentions.reading import title_words
from hwalja.mentions.reading.shapes import Paragraph, Token

_LETTERS = re.compile(r"[가-힣A-Za-z0-9·&]+")
_NOUN = ("N", "XSN", "XPN", "XR", "SL", "SN", "SH", "MM", "MAG", "SW")


# What stands before a name without being of it: 반면 홍가람 대표는.
_OPENING = frozenset(
    """
    반면 한편 이날 특히 또 또한 이어 앞서 당시 다만 그러나 하지만 그리고 따라서 최근 전날 이후 현재 지난해 올해 내년 지난달 이달 오늘 어제 반대로 실제로
    마지막으로 끝으로 이에 이와 역시 물론 결국 그러자 그런데 아울러 더불어 대신 여기에 한때 이번 지난주 오전 오후 둘째 셋째 첫째
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word between spaces and marks, with the morphemes in it."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def is_bare(self) -> bool:
        """Whether it ends in a noun: no particle, no ending."""
        return bool(self.tokens) and self.tokens[-1].tag.startswith(_NOUN) and not self.is_of

    @property
    def is_of(self) -> bool:
        """Whether it ends in 의, also where the analyser takes the whole for a new word."""
        if not self.tokens or not self.text.endswith("의"):
            return False
        last = self.tokens[-1]
        return last.tag == "JKG" or (last.is_new and last.end == self.end and len(last.form) > 2)

    @property
    def noun(self) -> str:
        """The word without its particles."""
        noun = self.text.removesuffix("의") if self.is_of else self.text
        for token in reversed(self.tokens):
            if not token.tag.startswith("J") or not noun.endswith(token.form):
                break
            noun = noun.removesuffix(token.form)
        return noun

    @property
    def particle(self) -> str:
        return self.text[len(self.noun) :]

    @property
    def title(self) -> str:
        """The post or calling it names, whole, if it names one: 기획본부장은 → 기획본부장."""
        return title_words.stem(self.text)


@dataclass(frozen=True, slots=True)
class Run:
    """Words with single spaces between, all but the last of them bare.

    `owner`: the word in -의 right before.
    """

    words: tuple[Word, ...]
    owner: Word | None = None


def words(text: str, paragraph: Paragraph) -> list[Word]:
    """In order; `text` is the document's, with plain spaces."""
    tokens = [token for sentence in paragraph.sentences for token in sentence.tokens]
    found, at = [], 0
    for match in _LETTERS.finditer(text, paragraph.start, paragraph.end):
        while at < len(tokens) and tokens[at].end <= match.start():
            at += 1
        # A name of two words may be one morpheme.
        inside = takewhile(lambda token: token.start < match.end(), islice(tokens, at, None))  # noqa: B023
        found.append(Word(match[0], match.start(), match.end(), tuple(inside)))
    return found


def runs(text: str, words: list[Word], may_be_bare: Callable[[Word], bool]) -> Iterator[Run]:
    """The runs of a paragraph, in order.

    `may_be_bare`: of a word in which the analyser sees an ending, whether it may be a name all
    the same (이로운, 심하랑).
    """
    run: list[Word] = []
    owner: Word | None = None
    before: Word | None = None
    for word in words:
        is_next = before is not None and text[before.end : word.start] == " "
        goes_on = is_next and run and (run[-1].is_bare or may_be_bare(run[-1]))
        if run and (not goes_on or run[-1].text in _OPENING):
            yield Run(tuple(run), owner)
            run = []
        if not run:
            owner = before if is_next and before is not None and before.is_of else None
        run.append(word)
        before = word
    if run:
        yield Run(tuple(run), owner)
