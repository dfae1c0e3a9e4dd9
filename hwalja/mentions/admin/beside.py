"""The desk's panel beside the article in the editor."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.http import HttpRequest
from wagtail.admin.ui.side_panels import BaseSidePanel

from hwalja.articles import slots
from hwalja.articles.models import Article
from hwalja.mentions import desk


class WhoPanel(BaseSidePanel):
    """Loads what stands in it when it is opened."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "인물 확인 열고 닫기"
        icon_name = "group"

        def get_context_data(self, parent_context: Any) -> Any:
            context = super().get_context_data(parent_context)
            pk = self.panel.object.pk
            return {**context, "count": desk.counts([pk])[pk]}

    name = "who"
    title = "인물 확인"
    template_name = "mentions/admin/beside.html"
    order = 250

    @property
    def media(self) -> forms.Media:
        script: Any = Script("mentions/desk.js", type="module")
        return forms.Media(js=[script])


def _panel(article: Article, request: HttpRequest) -> WhoPanel:
    return WhoPanel(article, request)


def register() -> None:
    slots.fill("editor", _panel)
