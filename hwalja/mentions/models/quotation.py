"""Words that somebody said, and the media through which they came."""

from django.db import models
from django.db.models import F, Q

from hwalja.mentions.models.found import Found


class Quotation(Found):
    """`speaker`: the canonical name as read, empty where nobody nameable said it; `text`: the
    words without marks or ending; `proposed`, `profile`: as of a mention."""

    ALSO = ("kind",)
    DIRECT, INDIRECT = "direct", "indirect"
    KINDS = [(DIRECT, "직접 인용"), (INDIRECT, "간접 인용")]

    kind = models.CharField("갈래", max_length=8, choices=KINDS)
    speaker = models.CharField("말한 이", max_length=100, blank=True)
    is_explicit = models.BooleanField("말한 이가 문장에 있음", default=False)
    # The article's section today: what they spoke about, as far as a paper's sections tell.
    section = models.ForeignKey(
        "articles.Section", models.SET_NULL, null=True, related_name="+", db_index=False
    )
    cue = models.CharField("말함을 나타내는 말", max_length=60, blank=True)
    proposed = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="+")
    profile = models.ForeignKey(
        "people.Profile", models.PROTECT, null=True, related_name="quotations"
    )

    class Meta:
        verbose_name = "인용"
        verbose_name_plural = "인용"
        indexes = [
            models.Index(fields=["article", "start"], name="mentions_said_in"),
            models.Index(
                F("profile"),
                F("listed_at").desc(),
                F("article").desc(),
                F("start"),
                condition=Q(public=True),
                name="mentions_said_by",
            ),
            models.Index(
                F("profile"),
                F("section"),
                F("listed_at").desc(),
                F("article").desc(),
                F("start"),
                condition=Q(public=True),
                name="mentions_said_about",
            ),
            models.Index(
                fields=["article"],
                condition=Q(stands=True, verdict="", tier__gt=0),
                name="mentions_said_open",
            ),
            models.Index(
                fields=["article"],
                condition=Q(stands=True, asks_again=True),
                name="mentions_said_again",
            ),
        ]

    @property
    def outlet_names(self) -> list[str]:
        return [row.name for row in self.outlets.all()]


class Outlet(models.Model):
    """A medium through which the words of a quotation came, in the order of the text."""

    quotation = models.ForeignKey("mentions.Quotation", models.CASCADE, related_name="outlets")
    name = models.CharField("매체", max_length=100)
    profile = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "인용한 매체"
        verbose_name_plural = "인용한 매체"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
