"""Numbered pages of a list, without counting it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from hwalja.articles.models import Article
from hwalja.articles.models.article import ArticleQuerySet

SIZE = 20
# Further back, a list is read by search: an offset costs more the deeper it goes.
LAST = 100


@dataclass(frozen=True)
class ListPage:
    number: int
    rows: list[Article]
    last_known: int

    @property
    def numbers(self) -> list[int]:
        first = max(1, min(self.number - 2, self.last_known - 4))
        return list(range(first, min(self.last_known, first + 4) + 1))

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.last_known else None


def asked_for(request: HttpRequest) -> int:
    """The number in ?page=; what is no page of a list is 404."""
    value = request.GET.get("page", "1")
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= LAST):
        raise Http404("page")
    return int(value)


def cut(rows: ArticleQuerySet, number: int) -> ListPage:
    """One page of an ordered list; looks ahead just far enough to number the next ones.

    Two queries, of at most SIZE * 5 index entries.
    """
    start = (number - 1) * SIZE
    ahead = len(rows.values_list("pk")[start : start + SIZE * 4 + 1])
    if not ahead and number > 1:
        raise Http404("page")
    last_known = min(LAST, number + max(0, (ahead - 1) // SIZE))
    return ListPage(number, list(rows.cards()[start : start + SIZE]), last_known)


def cut_or_404(rows: ArticleQuerySet, number: int) -> ListPage:
    """As `cut`; a list without any article is no page, and so tells of no drafts."""
    found = cut(rows, number)
    if not found.rows:
        raise Http404("list")
    return found
