"""Readers' pages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import Page

from hwalja.articles import lists, pages, reading
from hwalja.articles.front import compose
from hwalja.articles.models import Article, FrontPage, Reporter, Section, Series


def article(request: HttpRequest, number: int) -> HttpResponse:
    """The article; withdrawn ones are said to be gone, others never were."""
    found = reading.published_rows().filter(number=number).first()
    if found is not None:
        return found.serve(request)
    if Article.objects.withdrawn(timezone.now()).filter(number=number).exists():
        return render(request, "410.html", status=410)
    raise Http404("article")


def tree(request: HttpRequest, path: str) -> HttpResponse:
    """The front and the sections, which stand at their path in the page tree."""
    found = Page.route_for_request(request, path)
    if found is None or found[0].get_view_restrictions().exists():
        raise Http404("page")
    page, args, kwargs = found
    return page.serve(request, *args, **kwargs)


def front(request: HttpRequest, page: FrontPage) -> HttpResponse:
    return render(request, "articles/front.html", {"page": page, "front": compose(page)})


def section(request: HttpRequest, page: Section) -> HttpResponse:
    rows = lists.of_section(page.pk, top=page.is_top)
    found = pages.cut(rows, pages.asked_for(request))
    return render(request, "articles/section.html", {"page": page, "section": page, "list": found})


def latest(request: HttpRequest) -> HttpResponse:
    found = pages.cut(lists.latest(), pages.asked_for(request))
    return render(request, "articles/latest.html", {"list": found})


def reporter(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Reporter.objects.select_related("photo"), slug=slug)
    cut = pages.cut(lists.of_reporter(found.pk), pages.asked_for(request))
    return render(request, "articles/reporter.html", {"reporter": found, "list": cut})


def series(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Series, slug=slug)
    cut = pages.cut_or_404(lists.of_series(found.pk), pages.asked_for(request))
    return render(request, "articles/series.html", {"series": found, "list": cut})


def tag(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Tag, slug=slug)
    cut = pages.cut_or_404(lists.of_tag(found.pk), pages.asked_for(request))
    return render(request, "articles/tag.html", {"tag": found, "list": cut})
