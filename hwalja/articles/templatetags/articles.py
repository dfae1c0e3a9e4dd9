"""An article's parts in templates."""

import re
from datetime import datetime
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from hwalja.articles import embeds, sharing, slots
from hwalja.articles.models import Article

register = template.Library()

_FIRST = re.compile(r"<p>(?!\s*\[)")


@register.simple_tag
def stamp(moment: datetime | None, form: str = "%Y-%m-%d %H:%M") -> SafeString | str:
    """`{% stamp article.published_at "%H:%M" %}`: a <time> in KST, to the second for machines."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return format_html(
        '<time datetime="{}">{}</time>',
        local.isoformat(timespec="seconds"),
        local.strftime(form),
    )


@register.simple_tag(takes_context=True)
def story(context: Context, article: Article) -> SafeString:
    """The body; the first paragraph of the paper's own stories begins with its tag."""
    outlet, flat, parts = _outlet(context, article), context.flatten(), []
    markers = slots.content("words", context.get("request"), article)
    for number, block in enumerate(article.body):
        # What stands at the top of the page is wanted at once; the rest as one reads on.
        html = block.render(context={**flat, "eager": number == 0})
        if block.block_type == "paragraph":
            for mark in markers:
                html = mark(block.id, html)
            html, outlet = _tagged(html, outlet) if outlet else html, ""
        parts.append(html)
    return mark_safe("\n".join(parts))


def _tagged(html: str, outlet: str) -> str:
    """A paragraph with the tag before its first words, unless it begins with one."""
    tag = format_html('<p><span class="outlet">[{}]</span> ', outlet)
    return _FIRST.sub(lambda _: tag, html, count=1)


def _outlet(context: Context, article: Article) -> str:
    if article.outlet_tag:
        return article.outlet_tag
    if article.origin != Article.Origin.OWN or article.sponsored:
        return ""
    return str(context["paper"].masthead.outlet_tag)


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, article: Article) -> SafeString:
    """What the rooms above put into one of the named places."""
    found = slots.content(name, context.get("request"), article)
    return format_html_join("\n", "{}", ((item,) for item in found))


@register.simple_tag
def address_of(article: Article) -> str:
    """The article's whole address, for sharing."""
    return settings.BASE_URL + article.get_absolute_url()


@register.inclusion_tag("articles/share.html", takes_context=True)
def share(context: Context, article: Article) -> dict[str, Any]:
    """The row of seven."""
    masthead = context["paper"].masthead
    url = address_of(article)
    return {
        "ways": sharing.ways(article, url, masthead),
        "url": url,
        "title": article.title,
        "kakao_key": masthead.kakao_key,
        "kakao_sdk": sharing.KAKAO_SDK,
        "kakao_integrity": sharing.KAKAO_INTEGRITY,
    }


@register.simple_tag
def video(url: str) -> embeds.Video | None:
    """`{% video value.url as found %}`"""
    return embeds.read(url)


_FIGURE = re.compile(r"[-+−△▲▼]?\s?\d[\d,.조억만천백]*\s?(%p?|[가-힣]{1,3})?")


@register.filter
def is_figure(value: object) -> bool:
    """Whether a cell holds a number, which tables set flush right."""
    return bool(_FIGURE.fullmatch(str(value or "").strip()))


@register.filter
def over_figures(data: list[list[object]], column: int) -> bool:
    """Whether a column's heading stands over numbers, as its first row tells."""
    return bool(data) and column < len(data[0]) and is_figure(data[0][column])
