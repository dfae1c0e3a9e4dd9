"""Readers' pages of older articles, by day or by month."""

from calendar import SUNDAY, Calendar
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from taggit.models import Tag

from hwalja.articles import archive, former, metadata, pages, shared, views
from hwalja.articles.archive import Archive, Period, Step
from hwalja.articles.models import Reporter, Series

_WEEKS = Calendar(SUNDAY)


@dataclass(frozen=True)
class Cell:
    """A day in a calendar, and its address where it has articles."""

    number: int
    url: str


def latest(request: HttpRequest, period: Period) -> HttpResponse:
    return _answer(request, archive.LATEST, period, here="latest")


def section(
    request: HttpRequest, period: Period, section: str, subsection: str = ""
) -> HttpResponse:
    url = f"/{section}/{subsection}/" if subsection else f"/{section}/"
    item = shared.section_at(url)
    if item is None:
        return _moved(url, period)
    return _answer(request, archive.of_section(item), period, here=shared.trail(item.id)[0].id)


def reporter(request: HttpRequest, period: Period, slug: str) -> HttpResponse:
    found = Reporter.objects.filter(slug=slug).first()
    if found is None:
        return _moved(f"/reporters/{slug}/", period)
    return _answer(request, archive.of_reporter(found), period)


def series(request: HttpRequest, period: Period, slug: str) -> HttpResponse:
    found = Series.objects.filter(slug=slug).first()
    if found is None:
        return _moved(f"/series/{slug}/", period)
    return _answer(request, archive.of_series(found), period)


def tag(request: HttpRequest, period: Period, slug: str) -> HttpResponse:
    found = Tag.objects.filter(slug=slug).first()
    if found is None:
        raise Http404("tag")
    return _answer(request, archive.of_tag(found), period)


def _moved(url: str, period: Period) -> HttpResponse:
    """To where the list stands now."""
    target = former.leads_to(url)
    if target is None:
        raise Http404("list")
    response = HttpResponsePermanentRedirect(target + period.path)
    response["Cache-Tag"] = "list"
    return response


def _answer(request: HttpRequest, of: Archive, period: Period, here: object = None) -> HttpResponse:
    if period.first > timezone.localdate():
        raise Http404("to come")
    if of.by_day and not period.by_day:
        return _calendar(request, of, period, here)
    number = pages.asked_for(request, archive.ROWS)
    found = pages.cut_or_404(of.rows(period), number, archive.ROWS)
    context = {
        **_around(of, period),
        "here": here,
        "metadata": metadata.of_archive(of, period, _way(of, period), found),
    }
    return views.listed(request, "articles/archive.html", found, of, **context)


def _calendar(request: HttpRequest, of: Archive, month: Period, here: object) -> HttpResponse:
    linked = {day.first: of.address(day) for day in of.days(month)}
    if not linked:
        raise Http404("month")
    context = {
        **_around(of, month),
        "here": here,
        "weeks": _weeks(month.first, linked),
        "metadata": metadata.of_archive(of, month, _way(of, month)),
    }
    response = render(request, "articles/calendar.html", context)
    response["Cache-Tag"] = f"{of.tag} list"
    return response


def _weeks(month: date, linked: dict[date, str]) -> list[list[Cell | None]]:
    """Weeks from Sunday, as Korean calendars have them; nothing where another month's days stand."""
    return [
        [Cell(day.day, linked.get(day, "")) if day.month == month.month else None for day in week]
        for week in _WEEKS.monthdatescalendar(month.year, month.month)
    ]


def _way(of: Archive, period: Period) -> list[Step]:
    """From the list to the page itself, by the month where a day stands in one."""
    between = [period.month] if period.by_day else []
    return [*of.trail, *(Step(row.title, of.address(row)) for row in (*between, period))]


def _around(of: Archive, period: Period) -> dict[str, object]:
    previous, following = of.previous(period), of.next(period)
    return {
        "archive": of,
        "period": period,
        "crumbs": _way(of, period),
        "before": previous and Step(previous.title, of.address(previous)),
        "after": following and Step(following.title, of.address(following)),
    }
