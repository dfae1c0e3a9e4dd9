"""What all of them have in common."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from hwalja.articles.models import Article
from hwalja.comments.models import Comment

# A page of Wagtail has sixty columns, and each is work at every comment.
ASKED = ("number", "title", "deck", "summary", "published_at", "section", "subsection")
View = Callable[..., HttpResponse]


def private(view: View) -> View:
    """For this reader alone; the browser's way back keeps what was typed."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-cache"
        response["X-Robots-Tag"] = "noindex"
        return response

    return answer


def article_at(number: int) -> Article:
    """The published article with this number: what its comments ask of it, and nothing more."""
    found = Article.objects.published().only(*ASKED).filter(number=number).first()
    if found is None:
        raise Http404("article")
    return found


def comment_at(number: int, pk: int) -> Comment:
    """A comment at its own article's address, whatever its state."""
    article = article_at(number)
    found = Comment.objects.filter(pk=pk, article=article).first()
    if found is None:
        raise Http404("comment")
    found.article = article
    return found
