"""What is known of a profile: other names, posts held, and single facts, each with its source."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey

from hwalja.people import naming, partial
from hwalja.people.models.source import Hideable

_AS_FAR = "아는 만큼만: 2020, 2020-05, 2020-05-17"


def check_date(value: str) -> None:
    try:
        partial.read(value)
    except ValueError:
        raise ValidationError(f"‘{value}’은 날짜가 아닙니다. {_AS_FAR}") from None


class PartialDateField(models.CharField):
    """A year, a year and month, or a day, as text that sorts by time."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("max_length", partial.LONGEST)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("validators", [check_date])
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]


class Name(Hideable):
    """Another name than the one in the profile's headline."""

    FULL, ALIAS, FORMER, HANJA, ENGLISH = "full", "alias", "former", "hanja", "english"
    KINDS = [
        (ALIAS, "다른 이름"),
        (FULL, "온전한 이름"),
        (FORMER, "옛 이름"),
        (HANJA, "한자"),
        (ENGLISH, "영문"),
    ]

    profile = ParentalKey("people.Profile", on_delete=models.CASCADE, related_name="names")
    kind = models.CharField("갈래", max_length=8, choices=KINDS, default=ALIAS)
    text = models.CharField("이름", max_length=100)
    key = models.CharField(max_length=100, editable=False)
    initials = models.CharField(max_length=100, editable=False)

    class Meta:
        verbose_name = "다른 이름"
        verbose_name_plural = "다른 이름"
        ordering = ["pk"]
        indexes = [models.Index(fields=["key"], name="people_names")]

    def __str__(self) -> str:
        return self.text

    def settle(self) -> None:
        self.key, self.initials = naming.fold(self.text), naming.initials(self.text)


class Post(Hideable):
    """A post or a candidacy; the organisation as a row of the directory, or by its name alone.

    `district` from the largest part to the smallest, parts divided by spaces.
    """

    profile = ParentalKey("people.Profile", on_delete=models.CASCADE, related_name="posts")
    organisation = models.ForeignKey(
        "people.Organisation",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="holders",
        verbose_name="기관",
        help_text="기관 목록에 있는 것",
    )
    organisation_name = models.CharField(
        "기관 이름", max_length=100, blank=True, help_text="목록에 없는 기관이면 이름만"
    )
    title = models.CharField("직함", max_length=100, blank=True)
    party = models.CharField("정당", max_length=60, blank=True)
    district = models.CharField(
        "선거구", max_length=120, blank=True, help_text="큰 곳부터 띄어서: 충청남도 보령시"
    )
    since = PartialDateField("부터", help_text=_AS_FAR)
    until = PartialDateField("까지", help_text="지금도 맡고 있으면 비웁니다.")
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = "맡은 자리"
        verbose_name_plural = "맡은 자리"
        ordering = ["-since", "-pk"]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.organisation_said, self.title])) or self.party

    @property
    def organisation_said(self) -> str:
        """The organisation's name of today, else as it was written."""
        return self.organisation.name if self.organisation else self.organisation_name

    @property
    def span(self) -> str:
        """From when to when, as it is printed; empty where neither is known."""
        if not (self.since or self.until):
            return ""
        return f"{partial.said(self.since)}~{partial.said(self.until)}"

    def clean(self) -> None:
        super().clean()
        if not (self.organisation_id or self.organisation_name or self.title or self.party):
            raise ValidationError("기관, 직함, 정당 가운데 하나는 있어야 합니다.")
        if self.since and self.until and partial.has_ended(self.until, self.since):
            raise ValidationError({"until": "시작한 때보다 앞섭니다."})

    def settle(self) -> None:
        self.since, self.until = (partial.read(x) if x else "" for x in (self.since, self.until))


class Fact(Hideable):
    """One thing that is true of the profile itself."""

    BIRTHDAY, REGION, PARTY, ABOUT = "birthday", "region", "party", "about"
    KINDS = [
        (BIRTHDAY, "태어난 때·세운 때"),
        (REGION, "지역"),
        (PARTY, "정당"),
        (ABOUT, "소개"),
    ]

    profile = ParentalKey("people.Profile", on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField("갈래", max_length=8, choices=KINDS)
    text = models.TextField("내용", max_length=1000)

    class Meta:
        verbose_name = "사실"
        verbose_name_plural = "사실"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.said}"

    @property
    def said(self) -> str:
        return partial.said(self.text) if self.kind == self.BIRTHDAY else self.text

    def clean(self) -> None:
        super().clean()
        if self.kind == self.BIRTHDAY and self.text:
            try:
                check_date(self.text)
            except ValidationError as wrong:
                raise ValidationError({"text": wrong.messages}) from None

    def settle(self) -> None:
        if self.kind == self.BIRTHDAY:
            self.text = partial.read(self.text)
