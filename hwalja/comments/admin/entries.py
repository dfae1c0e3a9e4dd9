"""A comment as a moderator sees it: what was found in it, why it waits, who wrote it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count

from hwalja.comments import assistant, reasons
from hwalja.comments.admin import names
from hwalja.comments.models import Appeal, Comment, LogRow, Report, Standing

STATES = dict(Comment.STATES)
# Words of the assistant's, and earlier comments of the author's, that are shown.
WORDS, EARLIER = 12, 10


@dataclass
class Past:
    """What became of an author's comments, and whether they may write now."""

    counts: dict[str, int] = field(default_factory=dict)
    standing: Standing | None = None

    @property
    def told(self) -> str:
        if not self.counts:
            return "앞서 쓴 댓글을 알 수 없음"
        return ", ".join(f"{STATES[state]} {count:,}" for state, count in self.counts.items())


@dataclass
class Entry:
    """`pieces`: the text, and whether each piece was found by the rule."""

    comment: Comment
    pieces: list[tuple[bool, str]]
    why: list[str]
    past: Past
    reported: str = ""

    @property
    def label(self) -> str:
        return names.LABELS.get(self.comment.label, "")

    @property
    def risk(self) -> int:
        return round(100 * self.comment.score)


@dataclass
class Beside:
    """All that is known of one comment."""

    entry: Entry
    weights: list[tuple[str, float]]
    standings: list[Standing]
    earlier: list[Comment]
    reports: list[tuple[Report, str]]
    appeal: Appeal | None
    told: list[dict[str, Any]]


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[bool, str]]:
    """The text in pieces, and whether each lies in a span; spans may overlap."""
    found, end = [], 0
    for start, stop in sorted(spans):
        start, stop = max(start, end), min(stop, len(text))
        if start < stop:
            found += [(False, text[end:start]), (True, text[start:stop])]
            end = stop
    return [piece for piece in [*found, (False, text[end:])] if piece[1]]


def entries(rows: list[Comment]) -> list[Entry]:
    """In a fixed number of queries, whatever the rows."""
    pasts = _pasts({row.person for row in rows if row.person})
    reports: dict[int, Counter[str]] = {}
    open_ones = Report.objects.filter(comment__in=[row.pk for row in rows], settled=False)
    for comment, reason in open_ones.values_list("comment", "reason"):
        reports.setdefault(comment, Counter())[reason] += 1
    return [_entry(row, pasts.get(row.person, Past()), reports.get(row.pk)) for row in rows]


def _entry(row: Comment, past: Past, reports: Counter[str] | None) -> Entry:
    why = []
    if reports:
        why.append(f"신고 {reports.total():,}")
    if row.appealed:
        why.append("이의")
    if row.rule:
        is_hidden = row.state == Comment.HIDDEN
        why.append(names.rule(row.rule) if is_hidden else names.check(row.rule))
    told = ", ".join(f"{reasons.label(name)} {n}" for name, n in (reports or {}).items())
    return Entry(row, pieces(row.body, row.found), why, past, told)


def _pasts(persons: set[str]) -> dict[str, Past]:
    found = {person: Past() for person in persons}
    rows = Comment.objects.filter(person__in=persons).values_list("person", "state")
    for person, state, count in rows.annotate(Count("pk")).order_by("person", "state"):
        found[person].counts[state] = count
    for standing in Standing.objects.in_force().filter(person__in=persons).order_by("at"):
        found[standing.person].standing = standing
    return found


def beside(comment: Comment) -> Beside:
    entry = entries([comment])[0]
    own = Comment.objects.by(comment.person) if comment.person else Comment.objects.none()
    persons = {f"a{comment.origin}" if comment.origin else "", comment.person} - {""}
    reports = Report.objects.filter(comment=comment).order_by("settled", "-at")
    return Beside(
        entry=entry,
        weights=_weights(comment.body),
        standings=list(Standing.objects.filter(person__in=persons).select_related("by")[:EARLIER]),
        earlier=list(
            own.exclude(pk=comment.pk).select_related("article").order_by("-created_at")[:EARLIER]
        ),
        reports=[(row, reasons.label(row.reason)) for row in reports[:50]],
        appeal=Appeal.objects.filter(comment=comment).first(),
        told=told(LogRow.objects.filter(comment_id=comment.pk).order_by("-number")[:EARLIER]),
    )


def _weights(text: str) -> list[tuple[str, float]]:
    """The words that weighed most, in the assistant's reading of today."""
    found = assistant.judge(text).weights
    heaviest = sorted(found, key=lambda one: -abs(one[3]))[:WORDS]
    return [(word, round(weight, 2)) for word, _, _, weight in heaviest]


def told(rows: Iterable[LogRow]) -> list[dict[str, Any]]:
    """Rows of the log in words."""
    kept = list(rows)
    who = names.actors(row.actor for row in kept)
    return [
        {
            "row": row,
            "who": who.get(row.actor, row.actor),
            "action": names.action(row.action),
            "rule": names.logged(row.action, row.rule) if row.rule else "",
        }
        for row in kept
    ]
