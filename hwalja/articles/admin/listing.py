"""기사 목록: all articles on one screen, across sections."""

from typing import Any

import django_filters
from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Substr
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Revision, WorkflowState

from hwalja.articles.admin import quick
from hwalja.articles.admin.choose_section import ChooseSection
from hwalja.articles.models import Article, Reporter, Section


class ArticleFilterSet(WagtailFilterSet):
    STATES = (
        ("live", "게시됨"),
        ("draft", "초안"),
        ("review", "승인 대기"),
        ("scheduled", "예약됨"),
        ("embargo", "엠바고"),
    )

    section = django_filters.ModelChoiceFilter(
        label="섹션", queryset=Section.objects.order_by("path"), method="in_section"
    )
    reporter = django_filters.ModelChoiceFilter(
        label="기자", queryset=Reporter.objects.all(), field_name="bylines__reporter"
    )
    state = django_filters.ChoiceFilter(label="상태", choices=STATES, method="in_state")
    mine = django_filters.ChoiceFilter(
        label="쓴 사람", choices=[("true", "나")], empty_label="모두", method="only_mine"
    )

    class Meta:
        model = Article
        fields: list[str] = []

    def in_section(self, rows: Any, name: str, value: Section) -> Any:
        return rows.filter(**{"section" if value.is_top else "subsection": value})

    def in_state(self, rows: Any, name: str, value: str) -> Any:
        if value == "review":
            states = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
            return rows.filter(
                pk__in=[int(pk) for pk in states.values_list("object_id", flat=True)]
            )
        if value == "scheduled":
            due = Revision.objects.filter(approved_go_live_at__isnull=False)
            return rows.filter(pk__in=[int(pk) for pk in due.values_list("object_id", flat=True)])
        if value == "embargo":
            return rows.filter(embargo_until__gt=timezone.now())
        return rows.filter(live=value == "live")

    def only_mine(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(owner=self.request.user)


def _section_at(depth: int) -> Subquery:
    """The title of the section that an article's tree path runs through at `depth`."""
    path = Substr(OuterRef("path"), 1, Section.steplen * depth)
    return Subquery(Section.objects.filter(path=path, depth=depth).values("title")[:1])


def _sections(article: Any) -> str:
    """As annotated by the list: drafts have no section of their own yet."""
    return " › ".join(filter(None, (article.top_title, article.sub_title)))


class ArticleIndex(IndexView):
    page_title = "기사 목록"
    header_icon = "doc-full"
    paginator_class = quick.ShortPaginator
    default_ordering = "-number"
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="제목", classname="title"),
        Column("number", label="번호", sort_key="number", width="8%", classname="wide-only"),
        Column(
            "section_names", label="섹션", accessor=_sections, width="18%", classname="wide-only"
        ),
        DateColumn("published_at", label="입력", width="12%", classname="wide-only"),
        PageStatusColumn("status", label="상태", width="12%"),
    ]

    def get_base_queryset(self) -> QuerySet[Article]:
        rows = Article.objects.filter(quick.within_reach(self.request.user), trashed_at=None)
        rows = rows.annotate(top_title=_section_at(3), sub_title=_section_at(4))
        # Wagtail's own prefetch looks for states of plain pages, unless the rows are `specific()`.
        states = WorkflowState.objects.active().select_related("current_task_state__task")
        under_way = Prefetch(
            "_specific_workflow_states", states, to_attr="_current_workflow_states"
        )
        rows = rows.defer_streamfields().prefetch_related(under_way)
        return rows.annotate_site_root_state().annotate_approved_schedule()

    def search_queryset(self, queryset: Any) -> Any:
        """By number, or by words of the headline."""
        if not self.is_searching:
            return queryset
        return quick.searched(queryset, self.search_query.strip())

    def get_ordering(self) -> str:
        wanted = self.request.GET.get("ordering", "")
        return wanted if wanted in {"number", "-number"} else self.default_ordering

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by(self.ordering)


class ArticleListing(PageListingViewSet):
    model = Article
    name = "articles"
    url_prefix = "articles"
    icon = "doc-full"
    menu_label = "기사 목록"
    menu_order = 110
    add_to_admin_menu = True
    index_view_class = ArticleIndex
    choose_parent_view_class = ChooseSection
    columns = ArticleIndex.columns
    filterset_class = ArticleFilterSet

    def get_menu_item(self, order: int | None = None) -> Any:
        item = super().get_menu_item(order)
        item.is_shown = may_list
        return item


def may_list(request: HttpRequest) -> bool:
    """Whoever may see pages at all; not photographers."""
    from wagtail.permissions import policy_registry

    return policy_registry.get_by_type(Article).user_has_any_permission(
        request.user, ["add", "change", "publish"]
    )
