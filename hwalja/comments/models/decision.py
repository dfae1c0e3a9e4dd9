"""What a moderator has decided, with what was before, so that it can be undone exactly."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Decision(models.Model):
    """One decision about one comment; those taken with one key have the same `batch`.

    `before`: the comment's columns as they were, the reports settled by it, and whether an
    appeal was open. `standing`: what it did to the author, where it did.
    """

    batch = models.CharField(max_length=32, db_index=True)
    comment = models.ForeignKey("comments.Comment", models.CASCADE, related_name="decisions")
    standing = models.ForeignKey(
        "comments.Standing", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    action = models.CharField(max_length=24)
    before = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "댓글 판단"
        verbose_name_plural = "댓글 판단"
        indexes = [models.Index(fields=["by", "-id"], name="comments_decisions_by")]

    def __str__(self) -> str:
        return self.action
