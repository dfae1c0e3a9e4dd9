"""`{% part %}` for every room's templates."""

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from hwalja.press import parts

register = template.Library()


@register.simple_tag(takes_context=True)
def part(context: Context, name: str, variant: object = "", key: object = "") -> SafeString:
    """`{% part "latest" article.number %}`: a part, in the variant for this page if there is one."""
    return parts.html(context.get("request"), name, str(variant or ""), str(key or ""))
