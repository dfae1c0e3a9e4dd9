"""Circuit breakers: what must not run on by itself when a discussion boils over.

`decide` is a pure function of numbers; `watch` is the duty that counts them, for those
articles alone under which something was said, refused or reported in the last ten minutes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from hwalja.articles.models import Article
from hwalja.comments import discussions, letters, log, openness, press
from hwalja.comments.models import Comment, CommentRules, Discussion, LogRow
from hwalja.comments.models.rules import SectionComments
from hwalja.comments.shared import RULES
from hwalja.look.metadata import absolute

WINDOW = timedelta(minutes=10)
# So many at least before shares mean anything.
LAST = 30
DUTY = "breakers"
STIRRING = ("post", "refuse", "report")


@dataclass(frozen=True)
class Numbers:
    """Of one article. In ten minutes: `comments`, `reports`, and `newcomers` among the comments.

    `judged`: the last sent, 30 at most; `blocked`: how many of them were refused or hidden.
    """

    comments: int = 0
    reports: int = 0
    newcomers: int = 0
    judged: int = 0
    blocked: int = 0


@dataclass(frozen=True)
class Trip:
    """`by`: a name of `openness.BROKEN_NOTES`. `told`: the numbers, in Korean."""

    by: str
    mode: str
    told: str


def decide(numbers: Numbers, rules: CommentRules) -> Trip | None:
    """The hardest first; a rule of 0 is switched off."""
    wait, close = SectionComments.WAITING, SectionComments.CLOSED
    share = _percent(numbers.blocked, numbers.judged)
    if rules.breaks_at_blocked and numbers.judged >= LAST and share > rules.breaks_at_blocked:
        return Trip(
            "blocked", close, f"최근 {numbers.judged}개 중 막히거나 가려진 것 {numbers.blocked}개"
        )
    if rules.breaks_at_reports and numbers.reports >= rules.breaks_at_reports:
        return Trip("reports", wait, f"10분 동안 신고 {numbers.reports}건")
    if rules.breaks_at_surge and numbers.comments >= rules.breaks_at_surge:
        return Trip("surge", wait, f"10분 동안 댓글 {numbers.comments}개")
    share = _percent(numbers.newcomers, numbers.comments)
    if rules.breaks_at_newcomers and numbers.comments >= LAST and share > rules.breaks_at_newcomers:
        told = f"10분 동안 댓글 {numbers.comments}개 중 처음 쓰는 사람의 것 {numbers.newcomers}개"
        return Trip("newcomers", wait, told)
    return None


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def watch() -> int:
    """Look at every article that stirs; how many breakers went down."""
    recent = LogRow.objects.filter(at__gt=timezone.now() - WINDOW, action__in=STIRRING)
    numbers = recent.order_by().values_list("article_number", flat=True).distinct()
    closed = Discussion.objects.filter(broken=SectionComments.CLOSED)
    rows = Article.objects.filter(number__in=list(numbers)).exclude(pk__in=closed.values("pk"))
    return sum(_look(article) for article in rows.defer_streamfields())


def _look(article: Article) -> bool:
    found, rules = discussions.found(article), RULES.get()
    trip = decide(count(article, found, rules), rules)
    if trip is None or (found and found.broken and trip.mode != SectionComments.CLOSED):
        return False
    return _go_down(article, trip)


def count(article: Article, discussion: Discussion | None, rules: CommentRules) -> Numbers:
    """What the rules ask for; nothing from before an editor set the breaker back."""
    watched = discussion.watched_from if discussion else None
    since = timezone.now() - WINDOW
    rows = Comment.objects.filter(article=article)
    recent = rows.filter(created_at__gt=max(since, watched or since))
    before = Comment.objects.filter(person=OuterRef("person"), created_at__lte=since)
    # Whatever the age of the comment that was reported.
    reports = LogRow.objects.filter(action="report", article_number=article.number)
    newcomers = recent.exclude(person="").exclude(Exists(before))
    judged, blocked = _last(article, watched)
    return Numbers(
        comments=recent.count(),
        reports=reports.filter(at__gt=max(since, watched or since)).count(),
        newcomers=newcomers.count() if rules.breaks_at_newcomers else 0,
        judged=judged,
        blocked=blocked,
    )


def _last(article: Article, watched: datetime | None) -> tuple[int, int]:
    """Of the last 30 that were sent, how many there are and how many readers never see."""
    comments = Comment.objects.filter(article=article)
    refusals = LogRow.objects.filter(article_number=article.number, action="refuse")
    if watched:
        comments, refusals = (
            comments.filter(created_at__gt=watched),
            refusals.filter(at__gt=watched),
        )
    kept = comments.order_by("-created_at").values_list("created_at", "state")[:LAST]
    refused = refusals.order_by("-number").values_list("at", flat=True)[:LAST]
    sent = [(at, state == Comment.HIDDEN) for at, state in kept] + [(at, True) for at in refused]
    last = sorted(sent, reverse=True)[:LAST]
    return len(last), sum(is_blocked for _, is_blocked in last)


@transaction.atomic
def _go_down(article: Article, trip: Trip) -> bool:
    discussions.of_article(article)
    row = Discussion.objects.select_for_update().get(pk=article.pk)
    if row.broken in (trip.mode, SectionComments.CLOSED):
        return False
    row.broken, row.broken_by, row.broken_at = trip.mode, trip.by, timezone.now()
    row.save(update_fields=["broken", "broken_by", "broken_at"])
    press.tell(article.number)
    log.write("break", DUTY, article_number=article.number, rule=trip.by, reason=trip.told)
    note = openness.BROKEN_NOTES[trip.by]
    address = absolute(article.get_absolute_url())
    told = {"note": note, "title": article.title, "address": address, "numbers": trip.told}
    letters.to_moderators("broken", "댓글 차단기가 내려갔습니다", **told)
    return True
