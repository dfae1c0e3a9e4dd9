"""The last sentence of a story, where its sign-off looks like the credit of a photo."""

import re
from collections.abc import Iterable
from dataclasses import replace

from hwalja.articles.intake import bylines, captions, datelines
from hwalja.articles.intake.header import key
from hwalja.articles.intake.lines import CLOSE, Kind, Line

# A finished sentence, and behind it a short something in or without brackets.
_CLOSED = re.compile(
    rf"^(?P<said>.*{CLOSE})\s*[/=|]?\s*"
    r"(?P<sign>[\[(<〈【]?\s?[^.?!\[\]()<>〈〉【】]{2,40}\s?[\])>〉】]?)$"
)
_PAPER = re.compile(
    r"^[가-힣A-Za-z0-9]{1,10}(?:일보|신문|뉴스|통신|경제|타임스|타임즈|미디어|방송)$"
    r"|^(?:[가-힣A-Za-z0-9]{0,8}(?:뉴스|취재|특별|기획|이슈)\s?(?:팀|부)|편집국|편집부|[가-힣]{0,4}데스크)$"
)
_MASTHEAD = 20
# Pictures in a row that are looked past.
_FAR = 12
_SKIPPED = {Kind.CAPTION, Kind.FURNITURE}
_MAYBE = {Kind.CAPTION, Kind.OTHER, Kind.SENTENCE}


def as_text(lines: list[Line], known: Iterable[str] = ()) -> list[Line]:
    """The lines, a story's signed last sentence told from a caption and freed of bare names.

    Those are a paper's, a team's, a reporter's in the byline, and whatever else is `known`.
    """
    papers = set(map(key, known))
    papers |= {key(line.text) for line in lines if len(line.text) <= _MASTHEAD}
    metas = (line.text for line in lines if line.kind is Kind.META)
    papers |= {key(one.name) for text in metas for one in bylines.find(text)}
    papers |= {key(datelines.dateline(line.text).outlet or "") for line in lines}
    return [_told(lines, n, papers) for n in range(len(lines))]


def _told(lines: list[Line], n: int, papers: set[str]) -> Line:
    line = lines[n]
    bare = bylines.EMAIL.sub("", line.text)
    found = _CLOSED.match(bare) if line.kind in _MAYBE and not line.shape else None
    if not found or captions.has_mark(line.text):
        return line
    named = bool(bylines.find(found["sign"]))
    if not named and not _is_paper(found["sign"], papers):
        return line
    if not _ends_story(lines, n, captions.is_pictured(found["said"])):
        return line
    text = line.text if named else found["said"]
    return replace(line, text=text, raw=text, kind=Kind.SENTENCE)


def _is_paper(sign: str, papers: set[str]) -> bool:
    name = sign.strip(" [](){}<>〈〉【】/=|")
    return key(name) in papers or bool(_PAPER.match(name))


def _ends_story(lines: list[Line], n: int, pictured: bool) -> bool:
    """Whether a sentence without a name stands before this line, and none of the story behind it.

    What tells a picture and stands above a byline is a caption.
    """
    above = (lines[m] for m in range(n - 1, max(n - _FAR, 0) - 1, -1))
    before = next((one for one in above if one.kind not in _SKIPPED), None)
    if before is None or before.kind not in {Kind.SENTENCE, Kind.OTHER}:
        return False
    if datelines.sign_off(before.text).reporters:
        return False
    after = _next(lines, n)
    signed = after is not None and after.kind is Kind.META and bylines.find(after.text)
    return not (after is not None and after.kind is Kind.SENTENCE) and not (signed and pictured)


def _next(lines: list[Line], n: int) -> Line | None:
    """The next line that is no picture, nor the headline which a page repeats above one."""
    for m in range(n + 1, min(n + _FAR, len(lines))):
        pictured = m + 1 < len(lines) and lines[m + 1].kind is Kind.CAPTION
        if lines[m].kind not in _SKIPPED and not (lines[m].kind is Kind.OTHER and pictured):
            return lines[m]
    return None
