"""A title that somebody held on the day of an article."""

from django.db import models
from django.db.models import F, Q

from hwalja.mentions.models.found import Found


class Title(Found):
    """`name` held `title` at `organisation`, each as printed or as known; `text`: the words."""

    ALSO = ("name", "title")
    name = models.CharField("이름", max_length=100)
    organisation = models.CharField("기관", max_length=100, blank=True)
    title = models.CharField("직함", max_length=100)
    proposed = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="+")
    profile = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="titles")
    # The organisation, where the directory has it.
    at_profile = models.ForeignKey(
        "people.Profile", models.PROTECT, null=True, related_name="titles_there"
    )

    class Meta:
        verbose_name = "직함"
        verbose_name_plural = "직함"
        indexes = [
            models.Index(fields=["article", "start"], name="mentions_titles_in"),
            models.Index(
                F("profile"),
                F("listed_at").desc(),
                F("article").desc(),
                condition=Q(public=True),
                name="mentions_titles_of",
            ),
            models.Index(
                F("at_profile"),
                F("listed_at").desc(),
                F("article").desc(),
                condition=Q(public=True),
                name="mentions_titles_at",
            ),
            models.Index(
                fields=["article"],
                condition=Q(stands=True, verdict="", tier__gt=0),
                name="mentions_titles_open",
            ),
            models.Index(
                fields=["article"],
                condition=Q(stands=True, asks_again=True),
                name="mentions_titles_again",
            ),
        ]

    @property
    def said(self) -> str:
        return " ".join(filter(None, [self.organisation, self.title]))
