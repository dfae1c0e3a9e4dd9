"""Fronts: the first page, curated by editors and filled up from the newest."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, Page

from hwalja.articles.permissions import FrontPermissions


class FrontPage(Page):
    """The site's root: what editors placed, in order."""

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["articles.Section"]
    template = "articles/front.html"
    private_page_options: list[str] = []

    content_panels = [
        HelpPanel(
            "고른 기사가 머리부터 차례로 놓이고, 빈 자리는 가장 새 기사로 채워집니다. "
            "같은 기사는 한 번만 실립니다."
        ),
        InlinePanel("placements", heading="머리기사와 주요 기사", label="기사", max_num=9),
        InlinePanel("section_blocks", heading="섹션 묶음", label="섹션"),
    ]

    promote_panels: list[Any] = []
    settings_panels: list[Any] = []

    class Meta:
        verbose_name = "1면"
        verbose_name_plural = "1면"

    def permissions_for_user(self, user: Any) -> FrontPermissions:
        return FrontPermissions(user, self)

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        from hwalja.articles import views

        return views.front(request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The front as it would be, with the placements of the form."""
        return self.serve(request)


class Placement(Orderable):
    """An article placed on the front: the first is the lead, the others are seconds."""

    front = ParentalKey(FrontPage, on_delete=models.CASCADE, related_name="placements")
    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="+", verbose_name="기사"
    )

    panels = [PageChooserPanel("article", "articles.Article")]


class SectionBlock(Orderable):
    """A section's block on the front; without any, every section has one."""

    front = ParentalKey(FrontPage, on_delete=models.CASCADE, related_name="section_blocks")
    section = models.ForeignKey(
        "articles.Section", models.CASCADE, related_name="+", verbose_name="섹션"
    )

    panels = [PageChooserPanel("section", "articles.Section")]


class BreakingNews(models.Model):
    """The 속보 bar: a line over every page until it ends."""

    headline = models.CharField("속보", max_length=120)
    article = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="기사",
    )
    starts_at = models.DateTimeField("시작", default=timezone.now)
    ends_at = models.DateTimeField("끝", help_text="이때가 되면 저절로 사라집니다.")

    panels = [
        FieldPanel("headline"),
        PageChooserPanel("article", "articles.Article"),
        FieldPanel("starts_at"),
        FieldPanel("ends_at"),
    ]

    class Meta:
        verbose_name = "속보"
        verbose_name_plural = "속보"
        ordering = ["-starts_at"]

    def __str__(self) -> str:
        return self.headline
