"""The newsroom's list of accounts: its own people first, members when they are asked for."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column
from wagtail.users.views.users import IndexView, UserColumn, UserFilterSet, UserViewSet

from hwalja.accounts.models import User

NEWSROOM, MEMBERS = "newsroom", "members"


class AccountFilterSet(UserFilterSet):
    """Members are shown by choice alone; see the list's own queryset for all others."""

    kind = django_filters.ChoiceFilter(
        label="누구의 계정",
        choices=[(MEMBERS, "회원")],
        empty_label="편집국",
        method="by_kind",
    )

    def by_kind(self, found: QuerySet[User], name: str, value: str) -> QuerySet[User]:
        return found


class AccountsView(IndexView):
    def get_base_queryset(self) -> QuerySet[User]:
        users: QuerySet[User] = super().get_base_queryset().select_related("member")
        return users.filter(member__isnull=self.request.GET.get("kind") != MEMBERS)

    @cached_property
    def columns(self) -> list[Any]:
        columns: list[Any] = super().columns
        if self.request.GET.get("kind") != MEMBERS:
            return columns
        hidden = {"name", "username", "is_superuser"}
        shown = [column for column in columns if column.name not in hidden]
        name = self._get_title_column_class(UserColumn)
        shown.insert(1, name("nickname", label="별명", accessor=str, get_url=self.get_delete_url))
        shown.insert(2, Column("email", label="메일", accessor="email"))
        return shown


class NewsroomUserViewSet(UserViewSet):
    index_view_class = AccountsView
    filterset_class = AccountFilterSet
