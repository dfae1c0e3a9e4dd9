"""What the directory adds to the admin."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import path
from wagtail.admin.auth import permission_required
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from hwalja.look.menu import with_number
from hwalja.people import search
from hwalja.people.admin import doing, requests
from hwalja.people.admin.panels import form_of
from hwalja.people.admin.views import Add, Edit, Index
from hwalja.people.models import Organisation, Person, Removal
from hwalja.people.roles import CURATE


class _Profiles(ModelViewSet):
    """Neither is deleted: hidden, merged, but never gone without a trace."""

    index_view_class = Index
    add_view_class = Add
    edit_view_class = Edit
    copy_view_enabled = False
    list_per_page = 50
    # Not a field of the model: `Index` searches by itself.
    search_fields = ["name"]
    list_display = [
        "name",
        Column("told", label="무엇을 하는"),
        Column("state", label="상태", accessor="get_state_display"),
        DateColumn("changed_at", label="고친 때"),
    ]

    def get_urlpatterns(self) -> list[Any]:
        names = {"index", "index_results", "add", "edit"}
        return [row for row in super().get_urlpatterns() if row.name in names]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        gone = dict.fromkeys(("delete_url_name", "usage_url_name", "history_url_name"))
        return super().get_common_view_kwargs(**{**gone, **kwargs})


class PersonViewSet(_Profiles):
    model = Person
    name = "people_person"
    url_prefix = "people/persons"
    icon = "user"
    menu_label = "인물"
    edit_handler = form_of("인물")


class OrganisationViewSet(_Profiles):
    model = Organisation
    name = "people_organisation"
    url_prefix = "people/organisations"
    icon = "group"
    menu_label = "기관"
    edit_handler = form_of("기관")


class Curating(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(CURATE))


class Requests(Curating):
    """With the number of those that wait."""

    def render_component(self, request: HttpRequest) -> Any:
        return with_number(super().render_component(request), Removal.objects.open().count())


class RemovalViewSet(ViewSet):
    name = "removals"
    url_prefix = "people/requests"
    icon = "lock"
    menu_label = "삭제·정정 요청"
    menu_item_class = Requests

    def get_urlpatterns(self) -> list[Any]:
        may = permission_required(CURATE)
        return [
            path("", may(requests.Ledger.as_view()), name="index"),
            path("results/", may(requests.Ledger.as_view(results_only=True)), name="results"),
            path("<int:pk>/", may(requests.one), name="one"),
        ]


class CurationViewSet(ViewSet):
    name = "curation"
    url_prefix = "people/work"

    def get_urlpatterns(self) -> list[Any]:
        may = permission_required(CURATE)
        look = permission_required("people.view_profile")
        return [
            path("<who:pk>/history/", look(doing.history), name="history"),
            path("<who:pk>/merge/", may(doing.merging), name="merge"),
            path("<who:pk>/split/", may(doing.splitting), name="split"),
            path("<who:pk>/facts/", may(doing.hiding_facts), name="facts"),
            path("<who:pk>/hide/", may(doing.hide_all), name="hide"),
            path("<who:pk>/restore/", may(doing.restore_all), name="restore"),
            path("undo/<int:pk>/", may(doing.undoing), name="undo"),
        ]


class Finder(BaseFilterForm):
    """Organisations by any of their names."""

    q = forms.CharField(
        label="이름", required=False, widget=forms.TextInput(attrs={"placeholder": "이름, 초성"})
    )

    def filter(self, objects: Any) -> Any:
        self.search_query = search.asked(self.cleaned_data.get("q") or "")
        self.is_searching = bool(self.search_query)
        shown = objects.exclude(state=Organisation.MERGED)
        return search.find(self.search_query, shown) if self.is_searching else shown.by_name()


class _Choose(ChooseView):
    filter_form_class = Finder


class _ChooseResults(ChooseResultsView):
    filter_form_class = Finder


class OrganisationChooser(ChooserViewSet):
    model = Organisation
    name = "people_organisation_chooser"
    icon = "group"
    choose_one_text = "기관 고르기"
    choose_another_text = "다른 기관 고르기"
    edit_item_text = "이 기관 고치기"
    page_title = "기관 고르기"
    choose_view_class = _Choose
    choose_results_view_class = _ChooseResults


class PeopleGroup(ModelViewSetGroup):
    menu_label = "인물"
    menu_icon = "group"
    menu_order = 315
    items = (PersonViewSet, OrganisationViewSet, RemovalViewSet)
