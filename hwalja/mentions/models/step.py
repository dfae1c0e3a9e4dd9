"""One thing that a desk did in an article, and the time it took."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Step(models.Model):
    """`key`: chosen by whoever sends it, so that what is sent twice is done once.

    `spent`: milliseconds of work since the step before; pauses are left out.
    """

    key = models.CharField(max_length=32, unique=True)
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    does = models.CharField(max_length=10)
    spent = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = "인물 확인"
        verbose_name_plural = "인물 확인"
        indexes = [models.Index(fields=["article", "-at"], name="mentions_steps_in")]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.does}, {self.spent} ms"
