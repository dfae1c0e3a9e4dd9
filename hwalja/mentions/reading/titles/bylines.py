"""Reporters, where the article says for which paper."""

import re
from collections.abc import Iterator

from hwalja.mentions.reading.media import is_medium
from hwalja.mentions.reading.shapes import Document, Paragraph, Title

_NEWS_HOUSE = re.compile(
    r"\[([가-힣A-Za-z0-9 ]{2,14})\]|\([가-힣]{2,6}=([가-힣A-Za-z0-9 ]{2,14})\)"
)
_REPORTER = re.compile(
    r"(?<![가-힣])([가-힣]{2,4}) ?(?:선임|수석|인턴|객원|전문)?(기자|특파원|논설위원)(?![가-힣])"
)


def reporters(document: Document) -> Iterator[Title]:
    """The byline's reporter, where the article says for which paper."""
    house = _house(document)
    if not house:
        return
    for paragraph in document.paragraphs:
        zone = paragraph.zone
        if zone != "byline" and not (zone == "body" and paragraph is _last_body(document)):
            continue
        begin = paragraph.start if zone == "byline" else max(paragraph.end - 20, paragraph.start)
        for match in _REPORTER.finditer(document.text, begin, paragraph.end):
            yield Title(match[1], house, match[2], match.start(), match.end())


def _last_body(document: Document) -> Paragraph | None:
    return next((p for p in reversed(document.paragraphs) if p.zone == "body"), None)


def _house(document: Document) -> str:
    """The paper that the dateline names: [강은일보], (서울=강은뉴스)."""
    found = ((p, _NEWS_HOUSE.match(document.text, p.start, p.end)) for p in document.paragraphs)
    match = next((m for p, m in found if m and _may_name(p, m)), None)
    if match is None:
        return ""
    if match[2]:
        return str(match[2]).strip()
    # [단독] and [인터뷰] are no papers.
    return next((str(n) for n in (match[1], match[1].split()[0]) if is_medium(n)), "")


def _may_name(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """In the story, or in a line of its own."""
    return paragraph.zone in {"byline", "body"} or match.end() == paragraph.end
