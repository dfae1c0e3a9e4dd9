"""Names that no directory and no rule has: what a recogniser is sure of, proposed to the desk."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from hwalja.mentions.reading import title_words
from hwalja.mentions.reading.document import flat
from hwalja.mentions.reading.korean_names import is_korean
from hwalja.mentions.reading.name_words import NOT_NAMES
from hwalja.mentions.reading.shapes import Document, Mention, Token


class Span(Protocol):
    """What a recogniser says of a stretch of text: PS, OG or LC, and how sure it is."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> str: ...
    @property
    def confidence(self) -> float: ...


# Spans of a text with the morphemes of what is to be read of it; offsets from its beginning.
Recognise = Callable[[str, Sequence[Token]], Sequence[Span]]
# Below this a name is not proposed: a false one is a nuisance.
SURE = 0.8
# Somebody called by a letter or by a surname and a title: A 기자, 김 비서관.
_CALLED = re.compile(r"[A-Z가-힣] (?P<title>[가-힣]+)")


def recognised(document: Document, taken: Sequence[Mention], recognise: Recognise) -> list[Mention]:
    """New people of a document where nobody was found; `taken`: whom all else has found.

    Left out is what is a part of another name: 폰 에버스타인 is short for somebody named in full.
    """
    text = flat(document.text)
    found = list(_found(text, list(_tokens(document, taken)), recognise))
    names = {one.name for one in (*taken, *found)}
    return [
        one
        for one in found
        if not _is_in(one, taken)
        and not any(one.name in name and one.name != name for name in names)
    ]


def _tokens(document: Document, taken: Sequence[Mention]) -> Iterator[Token]:
    """Those of the sentences with a proper noun that is nobody's yet: reading all costs time."""
    for paragraph in document.paragraphs:
        for sentence in paragraph.sentences:
            if any(one.tag == "NNP" and not _is_in(one, taken) for one in sentence.tokens):
                yield from sentence.tokens


def _is_in(one: Mention | Token, taken: Iterable[Mention]) -> bool:
    return any(other.start < one.end and one.start < other.end for other in taken)


def _found(text: str, tokens: Sequence[Token], recognise: Recognise) -> Iterator[Mention]:
    """A word that the analyser knows as a common noun (원주민) is nobody, whatever it looks like."""
    nouns = {(token.start, token.end) for token in tokens if token.tag == "NNG"}
    for span in recognise(text, tokens):
        name = text[span.start : span.end]
        is_word = (span.start, span.end) in nouns
        if span.label == "PS" and span.confidence >= SURE and _is_whole(name) and not is_word:
            yield Mention(span.start, span.end, "person", name, "new", "model")


def _is_whole(name: str) -> bool:
    """Whether a name tells one person from others: a Korean full name, or one of several words.

    One word alone (머스크) is mostly short for somebody.
    """
    if " " in name:
        called = _CALLED.fullmatch(name)
        return not (called and title_words.at_end(called["title"]))
    return len(name) > 2 and is_korean(name) and name not in NOT_NAMES
