"""What this room puts on the article's page and into its metadata."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from hwalja.articles import slots
from hwalja.articles.models import Article
from hwalja.mentions import links, metadata, on_page


def _style(request: HttpRequest | None, article: Article) -> SafeString | None:
    if not on_page.of(article).entries:
        return None
    return format_html(
        '<link rel="stylesheet" href="{}"><script src="{}" defer></script>',
        static("mentions/story.css"),
        static("mentions/story.js"),
    )


def _strip(request: HttpRequest | None, article: Article) -> SafeString | None:
    """Nothing at all where nobody is in the article."""
    page = on_page.of(article)
    if not page.entries:
        return None
    return mark_safe(render_to_string("mentions/strip.html", {"page": page, "article": article}))


def _json_ld(request: HttpRequest | None, article: Article) -> dict[str, Any]:
    return metadata.of_article(article)


def register() -> None:
    slots.fill("style", _style)
    slots.fill("words", links.marker)
    slots.fill("strip", _strip)
    slots.fill("json_ld", _json_ld)
