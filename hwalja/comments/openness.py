"""Whether an article takes comments, and what readers are told where it does not."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.utils import timezone

from hwalja.articles.models import Article
from hwalja.comments.models import CommentRules, Discussion
from hwalja.comments.shared import RULES, SECTION_MODES

Mode = Literal["open", "waiting", "closed"]
OPEN: Mode = "open"
WAITING: Mode = "waiting"
CLOSED: Mode = "closed"

# Stories whose people are hurt again by what is said under them: suicide (자살예방 보도준칙 4.0),
# minors as victims or suspects, victims of crimes of violence.
_SENSITIVE = re.compile(
    r"자살|극단적\s?(?:선택|시도)|스스로\s목숨|투신해?\s|음독|분신해?\s"
    r"|(?:아동|영아|유아|미성년자|초등생|중학생|고교생|여중생|여고생|청소년)[^.]{0,20}"
    r"(?:학대|성폭|성추행|성착취|살해|숨진|숨졌|폭행|납치|유괴|피해)"
    r"|성폭행|성추행|성폭력|강간|불법\s?촬영|성착취물|스토킹|데이트\s?폭력|가정\s?폭력"
    r"|살인|살해|유족|희생자|피해자"
)
# A word in passing makes no story of that kind: it stands in the headline, or more than once.
OFTEN = 3
SENSITIVE_NOTE = "다친 사람을 지키려고 이 기사에서는 댓글을 받지 않습니다."
BROKEN_NOTES = {
    "surge": "짧은 동안 댓글이 많이 달려 담당자가 보고 싣습니다.",
    "reports": "신고가 많이 들어와 담당자가 보고 싣습니다.",
    "blocked": "규칙을 어긴 댓글이 많아 더 받지 않습니다.",
    "newcomers": "처음 쓰는 사람이 한꺼번에 몰려 담당자가 보고 싣습니다.",
}


@dataclass(frozen=True, slots=True)
class Openness:
    """`why`: a name for machines; `note`: what readers are told, empty where all is as usual."""

    mode: Mode
    why: str = ""
    note: str = ""


def is_sensitive(article: Article) -> bool:
    headline = f"{article.title} {article.deck}"
    if _SENSITIVE.search(headline):
        return True
    return len(_SENSITIVE.findall(article.summary or "")) >= OFTEN


def of(article: Article, discussion: Discussion | None) -> Openness:
    """As things are now; the first that has something to say wins."""
    rules = RULES.get()
    if not rules.open:
        return Openness(CLOSED, "off", "지금은 댓글을 받지 않습니다.")
    if discussion and discussion.broken == CLOSED:
        return Openness(CLOSED, discussion.broken_by, BROKEN_NOTES[discussion.broken_by])
    if discussion and discussion.mode == CLOSED:
        note = discussion.mode_note or "이 기사에서는 댓글을 받지 않습니다."
        return Openness(CLOSED, "article", note)
    if discussion and discussion.broken:
        return Openness(WAITING, discussion.broken_by, BROKEN_NOTES[discussion.broken_by])
    if discussion and discussion.mode:
        return Openness(_mode(discussion.mode), "article", discussion.mode_note)
    return _as_usual(article, rules)


def _as_usual(article: Article, rules: CommentRules) -> Openness:
    closes_at = closing_time(article, rules)
    if closes_at and closes_at <= timezone.now():
        return Openness(
            CLOSED, "age", f"기사가 나간 지 {rules.closes_after}일이 지나 댓글을 닫았습니다."
        )
    if rules.closes_sensitive and is_sensitive(article):
        return Openness(CLOSED, "sensitive", SENSITIVE_NOTE)
    modes = SECTION_MODES.get()
    mode = modes.get(article.subsection_id or 0) or modes.get(article.section_id or 0) or OPEN
    if mode == CLOSED:
        return Openness(CLOSED, "section", "이 섹션에서는 댓글을 받지 않습니다.")
    return Openness(WAITING if rules.premoderated else _mode(mode), "section")


def closing_time(article: Article, rules: CommentRules) -> datetime | None:
    """When the article's comments close by their age; none where they do not."""
    if not rules.closes_after or article.published_at is None:
        return None
    return article.published_at + timedelta(days=rules.closes_after)


def _mode(value: str) -> Mode:
    return "waiting" if value == WAITING else "closed" if value == CLOSED else "open"
