"""Who is in an article, as far as readers may see it: one row for each."""

from typing import Any

from django.db import models
from django.db.models import F


class Appearance(models.Model):
    """Follows from mentions and quotations by `settle.py`; `mention` is the first in the running
    text, none where they are only the one who speaks.

    `title`: what they were on that day, in the article's words.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    profile = models.ForeignKey("people.Profile", models.PROTECT, related_name="appearances")
    mention = models.ForeignKey("mentions.Mention", models.CASCADE, null=True, related_name="+")
    start = models.PositiveIntegerField()
    mentions = models.PositiveIntegerField()
    quotations = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=210, blank=True)
    listed_at = models.DateTimeField(null=True)

    # As of a finding.
    line: Any = None

    class Meta:
        verbose_name = "기사에 나온 인물"
        verbose_name_plural = "기사에 나온 인물"
        constraints = [
            models.UniqueConstraint(fields=["article", "profile"], name="mentions_appears_once")
        ]
        indexes = [
            models.Index(
                F("profile"),
                F("listed_at").desc(),
                F("article").desc(),
                name="mentions_articles_of",
            ),
            models.Index(F("listed_at"), F("profile"), name="mentions_most_named"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.profile_id}"
