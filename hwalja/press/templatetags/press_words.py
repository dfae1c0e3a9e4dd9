"""The press's words for the admin's templates."""

from django import template

from hwalja.press import words

register = template.Library()

register.filter("key_words", words.key)
register.filter("span_words", words.span)
register.filter("wait_words", words.wait)
register.filter("rate_words", words.rate)
register.filter("left_words", words.left)


@register.filter
def percent(share: float) -> int:
    """A share of 1 in whole percent."""
    return int(share * 100)
