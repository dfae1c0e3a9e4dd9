"""What all that is read in an article has in common."""

from typing import Any

from django.db import models

from hwalja.mentions.tiers import Tier


class Found(models.Model):
    """Words of an article, where they stand, what is said of them, and what an editor decided.

    `start`, `end`: in `Reading.text`; `place`, `at`: the block and the offset in its own text.
    `stands`: whether the words are in the text as it is now. `public`: whether readers may see
    it, as far as it is up to this row: the article has to be published as well.
    """

    NONE, ACCEPTED, REJECTED, CHANGED = "", "accepted", "rejected", "changed"
    VERDICTS = [
        (NONE, "정하지 않음"),
        (ACCEPTED, "맞음"),
        (REJECTED, "아님"),
        (CHANGED, "다른 인물"),
    ]

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    place = models.CharField(max_length=60)
    at = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField("낱말")
    sentence = models.TextField("문장")
    # Where in the sentence the words begin.
    inset = models.PositiveIntegerField(default=0)
    # Short Korean phrases for the desk.
    evidence = models.JSONField("까닭", default=list)
    tier = models.PositiveSmallIntegerField("공개", choices=Tier.choices)
    stands = models.BooleanField(default=True)
    public = models.BooleanField(default=False)
    # As on the article, so that a list of one profile needs no sort.
    listed_at = models.DateTimeField(null=True)

    # The last word about it, which is one of the log's.
    verdict = models.CharField("판단", max_length=8, choices=VERDICTS, default=NONE, blank=True)
    decision = models.ForeignKey("mentions.Decision", models.SET_NULL, null=True, related_name="+")
    # The words around it have changed so that the decision may no longer be about this.
    asks_again = models.BooleanField("다시 물음", default=False)

    # Its article as a list of headlines shows it (`shown.with_lines`).
    line: Any = None

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text

    # What else makes two findings at one place the same finding.
    ALSO: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        return (self.start, self.end, *(getattr(self, name) for name in self.ALSO))

    @property
    def before(self) -> str:
        """What stands in the sentence before the words."""
        return self.sentence[: self.inset]

    @property
    def after(self) -> str:
        return self.sentence[self.inset + len(self.text) :]

    @property
    def ref(self) -> str:
        """How forms name it: quotation:12."""
        return f"{self._meta.model_name}:{self.pk}"

    @property
    def is_automatic(self) -> bool:
        """Shown without an editor's word: readers are told so."""
        return self.public and not self.verdict
