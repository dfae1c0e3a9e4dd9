"""Reporters (기자): the people whose names stand over articles."""

from django.conf import settings
from django.db import models
from wagtail.search import index


class Reporter(index.Indexed, models.Model):
    """A byline's person; lasts longer than the account of whoever it is."""

    name = models.CharField("이름", max_length=60)
    slug = models.SlugField("주소", max_length=80, unique=True, allow_unicode=True)
    email = models.EmailField("메일", blank=True)
    title = models.CharField("직함", max_length=40, default="기자", blank=True)
    photo = models.ForeignKey(
        "media.Photo", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="사진"
    )
    bio = models.TextField("소개", max_length=600, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reporter",
        verbose_name="계정",
    )

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("email"),
    ]

    class Meta:
        verbose_name = "기자"
        verbose_name_plural = "기자"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return f"{self.name} {self.title}".strip()

    def get_absolute_url(self) -> str:
        return f"/reporters/{self.slug}/"
