"""A comment at its own address, and lists beyond the pressed page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hwalja.comments import discussions, mine, openness, shape, takedowns
from hwalja.comments.forms.takedown import ObjectionForm
from hwalja.comments.forms.writing import AppealForm, DeleteForm
from hwalja.comments.models import Comment
from hwalja.comments.views.private import article_at, comment_at, private


def _page_asked(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdigit() and 1 <= len(text) <= 4):
        raise Http404("page")
    number = int(text)
    if not 1 <= number <= shape.LAST_PAGE:
        raise Http404("page")
    return number


@private
@require_safe
def all_of(request: HttpRequest, number: int) -> HttpResponse:
    """All comments of an article, in the order asked for."""
    article = article_at(number)
    sort = request.GET.get("sort", "newest")
    if sort not in shape.SORTS:
        raise Http404("sort")
    discussion = discussions.found(article)
    context = {
        "article": article,
        "count": discussion.visible if discussion else 0,
        "openness": openness.of(article, discussion),
        "listing": shape.listing(article.pk, sort, _page_asked(request)),
        "sorts": shape.SORTS,
    }
    return render(request, "comments/list.html", context)


@private
@require_safe
def one(request: HttpRequest, number: int, pk: int) -> HttpResponse:
    """A comment with its replies; its author also sees what became of it."""
    comment = comment_at(number, pk)
    is_mine = mine.is_mine(request, comment)
    if comment.state != Comment.VISIBLE and not comment.leaves_sign and not is_mine:
        # Whoever wrote it elsewhere comes in with the password.
        if comment.password and comment.state != Comment.DELETED:
            return render(
                request, "comments/closed.html", _context(request, comment, False), status=404
            )
        raise Http404("comment")
    return render(request, "comments/one.html", _context(request, comment, is_mine))


def _context(request: HttpRequest, comment: Comment, is_mine: bool) -> dict[str, object]:
    return {
        "article": comment.article,
        "comment": comment,
        "is_mine": is_mine,
        "listing": shape.one(comment, _page_asked(request)),
        "openness": openness.of(comment.article, discussions.found(comment.article)),
        "deleting": DeleteForm(),
        "appealing": AppealForm(),
        "takedown": takedowns.in_force(comment),
        "objecting": ObjectionForm(needs_password=not is_mine),
    }
