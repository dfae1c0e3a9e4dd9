"""What the articles add to Wagtail."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.signals import init_new_page
from wagtail.snippets.models import register_snippet

from hwalja.articles import embargo
from hwalja.articles.admin import (
    corrections,
    explorer,
    home,
    intake,
    listing,
    menu,
    snippets,
    trash,
    verdicts,
)
from hwalja.articles.links import ArticleLinkHandler
from hwalja.articles.listing import delist
from hwalja.articles.models import Article, Byline, Reporter, Section


@hooks.register("register_rich_text_features", order=10)
def article_links(features: FeatureRegistry) -> None:
    features.register_link_type(ArticleLinkHandler)


@hooks.register("before_create_page")
def only_some_add_sections(request: HttpRequest, parent: Page, model: type[Page]) -> None:
    """Who may add articles to a section may not therefore add sections to it."""
    if issubclass(model, Section) and not request.user.has_perm("articles.add_section"):
        raise PermissionDenied


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell_of_embargo(request: HttpRequest, page: Page) -> None:
    """Say that pressing publish meant a schedule."""
    if isinstance(page, Article) and embargo.in_force(page.embargo_until):
        messages.info(request, _held_message(page))


@hooks.register("after_bulk_action")
def tell_of_embargoes(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    if action_type != "publish" or not issubclass(action.model, Page):
        return
    ids = [page.pk for page in objects]
    for article in Article.objects.filter(pk__in=ids, embargo_until__gt=timezone.now()):
        messages.warning(request, _held_message(article))


def _held_message(article: Article) -> str:
    return (
        f"‘{article.title}’ 기사는 엠바고가 끝나는 {embargo.said(article.embargo_until)}까지 나가지 "
        "않습니다. 게시하거나 승인하면 그때로 예약됩니다."
    )


@hooks.register("before_delete_page")
def trash_instead(request: HttpRequest, page: Page) -> HttpResponse | None:
    return trash.instead_of_deleting(request, page)


hooks.register("register_bulk_action", trash.TrashBulkAction, order=100)


@hooks.register("register_admin_viewset")
def viewsets() -> list[Any]:
    return [
        trash.TrashViewSet(),
        listing.ArticleListing(),
        intake.IntakeViewSet(),
        verdicts.ArticleViews(),
        explorer.SectionViews(),
    ]


@hooks.register("construct_admin_api")
def no_actions_by_api(router: Any) -> None:
    """What changes pages goes through the pages above."""
    router.register_endpoint("pages", menu.PagesAPI)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    actions.register_action("hwalja.take_in", "원고 넣기", "원고에서 초안을 만듦")
    actions.register_action("hwalja.trash", "휴지통으로", "휴지통으로 옮김")
    actions.register_action("hwalja.restore", "되돌리기", "휴지통에서 되돌림")
    actions.register_action("hwalja.purge", "아주 지우기", "아주 지움")
    actions.register_action("hwalja.correction.write", "정정 쓰기", "정정을 실음")
    actions.register_action("hwalja.correction.change", "정정 고치기", "정정을 고침")
    actions.register_action("hwalja.correction.delete", "정정 거두기", "정정을 거둠")


@hooks.register("after_copy_page")
def copy_is_in_no_list(request: HttpRequest, page: Page, copied: Page) -> None:
    """The copied bylines and tags brought the times by which lists find them."""
    if isinstance(copied, Article) and not copied.live:
        delist(copied)


@receiver(init_new_page, dispatch_uid="articles.byline")
def first_byline(sender: Any, page: Page, parent: Page, **kwargs: Any) -> None:
    """A reporter's new article carries their name; they may take it off."""
    reporter = Reporter.objects.filter(user=page.owner).first() if page.owner else None
    if isinstance(page, Article) and reporter is not None:
        page.bylines = [Byline(reporter=reporter)]


register_snippet(snippets.ReporterViewSet)
register_snippet(snippets.SeriesViewSet)
register_snippet(snippets.BreakingNewsViewSet)
register_snippet(corrections.CorrectionViewSet)

__all__ = ["home", "menu"]  # Imported for the hooks they register.
