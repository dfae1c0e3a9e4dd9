"""The moderators' screens: the queue, and one comment with all that is known of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from hwalja.articles.models import Article
from hwalja.comments import reasons
from hwalja.comments.admin import entries, queue
from hwalja.comments.admin.doing import TERMS, DoForm
from hwalja.comments.models import Comment
from hwalja.comments.roles import MODERATE

SCREENS = [
    ("index", "볼 댓글", MODERATE),
    ("standings", "글쓴이 조치", MODERATE),
    ("words", "금지어", "comments.view_word"),
    ("threshold", "보조기의 문턱", MODERATE),
    ("log", "기록", MODERATE),
]


class Screen(WagtailAdminTemplateMixin, TemplateView):
    """What the screens have in common: the way from one to another."""

    header_icon = "comment"
    screen = "index"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        items = [*self.breadcrumbs_items, {"url": reverse("moderation:index"), "label": "댓글"}]
        if self.screen == "index":
            items[-1]["url"] = ""
            return items
        return [*items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        places = [
            (reverse(f"moderation:{name}"), label, name == self.screen)
            for name, label, permission in SCREENS
            if user.has_perm(permission)
        ]
        if user.has_perm("comments.view_sectioncomments"):
            places.append((reverse("section_comments:index"), "섹션", False))
        if user.has_perm("comments.change_commentrules"):
            rules = reverse("wagtailsettings:edit", args=("comments", "commentrules"))
            places.append((rules, "규칙", False))
        return {**super().get_context_data(**kwargs), "places": places}


class Queue(Screen):
    page_title = "댓글"
    template_name = "comments/admin/queue.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = queue.FilterForm(self.request.GET)
        form.is_valid()
        page = queue.page(form.cleaned_data, self.request.GET.get("after", "")[:80])
        is_narrow = any(form.cleaned_data.values())
        return {
            **super().get_context_data(**kwargs),
            "form": form,
            "page": page,
            "is_narrow": is_narrow,
            "rows": entries.entries(page.rows),
            "reasons": reasons.REASONS.values(),
            "terms": TERMS,
            "next_page": self._next(page.after),
            "here": self.request.get_full_path(),
        }

    def _next(self, after: str) -> str:
        query = self.request.GET.copy()
        query["after"] = after
        return f"?{query.urlencode()}" if after else ""


@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """The comment's own screen; `?part` is what stands beside the queue."""
    comment = Comment.objects.select_related("author").filter(pk=pk).first()
    if comment is None:
        raise Http404("comment")
    comment.article = Article.objects.defer_streamfields().get(pk=comment.article_id)
    context = {
        "beside": entries.beside(comment),
        "do": DoForm(),
        "terms": TERMS,
        "reasons": reasons.REASONS.values(),
        "here": reverse("moderation:one", args=[pk]),
    }
    if "part" in request.GET:
        return render(request, "comments/admin/beside.html", context)
    return One.as_view(extra_context=context)(request)


class One(Screen):
    page_title = "댓글 하나"
    screen = "one"
    template_name = "comments/admin/one.html"
