"""Readers' pages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from taggit.models import Tag

from hwalja.articles import pages, reading
from hwalja.articles.front import compose
from hwalja.articles.models import Article, FrontPage, Reporter, Section, Series


def article(request: HttpRequest, number: int) -> HttpResponse:
    return get_object_or_404(reading.published_rows(), number=number).serve(request)


def front(request: HttpRequest, page: FrontPage) -> HttpResponse:
    return render(request, "articles/front.html", {"page": page, "front": compose(page)})


def section(request: HttpRequest, page: Section) -> HttpResponse:
    column = "section" if page.is_top else "subsection"
    rows = Article.objects.published().filter(**{column: page.pk}).newest_first()
    found = pages.cut(rows, pages.asked_for(request))
    return render(request, "articles/section.html", {"page": page, "section": page, "list": found})


def latest(request: HttpRequest) -> HttpResponse:
    rows = Article.objects.published().newest_first()
    return render(
        request, "articles/latest.html", {"list": pages.cut(rows, pages.asked_for(request))}
    )


def reporter(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Reporter.objects.select_related("photo"), slug=slug)
    rows = (
        Article.objects.published()
        .filter(bylines__reporter=found, bylines__listed_at__isnull=False)
        .order_by("-bylines__listed_at")
    )
    context = {"reporter": found, "list": pages.cut(rows, pages.asked_for(request))}
    return render(request, "articles/reporter.html", context)


def series(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Series, slug=slug)
    rows = Article.objects.published().filter(series=found).newest_first()
    context = {"series": found, "list": pages.cut(rows, pages.asked_for(request))}
    return render(request, "articles/series.html", context)


def tag(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Tag, slug=slug)
    rows = (
        Article.objects.published()
        .filter(tagged_items__tag=found, tagged_items__listed_at__isnull=False)
        .order_by("-tagged_items__listed_at")
    )
    cut = pages.cut(rows, pages.asked_for(request))
    if not cut.rows:
        raise Http404("tag")
    return render(request, "articles/tag.html", {"tag": found, "list": cut})
