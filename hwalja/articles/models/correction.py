"""Corrections (정정, 반론, 추후보도): notes of their own, apart from the story's text."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Correction(models.Model):
    """A dated note on an article; not part of its revisions, so no later edit loses it."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", "정정보도"
        REBUTTAL = "rebuttal", "반론보도"
        FOLLOW_UP = "follow-up", "추후보도"

    class Place(models.TextChoices):
        TOP = "top", "본문 앞"
        END = "end", "본문 뒤"

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="corrections", verbose_name="기사"
    )
    kind = models.CharField("종류", max_length=12, choices=Kind.choices, default=Kind.CORRECTION)
    text = models.TextField("내용", max_length=2000)
    place = models.CharField("자리", max_length=3, choices=Place.choices, default=Place.TOP)
    published_at = models.DateTimeField("날짜", default=timezone.now)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "정정"
        verbose_name_plural = "정정"
        ordering = ["published_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {timezone.localtime(self.published_at):%Y-%m-%d}"
