"""Pairs of quotation marks in a paragraph: outermost only, unbalanced ones set right."""

import re
from dataclasses import dataclass

DOUBLE = '“”"„‟＂'
SINGLE = "‘’'‚‛＇"
BRACKETS = {"「": "」", "『": "』"}
# What joins the words between the marks to the verb or the noun of saying.
TAIL = re.compile(
    r" ?(?:이?라고|이?라며|이?라면서|하고|하며|하면서)(?:도|까지|만|는)?(?![가-힣])"
    r"|(?:이?라는|이?라던|이?란|고|며|면서|는|던)(?:도|까지|만)?(?![가-힣])"
    r"|이?라(?= ?[가-힣])(?![가-힣])"
)
_CLOSING_TAIL = re.compile(r" ?(?:이?라|고|며|면서|는|던|하고|[은을를의이가와과도로에]|$|[\s.,)])")
_SENTENCE_END = re.compile(r"[다라자냐까요죠네지군나래게해어아마든][.?!…~]*$|[.?!…]$")


@dataclass(frozen=True, slots=True)
class Pair:
    """Words between marks; `start`, `end` without the marks, `after` behind mark and tail."""

    start: int
    end: int
    after: int
    tail: str
    is_double: bool

    @property
    def opening(self) -> int:
        return self.start - 1

    def is_sentence(self, text: str) -> bool:
        """Whether the words are a whole sentence and not a piece of one."""
        return bool(_SENTENCE_END.search(text[self.start : self.end].strip()))


def pairs(text: str, start: int, end: int) -> tuple[Pair, ...]:
    """The outermost pairs in text[start:end], in order; a mark without its other is dropped."""
    found: list[Pair] = []
    at = start
    while at < end:
        close = _closing(text, at, end)
        if close is None:
            at += 1
            continue
        found.append(_pair(text, at + 1, close, end))
        at = close + 1
    return tuple(found)


def _pair(text: str, start: int, close: int, end: int) -> Pair:
    is_double = text[close] in DOUBLE
    tail = TAIL.match(text, close + 1, end)
    joined = tail.group().strip() if tail else ""
    # 는 after a noun is the particle of a topic, after a sentence the ending of saying.
    if joined in {"는", "던"} and not _SENTENCE_END.search(text[start:close].strip()):
        tail, joined = None, ""
    return Pair(start, close, tail.end() if tail else close + 1, joined, is_double)


def _closing(text: str, at: int, end: int) -> int | None:
    mark = text[at]
    if mark in BRACKETS:
        close = text.find(BRACKETS[mark], at, end)
        return close if close > at + 1 else None
    if mark in DOUBLE and (mark != "”" or _is_turned(text, at, end)):
        return _double(text, at, end)
    if mark in SINGLE and mark != "’" and not _is_apostrophe(text, at, end):
        return _single(text, at, end)
    return None


def _is_turned(text: str, at: int, end: int) -> bool:
    """A closing mark that stands where one opens: behind a space and before a letter."""
    is_behind_space = at == 0 or text[at - 1] in " (\n"
    return is_behind_space and at + 1 < end and not text[at + 1].isspace()


def _double(text: str, at: int, end: int) -> int | None:
    """The mark that closes the one at `at`, over marks nested in it; none if it is a stray."""
    depth = 1
    for i in range(at + 1, end):
        if text[i] not in DOUBLE:
            continue
        if text[i] == "“" and not _CLOSING_TAIL.match(text, i + 1, end):
            depth += 1
            continue
        depth -= 1
        if depth == 0 or (text[i] != "”" and text[at] != "“"):
            return i if i > at + 1 else None
    return _first_close(text, at, end)


def _first_close(text: str, at: int, end: int) -> int | None:
    """For an opening too many: the first closing mark, if no other mark opens before it."""
    for i in range(at + 1, end):
        if text[i] == "“":
            return None
        if text[i] in DOUBLE:
            return i if i > at + 1 else None
    return None


def _single(text: str, at: int, end: int) -> int | None:
    for i in range(at + 1, end):
        if text[i] in DOUBLE:
            inner = _double(text, i, end) if text[i] != "”" else None
            if inner is None:
                return None
        if text[i] in SINGLE and i > at + 1:
            if text[i] == "‘" and not _CLOSING_TAIL.match(text, i + 1, end):
                return None
            if not _is_apostrophe(text, i, end):
                return i
    return None


def _is_apostrophe(text: str, at: int, end: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isascii() and before.isalpha() and after.isascii() and after.isalpha():
        return True
    # ’24년, '90년대: a year cut short, unless something was opened before it.
    return text[at] != "‘" and after.isdigit() and not before.isalnum() and before not in ".!?"
