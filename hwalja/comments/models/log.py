"""The log of what was decided about comments: rows are added and never changed."""

from django.db import models
from django.utils import timezone


class LogRow(models.Model):
    """Who, when, what, why; no text of a comment and no name of a reader.

    `hash` is SHA-256 over the row and the hash of the row before it.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(default=timezone.now)
    # An id of the newsroom's, "author", "reader", or the name of what decided by itself.
    actor = models.CharField(max_length=40)
    action = models.CharField(max_length=24)
    article_number = models.BigIntegerField(null=True)
    comment_id = models.BigIntegerField(null=True)
    rule = models.CharField(max_length=24, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = "댓글 기록"
        verbose_name_plural = "댓글 기록"
        indexes = [
            models.Index(fields=["comment_id", "number"], name="comments_log_comment"),
            models.Index(fields=["at", "action"], name="comments_log_figures"),
            # What breakers ask: the last refusals under one article.
            models.Index(
                fields=["article_number", "-number"],
                condition=models.Q(action="refuse"),
                name="comments_log_refused",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"


class LogHead(models.Model):
    """The last row's number and hash. Whoever adds a row holds this one."""

    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return str(self.number)
