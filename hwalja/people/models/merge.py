"""Two profiles that were one person, and one that was two."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Merge(models.Model):
    """Facts that went from `other` to `kept` (a merge), or from `kept` to `other` (a split).

    `moved`: ids of the rows that went, by their kind, so that it can be undone exactly.
    """

    MERGE, SPLIT = "merge", "split"
    KINDS = [(MERGE, "합침"), (SPLIT, "나눔")]

    kind = models.CharField("한 일", max_length=8, choices=KINDS)
    kept = models.ForeignKey("people.Profile", models.PROTECT, related_name="+")
    other = models.ForeignKey("people.Profile", models.PROTECT, related_name="+")
    moved = models.JSONField(default=dict)
    why = models.CharField("까닭", max_length=300)
    at = models.DateTimeField("때", default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField("되돌린 때", null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = "합치고 나눈 일"
        verbose_name_plural = "합치고 나눈 일"
        ordering = ["-pk"]
        permissions = [("curate", "인물을 합치고 나누고 숨기고 요청을 처리할 수 있음")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.other} → {self.kept}"
