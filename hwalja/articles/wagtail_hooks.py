"""What the articles add to Wagtail."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from hwalja.articles.links import ArticleLinkHandler
from hwalja.articles.models import Section


@hooks.register("register_rich_text_features", order=10)
def article_links(features: FeatureRegistry) -> None:
    features.register_link_type(ArticleLinkHandler)


@hooks.register("before_create_page")
def only_some_add_sections(request: HttpRequest, parent: Page, model: type[Page]) -> None:
    """Who may add articles to a section may not therefore add sections to it."""
    if issubclass(model, Section) and not request.user.has_perm("articles.add_section"):
        raise PermissionDenied


@hooks.register("construct_main_menu")
def no_documents(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name != "documents"]
