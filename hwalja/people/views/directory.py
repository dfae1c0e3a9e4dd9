"""The directory: its letters, who is new, everybody under a letter, a search."""

from collections.abc import Iterable
from math import ceil
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from hwalja.masthead.shared import PAPER
from hwalja.people import metadata, search, slots
from hwalja.people.affected import CRITERIA, LIST_TAG, TAG, shelf_address, tag_of
from hwalja.people.models import Criteria, Profile
from hwalja.people.reading import described
from hwalja.people.shared import COUNTS
from hwalja.people.views.private import private

NEWCOMERS = 20
PER_PAGE = 100
MOST_FOUND = 100


def directory(request: HttpRequest) -> HttpResponse:
    newest = Profile.objects.shown().order_by("-created_at", "-pk")
    newcomers = described(newest[:NEWCOMERS])
    context = {
        "counts": COUNTS.get(),
        "newcomers": newcomers,
        "fillers": slots.content("directory", request),
        "metadata": metadata.of_list("/who/", metadata.TITLE),
    }
    return _tagged(render(request, "people/directory.html", context), newcomers)


def shelf(request: HttpRequest, shelf: str) -> HttpResponse:
    """Everybody under a letter, or under the first syllable of their names."""
    counts = COUNTS.get()
    of = next((one for one, heads in counts.heads.items() if shelf in heads), "")
    total = counts.shelves.get(shelf) or counts.heads.get(of, {}).get(shelf, 0)
    if not total:
        raise Http404("shelf")
    number, last = _asked(request, total)
    wanted = {"shelf" if shelf in counts.shelves else "head": shelf}
    found = Profile.objects.shown().filter(**wanted).by_name()
    rows = described(found[(number - 1) * PER_PAGE : number * PER_PAGE])
    path = shelf_address(shelf)
    numbered = path if number == 1 else f"{path}?page={number}"
    context: dict[str, Any] = {
        "shelf": shelf,
        "above": of if of != shelf else "",
        "heads": counts.heads.get(of or shelf, {}),
        "total": total,
        "rows": rows,
        "number": number,
        "numbers": _near(number, last),
        "last": last,
        "path": path,
        "metadata": metadata.of_list(numbered, f"{metadata.TITLE} {shelf}"),
    }
    response = _tagged(render(request, "people/shelf.html", context), rows)
    response.paged = last + 1  # type: ignore[attr-defined]
    return response


def _asked(request: HttpRequest, total: int) -> tuple[int, int]:
    """The number in ?page= and the last one; what is no page of the list is 404."""
    value, last = request.GET.get("page", "1"), ceil(total / PER_PAGE)
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= last):
        raise Http404("page")
    return int(value), last


def _near(number: int, last: int) -> list[int]:
    first = max(1, min(number - 2, last - 4))
    return list(range(first, min(last, first + 4) + 1))


@private
def find(request: HttpRequest) -> HttpResponse:
    """`/who/search/?q=`: by any name, by 초성."""
    query = search.asked(request.GET.get("q", ""))
    found = described(search.find(query)[: MOST_FOUND + 1]) if query else []
    context = {
        "query": query,
        "rows": found[:MOST_FOUND],
        "goes_on": len(found) > MOST_FOUND,
        "metadata": metadata.of_list("/who/search/", "인물 찾기", indexed=False),
    }
    return render(request, "people/search.html", context)


def criteria(request: HttpRequest) -> HttpResponse:
    """Whom the paper takes in."""
    context = {
        "criteria": Criteria.base_queryset().first() or Criteria(),
        "metadata": metadata.of_list(CRITERIA, "인물 수록 기준"),
        "name": PAPER.get().masthead.name,
    }
    return _tagged(render(request, "people/criteria.html", context))


def _tagged(response: HttpResponse, rows: Iterable[Profile] = ()) -> HttpResponse:
    """Tagged with the organisations that its rows name besides their own names."""
    places = {row.place for row in rows if row.place}
    response["Cache-Tag"] = " ".join([TAG, LIST_TAG, *sorted(map(tag_of, places))])
    return response
