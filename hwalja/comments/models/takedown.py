"""A person's request to take away a comment that harms them (정보통신망법 44조의2)."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

# What the law allows.
MOST_DAYS = 30


class TakedownQuerySet(models.QuerySet["Takedown"]):
    def asked(self) -> Self:
        """Those on which nobody has decided yet."""
        return self.filter(state=Takedown.ASKED)

    def in_force(self) -> Self:
        """Those by which a comment is blocked now."""
        return self.filter(state__in=[Takedown.BLOCKED, Takedown.OBJECTED])

    def open(self) -> Self:
        return self.filter(state__in=Takedown.OPEN)


class Takedown(models.Model):
    """A request and what came of it; a row of the ledger, which is never deleted.

    Who asked and why is erased a year after the end (`actions/forget_requesters.py`);
    what was done and when stays.
    """

    ASKED, BLOCKED, OBJECTED = "asked", "blocked", "objected"
    RESTORED, DELETED, DECLINED, GONE = "restored", "deleted", "declined", "gone"
    STATES = [
        (ASKED, "받음"),
        (BLOCKED, "임시조치"),
        (OBJECTED, "이의 있음"),
        (RESTORED, "되살림"),
        (DELETED, "지움"),
        (DECLINED, "받아들이지 않음"),
        (GONE, "댓글이 없어짐"),
    ]
    OPEN = (ASKED, BLOCKED, OBJECTED)

    HONOUR, PRIVACY, OTHER = "honour", "privacy", "other"
    RIGHTS = [(HONOUR, "명예훼손"), (PRIVACY, "사생활 침해"), (OTHER, "다른 권리 침해")]
    SELF, AGENT, BODY = "self", "agent", "body"
    RELATIONS = [(SELF, "본인"), (AGENT, "본인의 대리인"), (BODY, "법인이나 단체")]

    # A comment goes with its article; the ledger stays, and knows its numbers.
    comment = models.ForeignKey(
        "comments.Comment", models.SET_NULL, null=True, related_name="takedowns"
    )
    comment_number = models.BigIntegerField("댓글 번호")
    article_number = models.BigIntegerField("기사 번호")

    name = models.CharField("이름", max_length=40, blank=True)
    mail = models.EmailField("메일", blank=True)
    relation = models.CharField("권리를 침해당한 사람과의 관계", max_length=8, choices=RELATIONS)
    right = models.CharField("침해된 권리", max_length=8, choices=RIGHTS)
    reason = models.TextField("침해된 까닭", blank=True)
    # A keyed digest of the address it came from, as in `Comment`.
    origin = models.CharField(max_length=40, blank=True)

    state = models.CharField("상태", max_length=8, choices=STATES, default=ASKED)
    asked_at = models.DateTimeField("받은 때", default=timezone.now)
    blocked_at = models.DateTimeField("가린 때", null=True, blank=True)
    until = models.DateTimeField("끝나는 때", null=True, blank=True)
    # The comment as it stood before: its state, and whether it had a sign.
    was = models.CharField(max_length=8, blank=True)
    was_signed = models.BooleanField(default=False)
    objection = models.TextField("이의", blank=True)
    objected_at = models.DateTimeField("이의를 낸 때", null=True, blank=True)
    note = models.CharField("처리한 까닭", max_length=300, blank=True)
    decided_at = models.DateTimeField("끝난 때", null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="처리한 사람",
    )
    forgotten_at = models.DateTimeField("신청인 정보를 지운 때", null=True, blank=True)

    objects = TakedownQuerySet.as_manager()

    class Meta:
        verbose_name = "임시조치"
        verbose_name_plural = "임시조치"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["blocked", "objected"])
                | Q(blocked_at__isnull=False, until__isnull=False),
                name="comments_blocked_until",
            ),
            models.UniqueConstraint(
                fields=["comment", "mail"],
                condition=Q(state__in=["asked", "blocked", "objected"]),
                name="comments_one_request",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "until"], name="comments_takedowns_due"),
            models.Index(fields=["-asked_at"], name="comments_takedowns_ledger"),
            models.Index(fields=["origin", "-asked_at"], name="comments_takedowns_from"),
        ]

    def __str__(self) -> str:
        return (
            f"{self.article_number}번 기사 {self.comment_number}번 댓글: {self.get_state_display()}"
        )

    @property
    def is_in_force(self) -> bool:
        return self.state in (self.BLOCKED, self.OBJECTED)
