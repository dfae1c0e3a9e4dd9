"""The article."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, Tag
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager, PageQuerySet, Site
from wagtail.search import index

from hwalja.articles import embargo
from hwalja.articles.blocks import BodyBlock
from hwalja.articles.forms import ArticleCopyForm, ArticleForm
from hwalja.articles.models import number as numbers
from hwalja.articles.permissions import ArticlePermissions

if TYPE_CHECKING:
    from hwalja.articles.shared import NavigationItem


class ArticleQuerySet(PageQuerySet):
    def published(self) -> Self:
        """What a reader may see: the one gate for pages, lists, feeds, sitemaps and search.

        Live, not past its end (the worker may be a few seconds late), not under
        embargo (even if somebody pushed it live), not behind a view restriction,
        not in the trash.
        """
        now = timezone.now()
        return self._open_to_all(
            now,
            Q(expire_at=None) | Q(expire_at__gt=now),
            live=True,
            listed_at__isnull=False,
            trashed_at=None,
        )

    def withdrawn(self, now: datetime) -> Self:
        """What readers once saw and no longer may: it says that it is gone (410).

        Embargoed and walled articles are not among them: of those, readers know nothing.
        """
        return self._open_to_all(
            now,
            Q(live=False) | Q(expire_at__lte=now) | Q(trashed_at__isnull=False),
            first_published_at__isnull=False,
        )

    def _open_to_all(self, now: datetime, *conditions: Q, **more: Any) -> Self:
        """Those that meet the conditions, without any under embargo or behind a wall."""
        from hwalja.articles.shared import WALLS

        free = Q(embargo_until=None) | Q(embargo_until__lte=now)
        rows = self.filter(free, *conditions, **more)
        for path in WALLS.get():
            rows = rows.exclude(path__startswith=path)
        return rows

    def newest_first(self) -> Self:
        """The order of every list; an index on (section, listed_at, number) serves it."""
        return self.order_by("-listed_at", "-number")

    def cards(self) -> Self:
        """What a card with a picture shows; one query however long the list."""
        return self.select_related("list_photo").defer_streamfields()


class ArticleManager(PageManager.from_queryset(ArticleQuerySet)):  # type: ignore[misc]
    """`Article.objects`."""


class ArticleTag(ItemBase):
    """A tag on an article; `listed_at` as on the article, so that a tag's list needs no sort."""

    content_object = ParentalKey(
        "articles.Article", on_delete=models.CASCADE, related_name="tagged_items"
    )
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="article_tags")
    listed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        indexes = [
            models.Index(
                F("tag"), F("listed_at").desc(), F("content_object").desc(), name="tag_listing"
            )
        ]


class Byline(Orderable):
    """A reporter's name over an article; `listed_at` as on the article."""

    article = ParentalKey("articles.Article", on_delete=models.CASCADE, related_name="bylines")
    reporter = models.ForeignKey(
        "articles.Reporter", models.PROTECT, related_name="bylines", verbose_name="기자"
    )
    listed_at = models.DateTimeField(null=True, editable=False)

    panels = [FieldPanel("reporter")]

    class Meta(Orderable.Meta):
        indexes = [
            models.Index(
                F("reporter"), F("listed_at").desc(), F("article").desc(), name="reporter_listing"
            )
        ]


