"""What a member has written, for everybody to see."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from hwalja.accounts.models import Member
from hwalja.articles.models import Article
from hwalja.comments.models import PER_PAGE, Comment
from hwalja.comments.shape import LAST_PAGE
from hwalja.comments.views.private import private


@private
@require_safe
def member(request: HttpRequest, pk: int) -> HttpResponse:
    """The visible comments under articles that readers may see, the newest first."""
    found = get_object_or_404(Member, pk=pk)
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:5]) <= LAST_PAGE):
        raise Http404("page")
    number = int(text)
    published = Article.objects.published().values("pk")
    rows = Comment.objects.visible().filter(author=found.user_id, article__in=published)
    first = (number - 1) * PER_PAGE
    some = list(rows.select_related("article").order_by("-pk")[first : first + PER_PAGE + 1])
    context = {
        "member": found,
        "comments": some[:PER_PAGE],
        "number": number,
        "further": len(some) > PER_PAGE,
        "count": rows.count(),
    }
    return render(request, "comments/history.html", context)
