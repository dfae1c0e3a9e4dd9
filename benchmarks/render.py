"""Rendering an article, uncached, against a bare Wagtail page with one query of its own.

The reference is routed and served as Wagtail serves any page, with a template of two lines that
names a child page. A view that asks for one row and does nothing else stands beside it. All go
through the whole middleware, in turn, in one process; medians.
"""

import statistics
import time
from collections.abc import Callable

from benchmarks.paper import throw_away

ROUNDS = 15
PER_ROUND = 40
LINKS = 25


def measure(calls: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Median milliseconds of one call of each, the calls taken in turn."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for call in calls.values():
        for _ in range(PER_ROUND):
            call()
    for _ in range(ROUNDS):
        for name, call in calls.items():
            start = time.perf_counter()
            for _ in range(PER_ROUND):
                call()
            times[name].append((time.perf_counter() - start) / PER_ROUND * 1000)
    return {name: statistics.median(rows) for name, rows in times.items()}


def main() -> None:
    with throw_away():
        rows = measure(_calls())
    bare = rows["bare Wagtail page"]
    print(f"{'page':34}{'ms':>8}{'ratio':>8}")
    for name, milliseconds in rows.items():
        print(f"{name:34}{milliseconds:8.2f}{milliseconds / bare:8.2f}")


def asker(address: str) -> Callable[[], object]:
    """A call that asks for `address` through the whole middleware; stops at anything but a page."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.core.signals import request_started
    from django.test import RequestFactory

    handler = WSGIHandler()

    def call() -> object:
        request = RequestFactory().get(address, HTTP_HOST="127.0.0.1", HTTP_ACCEPT_ENCODING="gzip")
        request_started.send(sender=None)
        response = handler.get_response(request)
        if response.status_code != 200:
            raise SystemExit(f"{address}: {response.status_code}")
        return response.content

    return call


def _calls() -> dict[str, Callable[[], object]]:
    """Requests by name; the reference is a page type of Wagtail's kind in the smallest template."""
    from django.http import HttpRequest, HttpResponse
    from django.template import RequestContext, Template
    from django.urls import path
    from wagtail.models import Page

    from hwalja.config import urls

    def bare(request: HttpRequest) -> HttpResponse:
        page, _, _ = Page.route_for_request(request, section)
        rows = Page.objects.child_of(page).live()[:1]
        context = {**Page.get_context(page, request), "rows": rows}
        return HttpResponse(template.render(RequestContext(request, context)))

    def row(request: HttpRequest) -> HttpResponse:
        page = Page.objects.get(slug="internet")
        return HttpResponse(template.render(RequestContext(request, {"page": page})))

    template = Template(
        "<!doctype html><title>{{ page.title }}</title><h1>{{ page.title }}</h1>"
        "{% for row in rows %}<p>{{ row.title }}</p>{% endfor %}"
    )
    section, article, front = _content()
    urls.urlpatterns[:0] = [path("bare/", bare), path("row/", row)]
    return {
        "bare Wagtail page": asker("/bare/"),
        "a view that asks for one row": asker("/row/"),
        f"article with {LINKS} links": asker(article),
        "front": asker(front),
    }


def _content() -> tuple[str, str, str]:
    """Addresses: a section, an article full of links and photos, the front."""
    from hwalja.testing import make_newsroom, make_photo

    room = make_newsroom()
    others = [room.publish(title=f"기사 {n}") for n in range(LINKS)]
    photos = [make_photo(f"사진 {n}", caption="공장 전경", credit="활자경제") for n in range(2)]
    for photo in photos:
        photo.get_renditions("width-400|format-jpeg", "width-800|format-jpeg")
    link = '<a linktype="page" id="{}">관련 기사</a>'
    text = "강은전자는 새 공장에 1조 원을 투자한다고 밝혔다. 업계는 공급이 늘 것으로 본다. "
    body: list[tuple[str, object]] = []
    for number, other in enumerate(others):
        body.append(("paragraph", f"<p>{text * 3}{link.format(other.pk)}</p>"))
        if number % 12 == 6:
            photo = photos[number // 12]
            body.append(("photo", {"photo": photo, "caption": "", "credit": ""}))
    article = room.publish(title="링크가 많은 기사", body=body)
    return room.internet.get_absolute_url(), article.get_absolute_url(), "/"


if __name__ == "__main__":
    main()
