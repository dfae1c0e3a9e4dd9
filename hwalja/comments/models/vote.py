"""Agreeing, disagreeing and reporting."""

from django.db import models
from django.utils import timezone


class Vote(models.Model):
    """One person's say on one comment; `person` as in `Comment`."""

    comment = models.ForeignKey("comments.Comment", models.CASCADE, related_name="votes")
    person = models.CharField(max_length=40)
    agrees = models.BooleanField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "person"], name="comments_one_vote")
        ]
        indexes = [models.Index(fields=["person", "-at"], name="comments_votes_of")]

    def __str__(self) -> str:
        return "공감" if self.agrees else "비공감"


class Report(models.Model):
    """A reader's word that a comment breaks a rule."""

    comment = models.ForeignKey("comments.Comment", models.CASCADE, related_name="reported")
    person = models.CharField(max_length=40)
    reason = models.CharField("까닭", max_length=24)
    detail = models.CharField("덧붙일 말", max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)
    # Looked at by a moderator, whatever they decided.
    settled = models.BooleanField(default=False)

    class Meta:
        verbose_name = "신고"
        verbose_name_plural = "신고"
        constraints = [
            models.UniqueConstraint(fields=["comment", "person"], name="comments_one_report")
        ]
        indexes = [models.Index(fields=["settled", "-at"], name="comments_reports_open")]

    def __str__(self) -> str:
        return self.reason
