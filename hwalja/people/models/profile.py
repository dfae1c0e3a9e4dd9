"""Somebody or something in the directory, under an id that stays."""

from collections.abc import Iterable
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.models import ClusterableModel

from hwalja.people import ids, naming
from hwalja.people.models.source import Sourced


def check_id(value: str) -> None:
    if not ids.is_id(value):
        raise ValidationError("주소의 한 조각이 될 수 있는 글자로 64자까지 씁니다.")


class ProfileQuerySet(models.QuerySet["Profile"]):
    def shown(self) -> Self:
        """Those that readers may see: the one gate to every public page."""
        return self.filter(state=Profile.SHOWN)

    def people(self) -> Self:
        return self.filter(kind=Profile.PERSON)

    def by_name(self) -> Self:
        """In the order of the directory."""
        return self.order_by("name", "pk")


class Profile(Sourced, ClusterableModel):
    """A person or an organisation; its own source is that of its name.

    `key`, `initials`, `shelf` and `head` come from the name, by `settle`.
    """

    PERSON, ORGANISATION = "person", "organisation"
    KINDS = [(PERSON, "인물"), (ORGANISATION, "기관")]
    SHOWN, HIDDEN, MERGED = "shown", "hidden", "merged"
    STATES = [(SHOWN, "실림"), (HIDDEN, "숨김"), (MERGED, "합침")]

    id = models.CharField(
        "번호", max_length=ids.LONGEST, primary_key=True, default=ids.new, validators=[check_id]
    )
    kind = models.CharField("갈래", max_length=12, choices=KINDS, default=PERSON)
    name = models.CharField("이름", max_length=100, help_text="가장 온전한 이름 하나")
    photo = models.ForeignKey(
        "media.Photo",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="사진",
    )
    photo_hidden = models.BooleanField("사진을 요청으로 숨김", default=False)
    state = models.CharField("상태", max_length=8, choices=STATES, default=SHOWN)
    # Into whom it went; its address leads there for ever.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )
    created_at = models.DateTimeField("올린 때", default=timezone.now)
    changed_at = models.DateTimeField("고친 때", default=timezone.now)

    key = models.CharField(max_length=100, editable=False)
    initials = models.CharField(max_length=100, editable=False)
    shelf = models.CharField(max_length=4, editable=False)
    head = models.CharField(max_length=4, editable=False)

    objects = ProfileQuerySet.as_manager()

    # Of rows in a list (`reading.described`): what tells them apart, and what that names.
    told: str = ""
    place: str | None = None

    class Meta:
        verbose_name = "인물과 기관"
        verbose_name_plural = "인물과 기관"
        indexes = [
            models.Index(fields=["key"], name="people_key"),
            models.Index(fields=["state", "shelf", "head", "name", "id"], name="people_shelves"),
            models.Index(fields=["state", "head", "name", "id"], name="people_heads"),
            models.Index(fields=["state", "-created_at", "-id"], name="people_newcomers"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="merged", merged_into__isnull=False)
                | (~models.Q(state="merged") & models.Q(merged_into__isnull=True)),
                name="people_merged_somewhere",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/who/{self.pk}/"

    @property
    def is_person(self) -> bool:
        return self.kind == self.PERSON

    @property
    def shown_photo(self) -> Any:
        return None if self.photo_hidden else self.photo

    def settle(self) -> None:
        """Fill in what follows from the name; call it before saving."""
        self.key, self.initials = naming.fold(self.name), naming.initials(self.name)
        self.shelf, self.head = naming.shelf(self.name), naming.head(self.name)


class _OfKind(models.Manager[Any]):
    """Rows of one kind; a new one is of that kind."""

    def __init__(self, kind: str = Profile.PERSON) -> None:
        super().__init__()
        self.kind = kind

    def get_queryset(self) -> ProfileQuerySet:
        return ProfileQuerySet(self.model, using=self._db).filter(kind=self.kind)


class Person(Profile):
    """Profiles of people, as the admin lists them."""

    objects = _OfKind(Profile.PERSON)  # type: ignore[assignment,misc]

    class Meta:
        proxy = True
        verbose_name = "인물"
        verbose_name_plural = "인물"


class Organisation(Profile):
    """Profiles of organisations."""

    objects = _OfKind(Profile.ORGANISATION)  # type: ignore[assignment,misc]

    class Meta:
        proxy = True
        verbose_name = "기관"
        verbose_name_plural = "기관"


def settled(profiles: Iterable[Profile]) -> list[Profile]:
    """The same profiles, ready for a bulk write."""
    rows = list(profiles)
    for row in rows:
        row.settle()
    return rows
