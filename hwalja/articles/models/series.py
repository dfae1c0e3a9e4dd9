"""Series (연재): articles that belong together, oldest first."""

from django.db import models
from wagtail.search import index


class Series(index.Indexed, models.Model):
    name = models.CharField("이름", max_length=80)
    slug = models.SlugField("주소", max_length=80, unique=True, allow_unicode=True)
    description = models.TextField("소개", max_length=600, blank=True)
    closed = models.BooleanField("끝난 연재", default=False)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = "연재"
        verbose_name_plural = "연재"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/series/{self.slug}/"
