"""What one did with, to or for another, as an article states it."""

from typing import get_args

from django.db import models
from django.db.models import F, Q

from hwalja.mentions.models.found import Found
from hwalja.mentions.reading.shapes import RelationKind


class Relation(Found):
    """`a` acts on `b`; `object`: what two founded together; `when`: a year or year-month."""

    ALSO = ("kind", "a_name", "b_name")
    KINDS = [(kind, kind) for kind in get_args(RelationKind)]
    # Both act alike.
    MUTUAL = ("공동 설립", "합의", "가족", "경쟁", "협력")

    kind = models.CharField("관계", max_length=8, choices=KINDS)
    a_name = models.CharField(max_length=100)
    b_name = models.CharField(max_length=100)
    object = models.CharField("대상", max_length=100, blank=True)
    when = models.CharField("때", max_length=7, blank=True)
    a_proposed = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="+")
    b_proposed = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="+")
    a = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="acts")
    b = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="acted_on")

    class Meta:
        verbose_name = "관계"
        verbose_name_plural = "관계"
        indexes = [
            models.Index(fields=["article", "start"], name="mentions_relations_in"),
            # The newest of a kind: appointments.
            models.Index(
                F("kind"),
                F("listed_at").desc(),
                condition=Q(public=True),
                name="mentions_relations_kind",
            ),
            *(
                models.Index(
                    F(side),
                    F("listed_at").desc(),
                    F("article").desc(),
                    condition=Q(public=True),
                    name=f"mentions_relations_{side}",
                )
                for side in ("a", "b")
            ),
            models.Index(
                fields=["article"],
                condition=Q(stands=True, verdict="", tier__gt=0),
                name="mentions_relations_open",
            ),
            models.Index(
                fields=["article"],
                condition=Q(stands=True, asks_again=True),
                name="mentions_relations_again",
            ),
        ]

    @property
    def is_mutual(self) -> bool:
        return self.kind in self.MUTUAL
