"""Pages for what goes wrong, pressed too, so that they can be shown when nothing else works."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

ERROR = "error:"
STATUSES = (404, 500, 503)


def page(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, f"{status}.html")


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


# An URLconf of its own, which only the press uses: readers have no address for these.
urlpatterns = [path("<int:status>/", page), path("nothing/", nothing)]


def addresses() -> Iterator[str]:
    yield from (f"{ERROR}{status}" for status in STATUSES)
