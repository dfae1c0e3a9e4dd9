"""An article's whole text as plain HTML, for readers outside the paper's own pages."""

import nh3
from django.template.loader import render_to_string

from hwalja.articles.models import Article, Correction
from hwalja.look.metadata import absolute

# What feed readers show alike; everything of our own pages' making falls away.
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_TAGS = set(
    """
    a aside b blockquote br caption cite em figcaption figure h2 h3 hr i img li ol p s strong
    sub sup table tbody td tfoot th thead tr u ul
    """.split()  # noqa: SIM905  (a paragraph of words reads better than forty quotes)
)
_DROPPED_WHOLE = {"button", "dialog", "form", "iframe", "noscript", "script", "style", "svg"}


def _with_host(tag: str, attribute: str, value: str) -> str:
    return absolute(value) if attribute in {"href", "src"} else value


_cleaner = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    clean_content_tags=_DROPPED_WHOLE,
    attribute_filter=_with_host,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def html(article: Article, corrections: list[Correction]) -> str:
    """Text, pictures and captions, with corrections and labels; addresses are full.

    Photos and linked articles should be at hand, else each costs a query.
    """
    context = {"article": article, "corrections": corrections}
    return str(_cleaner.clean(render_to_string("articles/feed/item.html", context))).strip()
