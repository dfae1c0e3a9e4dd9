"""The log, and what stands against authors, to be read."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from hwalja.comments.admin import names
from hwalja.comments.admin.entries import told
from hwalja.comments.admin.queue import MOST
from hwalja.comments.admin.views import Screen
from hwalja.comments.models import LogRow, Standing

PER_PAGE = 100


class LogForm(forms.Form):
    action = forms.ChoiceField(
        label="무엇을", choices=[("", "모두"), *names.ACTIONS.items()], required=False
    )
    actor = forms.CharField(label="누가 (계정 번호)", max_length=40, required=False)
    article = forms.IntegerField(label="기사 번호", required=False, min_value=1, max_value=MOST)
    comment = forms.IntegerField(label="댓글 번호", required=False, min_value=1, max_value=MOST)
    day = forms.DateField(
        label="날짜", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


class Log(Screen):
    page_title = "댓글 기록"
    screen = "log"
    template_name = "comments/admin/log.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = LogForm(self.request.GET)
        form.is_valid()
        rows = list(self._rows(form.cleaned_data)[: PER_PAGE + 1])
        query = self.request.GET.copy()
        if is_more := len(rows) > PER_PAGE:
            query["before"] = str(rows[PER_PAGE - 1].number)
        return {
            **super().get_context_data(**kwargs),
            "form": form,
            "rows": told(rows[:PER_PAGE]),
            "next_page": f"?{query.urlencode()}" if is_more else "",
        }

    def _rows(self, chosen: dict[str, Any]) -> QuerySet[LogRow]:
        rows = LogRow.objects.order_by("-number")
        for name, column in (
            ("action", "action"),
            ("actor", "actor"),
            ("article", "article_number"),
            ("comment", "comment_id"),
            ("day", "at__date"),
        ):
            if chosen.get(name):
                rows = rows.filter(**{column: chosen[name]})
        before = self.request.GET.get("before", "")
        if before.isascii() and before.isdigit() and len(before) < 19:
            rows = rows.filter(number__lt=int(before))
        return rows


class Standings(Screen):
    page_title = "글쓴이 조치"
    screen = "standings"
    template_name = "comments/admin/standings.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Standing.objects.in_force().select_related("by").order_by("-pk")
        before = self.request.GET.get("before", "")
        if before.isascii() and before.isdigit() and len(before) < 19:
            rows = rows.filter(pk__lt=int(before))
        found = list(rows[: PER_PAGE + 1])
        is_more = len(found) > PER_PAGE
        return {
            **super().get_context_data(**kwargs),
            "rows": found[:PER_PAGE],
            "next_page": f"?before={found[PER_PAGE - 1].pk}" if is_more else "",
            "here": self.request.get_full_path(),
        }
