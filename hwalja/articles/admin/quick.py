"""What keeps the admin's lists as quick over a million articles as over a thousand."""

import re
from functools import reduce
from operator import or_
from typing import Any

from django.core.paginator import Page as DjangoPage
from django.core.paginator import Paginator
from django.db.models import Q
from django.utils.functional import cached_property
from wagtail.models import Page
from wagtail.permissions import policy_registry

from hwalja.articles.models import Article, ArticleNumber, Section

MOST = 2000  # Rows counted and paged through; further back, a filter or the search is quicker.
NEWEST = (
    10_000  # Articles whose headlines are searched letter by letter; older ones by their words.
)
WORDS = 8  # Of a search.


class ShortPaginator(Paginator):
    """Counts no further than `MOST`: a list of a million articles opens as fast as a short one."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return len(rows.values_list("pk")[:MOST])


class SectionsFirst(ShortPaginator):
    """The sections among the rows, then the others in their order, for which nothing is sorted."""

    @cached_property
    def _sections(self) -> list[Any]:
        rows: Any = self.object_list
        ids = list(Section.objects.values_list("pk", flat=True))
        return list(rows.filter(pk__in=ids).order_by("path"))

    @cached_property
    def _others(self) -> Any:
        rows: Any = self.object_list
        return rows.exclude(pk__in=[row.pk for row in self._sections])

    @cached_property
    def count(self) -> int:
        return len(self._sections) + len(self._others.values_list("pk")[:MOST])

    def page(self, number: Any) -> Any:
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        last = min(first + self.per_page, self.count)
        found, before = self._sections[first:last], len(self._sections)
        found += self._others[max(0, first - before) : max(0, last - before)]
        return DjangoPage(found, number, self)


def below(page: Page) -> Q:
    """Everything under a page of the tree, as a range that the index of paths finds."""
    return Q(path__range=Page._get_children_path_interval(page.path))


def within_reach(user: Any) -> Q:
    """The articles that a user may see in the admin: those of the sections they work in."""
    policy = policy_registry.get_by_type(Article)
    pages = policy.instances_with_direct_explore_permission(user)
    if any(page.depth < 3 for page in pages):
        return Q()
    tops, subs = ({page.pk for page in pages if page.depth == depth} for depth in (3, 4))
    # One column alone where it can be: its index then holds the rows in their order.
    ways = [Q(section__in=tops)] * bool(tops) + [Q(subsection__in=subs)] * bool(subs)
    return reduce(or_, ways) if ways else Q(pk__in=[])


def _with_words(model: type[Page], words: list[str]) -> Any:
    """By the index of the search: each word as it begins."""
    rows = model.objects.all() if words else model.objects.none()
    for word in words:
        hits = model.objects.autocomplete(word, order_by_relevance=False).get_queryset()
        rows = rows.filter(pk__in=hits.order_by().values("pk"))
    return rows


def _newest_with_letters(words: list[str]) -> Any:
    """By their letters wherever they stand, also in headlines that wait to be published."""
    highest = ArticleNumber.objects.values_list("highest", flat=True).first() or 0
    rows = Article.objects.filter(number__gt=highest - NEWEST)
    for word in words:
        rows = rows.filter(draft_title__icontains=word)
    return rows


def searched(rows: Any, query: str) -> Any:
    """Of ordered pages the first with the words in their headline, or the article with the number."""
    if query.isascii() and query.isdigit():
        return rows.filter(pk__in=Article.objects.filter(number=int(query[:18])).values("pk"))
    # The index knows no signs, and some of them break its language.
    words = re.findall(r"[^\W_]+", query)[:WORDS]
    found = (_with_words(rows.model, words), _newest_with_letters(query.split()[:WORDS]))
    hits = rows.filter(reduce(or_, (Q(pk__in=some.values("pk")) for some in found)))
    # Asked for once, without what the list shows of each: a common word has many.
    return rows.filter(pk__in=list(hits.values_list("pk", flat=True)[:MOST]))
