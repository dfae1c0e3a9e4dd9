"""Too many, by one author, from one address, or under one article."""

from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil

from django.db.models import QuerySet

from hwalja.comments.models import Comment
from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, refused

RULE = "flood"
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def flood(said: Said) -> Verdict | None:
    if said.article_id is None or not said.person:
        return None
    for look in (_per_article, _gap, _per_day, _per_address, _per_minute):
        if verdict := look(said):
            return verdict
    return None


def _per_article(said: Said) -> Verdict | None:
    """Those taken back count too, or else it would be no limit."""
    most = said.rules.per_article
    if most and Comment.objects.by(said.person).filter(article=said.article_id).count() >= most:
        return refused(RULE, f"한 기사에는 {most}개까지 쓸 수 있습니다.")
    return None


def _gap(said: Said) -> Verdict | None:
    since = said.now - timedelta(seconds=said.rules.gap)
    rows = Comment.objects.by(said.person).filter(created_at__gt=since)
    return _wait(rows, 1 if said.rules.gap else 0, timedelta(seconds=said.rules.gap), said.now)


def _per_day(said: Said) -> Verdict | None:
    rows = Comment.objects.by(said.person).filter(created_at__gt=said.now - DAY)
    return _wait(rows, said.rules.per_day, DAY, said.now)


def _per_address(said: Said) -> Verdict | None:
    rows = Comment.objects.filter(origin=said.origin, created_at__gt=said.now - HOUR)
    return _wait(rows, said.rules.per_address if said.origin else 0, HOUR, said.now)


def _per_minute(said: Said) -> Verdict | None:
    rows = Comment.objects.filter(article=said.article_id, created_at__gt=said.now - MINUTE)
    return _wait(rows, said.rules.per_minute, MINUTE, said.now)


def _wait(rows: QuerySet[Comment], most: int, span: timedelta, now: datetime) -> Verdict | None:
    """Refused for a while where there are `most` already: until the first of them is old enough."""
    if not most:
        return None
    times = list(rows.order_by("-created_at").values_list("created_at", flat=True)[:most])
    if len(times) < most:
        return None
    seconds = max(1, ceil((times[-1] + span - now).total_seconds()))
    told = refused(RULE, f"댓글이 너무 잦습니다. {_said(seconds)} 뒤에 다시 보내 주십시오.")
    return replace(told, retry_after=seconds)


def _said(seconds: int) -> str:
    if seconds < 100:
        return f"{seconds}초"
    return f"{ceil(seconds / 60)}분" if seconds < 5400 else f"{ceil(seconds / 3600)}시간"
