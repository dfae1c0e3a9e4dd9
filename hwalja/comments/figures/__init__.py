"""What became of comments, month by month, counted from the log and from nothing else."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from statistics import median

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from hwalja.comments import reasons
from hwalja.comments.models import LogRow, Month

# Months that the page tells of one by one; the others stand in the overview.
DETAILED = 12
DECISIONS = ("approve", "hide")
# How each rule is called where a comment was refused by it.
REFUSED_BY = {
    "form": "다른 사이트에서 보낸 글",
    "plain": "쓸 수 없는 글자",
    "repeat": "같은 글 되풀이",
    "blocked_author": "막힌 사람",
    "banned_words": "금지어",
    "personal_data": "개인정보",
}


@dataclass(frozen=True)
class Figures:
    """One month. `decided_in`: seconds until a comment that waited was decided on, the median."""

    written: int = 0
    shown: int = 0
    waiting: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    approved: int = 0
    hidden: dict[str, int] = field(default_factory=dict)
    deleted: int = 0
    reports: int = 0
    appeals: int = 0
    granted: int = 0
    takedowns: int = 0
    blocked: int = 0
    declined: int = 0
    objections: int = 0
    restored: int = 0
    removed: int = 0
    broken: int = 0
    decided_in: float | None = None

    @property
    def refused_all(self) -> int:
        return sum(self.refused.values())

    @property
    def hidden_all(self) -> int:
        return sum(self.hidden.values())

    @property
    def refused_by(self) -> list[tuple[str, int]]:
        named: Counter[str] = Counter()
        for rule, count in self.refused.items():
            named[REFUSED_BY.get(rule, "다른 규칙")] += count
        return named.most_common()

    @property
    def hidden_for(self) -> list[tuple[str, int]]:
        named: Counter[str] = Counter()
        for reason, count in self.hidden.items():
            named[reasons.label(reason) or "다른 까닭"] += count
        return named.most_common()

    @property
    def decided_words(self) -> str:
        if self.decided_in is None:
            return "–"
        minutes = round(self.decided_in / 60)
        if minutes < 1:
            return "1분 안"
        hours, rest = divmod(minutes, 60)
        if not hours:
            return f"{minutes}분"
        return f"{hours}시간 {rest}분" if hours < 48 else f"{hours // 24}일"


@dataclass(frozen=True)
class Told:
    """A month with its figures; `is_under_way` where they go up to yesterday only."""

    first: date
    figures: Figures
    is_under_way: bool = False


def months() -> list[Told]:
    """Every month since the first comment, the newest first; nothing of today."""
    first = LogRow.objects.order_by("number").values_list("at", flat=True).first()
    if first is None:
        return []
    kept = dict(Month.objects.values_list("first", "figures"))
    found = [_told(month, kept) for month in _from(first) if _start(month) < _today()]
    return found[::-1]


def _told(month: date, kept: dict[date, dict[str, object]]) -> Told:
    if month in kept:
        return Told(month, Figures(**kept[month]))  # type: ignore[arg-type]
    return Told(month, count(month), is_under_way=_start(_next(month)) > _today())


def _from(moment: datetime) -> Iterator[date]:
    month = timezone.localdate(moment).replace(day=1)
    while month <= timezone.localdate():
        yield month
        month = _next(month)


def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))


def _today() -> datetime:
    return _start(timezone.localdate())


def keep() -> int:
    """Keep the figures of months that are over; how many those were."""
    first = LogRow.objects.order_by("number").values_list("at", flat=True).first()
    if first is None:
        return 0
    known = set(Month.objects.values_list("first", flat=True))
    over = [
        month for month in _from(first) if month not in known and _start(_next(month)) <= _today()
    ]
    rows = [Month(first=month, figures=asdict(count(month))) for month in over]
    Month.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def count(month: date) -> Figures:
    """Count a month, up to today's beginning where it is not over."""
    until = min(_start(_next(month)), _today())
    rows = LogRow.objects.filter(at__gte=_start(month), at__lt=until)
    by_rule: dict[str, Counter[str]] = {}
    for action, rule, number in rows.values_list("action", "rule").annotate(Count("pk")).order_by():
        by_rule.setdefault(action, Counter())[rule] += number
    all_of = {action: sum(rules.values()) for action, rules in by_rule.items()}
    return Figures(
        written=all_of.get("post", 0),
        shown=by_rule.get("post", Counter())["visible"],
        waiting=all_of.get("post", 0) - by_rule.get("post", Counter())["visible"],
        refused=dict(by_rule.get("refuse", {})),
        hidden=dict(by_rule.get("hide", {})),
        decided_in=_median(rows),
        **{name: all_of.get(action, 0) for name, action in _ACTIONS.items()},
    )


_ACTIONS = {
    "approved": "approve",
    "deleted": "delete",
    "reports": "report",
    "appeals": "appeal",
    "granted": "appeal_granted",
    "takedowns": "takedown_ask",
    "blocked": "takedown_block",
    "declined": "takedown_decline",
    "objections": "takedown_object",
    "restored": "takedown_restore",
    "removed": "takedown_delete",
    "broken": "break",
}


def _median(rows: QuerySet[LogRow]) -> float | None:
    """From posting to the first decision, of those that waited."""
    of_it = LogRow.objects.filter(comment_id=OuterRef("comment_id"))
    posted = of_it.filter(action="post").exclude(rule="visible").values("at")[:1]
    earlier = of_it.filter(action__in=DECISIONS, number__lt=OuterRef("number"))
    first = rows.filter(action__in=DECISIONS).exclude(Exists(earlier))
    pairs = first.annotate(posted=Subquery(posted)).exclude(posted=None)
    spans = [(at - then).total_seconds() for at, then in pairs.values_list("at", "posted")]
    return median(spans) if spans else None
