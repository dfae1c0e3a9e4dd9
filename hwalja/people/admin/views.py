"""Lists and forms of people and organisations; what they do goes through the actions."""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.widgets import HeaderButton

from hwalja.people import search
from hwalja.people.actions.add import add_by
from hwalja.people.actions.edit import edit
from hwalja.people.models import Profile
from hwalja.people.reading import described
from hwalja.people.roles import CURATE


class Index(IndexView):
    """Everybody, hidden ones too; found by any name, by 초성 as well."""

    is_searchable = True
    default_ordering = ("name", "id")

    def get_base_queryset(self) -> Any:
        return self.model.objects.exclude(state=Profile.MERGED)

    def search_queryset(self, queryset: Any) -> Any:
        return search.find(self.search_query, queryset) if self.is_searching else queryset

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        # What tells namesakes apart, for all of the page together.
        described(context["object_list"])
        return context


class Add(CreateView):
    def save_instance(self) -> Profile:
        form = self.form
        form.instance.kind = self.model.objects.kind
        return add_by(
            form.save, form.instance.kind, self.request.user, why=form.cleaned_data["why"]
        )


class Edit(EditView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        merged_into = self.get_object().merged_into_id
        if merged_into:
            url = reverse(self.edit_url_name, args=[merged_into])
            return HttpResponseRedirect(url)
        return super().dispatch(request, *args, **kwargs)

    def save_instance(self) -> Profile:
        form = self.form
        why = form.cleaned_data["why"]
        edit(form.instance.pk, self.request.user, form.save, why=why)
        return form.instance

    @property
    def header_more_buttons(self) -> list[Any]:
        pk = quote(self.object.pk, safe="")
        shown = self.object.state == Profile.SHOWN
        found = [_button("기록", "curation:history", pk, "history")]
        if shown:
            found.append(
                HeaderButton("지면에서 보기", self.object.get_absolute_url(), icon_name="view")
            )
        if self.request.user.has_perm(CURATE):
            turn = ("숨기기", "curation:hide") if shown else ("되살리기", "curation:restore")
            found += [
                _button("합치기", "curation:merge", pk, "resubmit"),
                _button("나누기", "curation:split", pk, "cut"),
                _button("사실 숨기기", "curation:facts", pk, "lock"),
                _button(*turn, pk, "no-view"),
            ]
        return found


def _button(label: str, name: str, pk: str, icon: str) -> HeaderButton:
    return HeaderButton(label, reverse(name, args=[pk]), icon_name=icon)
