"""The comments of one article: whether they are open, and its breaker."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import Page

from hwalja.articles.models import Article
from hwalja.comments import discussions, openness
from hwalja.comments.actions.set_discussion import may_set, set_discussion
from hwalja.comments.admin.views import Screen
from hwalja.comments.models import SectionComments


class DiscussionForm(forms.Form):
    mode = forms.ChoiceField(
        label="이 기사의 댓글",
        choices=[("", "다른 기사처럼"), *SectionComments.MODES],
        required=False,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="독자에게 보일 까닭",
        required=False,
        max_length=200,
        help_text="비워 두면 정해진 말이 나갑니다.",
    )
    set_back = forms.BooleanField(
        label="차단기를 되돌립니다", required=False, help_text="지금부터 달리는 댓글만 봅니다."
    )


class ArticleComments(Screen):
    page_title = "기사의 댓글"
    screen = "article"
    template_name = "comments/admin/article.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        found = Article.objects.defer_streamfields().filter(pk=kwargs["pk"]).first()
        if found is None:
            raise Http404("article")
        if not may_set(request.user, found):
            raise PermissionDenied
        self.article = found
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = discussions.found(self.article)
        initial = {"mode": row.mode, "note": row.mode_note} if row else {}
        return {
            "form": DiscussionForm(initial=initial),
            **super().get_context_data(**kwargs),
            "article": self.article,
            "discussion": row,
            "openness": openness.of(self.article, row),
            "mode_now": dict(SectionComments.MODES)[openness.of(self.article, row).mode],
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = DiscussionForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        data = form.cleaned_data
        set_discussion(
            self.article,
            request.user,  # type: ignore[arg-type]
            data["mode"],
            data["note"],
            set_back=data["set_back"],
        )
        messages.success(request, "바꾸었습니다. 기사에는 몇 초 뒤에 보입니다.")
        return HttpResponseRedirect(reverse("moderation:article", args=[pk]))


def button(page: Page, user: Any) -> list[Button]:
    """On the article's page in the admin, for those who may."""
    article = page.specific_deferred
    if not isinstance(article, Article) or not article.pk or not may_set(user, article):
        return []
    url = reverse("moderation:article", args=[page.pk])
    return [Button("댓글 열고 닫기", url=url, icon_name="comment", priority=46)]
