"""Words that the newsroom has added to the shipped lists."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Word(models.Model):
    """A word to look for, or one that is innocent although another is in it."""

    BANNED, SUSPECT, INNOCENT = "banned", "suspect", "innocent"
    KINDS = [(BANNED, "막기"), (SUSPECT, "보고 싣기"), (INNOCENT, "괜찮은 말")]

    text = models.CharField("말", max_length=40, unique=True)
    kind = models.CharField("처리", max_length=10, choices=KINDS, default=SUSPECT)
    note = models.CharField("메모", max_length=200, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField("넣은 때", default=timezone.now)

    class Meta:
        verbose_name = "금지어"
        verbose_name_plural = "금지어"
        ordering = ["text"]

    def __str__(self) -> str:
        return self.text
