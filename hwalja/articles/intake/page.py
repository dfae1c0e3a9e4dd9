"""A captured page of plain text, read by the places and shapes of its lines."""

import itertools
import re
from datetime import datetime

from hwalja.articles.intake import (
    bylines,
    captions,
    closing,
    datelines,
    furniture,
    header,
    notices,
    photos,
    story,
    tail,
    when,
)
from hwalja.articles.intake.header import Header, key
from hwalja.articles.intake.lines import Kind, Line, is_polite, split
from hwalja.articles.intake.photos import Photos
from hwalja.articles.intake.record import Byline, NotAnArticle, Record
from hwalja.articles.intake.story import Story
from hwalja.articles.intake.when import Stamp
from hwalja.hangul.normalise import hangul_share

NO_STORY = "기사 본문을 찾지 못했습니다."
# Signs of a newspaper page are counted; a terms page or a notice has one or two.
_ENOUGH_SIGNS = 3
# The box about the reporter stands within so many lines below a story.
_BOX = 8
# Captions that are looked for in what was read; no page has more.
_MOST_CAPTIONS = 100
_PAGE_NUMBER = re.compile(
    r"[?&](?:idxno|num|no|id|aid|article_?id|news_?id|newsid|art_?id|seq|idx|ud|sno|nkey)=(\d{1,18})(?!\w)"
    r"|/(\d{4,18})(?:\.html?)?/?(?:[?#]|$)|/(?:news|article|articles|view|read)/(\d{1,18})(?!\w)",
    re.I,
)


def read(text: str, pasted: bool = False) -> Record:
    """The article on a page; pasted copy needs no sign of a newspaper page.

    Text must be cleaned (hwalja.hangul.normalise.clean). Raises NotAnArticle.
    """
    lines = closing.as_text(notices.as_story(split(text)))
    if hangul_share(text) < 0.3:
        raise NotAnArticle("한국어 기사가 아닙니다.")
    head = header.read(lines)
    if head is None:
        raise NotAnArticle("기사 제목을 찾지 못했습니다.")
    found = story.Walk(lines, head.start, head.headline).read()
    tail.trim(found, lines)
    record = _assemble(lines, head, found)
    _judge(record, lines, found, pasted)
    record.warnings = [*warnings(record), *lost_captions(lines[: found.end], record)]
    return record


def _assemble(lines: list[Line], head: Header, found: Story) -> Record:
    told = story.tell(found, lines, _photos(lines, head, found), head.headline)
    record = Record(headline=head.headline, captions=told.captions)
    record.body, record.places = told.body, told.places
    take_dateline(record)
    record.outlet_tag = record.outlet_tag or _outlet(lines, head)
    record.section, record.subsection = [*head.section, None, None][:2]
    printed = {key(caption.text) for caption in record.captions}
    record.deck = "\n".join(line for line in head.deck if key(line) not in printed) or None
    people = bylines.merge([header.people(lines, head), record.reporters, found.reporters])
    _drop_names(record, people)
    record.reporters = bylines.lend_mail(_mail_in_box(people, lines[found.end :]), found.mails)
    record.published_at, record.modified_at = times(
        header.times(lines, head) or _late(lines, found)
    )
    masthead = {key(line.text) for line in lines[: head.at]}
    below = tail.related(lines, found.end, masthead - {key(head.headline)})
    record.related = list(dict.fromkeys([*found.related, *below]))
    record.comment_limit = tail.comment_limit(lines, found.end)
    record.url, record.id = address(lines)
    return record


def lost_captions(lines: list[Line], record: Record) -> list[str]:
    """A warning for the first line marked as a photo's that has become neither caption nor text."""
    told = key("".join([*record.body, *(one.text for one in record.captions), record.deck or ""]))
    marked = (one.text for one in lines if one.text[:1] == "▲" and one.kind is not Kind.FURNITURE)
    for text in itertools.islice(marked, _MOST_CAPTIONS):
        caption = captions.read(text)
        if key(caption.text if caption else text) not in told:
            return [f"사진 설명 같은 줄을 넣지 못했습니다: {text[:60]}"]
    return []


def _drop_names(record: Record, people: list[Byline]) -> None:
    """A reporter's bare name below the story opens the box about them."""
    names = {one.name for one in people}
    while record.body and record.body[-1] in names:
        record.drop(len(record.body) - 1)


def _mail_in_box(people: list[Byline], below: list[Line]) -> list[Byline]:
    """Reporters with the mail that stands in the box about them, below the copyright line."""
    names = {one.name for one in people}
    for line, following in itertools.pairwise(below[:_BOX]):
        mail = following.text if bylines.EMAIL.fullmatch(following.text) else ""
        boxed = bylines.find(f"{line.text} {mail}") if line.kind is Kind.META else []
        people = bylines.merge([people, [one for one in boxed if one.name in names]])
    return people


