"""The newsroom's list of photos: as Wagtail's, with what a picture desk looks for."""

import django_filters
from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.images.views.images import ImagesFilterSet, IndexView

from hwalja.media.models import Photo


class PhotoFilterSet(ImagesFilterSet):
    credit = django_filters.CharFilter(label="출처", lookup_expr="icontains")
    taken_on = django_filters.DateFromToRangeFilter(label="찍은 날", widget=DateRangePickerWidget)
    undescribed = django_filters.BooleanFilter(label="대체 텍스트 없음", method="only_undescribed")

    def only_undescribed(
        self, queryset: QuerySet[Photo], name: str, value: bool
    ) -> QuerySet[Photo]:
        return queryset.filter(description="") if value else queryset.exclude(description="")

    class Meta(ImagesFilterSet.Meta):
        model = Photo


class PhotoIndex(IndexView):
    filterset_class = PhotoFilterSet

    @cached_property
    def columns(self) -> list[Column]:
        """Credit and date after the title; none in the grid."""
        columns: list[Column] = list(super().columns)
        if columns:
            columns[3:3] = [
                Column("credit", label="출처"),
                Column("taken_on", label="찍은 날", sort_key="taken_on"),
            ]
        return columns
