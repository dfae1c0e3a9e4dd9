"""The queue: what waits for a moderator, riskiest first, a page at a time.

A page begins behind the last row of the one before (keyset), so that the thousandth costs
what the first does.
"""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from hwalja.articles.models import Article, Section
from hwalja.comments import reasons
from hwalja.comments.admin import names
from hwalja.comments.models import Comment

PER_PAGE = 100
# Beyond the queue a text is searched for in the newest alone.
SEARCHED = 50_000
WAITING, REPORTED, APPEALED = "waiting", "reported", "appealed"
QUEUES = {
    "": Q(),
    WAITING: Q(state=Comment.WAITING),
    REPORTED: Q(reports__gt=0),
    APPEALED: Q(appealed=True),
}
STATES = [
    ("", "볼 것 모두"),
    (WAITING, "기다림"),
    (REPORTED, "신고"),
    (APPEALED, "이의"),
    (Comment.VISIBLE, "실린 댓글"),
    (Comment.HIDDEN, "가린 댓글"),
    (Comment.BLOCKED, "임시조치"),
    ("all", "모든 댓글"),
]
# A check and a reason can have the same name.
RULES = [("", "모두"), *{**names.CHECKS, **dict(reasons.CHOICES)}.items()]
LABELS = [("", "모두"), *names.LABELS.items()]
MOST = 10**18 - 1


class SectionField(forms.ModelChoiceField):
    def to_python(self, value: Any) -> Any:
        """No number is too large to be told that there is no such section."""
        if value and not (str(value).isdecimal() and len(str(value)) < 19):
            raise forms.ValidationError(self.error_messages["invalid_choice"], "invalid_choice")
        return super().to_python(value)


class FilterForm(forms.Form):
    state = forms.ChoiceField(label="무엇을", choices=STATES, required=False)
    section = SectionField(
        label="섹션", queryset=Section.objects.order_by("path"), required=False, empty_label="모두"
    )
    article = forms.IntegerField(label="기사 번호", required=False, min_value=1, max_value=MOST)
    rule = forms.ChoiceField(label="규칙", choices=RULES, required=False)
    label = forms.ChoiceField(label="보조기", choices=LABELS, required=False)
    author = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    q = forms.CharField(label="이름이나 댓글의 말", required=False, max_length=100)


@dataclass(frozen=True)
class Page:
    """`after`: the place behind which the next page begins; empty where there is none."""

    rows: list[Comment]
    after: str = ""
    only_newest: bool = False
    chosen: dict[str, Any] = field(default_factory=dict)


def page(chosen: dict[str, Any], after: str = "") -> Page:
    """`chosen`: the cleaned data of a `FilterForm`, all of it or what was valid."""
    state = chosen.get("state") or ""
    is_queue = state in QUEUES
    rows = Comment.objects.queued().filter(QUEUES[state]) if is_queue else _others(state)
    searches = bool(chosen.get("q")) and not is_queue
    if searches:
        newest = Comment.objects.aggregate(Max("pk"))["pk__max"] or 0
        rows = rows.filter(pk__gt=newest - SEARCHED)
    rows = _behind(_chosen(rows, chosen), after, is_queue).defer("password", "key", "origin")
    found = list(rows.select_related("author")[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    _add_articles(shown)
    last = _place(shown[-1], is_queue) if len(found) > PER_PAGE else ""
    return Page(shown, last, searches, chosen)


def _others(state: str) -> QuerySet[Comment]:
    rows = Comment.objects.order_by("-pk")
    return rows.exclude(state=Comment.DELETED) if state == "all" else rows.filter(state=state)


def _chosen(rows: QuerySet[Comment], chosen: dict[str, Any]) -> QuerySet[Comment]:
    if section := chosen.get("section"):
        where = "section" if section.is_top else "subsection"
        # Asked of each row in its turn; a join would sort the whole queue anew.
        own = Article.objects.filter(pk=OuterRef("article"), **{where: section.pk})
        rows = rows.filter(Exists(own.order_by()))
    if number := chosen.get("article"):
        rows = rows.filter(article__in=Article.objects.filter(number=number).values("pk"))
    for name, column in (("rule", "rule"), ("label", "label"), ("author", "person")):
        if value := chosen.get(name):
            rows = rows.filter(**{column: value})
    if text := chosen.get("q"):
        rows = rows.filter(Q(body__icontains=text) | Q(name__icontains=text))
    return rows


def _place(row: Comment, is_queue: bool) -> str:
    return f"{row.reports}_{row.score!r}_{row.pk}" if is_queue else str(row.pk)


def _behind(rows: QuerySet[Comment], after: str, is_queue: bool) -> QuerySet[Comment]:
    """What comes after that place; a place that nobody gave out is the beginning."""
    try:
        *place, last = after.split("_")
        pk = min(max(int(last), 0), MOST)
        if not is_queue:
            return rows.filter(pk__lt=pk)
        reports, score = min(max(int(place[0]), 0), 2**31 - 1), float(place[1])
    except (ValueError, IndexError):
        return rows
    same = Q(reports=reports)
    behind = Q(reports__lt=reports) | same & Q(score__lt=score) | same & Q(score=score, pk__lt=pk)
    return rows.filter(behind, reports__lte=reports)


def _add_articles(rows: list[Comment]) -> None:
    """Each article once, without its text."""
    wanted = {row.article_id for row in rows}
    found = Article.objects.defer_streamfields().in_bulk(wanted)
    for row in rows:
        row.article = found[row.article_id]


def waiting(most: int) -> int:
    """How many wait; counted no further than `most`."""
    return Comment.objects.queued().order_by()[:most].count()
