"""Rendering the pages of somebody with 2,000 articles and 5,000 quotations, uncached, in one process.

Beside them the article page, the same reference as ever, and a view that asks for one row. All go
through the whole middleware, in turn; medians.
"""

from collections.abc import Callable
from datetime import timedelta

from benchmarks.paper import throw_away
from benchmarks.render import asker, measure

ARTICLES, QUOTATIONS, YEARS = 2_000, 5_000, 8
REFERENCE = "a view that asks for one row"


def main() -> None:
    with throw_away():
        rows = measure(_calls())
    reference = rows[REFERENCE]
    print(f"{ARTICLES:,} articles, {QUOTATIONS:,} quotations, {YEARS} years")
    print(f"{'page':34}{'ms':>8}{'ratio':>8}")
    for name, milliseconds in rows.items():
        print(f"{name:34}{milliseconds:8.2f}{milliseconds / reference:8.2f}")


def _calls() -> dict[str, Callable[[], object]]:
    from django.http import HttpRequest, HttpResponse
    from django.template import RequestContext, Template
    from django.urls import path

    from hwalja.config import urls
    from hwalja.people.models import Profile

    def row(request: HttpRequest) -> HttpResponse:
        found = Profile.objects.get(pk="much")
        return HttpResponse(template.render(RequestContext(request, {"row": found})))

    template = Template("<!doctype html><title>{{ row.name }}</title><h1>{{ row.name }}</h1>")
    article, year = _content()
    urls.urlpatterns[:0] = [path("row/", row)]
    return {
        REFERENCE: asker("/row/"),
        "article": asker(article),
        "/who/<id>/": asker("/who/much/"),
        "/who/<id>/quotes/": asker("/who/much/quotes/"),
        f"/who/<id>/quotes/{year}/": asker(f"/who/much/quotes/{year}/"),
        f"/who/<id>/articles/{year}/": asker(f"/who/much/articles/{year}/"),
        "/who/": asker("/who/"),
    }


def _content() -> tuple[str, int]:
    """The address of an article, and a year in the middle."""
    from django.utils import timezone

    from hwalja.testing import make_newsroom
    from tests.archive import archive
    from tests.said import lay, people

    apart = timedelta(days=365 * YEARS) / ARTICLES
    numbers = archive(make_newsroom(), ARTICLES, apart=apart)
    one, others = people()
    lay(one, others, numbers, QUOTATIONS)
    return f"/news/{numbers[-1]}/", timezone.localdate().year - YEARS // 2


if __name__ == "__main__":
    main()
