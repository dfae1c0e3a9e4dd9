"""What editors decided about what was read: rows are added and never changed."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Decision(models.Model):
    """Who decided what about which words.

    The words are told from others like them by what stood around them, so that the decision
    finds them again whatever became of the text, and no others.
    """

    ACCEPTED, REJECTED, CHANGED, UNDONE = "accepted", "rejected", "changed", "undone"
    VERDICTS = [
        (ACCEPTED, "맞음"),
        (REJECTED, "아님"),
        (CHANGED, "다른 인물"),
        (UNDONE, "되돌림"),
    ]
    KINDS = [
        ("mention", "나온 이름"),
        ("quotation", "인용"),
        ("title", "직함"),
        ("relation", "관계"),
    ]

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    kind = models.CharField("갈래", max_length=9, choices=KINDS)
    item = models.BigIntegerField()
    verdict = models.CharField("판단", max_length=8, choices=VERDICTS)
    # Who it is, where somebody is accepted or named; of a relation the two.
    profile = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="+")
    other = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="+")
    # What the reading had said: the decision is an answer to that.
    claim = models.JSONField(default=dict)
    words = models.TextField("낱말")
    sentence = models.TextField("문장")
    inset = models.PositiveIntegerField(default=0)
    before = models.CharField("앞", max_length=60, blank=True)
    after = models.CharField("뒤", max_length=60, blank=True)
    # Of the text that was decided upon.
    digest = models.CharField(max_length=64)
    # The decision that this one takes back.
    undoes = models.ForeignKey("self", models.CASCADE, null=True, related_name="undone_by")
    # What was decided with one key, and is undone with one.
    batch = models.CharField(max_length=32)
    why = models.CharField("까닭", max_length=300, blank=True)
    at = models.DateTimeField("때", default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="한 사람",
    )

    class Meta:
        verbose_name = "인물 판단"
        verbose_name_plural = "인물 판단"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["article", "-id"], name="mentions_decided_in"),
            models.Index(fields=["kind", "item", "-id"], name="mentions_decided_of"),
            models.Index(fields=["batch"], name="mentions_decided_with"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ‘{self.words}’: {self.get_verdict_display()}"
