"""A name in an article."""

from django.db import models
from django.db.models import Q

from hwalja.mentions.models.found import Found


class Mention(Found):
    """`name`: the fullest form; `proposed`: whom the reading means; `profile`: who it is,
    by an editor's word where there is one, else as proposed."""

    PERSON, ORGANISATION = "person", "organisation"
    KINDS = [(PERSON, "인물"), (ORGANISATION, "기관")]
    LINKED, AMBIGUOUS, NEW = "linked", "ambiguous", "new"
    STATUSES = [(LINKED, "이어짐"), (AMBIGUOUS, "누구인지 모름"), (NEW, "사전에 없음")]
    HOW = [("name", "이름"), ("short", "줄인 이름"), ("rule", "규칙"), ("model", "인식기")]

    kind = models.CharField("갈래", max_length=12, choices=KINDS)
    name = models.CharField("온전한 이름", max_length=100)
    status = models.CharField("상태", max_length=9, choices=STATUSES)
    how = models.CharField("찾은 방법", max_length=5, choices=HOW)
    # Whether somebody else in the directory goes by the name as printed.
    is_shared = models.BooleanField("동명이인", default=False)
    candidates = models.JSONField("후보", default=list)
    proposed = models.ForeignKey("people.Profile", models.PROTECT, null=True, related_name="+")
    profile = models.ForeignKey(
        "people.Profile", models.PROTECT, null=True, related_name="mentions"
    )

    class Meta:
        verbose_name = "나온 이름"
        verbose_name_plural = "나온 이름"
        indexes = [
            models.Index(fields=["article", "start"], name="mentions_in_article"),
            models.Index(fields=["name"], name="mentions_by_name"),
            models.Index(
                fields=["article"],
                condition=Q(stands=True, verdict="", tier__gt=0),
                name="mentions_open",
            ),
            models.Index(
                fields=["article"], condition=Q(stands=True, asks_again=True), name="mentions_again"
            ),
        ]
