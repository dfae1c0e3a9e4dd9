"""The Korean analyser: morphemes and sentences, in the shapes that reading works with.

Loading takes about 2 s and 540 MB, so a process has one `Kiwi`, which is handed to whoever reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from hwalja.mentions.reading.shapes import Sentence, Token

if TYPE_CHECKING:
    from kiwipiepy import Kiwi


def load() -> Kiwi:
    """The analyser with its own dictionary only: names of the directory are matched elsewhere."""
    # Imported here, so that a web worker that imports this room does not read the analyser in.
    from kiwipiepy import Kiwi

    # One thread: the analyst's process is one of several on a machine of two cores.
    return Kiwi(num_workers=1)


def tokens(kiwi: Kiwi, text: str) -> list[Token]:
    """The morphemes of a text in NFC, offsets in its code points; contracted ones overlap."""
    return [_token(each) for each in kiwi.tokenize(text)]


def tokens_of(kiwi: Kiwi, texts: Iterable[str]) -> Iterator[list[Token]]:
    """The morphemes of many texts, read ahead as the analyser likes, in their order."""
    return ([_token(each) for each in found] for found in kiwi.tokenize(texts))


def sentences(kiwi: Kiwi, text: str) -> list[Sentence]:
    """The sentences of a text in NFC, without the space between them, each with its morphemes.

    Sentences inside a pair of quotation marks do not end the one that quotes them.
    """
    found = kiwi.split_into_sents(text, return_tokens=True, return_sub_sents=False)
    return [Sentence(each.start, each.end, tuple(map(_token, each.tokens))) for each in found]


def _token(found: Any) -> Token:
    return Token(found.form, found.tag, found.start, found.end, found.oov)
