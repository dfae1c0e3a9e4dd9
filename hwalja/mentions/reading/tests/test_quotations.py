"""Sentences of many constructions with what is said in them, by whom, through which medium.

A case in `said/*.txt` is a marked text and a line `> KIND SPEAKER |MEDIA| CONTENT` for each
quotation: D direct and explicit, d direct, i indirect; `-` for nobody.
"""

from pathlib import Path

import pytest

from hwalja.mentions.reading.grammar.parse import parse
from hwalja.mentions.reading.quotations import quotations
from hwalja.mentions.reading.shapes import Quote
from hwalja.mentions.reading.tests.marked import marked

Expected = tuple[str, str | None, tuple[str, ...], str]
_FILES = sorted((Path(__file__).parent / "said").glob("*.txt"))


def _cases() -> list[tuple[str, list[Expected]]]:
    blocks = [b for f in _FILES for b in f.read_text(encoding="utf8").strip().split("\n\n")]
    return [_case(block) for block in blocks]


def _case(block: str) -> tuple[str, list[Expected]]:
    lines = block.split("\n")
    said = [line[2:] for line in lines if line.startswith("> ")]
    text = "\n".join(line for line in lines if not line.startswith("> "))
    return text, [_expected(line) for line in said]


def _expected(line: str) -> Expected:
    head, outlet, content = line.split("|", 2)
    kind, speaker = head.strip().split(" ", 1)
    media = tuple(name for name in outlet.split(",") if name)
    return kind, speaker if speaker != "-" else None, media, content.strip()


def _kind(quote: Quote) -> str:
    if quote.kind == "indirect":
        return "i"
    return "D" if quote.is_explicit else "d"


def _read(text: str) -> list[Expected]:
    document, mentions = marked(text)
    return sorted(
        (
            (_kind(q), q.speaker, q.outlet, document.of(q))
            for q in quotations(parse(document, mentions))
        ),
        key=str,
    )


@pytest.mark.parametrize(("text", "expected"), _cases(), ids=lambda v: str(v)[:40])
def test_who_says_what(text: str, expected: list[Expected]) -> None:
    assert _read(text) == sorted(expected, key=str)
