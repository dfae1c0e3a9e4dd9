"""Names of several words: how likely they must be, and those that were taken for two people."""

from collections.abc import Iterable
from dataclasses import replace

from hwalja.mentions.reading.recogniser.names import is_full
from hwalja.mentions.reading.recogniser.spans import Span

PERSON = "PS"


def is_long(name: str, label: str) -> bool:
    """Whether it is somebody's name of several words, nearly always a foreign one."""
    return label == PERSON and " " in name


def together(spans: Iterable[Span], text: str) -> list[Span]:
    """Two people beside each other (리처드, 닉슨) are one; a Korean full name and a bare surname are
    whole, and stay alone."""
    out: list[Span] = []
    for span in spans:
        if out and _is_one(out[-1], span, text):
            confidence = min(out[-1].confidence, span.confidence)
            out[-1] = replace(out[-1], end=span.end, confidence=confidence)
        else:
            out.append(span)
    return out


def _is_one(first: Span, second: Span, text: str) -> bool:
    if not first.label == second.label == PERSON or text[first.end : second.start] != " ":
        return False
    return all(_is_part(text[one.start : one.end]) for one in (first, second))


def _is_part(name: str) -> bool:
    return len(name) > 1 and not is_full(name)
