"""Sections (면): a tree two levels deep."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from hwalja.articles.forms import SectionForm
from hwalja.articles.permissions import SectionPermissions

# First parts of addresses that belong to other pages of the paper.
RESERVED = frozenset(
    """
    _util about account accounts admin api assets comments css favicon.ico feed files fonts healthz images img
    js latest bp login logout media members news news-sitemap.xml policies reporters robots.txt search
    series sitemap sitemap.xml sitemaps static tag tags who
    """.split()  # noqa: SIM905  (a paragraph of words reads better than forty quotes)
)


# Where copy goes that names no section; readers are not led there.
UNSORTED = "미분류"


class Section(Page):
    """A section, or a sub-section when its parent is one."""

    # Wagtail's own link, renamed: an Article, a Page too, has a `section` of its own.
    page_ptr = models.OneToOneField(
        Page, models.CASCADE, parent_link=True, primary_key=True, related_name="as_section"
    )
    description = models.CharField("소개", max_length=200, blank=True)

    base_form_class = SectionForm
    content_panels = [*Page.content_panels, FieldPanel("description")]
    promote_panels = [
        FieldPanel(
            "slug",
            help_text="주소: 영문 소문자, 숫자, 붙임표. 바꾸면 옛 주소는 새 주소로 이어집니다.",
        )
    ]
    # A section does not come and go by the clock.
    settings_panels: list[Any] = []
    parent_page_types = ["articles.FrontPage", "articles.Section"]
    subpage_types = ["articles.Section", "articles.Article"]
    template = "articles/section.html"
    # Who may read is decided article by article; a wall around a section is not offered.
    private_page_options: list[str] = []
    # A list of what is published has nothing to preview.
    preview_modes: list[tuple[str, str]] = []

    class Meta:
        verbose_name = "섹션"
        verbose_name_plural = "섹션"

    @property
    def is_top(self) -> bool:
        """Depth counts the tree's root and the front above it."""
        return self.depth == 3

    @property
    def is_unsorted(self) -> bool:
        return self.is_top and self.title == UNSORTED

    def get_absolute_url(self) -> str:
        """The tree's path below the front."""
        return "/" + self.url_path.split("/", 2)[2]

    def clean(self) -> None:
        super().clean()
        if self.slug in RESERVED:
            raise ValidationError({"slug": "다른 쪽이 쓰는 주소입니다. 다른 주소를 고르십시오."})
        if self.slug.isdigit():
            # It would be taken for the year of an archive.
            raise ValidationError(
                {"slug": "숫자만으로는 주소를 지을 수 없습니다. 글자를 넣으십시오."}
            )

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Not below a sub-section: the tree is two levels deep."""
        return super().can_create_at(parent) and parent.depth < 4

    def can_move_to(self, parent: Page) -> bool:
        """A section that has sub-sections cannot become one."""
        deepest = 3 if Section.objects.child_of(self).exists() else 4
        return super().can_move_to(parent) and parent.depth < deepest

    def permissions_for_user(self, user: Any) -> SectionPermissions:
        return SectionPermissions(user, self)

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        from hwalja.articles import views

        return views.section(request, self)