class Article(Page):
    """A story. Wagtail's `title` is its headline.

    Its address is `/news/<number>/` wherever it stands in the tree.
    """

    class Origin(models.TextChoices):
        OWN = "own", "자체 기사"
        WIRE = "wire", "통신 기사"
        RELEASE = "release", "보도자료"

    number = models.BigIntegerField("기사 번호", unique=True, editable=False)
    deck = models.CharField("부제", max_length=300, blank=True)
    body = StreamField(BodyBlock(), verbose_name="본문", blank=True)
    series = models.ForeignKey(
        "articles.Series",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name="연재",
    )
    tags = ClusterTaggableManager(through=ArticleTag, blank=True, verbose_name="태그")
    lead_photo = models.ForeignKey(
        "media.Photo",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="대표 사진",
        help_text="목록과 공유에 쓰입니다. 비우면 본문의 첫 사진을 씁니다.",
    )
    origin = models.CharField("출처", max_length=8, choices=Origin.choices, default=Origin.OWN)
    outlet_tag = models.CharField(
        "매체 표기",
        max_length=40,
        blank=True,
        help_text="본문 첫머리의 [ ] 안. 비우면 신문 설정을 따릅니다.",
    )
    sponsored = models.BooleanField(
        "광고·협찬", default=False, help_text="기사와 모든 목록, 피드에 ‘광고’라고 표시됩니다."
    )
    ai_use = models.CharField(
        "AI 활용 표시",
        max_length=120,
        blank=True,
        help_text="예: 이 기사의 그림은 생성형 AI로 만들었습니다.",
    )
    embargo_until = models.DateTimeField(
        "엠바고",
        null=True,
        blank=True,
        help_text="이때까지 나가지 않습니다. 편집국장만 풀 수 있습니다.",
    )

    # Meaningful to the article as a whole, not to one revision of it.
    published_at = models.DateTimeField("입력", null=True, editable=False)
    modified_at = models.DateTimeField("수정", null=True, editable=False)
    # What lists show and sort by, kept by listing.py: null while no reader may see it.
    listed_at = models.DateTimeField(null=True, editable=False)
    section = models.ForeignKey(
        "articles.Section", models.SET_NULL, null=True, editable=False, related_name="+"
    )
    subsection = models.ForeignKey(
        "articles.Section", models.SET_NULL, null=True, editable=False, related_name="+"
    )
    list_photo = models.ForeignKey(
        "media.Photo", models.SET_NULL, null=True, editable=False, related_name="+"
    )
    summary = models.CharField(max_length=200, blank=True, editable=False)
    # When a published article comes down again: `expire_at` where an index finds it.
    ends_at = models.DateTimeField(null=True, editable=False)
    # Set while it lies in the trash.
    trashed_at = models.DateTimeField(null=True, editable=False)
    trashed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    trashed_from = models.ForeignKey(
        "articles.Section", models.SET_NULL, null=True, editable=False, related_name="+"
    )
    # What readers saw when it was put there.
    trashed_revision = models.ForeignKey(
        "wagtailcore.Revision", models.SET_NULL, null=True, editable=False, related_name="+"
    )

    objects = ArticleManager()

    base_form_class = ArticleForm
    copy_form_class = ArticleCopyForm
    template = "articles/article.html"
    parent_page_types = ["articles.Section", "articles.Trash"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []
    show_in_menus_default = False

    OF_THE_WHOLE = (
        "number",
        "published_at",
        "modified_at",
        "listed_at",
        "section_id",
        "subsection_id",
        "list_photo_id",
        "summary",
        "ends_at",
        "trashed_at",
        "trashed_by_id",
        "trashed_from_id",
        "trashed_revision_id",
    )
    # A copy is a new article: it has its own number, and no reader has seen it.
    exclude_fields_in_copy = [name.removesuffix("_id") for name in OF_THE_WHOLE]

    content_panels = [
        # Wagtail's own title panel writes the slug, which is not in this form.
        FieldPanel(
            "title",
            classname="title",
            help_text="독자에게 보이는 제목입니다.",
            # Grows by the line: a Korean headline is often longer than one.
            widget=AdminAutoHeightTextInput(attrs={"placeholder": "제목*"}),
        ),
        FieldPanel("deck", widget=AdminAutoHeightTextInput),
        MultipleChooserPanel("bylines", chooser_field_name="reporter", label="기자"),
        FieldPanel("body"),
    ]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("series"), FieldPanel("tags"), FieldPanel("lead_photo")], heading="분류"
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("origin"), FieldPanel("outlet_tag")]),
                FieldPanel("sponsored"),
                FieldPanel("ai_use"),
            ],
            heading="표시",
        ),
    ]
    settings_panels = [FieldPanel("embargo_until"), *Page.settings_panels]

    search_fields = [
        *Page.search_fields,
        index.SearchField("deck"),
        index.FilterField("number"),
        index.FilterField("listed_at"),
        index.FilterField("published_at"),
    ]

    class Meta:
        verbose_name = "기사"
        verbose_name_plural = "기사"
        permissions = [("lift_embargo", "엠바고를 풀 수 있음")]
        indexes = [
            models.Index(F("listed_at").desc(), F("number").desc(), name="latest_listing"),
            models.Index(
                F("section"), F("listed_at").desc(), F("number").desc(), name="section_listing"
            ),
            models.Index(
                F("subsection"),
                F("listed_at").desc(),
                F("number").desc(),
                name="subsection_listing",
            ),
            models.Index(
                F("series"), F("listed_at").desc(), F("number").desc(), name="series_listing"
            ),
            # The newsroom's own lists, where drafts stand too.
            models.Index(F("section"), F("number").desc(), name="section_numbers"),
            models.Index(F("subsection"), F("number").desc(), name="subsection_numbers"),
            models.Index(F("ends_at"), name="ending", condition=Q(ends_at__isnull=False)),
            models.Index(
                F("embargo_until"), name="embargoed", condition=Q(embargo_until__isnull=False)
            ),
            models.Index(F("trashed_at"), name="trashed", condition=Q(trashed_at__isnull=False)),
        ]

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """As Wagtail fills in a missing slug here, so we the number, which is the slug."""
        if self.number is None:
            self.number = numbers.take()
        self.slug = str(self.number)
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """Drafts are saved after this smaller check; they need their number too."""
        if self.number is None:
            self.number = numbers.take()
        self.slug = str(self.number)
        super().minimal_clean()

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """A revision takes its content back, never what belongs to the article as a whole.

        Whatever publishes a revision asks here, and gets it with its embargo.
        """
        article = super().with_content_json(content)
        for name in self.OF_THE_WHOLE:
            setattr(article, name, getattr(self, name))
        article.slug = self.slug
        embargo.hold(article, self)
        return article

    def get_absolute_url(self) -> str:
        return f"/news/{self.number}/"

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """The flat address, which survives any move; an article in the trash has none."""
        if self.depth < 4:
            return None
        return (
            Site.objects.values_list("pk", flat=True).get(is_default_site=True),
            settings.BASE_URL,
            self.get_absolute_url(),
        )

    def get_url(self, request: HttpRequest | None = None, current_site: Any = None) -> str | None:
        """One site, one address: nothing to look up."""
        return None if self.depth < 4 else self.get_absolute_url()

    url = property(get_url)

    def get_full_url(self, request: HttpRequest | None = None) -> str | None:
        return None if self.depth < 4 else f"{settings.BASE_URL}{self.get_absolute_url()}"

    full_url = property(get_full_url)

    def permissions_for_user(self, user: Any) -> ArticlePermissions:
        return ArticlePermissions(user, self)

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """The tree's path is no address of an article."""
        from django.http import Http404

        raise Http404

    @property
    def breadcrumb(self) -> "list[NavigationItem]":
        """The section and the sub-section, as the navigation knows them."""
        from hwalja.articles.shared import section_item

        found = [section_item(pk) for pk in (self.section_id, self.subsection_id) if pk]
        return [item for item in found if item]

    @property
    def shown_section(self) -> "NavigationItem | None":
        """The section a reader is told: the sub-section where there is one."""
        return self.breadcrumb[-1] if self.breadcrumb else None

    @property
    def published_day(self) -> date:
        """The day in Korea, by which the list of the latest is divided."""
        return timezone.localdate(self.dated)

    @property
    def dated(self) -> datetime:
        """When it was published, or, in a preview, now."""
        return self.published_at or timezone.now()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from hwalja.articles import metadata, reading

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        page = reading.page(self)
        return {**context, **page, "metadata": metadata.of_article(request, page)}
