"""What the articles add to Wagtail."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from hwalja.articles.links import ArticleLinkHandler


@hooks.register("register_rich_text_features", order=10)
def article_links(features: FeatureRegistry) -> None:
    features.register_link_type(ArticleLinkHandler)
