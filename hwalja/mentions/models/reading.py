"""An article as it was read last, or is to be read."""

from django.db import models
from django.utils import timezone


class Reading(models.Model):
    """One row an article. `text` is what every offset counts, in code points.

    `parts`: where that text comes from, in its order: [zone, place, start, end, at] each, `at`
    the offset in the place's own text; see `copy.py`.
    """

    WAITING, READ, FAILED = "waiting", "read", "failed"
    STATES = [(WAITING, "읽을 차례"), (READ, "읽음"), (FAILED, "읽지 못함")]
    # Whose turn it is: what was just published, what a change of the directory touches, the rest.
    NOW, SOON, ARCHIVE = 0, 1, 2
    TURNS = [(NOW, "바로"), (SOON, "곧"), (ARCHIVE, "차례대로")]

    article = models.OneToOneField(
        "articles.Article", models.CASCADE, primary_key=True, related_name="reading"
    )
    state = models.CharField("상태", max_length=8, choices=STATES, default=WAITING)
    turn = models.PositiveSmallIntegerField(choices=TURNS, default=NOW)
    asked_at = models.DateTimeField("맡긴 때", default=timezone.now)
    read_at = models.DateTimeField("읽은 때", null=True)
    # Of the text, and of the rules and the model that read it.
    digest = models.CharField(max_length=64, blank=True)
    version = models.CharField(max_length=40, blank=True)
    fault = models.CharField("까닭", max_length=300, blank=True)
    # How often it was begun; one that took the analyst down is given up.
    tries = models.PositiveSmallIntegerField(default=0)
    parts = models.JSONField(default=list)
    # [start, end] of each as the analyser found them; of the text that was read last.
    sentences = models.JSONField(default=list)
    text = models.TextField(blank=True)

    class Meta:
        verbose_name = "기사 읽기"
        verbose_name_plural = "기사 읽기"
        indexes = [
            models.Index(
                fields=["turn", "-article"],
                condition=models.Q(state="waiting"),
                name="mentions_waiting",
            ),
            models.Index(fields=["state", "version"], name="mentions_read_by"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.get_state_display()}"
