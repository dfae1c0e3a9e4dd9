"""What a line of plain text is: a caption, a byline, the page's furniture, or running text."""

import re
from collections.abc import Iterator

from hwalja.articles.intake import bylines, captions, furniture
from hwalja.mentions.reading.shapes import Zone

# The end of a sentence, with or without the mark of a quotation behind it.
_SENTENCE = re.compile(r"[다요까죠][.?!][”\"’')]?$")
_DECK = 90
# A dateline with its reporter: (가온=나래통신) 홍가람 기자 =
_DATELINE = re.compile(
    rf"^\s*(?:[\[(【][^\])】\n]{{1,20}}[\])】]\s*(?:[가-힣]{{2,4}}\s?{bylines.TITLE}\s?=\s*)?"
    rf"|[가-힣]{{2,4}}\s?{bylines.TITLE}\s?=\s*)"
)
# A reporter behind the last sentence, with a mail or without.
_SIGNED = re.compile(
    rf"(?<=[.?!”\"’)])\s+(?P<sign>[/\[(]?\s?(?:[가-힣]{{2,10}}\s?[=/]\s?)?[가-힣]{{2,4}}\s?{bylines.TITLE}[^.?!]{{0,3}}"
    rf"(?:\s*{bylines.EMAIL.pattern})?\s?[\])]?)\s*$"
)
_WHEN = re.compile(r"^(?:입력|등록|승인|수정|송고|기사입력)?\s*:?\s*(?:19|20)\d\d[-.년]")

is_list_head = furniture.is_list_head


def is_sentence(line: str) -> bool:
    return bool(_SENTENCE.search(line.strip()))


def is_deck(line: str) -> bool:
    """Whether a line under the headline is a summary: short, and no sentence."""
    return len(line) <= _DECK and not is_sentence(line) and zone(line) == "body"


def zone(line: str) -> Zone:
    """What a line is, by its own shape; running text is what is nothing else."""
    if captions.has_mark(line):
        return "caption"
    if is_sentence(line) and not furniture.is_notice(line):
        return "body"
    if _is_furniture(line):
        return "boilerplate"
    if _WHEN.match(line) or _is_byline(line):
        return "byline"
    return "body"


def _is_furniture(line: str) -> bool:
    tests = (
        furniture.is_furniture,
        furniture.is_notice,
        furniture.is_copyright,
        furniture.is_footer,
        furniture.is_tags,
        furniture.is_list_head,
        furniture.is_comment_rule,
        furniture.comment_head,
    )
    return any(test(line) for test in tests) or re.match(r"[☞▶►→※]", line) is not None


def _is_byline(line: str) -> bool:
    """Whether a short line is reporters and their mails and hardly a word more."""
    if len(line) > 80 or not (bylines.find(line) or bylines.EMAIL.search(line)):
        return False
    rest = re.sub(r"[\d\W_]+|입력|수정|등록|기사|승인", "", bylines.remove(line))
    return len(rest) <= 8


def zones(text: str, start: int, end: int) -> Iterator[tuple[Zone, int, int]]:
    """A line as one block, or as its dateline, its text and its sign-off."""
    line = text[start:end]
    head, tail = _DATELINE.match(line), _SIGNED.search(line)
    signed = tail is not None and is_sentence(line[: tail.start("sign")])
    kind = zone(line.strip())
    if kind == "caption" or (kind != "body" and not signed):
        yield kind, start, end
        return
    begins = head.end() if head else 0
    ends = tail.start("sign") if tail and tail.start("sign") > begins else len(line)
    yield "byline", start, start + begins
    yield "body", start + begins, start + ends
    yield "byline", start + ends, end
