"""The page explorer below the front and the sections: the newest first, and quick in a full one."""

from typing import Any

from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from hwalja.articles.admin import quick
from hwalja.articles.models import FrontPage, Section


class Explorer(ExplorableIndexView):
    """Orders by place in the tree, where new pages stand last, unless another order is asked for."""

    paginator_class = quick.SectionsFirst

    def get_base_queryset(self) -> Any:
        policy, user = self.permission_policy, self.request.user
        roots = policy.instances_with_direct_explore_permission(user)
        if not any(
            self.parent_page == root or self.parent_page.is_descendant_of(root) for root in roots
        ):
            # On the way to what they may see: as Wagtail picks it.
            return super().get_base_queryset()
        rows = Page.objects.filter(quick.below(self.parent_page))
        if not (self.is_searching or self.is_filtering):
            rows = rows.filter(depth=self.parent_page.depth + 1)
        return self.annotate_queryset(rows)

    def get_paginator(self, *args: Any, **kwargs: Any) -> Any:
        # Where pages are put in order by hand, each stands at its place.
        by_hand = self.ordering == self.sort_order_field
        kind = quick.ShortPaginator if by_hand else self.paginator_class
        return kind(*args, **kwargs)

    def get_ordering(self) -> Any:
        wanted = self.request.GET.get("ordering")
        return wanted if wanted in self.get_valid_orderings() else None

    def order_queryset(self, queryset: Any) -> Any:
        return super().order_queryset(queryset) if self.ordering else queryset.order_by("-path")

    def search_queryset(self, queryset: Any) -> Any:
        if not self.is_searching:
            return super().search_queryset(queryset)
        return quick.searched(queryset, self.search_query.strip())


class SectionViews(PageViewSet):
    """Wagtail's pages about a section, where ours differ."""

    model = Section
    name = "section-pages"
    parent_models = [FrontPage, Section]
    filterset_class = GenericPageFilterSet
    index_view_class = Explorer

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        # Below a section stand articles too.
        return super().get_index_view_kwargs(**{**kwargs, "model": Page})
