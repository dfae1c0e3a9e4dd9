"""Headlines of other stories, as lists and links print them."""

import re

from hwalja.articles.intake import furniture

_LINK = re.compile(
    r"^[<\[(〈【☞▶▷→◇■]*\s?(?:관련|연관|이전|함께\s?볼\s?만한)\s?(?:기사|뉴스|글)?\s?(?:보기)?\s?[>\])〉】:：☞▶]+\s*(?P<a>.*)$"
    r"|^☞\s*(?P<b>.*)$|^[▶▷→]\s*(?P<c>.{4,80}?)\s?(?:바로\s?가기|기사\s?보기|더\s?보기|클릭)\W*$"
)


def link_in(text: str) -> str | None:
    """The headline of a link to another story standing in this one, or None for a paragraph."""
    if len(text) > 150:
        return None
    found = _LINK.match(text)
    return clean_item(next((part for part in found.groups() if part), "")) if found else None


_ITEM_MARK = re.compile(
    r"^(?:(?:이전|다음)\s?(?:기사|글)\s?[|:：]\s?|[-–•·ㆍ▶▷▲☞◆■□※*]+|\(?\d{1,2}(?:[.)위]|(?=\s)))\s*"
)
_ITEM_TAIL = re.compile(r"\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,2}\s?(?:분|시간|일)\s?전)\s*$")


def clean_item(text: str) -> str:
    """A list's headline without its number, bullet and count of comments."""
    return _ITEM_TAIL.sub("", _ITEM_MARK.sub("", text)).strip()


def is_headline(text: str) -> bool:
    """Whether a line of a list reads like a headline: some words of Korean, no full stop."""
    if not 7 <= len(text) <= 130 or len(re.findall("[가-힣]", text)) < 4:
        return False
    if " " not in text and len(text) < 12:
        return False
    closed = re.search(r"(?<![.…])\.[”\"’']?$", text)
    return not closed and not furniture.is_list_head(text) and not furniture.is_notice(text)
