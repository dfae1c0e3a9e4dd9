"""What stands below a story: lists of headlines and the rules for comments."""

import re

from hwalja.articles.intake import bylines, when
from hwalja.articles.intake.furniture import is_comment_rule
from hwalja.articles.intake.header import key
from hwalja.articles.intake.items import clean_item, is_headline
from hwalja.articles.intake.lines import Kind, Line, could_be_spoken
from hwalja.articles.intake.record import CommentLimit
from hwalja.articles.intake.story import Story

# Three lines of one shape are a list; one or two may be the story's own last words.
_LIST = 3
# Between the items of a list stand their times, authors, pictures and counts.
_BETWEEN = {Kind.META, Kind.FURNITURE, Kind.CAPTION, Kind.TAGS, Kind.NOTICE}
# A list whose items follow one another without blank lines ends at the first blank line.
_DENSE = 2
_END_OF_LISTS = {Kind.COMMENT, Kind.RULE, Kind.FOOTER}


def trim(story: Story, lines: list[Line]) -> None:
    """Move headlines that follow the last sentence without a heading from body to related."""
    if story.signed:
        return
    run = 0
    for place in reversed(story.places):
        if lines[place].kind is not Kind.OTHER or lines[place].shape:
            break
        run += 1
    loose = [n for n in range(len(story.body) - run, len(story.body)) if _is_loose(story.body[n])]
    at_end = story.end >= len(lines)
    spoken = any(could_be_spoken(story.body[n]) for n in loose)
    if len(loose) >= _LIST or (loose and not at_end and not spoken):
        # A single line is something of the page's, not a list of other stories.
        story.related += [clean_item(story.body[n]) for n in loose] if len(loose) > 1 else []
        story.places = [place for n, place in enumerate(story.places) if n not in loose]
        story.body = [text for n, text in enumerate(story.body) if n not in loose]


def _is_loose(text: str) -> bool:
    """A headline's shape, and not that of a sentence, a table row, a list or a note of the story."""
    if re.search(r"[가-힣](?:다|요|까|죠)[.?!][”’\"')]{0,2}\s", text):
        return False
    columns = re.search(r"\t|\||\d[\d,.%]*\s+\d", text)
    return is_headline(text) and not columns and not re.match(r"[-–•·ㆍ▲△■◆※①-⑳(*]|\d+[.)]", text)


# Below a story a short line that ends like this is the name of a list or a button.
_HEAD = re.compile(
    r"^.{0,24}(?:뉴스|기사|이슈|콘텐츠|랭킹|보기|바로\s?가기|안내|핫클릭|픽|순위)\W*$"
)


def related(lines: list[Line], end: int, masthead: set[str]) -> list[str]:
    """Headlines of every list below the story, in order, each once."""
    found: dict[str, str] = {}
    listing, dense, headed = True, 0, False
    for line in lines[end:]:
        if line.kind in _END_OF_LISTS or (line.gap and dense >= _DENSE):
            listing, dense = False, 0
        if line.kind is Kind.LIST_HEAD or _HEAD.match(line.text):
            if not headed and len(found) == 1:
                found.clear()
            listing, dense, headed = True, 0, True
        item = clean_item(_undated(line))
        if listing and _is_item(line, item) and key(item) not in masthead:
            found.setdefault(key(item), item)
            dense = 0 if line.gap and dense else dense + 1
    # A single line which no heading calls a list is none.
    return list(found.values()) if headed or len(found) > 1 else []


def _undated(line: Line) -> str:
    """A list's line without the time and the reporter behind its headline."""
    if line.kind is not Kind.META:
        return line.text
    return bylines.remove(when.MOMENT.sub(" ", line.text)).strip(" |·/,")


def _is_item(line: Line, item: str) -> bool:
    """A line of a list, unless it is a summary or belongs to the page."""
    if _HEAD.match(line.text):
        return False
    if line.kind in _BETWEEN - {Kind.META} or line.kind in {
        Kind.LIST_HEAD,
        Kind.COPYRIGHT,
        *_END_OF_LISTS,
    }:
        return False
    return is_headline(item)


_NUMBER = r"(?<![\d,])(\d{1,3}(?:,\d{3})|\d{2,5})(?![\d,])"
_BYTES = re.compile(rf"{_NUMBER}\s?(?:byte|bytes|바이트|B(?![A-Za-z]))", re.I)
_CHARACTERS = re.compile(
    rf"{_NUMBER}\s?(?:글?자(?=\s?(?:까지|이내|이하|제한|남|로|를|가|\W|$))|characters?)", re.I
)
_BARE = re.compile(
    rf"(?<![\d./])\d{{1,5}}\s?/\s?(?:최대\s?)?{_NUMBER}(?!\s?(?:자|글자|byte|bytes|바이트|[./]|\d|건|개|페이지))",
    re.I,
)


def comment_limit(lines: list[Line], end: int) -> CommentLimit:
    """The limits told below the story; a bare "0 / 400" counts bytes beside 200 characters."""
    zone = [line.text for line in lines[end:] if _speaks_of_comments(line)]
    characters = _largest(_CHARACTERS, zone)
    limit = _largest(_BYTES, zone)
    bare = _largest(_BARE, zone)
    if bare and not limit and characters and bare == 2 * characters:
        limit = bare
    elif bare and not characters and not limit:
        characters = bare
    return CommentLimit(characters, limit)


def _speaks_of_comments(line: Line) -> bool:
    return (
        line.kind in {Kind.RULE, Kind.COMMENT, Kind.NOTICE, Kind.FURNITURE}
        or is_comment_rule(line.text)
        or bool(_BARE.search(line.text) and len(line.text) <= 40)
    )


def _largest(pattern: re.Pattern[str], zone: list[str]) -> int | None:
    numbers = [int(number.replace(",", "")) for text in zone for number in pattern.findall(text)]
    return max(numbers, default=None)
