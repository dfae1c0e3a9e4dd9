"""What the comments put on the article's page and beside its editor."""

from django.http import HttpRequest
from django.utils.safestring import SafeString

from hwalja.articles import slots
from hwalja.articles.models import Article
from hwalja.comments.parts import COMMENTS
from hwalja.press import parts


def _below(request: HttpRequest, article: Article) -> SafeString:
    """A draft in preview has no number yet, and no comments."""
    if not article.number or not article.live:
        return SafeString("")
    return parts.html(request, COMMENTS.name, "", str(article.number))


def _head(request: HttpRequest, article: Article) -> SafeString:
    if not article.number or not article.live:
        return SafeString("")
    return parts.html(request, COMMENTS.name, "count", str(article.number))


def register() -> None:
    slots.fill("below", _below)
    slots.fill("head", _head)
