"""Somebody's words and articles in full: by year, by topic, page by page."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from hwalja.articles.pages import Form, ListPage, asked_for
from hwalja.articles.shared import NavigationItem, section_at
from hwalja.mentions import shown
from hwalja.mentions.models import Quotation
from hwalja.people import metadata
from hwalja.people.models import Profile
from hwalja.people.views.profile import marked, of_somebody

# What is older than the last of the newest stands by year.
NEWEST = Form(size=50, last=5)
OF_A_YEAR = Form(size=50, last=100)


@of_somebody
def quotes(
    request: HttpRequest, found: Profile, year: int | None = None, topic: str = ""
) -> HttpResponse:
    """`/who/<id>/quotes/`, `…/quotes/2026/` (from its beginning), `…/quotes/about/finance/`."""
    section = _section(topic)
    rows = shown.quotations_of(
        found, year, section.id if section else None, oldest_first=year is not None
    )
    of = f"{section.title}에 관해 한 말" if section else "한 말"
    context = {
        "years": shown.years_of(shown.quotations_of(found)),
        "topics": shown.topics_of(found),
        "topic": section,
    }
    return _answer(request, "quotes", found, rows, of, year=year, **context)


def _section(topic: str) -> NavigationItem | None:
    if not topic:
        return None
    found = section_at(f"/{topic}/")
    if found is None:
        raise Http404("topic")
    return found


@of_somebody
def articles(request: HttpRequest, found: Profile, year: int | None = None) -> HttpResponse:
    """`/who/<id>/articles/`, `…/articles/2026/` (from its beginning)."""
    rows = shown.articles_of(found, year, oldest_first=year is not None)
    years = shown.years_of(shown.articles_of(found))
    return _answer(request, "articles", found, rows, "나온 기사", year=year, years=years)


@of_somebody
def through(request: HttpRequest, found: Profile) -> HttpResponse:
    """`/who/<id>/through/`: words of others that came through this medium."""
    return _answer(request, "through", found, shown.through(found), "전한 말")


def _answer(
    request: HttpRequest, name: str, found: Profile, rows: QuerySet[Any], of: str, **context: Any
) -> HttpResponse:
    year = context.get("year")
    form = OF_A_YEAR if year else NEWEST
    page = _cut(rows, asked_for(request, form), form)
    if not page.rows and (page.number > 1 or year not in context.get("years", ())):
        raise Http404("list")
    title = f"{year}년에 {of}" if year else of
    numbered = f"?page={page.number}" if page.number > 1 else ""
    context |= {
        "profile": found,
        "list": page,
        "automatic": any(getattr(row, "is_automatic", False) for row in page.rows),
        "title": title,
        "base": f"{found.get_absolute_url()}{name}/",
        "metadata": metadata.of_page(found, f"{request.path}{numbered}", title),
    }
    response = marked(
        render(request, f"mentions/who/{name}.html", context), found, *_named(page.rows)
    )
    response["Cache-Tag"] += "".join(f" section-{item.id}" for item in context.get("topics", ()))
    response.paged = page.last_known + 1  # type: ignore[attr-defined]
    return response


def _cut(rows: QuerySet[Any], number: int, form: Form) -> ListPage:
    """One page, and how many more may follow."""
    start = (number - 1) * form.size
    bare = rows.select_related(None).prefetch_related(None)
    ahead = len(bare.values_list("pk")[start : start + form.size * 4 + 1])
    full = number + max(0, ahead - 1) // form.size
    found = shown.with_lines(rows[start : start + form.size])
    return ListPage(number, found, min(form.last, full), number == form.last < full)


def _named(rows: Iterable[Any]) -> list[str]:
    """Ids of the others on the page: who spoke, and through which medium."""
    quotations = [row for row in rows if isinstance(row, Quotation)]
    found = {row.profile_id for row in quotations}
    found |= {outlet.profile_id for row in quotations for outlet in row.outlets.all()}
    return sorted(pk for pk in found if pk)
