"""Documents for the tests of reading, from texts in which the mentions are marked.

`[[강은전자|organisation]]` marks a mention; `[[한서윤]]` a person; `[[이 회장|person|윤도현|short]]`
gives the canonical name and how it was found. A blank line ends a paragraph.
"""

import re
from functools import cache

from kiwipiepy import Kiwi

from hwalja.mentions.reading.shapes import Document, Mention, Paragraph, Sentence, Token, Zone

_MARK = re.compile(r"\[\[([^\]|]+)(?:\|([a-z]+))?(?:\|([^\]|]+))?(?:\|([a-z]+))?\]\]")


@cache
def _kiwi() -> Kiwi:
    return Kiwi(num_workers=1)


def marked(text: str) -> tuple[Document, tuple[Mention, ...]]:
    """The document and the mentions of a marked text."""
    plain, mentions, at = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        form, kind, name, how = match.groups()
        start = len(plain)
        plain += form
        status = "masked" if how == "masked" else "linked"
        mentions.append(
            Mention(
                start,
                len(plain),
                kind or "person",
                name or form,
                status,
                "name" if how in {None, "masked"} else how,
                id=name or form,
            )
        )
        at = match.end()
    plain += text[at:]
    return Document(plain, tuple(_paragraphs(plain))), tuple(mentions)


def _paragraphs(text: str) -> list[Paragraph]:
    return [
        Paragraph(_zone(m.group()), m.start(), m.end(), tuple(_sentences(m.group(), m.start())))
        for m in re.finditer(r"[^\n]+", text)
    ]


def _zone(text: str) -> Zone:
    return "caption" if text.startswith("▲") else "headline" if text.startswith("#") else "body"


def _sentences(text: str, offset: int) -> list[Sentence]:
    tokens = [
        Token(t.form, t.tag, t.start + offset, t.start + t.len + offset)
        for t in _kiwi().tokenize(text)
    ]
    spans = [(s.start + offset, s.end + offset) for s in _kiwi().split_into_sents(text)]
    return [
        Sentence(start, end, tuple(t for t in tokens if start <= t.start < end))
        for start, end in spans
    ]
