"""The edit history: rows are added and never changed."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class LogRow(models.Model):
    """Who changed what of a profile, what it was before, what it is after, and why."""

    ACTIONS = [
        ("add", "올림"),
        ("edit", "고침"),
        ("load", "파일에서 올림"),
        ("merge", "합침"),
        ("merge_undo", "합친 것을 되돌림"),
        ("split", "나눔"),
        ("split_undo", "나눈 것을 되돌림"),
        ("hide", "숨김"),
        ("restore", "되살림"),
        ("hide_fact", "사실을 숨김"),
        ("show_fact", "숨긴 사실을 되살림"),
        ("removal_ask", "요청을 받음"),
        ("removal_decide", "요청을 처리함"),
    ]

    profile = models.ForeignKey("people.Profile", models.PROTECT, related_name="log")
    at = models.DateTimeField("때", default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="한 사람",
    )
    action = models.CharField("한 일", max_length=16, choices=ACTIONS)
    # Only what differs, by name: lists of facts as they read.
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    why = models.CharField("까닭", max_length=300, blank=True)

    class Meta:
        verbose_name = "인물 기록"
        verbose_name_plural = "인물 기록"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["profile", "-id"], name="people_history")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.get_action_display()}"
