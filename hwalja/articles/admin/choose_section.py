"""기사 추가: where the new article shall stand."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.choose_parent import ChooseParentView

from hwalja.articles.models import FrontPage, Section


class ChooseSection(ChooseParentView):
    """A list of links; whoever may write in one section only goes straight to its editor."""

    template_name = "articles/admin/choose_section.html"
    page_title = "기사를 쓸 섹션"
    http_method_names = ["get", "head", "options"]

    def get_valid_parent_pages(self, user: Any) -> QuerySet[Section]:
        """In the paper's order; never the trash, which takes articles too."""
        allowed = super().get_valid_parent_pages(user).values("pk")
        return Section.objects.filter(pk__in=allowed).order_by("path")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.sections = list(self.get_valid_parent_pages(request.user))
        if len(self.sections) == 1:
            return redirect("wagtailadmin_pages:add", "articles", "article", self.sections[0].pk)
        return self.render_to_response(self.get_context_data())

    def get_page_subtitle(self) -> str:
        return ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Without the form by which Wagtail asks for the parent."""
        context = WagtailAdminTemplateMixin.get_context_data(self, **kwargs)
        front = FrontPage.objects.first()
        may_add = front and front.permissions_for_user(self.request.user).can_add_subpage()
        return {**context, "sections": self.sections, "front": front if may_add else None}
