"""Components that every room's templates use."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=64)
def icon(name: str) -> SafeString:
    """`{% icon "print" %}`: a picture for the eye only; the words stand beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>',
        static("look/icons.svg"),
        name,
    )


# What the footer was last made from, and the footer; remade when the paper or a section changes.
_footer: tuple[Any, list[Any], SafeString] | None = None


@register.simple_tag(takes_context=True)
def footer(context: Context) -> SafeString:
    """The footer, the same on every page: made once for a masthead and its sections."""
    global _footer
    held = _footer
    masthead, sections = context["paper"].masthead, list(context["navigation"])
    if held is None or held[0] is not masthead or held[1] != sections:
        words = {"paper": context["paper"], "navigation": sections}
        html = render_to_string("look/footer.html", words)
        held = _footer = (masthead, sections, html)
    return held[2]
