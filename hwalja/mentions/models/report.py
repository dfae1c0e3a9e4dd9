"""What a reader says is wrong about those in an article."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone


class ReportQuerySet(models.QuerySet["Report"]):
    def open(self) -> Self:
        """Those that nobody has answered yet."""
        return self.filter(state=Report.ASKED)


class Report(models.Model):
    """A row of the ledger: what was said of what, and what came of it; never deleted.

    `profile` and `words`: whom and which quotation it is about, as the reader saw it. What the
    reader wrote and from where is erased a year after the end.
    """

    PERSON, WORDS, TITLE, OTHER = "person", "words", "title", "other"
    WRONGS = [
        (PERSON, "다른 사람이나 다른 기관입니다"),
        (WORDS, "하지 않은 말이거나 다른 사람이 한 말입니다"),
        (TITLE, "직함이 틀렸습니다"),
        (OTHER, "그 밖"),
    ]
    ASKED, CORRECTED, DECLINED = "asked", "corrected", "declined"
    STATES = [(ASKED, "받음"), (CORRECTED, "고침"), (DECLINED, "고칠 것 없음")]

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    profile = models.ForeignKey(
        "people.Profile", models.PROTECT, null=True, related_name="+", verbose_name="누구"
    )
    words = models.TextField("인용", blank=True)
    wrong = models.CharField("잘못", max_length=8, choices=WRONGS)
    detail = models.TextField("덧붙인 말", blank=True)
    # A keyed digest of the address it came from.
    origin = models.CharField(max_length=40, blank=True)

    state = models.CharField("상태", max_length=9, choices=STATES, default=ASKED)
    asked_at = models.DateTimeField("받은 때", default=timezone.now)
    decided_at = models.DateTimeField("끝난 때", null=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="처리한 사람",
    )
    note = models.CharField("처리한 까닭", max_length=300, blank=True)
    forgotten_at = models.DateTimeField(null=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "인물 제보"
        verbose_name_plural = "인물 제보"
        indexes = [
            models.Index(fields=["state", "-asked_at"], name="mentions_reports"),
            models.Index(fields=["origin", "-asked_at"], name="mentions_reports_from"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}번 제보: {self.get_state_display()}"
