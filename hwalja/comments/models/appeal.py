"""An author's word against a decision: once for each comment."""

from django.db import models
from django.utils import timezone


class Appeal(models.Model):
    OPEN, GRANTED, DENIED = "open", "granted", "denied"
    STATES = [(OPEN, "기다림"), (GRANTED, "받아들임"), (DENIED, "그대로 둠")]

    comment = models.OneToOneField("comments.Comment", models.CASCADE, related_name="appeal")
    text = models.CharField("다시 볼 까닭", max_length=300)
    state = models.CharField("상태", max_length=8, choices=STATES, default=OPEN, db_index=True)
    answer = models.CharField("답", max_length=300, blank=True)
    at = models.DateTimeField("때", default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "이의"
        verbose_name_plural = "이의"

    def __str__(self) -> str:
        return self.text[:40]