def _photos(lines: list[Line], head: Header, found: Story) -> Photos:
    """The captions of a page: what is surely one also stands above the headline."""
    end = _end_of_photos(lines, found.end, key(head.headline))
    above = {n: captions.read(lines[n].text) for n in range(head.at) if _is_sure(lines[n])}
    shown = photos.find(lines, head.at, end, found.photos)
    shown.captions = {**{n: one for n, one in above.items() if one}, **shown.captions}
    return shown


def _is_sure(line: Line) -> bool:
    return line.kind is Kind.CAPTION and captions.is_sure(line.text)


def _end_of_photos(lines: list[Line], end: int, headline: str) -> int:
    """Pictures may stand under the sign-off, below the repeated headline or a button."""
    for n in range(end, len(lines)):
        if lines[n].kind is Kind.CAPTION:
            end = n + 1
        elif lines[n].kind is not Kind.FURNITURE and key(lines[n].text) != headline:
            break
    return end


def take_dateline(record: Record) -> None:
    """Move outlet and reporters from the opening of the body to their own fields."""
    for n, paragraph in enumerate(record.body[:2]):
        trimmed = datelines.dateline(paragraph)
        if trimmed.text == paragraph:
            continue
        record.outlet_tag, record.reporters = trimmed.outlet, trimmed.reporters
        record.body[n] = trimmed.text
        if not trimmed.text:
            record.drop(n)
        return


def _outlet(lines: list[Line], head: Header) -> str | None:
    """The outlet named in brackets on a line of its own above the story."""
    above = (datelines.outlet_of(line.text) for line in lines[head.at + 1 : head.start])
    return next((outlet for outlet in above if outlet), None)


def times(stamps: list[Stamp]) -> tuple[datetime | None, datetime | None]:
    """When it was published and modified: labelled times first, then the exact, then the first."""
    ranked = sorted(stamps, key=lambda stamp: not stamp.clock)
    told = [stamp.moment for stamp in ranked if stamp.role == "published"]
    plain = [stamp.moment for stamp in ranked if stamp.role is None]
    changed = [stamp.moment for stamp in ranked if stamp.role == "modified"]
    published = next(iter(told or plain), None)
    if not changed and published and plain and not told:
        changed = [moment for moment in plain[1:2] if moment > published]
    return published, next(iter(changed), None)


def _late(lines: list[Line], found: Story) -> list[Stamp]:
    """Times under the sign-off, where a wire service prints when the story was sent."""
    under = lines[max(found.end - 2, 0) : found.end + 3]
    return [stamp for line in under if line.kind is Kind.META for stamp in when.stamps(line.text)]


def address(lines: list[Line]) -> tuple[str | None, int | None]:
    """The page's own address and number, from lines which hold hardly more than an address."""
    for line in lines:
        for url in furniture.urls(line.text)[:1]:
            if len(line.text) - len(url) <= 16 and number_in(url):
                return url, number_in(url)
    return None, None


def number_in(url: str) -> int | None:
    """The article's number in its address, if that has one which fits a column."""
    found = _PAGE_NUMBER.search(url)
    return int(next(part for part in found.groups() if part)) if found else None


def _judge(record: Record, lines: list[Line], found: Story, pasted: bool) -> None:
    """Refuse what has no story, or too few signs of a newspaper's page."""
    text = " ".join(record.body)
    if len(text) < 20 or not found.places or hangul_share(text) < 0.3:
        raise NotAnArticle(NO_STORY)
    if not pasted and _signs(record, lines, found) < _ENOUGH_SIGNS:
        raise NotAnArticle("신문 기사로 볼 수 있는 근거(기자 이름, 시각, 매체 표시)가 부족합니다.")


def _signs(record: Record, lines: list[Line], found: Story) -> int:
    sentences = [line for line in lines if line.kind is Kind.SENTENCE]
    told = sum(1 for line in sentences if not is_polite(line.text))
    signs = 3 if record.reporters else 0
    signs += 1 if record.published_at or record.modified_at else 0
    signs += 2 if record.outlet_tag else 0
    signs += 1 if any(caption.credit for caption in record.captions) else 0
    signs += 1 if any(line.kind is Kind.COPYRIGHT for line in lines) else 0
    return signs + (2 if sentences and told > len(sentences) / 2 else 0)


def warnings(record: Record) -> list[str]:
    """What a desk should look at before publishing, in Korean."""
    checks = (
        (not record.reporters, "기자를 찾지 못했습니다."),
        (record.published_at is None, "입력 시각을 찾지 못했습니다."),
        (record.section is None, "섹션을 찾지 못했습니다."),
        (len(record.body) == 1, "본문이 한 문단입니다."),
        (any(not caption.text for caption in record.captions), "설명이 없는 사진이 있습니다."),
        (any("\ufffd" in text for text in record.body), "읽지 못한 글자가 있습니다."),
    )
    return [message for wrong, message in checks if wrong]
