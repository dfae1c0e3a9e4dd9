"""Corrections in the admin: written by the desks of the section and the editor-in-chief."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList, PageChooserPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from hwalja.articles.actions.correct import corrected
from hwalja.articles.models import Article, Correction


def may_correct(user: Any, article: Article) -> bool:
    """Who may publish it may correct it."""
    return user.has_perm("articles.add_correction") and bool(
        article.permissions_for_user(user).can_publish()
    )


class CorrectionPolicy(ModelPermissionPolicy):
    """As for any model, and only on articles of one's own sections."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Any, instance: Correction
    ) -> bool:
        if not self.user_has_any_permission(user, actions):
            return False
        return instance.article_id is None or may_correct(user, instance.article)


register_permission_policy(Correction, CorrectionPolicy(Correction))


class CorrectionForm(WagtailAdminModelForm):
    def clean_article(self) -> Article:
        article: Article = self.cleaned_data["article"]
        if not may_correct(self.for_user, article):
            self.add_error("article", "이 기사가 실린 섹션의 데스크만 정정을 쓸 수 있습니다.")
        return article

    def save(self, commit: bool = True) -> Correction:
        if self.instance.written_by_id is None:
            self.instance.written_by = self.for_user
        found: Correction = super().save(commit)
        return found


class CorrectionCreate(CreateView):
    """`?article=ID` names the article, as the button on its page does."""

    def get_initial(self) -> dict[str, Any]:
        wanted = self.request.GET.get("article", "")
        return {"article": wanted} if wanted.isascii() and wanted.isdigit() else {}


class CorrectionViewSet(SnippetViewSet):
    model = Correction
    add_view_class = CorrectionCreate
    icon = "edit"
    menu_label = "정정"
    menu_order = 330
    add_to_admin_menu = True
    list_display = [
        "__str__",
        "article",
        Column("get_place_display", label="자리", classname="wide-only"),
        Column("written_by", label="쓴 사람", classname="wide-only"),
        DateColumn("published_at", label="날짜", width="12%"),
    ]
    list_filter = ["kind", "published_at"]
    list_per_page = 50
    search_fields = ["text"]
    inspect_view_enabled = True
    edit_handler = ObjectList(
        [
            HelpPanel(
                "정정·반론·추후보도는 기사 본문과 따로 실립니다. 저장하면 곧바로 독자에게 보이고, "
                "나중에 기사를 고쳐도 그대로 남습니다. 쓰고 고친 일은 모두 기사 이력에 적힙니다."
            ),
            PageChooserPanel("article", "articles.Article"),
            FieldPanel("kind"),
            FieldPanel("text"),
            FieldPanel("place"),
            FieldPanel("published_at"),
        ],
        base_form_class=CorrectionForm,
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = Correction.objects.select_related("article", "written_by")
        return rows.order_by("-published_at", "-pk")


@hooks.register("after_create_snippet")
def written(request: HttpRequest, instance: Any) -> None:
    if isinstance(instance, Correction):
        corrected(instance, request.user)


@hooks.register("after_edit_snippet")
def changed(request: HttpRequest, instance: Any) -> None:
    if isinstance(instance, Correction):
        corrected(instance, request.user, "change")


@hooks.register("after_delete_snippet")
def taken_back(request: HttpRequest, instances: list[Any]) -> None:
    for instance in instances:
        if isinstance(instance, Correction):
            corrected(instance, request.user, "delete")


def _buttons(page: Page, user: Any) -> list[Button]:
    article = page.specific_deferred
    if not isinstance(article, Article) or not may_correct(user, article):
        return []
    url = f"{reverse('wagtailsnippets_articles_correction:add')}?article={page.pk}"
    return [Button("정정·반론 쓰기", url=url, icon_name="edit", priority=45)]


@hooks.register("register_page_listing_more_buttons")
def button_in_lists(page: Page, user: Any, next_url: str | None = None) -> list[Button]:
    return _buttons(page, user)


@hooks.register("register_page_header_buttons")
def button_on_page(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> list[Button]:
    return _buttons(page, user)
