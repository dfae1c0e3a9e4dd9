"""A request of whom a profile is about, or a reader's report."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone


class RemovalQuerySet(models.QuerySet["Removal"]):
    def open(self) -> Self:
        """Those on which nobody has decided yet."""
        return self.filter(state=Removal.ASKED)


class Removal(models.Model):
    """What was asked of a profile and what came of it; a row of the ledger, never deleted.

    Who asked and why is erased a year after the end; what was done and when stays.
    """

    SELF, AGENT, READER = "self", "agent", "reader"
    RELATIONS = [(SELF, "본인"), (AGENT, "본인의 대리인·그 기관"), (READER, "독자")]
    CORRECT, HIDE_FACT, HIDE = "correct", "hide_fact", "hide"
    WISHES = [
        (CORRECT, "틀린 것을 고쳐 주십시오"),
        (HIDE_FACT, "어떤 사실을 숨겨 주십시오"),
        (HIDE, "이 쪽을 내려 주십시오"),
    ]
    ASKED, CORRECTED, FACTS_HIDDEN = "asked", "corrected", "facts"
    ALL_HIDDEN, DECLINED = "hidden", "declined"
    STATES = [
        (ASKED, "받음"),
        (CORRECTED, "고침"),
        (FACTS_HIDDEN, "사실을 숨김"),
        (ALL_HIDDEN, "쪽을 내림"),
        (DECLINED, "받아들이지 않음"),
    ]

    profile = models.ForeignKey("people.Profile", models.PROTECT, related_name="removals")
    relation = models.CharField("누구", max_length=8, choices=RELATIONS)
    wish = models.CharField("바라는 것", max_length=12, choices=WISHES)
    name = models.CharField("이름", max_length=40, blank=True)
    mail = models.EmailField("메일", blank=True)
    reason = models.TextField("까닭", blank=True)
    # A keyed digest of the address it came from.
    origin = models.CharField(max_length=40, blank=True)

    state = models.CharField("상태", max_length=12, choices=STATES, default=ASKED)
    asked_at = models.DateTimeField("받은 때", default=timezone.now)
    decided_at = models.DateTimeField("끝난 때", null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="처리한 사람",
    )
    note = models.CharField("처리한 까닭", max_length=300, blank=True)
    forgotten_at = models.DateTimeField("신청인 정보를 지운 때", null=True, blank=True)

    objects = RemovalQuerySet.as_manager()

    class Meta:
        verbose_name = "삭제·정정 요청"
        verbose_name_plural = "삭제·정정 요청"
        indexes = [
            models.Index(fields=["-asked_at"], name="people_removals"),
            models.Index(fields=["origin", "-asked_at"], name="people_removals_from"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}번 요청: {self.get_state_display()}"
