"""What a desk's verdict led to, said to the desk as a newsroom says it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page, TaskState

from hwalja.articles import embargo, slots
from hwalja.articles.models import Article


def outcome(article: Article, judged: TaskState) -> str:
    """What became of `article`, as its row now stands, by the verdict on `judged`."""
    if judged.status == TaskState.STATUS_REJECTED:
        return "고칠 점을 적어 기자에게 돌려보냈습니다"
    if judged.status != TaskState.STATUS_APPROVED:
        return "처리했습니다"
    task = article.current_workflow_task
    if task is not None:
        return f"승인하여 ‘{task.name}’ 단계로 넘겼습니다"
    scheduled = article.scheduled_revision
    if scheduled is not None:
        at = embargo.said(scheduled.approved_go_live_at)
        return f"승인했습니다. {at}에 나가도록 예약했습니다"
    return "승인하여 발행했습니다" if article.live else "승인했습니다"


def tell(request: HttpRequest, page: Page, judged: TaskState) -> None:
    """Say it, with the ways to the article."""
    article = Article.objects.get(pk=page.pk)
    buttons = [messages.button(reverse("wagtailadmin_pages:edit", args=[article.pk]), "수정")]
    if Article.objects.published().filter(pk=article.pk).exists():
        buttons.insert(0, messages.button(article.url, "독자 화면 보기"))
    said = f"{outcome(article, judged)}: ‘{article.get_admin_display_title()}’"
    messages.success(request, said, buttons=buttons)


class ArticleEdit(EditView):
    """The editor; a verdict given in it is more than a change."""

    def get_side_panels(self) -> Any:
        panels = super().get_side_panels()
        if self.expects_json_response or self.hydrate_create_view:
            return panels
        return MediaContainer([*panels, *slots.content("editor", self.page, self.request)])

    def perform_workflow_action(self) -> Any:
        self.judged = self.page.current_workflow_task_state
        return super().perform_workflow_action()

    def add_save_confirmation_message(self) -> None:
        if self.action_name == "perform_workflow_action":
            self.judged.refresh_from_db()
            tell(self.request, self.page, self.judged)
        else:
            super().add_save_confirmation_message()


class ArticleVerdict(WorkflowActionView):
    """A verdict given in a list, or with a comment; Wagtail says nothing after it."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = super().post(request, *args, **kwargs)
        self.task_state.refresh_from_db()
        if self.task_state.status != TaskState.STATUS_IN_PROGRESS:
            tell(request, self.object, self.task_state)
        return answer


class ArticleViews(PageViewSet):
    """Wagtail's pages about an article, where ours differ."""

    model = Article
    name = "article-pages"
    edit_view_class = ArticleEdit
    workflow_action_view_class = ArticleVerdict
