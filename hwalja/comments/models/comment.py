"""A comment."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils import timezone

from hwalja.comments.database import ByteLength
from hwalja.comments.models.rules import HARDEST_LIMIT

# Readers see so many at a time.
PER_PAGE = 20


class CommentQuerySet(models.QuerySet["Comment"]):
    def visible(self) -> Self:
        """What every reader may see: the one gate for pages, counts, histories and figures."""
        return self.filter(state=Comment.VISIBLE)

    def standing(self) -> Self:
        """What has a place on the page: what is visible, and what left a sign in its place."""
        return self.filter(Q(state=Comment.VISIBLE) | Q(leaves_sign=True))

    def queued(self) -> Self:
        """What waits for a moderator, in the order of the risk."""
        return self.filter(queued=True).order_by("-reports", "-score", "-id")

    def by(self, person: str) -> Self:
        """By one author, whatever became of them; see `Comment.person`."""
        return self.filter(person=person)


class Comment(models.Model):
    """What a reader has written, as kept; never edited.

    `name` is what stands over it: a guest's own, a member's display name of that day.
    `person` names the author for limits: `u<id>` for a member, for a guest a keyed digest of
    name and address. `origin` is a keyed digest of the address alone. Both are forgotten by
    the clock for guests.
    """

    VISIBLE, WAITING, HIDDEN, DELETED, BLOCKED = (
        "visible",
        "waiting",
        "hidden",
        "deleted",
        "blocked",
    )
    STATES = [
        (VISIBLE, "실림"),
        (WAITING, "기다림"),
        (HIDDEN, "가림"),
        (DELETED, "지움"),
        (BLOCKED, "임시조치"),
    ]
    # The rule of one deleted at the end of a takedown.
    BY_TAKEDOWN = "takedown"

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="comments")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="replies"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="comments"
    )
    name = models.CharField("이름", max_length=40)
    password = models.CharField(max_length=200, blank=True)
    body = models.TextField("댓글")
    characters = models.PositiveIntegerField()
    bytes = models.PositiveIntegerField()
    # What the reader's browser made up, so that what is sent twice is kept once.
    key = models.CharField(max_length=100, unique=True, null=True)
    person = models.CharField(max_length=40, blank=True)
    origin = models.CharField(max_length=40, blank=True)

    state = models.CharField("상태", max_length=8, choices=STATES)
    # The check or the reason that led to the state.
    rule = models.CharField("규칙", max_length=24, blank=True)
    note = models.CharField("까닭", max_length=400, blank=True)
    # Code points, "start-end start-end".
    spans = models.CharField(max_length=400, blank=True)
    leaves_sign = models.BooleanField(default=False)
    featured = models.BooleanField("편집국 추천", default=False)

    label = models.CharField(max_length=10, blank=True)
    # `score` orders the queue; `judged` is the assistant's alone, against which thresholds are drawn.
    score = models.FloatField("위험도", default=0.0)
    judged = models.FloatField(default=0.0)
    agrees = models.PositiveIntegerField(default=0)
    disagrees = models.PositiveIntegerField(default=0)
    # Those that no moderator has looked at yet.
    reports = models.PositiveIntegerField(default=0)
    # Its author's appeal has no answer yet.
    appealed = models.BooleanField(default=False)
    # Whatever a moderator has to look at; one index has all of it in the order of the risk.
    queued = models.GeneratedField(
        expression=Case(
            When(Q(state="waiting"), then=Value(True)),
            When(Q(state="visible", reports__gt=0), then=Value(True)),
            When(Q(state="hidden", appealed=True), then=Value(True)),
            default=Value(False),
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    # Wrong passwords in a row, so that nobody tries them all.
    wrong_passwords = models.PositiveSmallIntegerField(default=0)

    created_at = models.DateTimeField("쓴 때", default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = "댓글"
        verbose_name_plural = "댓글"
        permissions = [("moderate", "댓글 관리")]
        constraints = [
            # The database counts for itself: what is kept is what was measured.
            models.CheckConstraint(
                condition=Q(bytes=ByteLength("body"), bytes__lte=4 * HARDEST_LIMIT),
                name="comments_bytes_are_true",
            ),
            models.CheckConstraint(
                condition=~Q(body="") | Q(state="deleted"), name="comments_body_is_not_empty"
            ),
        ]
        indexes = [
            # The lists readers see: newest or oldest, most agreed; then replies in their order.
            models.Index(
                fields=["article", "-id"], condition=Q(parent=None), name="comments_newest"
            ),
            models.Index(
                fields=["article", "-agrees", "-id"],
                condition=Q(parent=None),
                name="comments_agreed",
            ),
            models.Index(fields=["parent", "id"], name="comments_replies"),
            # The queue: what readers report of what they see, then what is riskiest.
            models.Index(
                fields=["-reports", "-score", "-id"],
                condition=Q(queued=True),
                name="comments_queue",
            ),
            models.Index(fields=["state", "-id"], name="comments_of_state"),
            models.Index(
                fields=["-decided_at"],
                condition=Q(decided_at__isnull=False),
                name="comments_decided",
            ),
            models.Index(fields=["person", "-created_at"], name="comments_of_person"),
            models.Index(fields=["origin", "-created_at"], name="comments_of_origin"),
            models.Index(fields=["article", "-created_at"], name="comments_of_article"),
            models.Index(fields=["created_at"], condition=~Q(origin=""), name="comments_to_forget"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.body[:40]}"

    def get_absolute_url(self) -> str:
        return f"/news/{self.article.number}/comments/{self.pk}/"

    @property
    def is_reply(self) -> bool:
        return self.parent_id is not None

    @property
    def found(self) -> list[tuple[int, int]]:
        """The spans that the deciding rule found."""
        pairs = (pair.split("-") for pair in self.spans.split())
        return [(int(start), int(end)) for start, end in pairs]
