"""Numbered pages of a list, without counting it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from hwalja.articles.models import Article
from hwalja.articles.models.article import ArticleQuerySet


@dataclass(frozen=True)
class Form:
    """How long the pages of a list are, and how many: an offset costs more the deeper it goes."""

    size: int
    last: int


# What is older than the last of these stands by date.
LIST = Form(size=20, last=5)
FOUND = Form(size=20, last=100)


@dataclass(frozen=True)
class ListPage:
    number: int
    rows: list[Article]
    last_known: int
    # There is more after the last page that may have a number.
    goes_on: bool = False

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


def asked_for(request: HttpRequest, form: Form = LIST) -> int:
    """The number in ?page=; what is no page of a list is 404."""
    value = request.GET.get("page", "1")
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= form.last):
        raise Http404("page")
    return int(value)


def cut(rows: ArticleQuerySet, number: int, form: Form = LIST) -> ListPage:
    """One page of an ordered list; looks ahead just far enough to number the next ones.

    Two queries, of at most five pages of index entries.
    """
    start = (number - 1) * form.size
    ahead = len(rows.values_list("pk")[start : start + form.size * 4 + 1])
    if not ahead and number > 1:
        raise Http404("page")
    full = number + max(0, (ahead - 1) // form.size)
    found = list(rows.cards()[start : start + form.size])
    return ListPage(number, found, min(form.last, full), number == form.last < full)


def cut_or_404(rows: ArticleQuerySet, number: int, form: Form = LIST) -> ListPage:
    """As `cut`; a list without any article is no page, and so tells of no drafts."""
    found = cut(rows, number, form)
    if not found.rows:
        raise Http404("list")
    return found
