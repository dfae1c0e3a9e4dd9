"""Personnel and family notices (인사, 부고, 동정): stories without a sentence."""

import re
from dataclasses import replace

from hwalja.articles.intake import captions
from hwalja.articles.intake.header import find_anchor
from hwalja.articles.intake.lines import Kind, Line

_HEADLINE = re.compile(r"^\W*(?:인사|부고|부음|동정|게시판|알림|결혼|당선|합격자)(?:\W|$)")
_ENTRY = re.compile(r"^[▲△◇◆■□○●▷▶·ㆍ\-<〈]|.{20,}")
_STOP = {Kind.COPYRIGHT, Kind.LIST_HEAD, Kind.COMMENT, Kind.FOOTER}


def as_story(lines: list[Line]) -> list[Line]:
    """The lines, those of a notice's entries read as running text."""
    anchor = find_anchor(lines)
    if anchor is None or any(line.kind is Kind.SENTENCE for line in lines):
        return lines
    if not any(_HEADLINE.match(line.text) for line in lines[: anchor + 4]):
        return lines
    end = next((n for n in range(anchor, len(lines)) if lines[n].kind in _STOP), len(lines))
    return [
        replace(line, kind=Kind.SENTENCE) if anchor < n < end and _is_entry(line) else line
        for n, line in enumerate(lines)
    ]


def _is_entry(line: Line) -> bool:
    bare = line.kind is Kind.CAPTION and captions.is_bare(line.text)
    return (bare or line.kind is Kind.OTHER) and bool(_ENTRY.match(line.text))
