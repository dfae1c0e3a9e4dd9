"""Readers' pages."""

from csp.decorators import csp_replace, csp_update
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import Page

from hwalja.articles import embeds, lists, metadata, pages, reading, share_card, shared, sharing
from hwalja.articles.front import compose
from hwalja.articles.models import Article, FrontPage, Reporter, Section, Series
from hwalja.masthead.shared import PAPER


def article(request: HttpRequest, number: int) -> HttpResponse:
    """The article; withdrawn ones are said to be gone, others never were."""
    found = reading.published_rows().filter(number=number).first()
    if found is not None:
        return _allow(_tagged(found.serve(request), found), found)
    return _missing(request, number)


def _tagged(response: HttpResponse, found: Article) -> HttpResponse:
    """What the page shows besides its own text: where that changes, the press finds it by these."""
    tags = [f"article-{found.number}"]
    tags += [f"section-{item.id}" for item in found.breadcrumb]
    tags += [f"reporter-{row.pk}" for row in response.context_data["reporters"]]  # type: ignore[attr-defined]
    tags += [f"tag-{row.pk}" for row in response.context_data["tags"]]  # type: ignore[attr-defined]
    tags += [f"series-{found.series_id}"] if found.series_id else []
    response["Cache-Tag"] = " ".join(tags)
    return response


def _missing(request: HttpRequest, number: int) -> HttpResponse:
    if Article.objects.withdrawn(timezone.now()).filter(number=number).exists():
        return render(request, "410.html", status=410)
    raise Http404("article")


def share_picture(request: HttpRequest, number: int) -> HttpResponse:
    """The picture to share; its address tells the version, so it may be kept for a day."""
    found = Article.objects.published().defer_streamfields().filter(number=number).first()
    if found is None:
        return _missing(request, number)
    etag = f'"{share_card.version(found)}"'
    if etag in request.headers.get("If-None-Match", ""):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(share_card.png(found), content_type="image/png")
        tags = (f"article-{found.number}", *(f"section-{item.id}" for item in found.breadcrumb))
        response["Cache-Tag"] = " ".join(tags)
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=86400"
    return response


def _allow(response: HttpResponse, found: Article) -> HttpResponse:
    """What this page may load beyond our own: a video's frame, KakaoTalk's script."""
    if hosts := embeds.frame_hosts(found.body.raw_data):
        response = csp_replace({"frame-src": hosts})(lambda: response)()
    if PAPER.get().masthead.kakao_key:
        response = csp_update(sharing.KAKAO_POLICY)(lambda: response)()
    return response


def tree(request: HttpRequest, path: str) -> HttpResponse:
    """The front and the sections, which stand at their path in the page tree."""
    page = _page_at(request, path)
    if page is None or any(page.path.startswith(wall) for wall in shared.WALLS.get()):
        raise Http404("page")
    response: HttpResponse = page.serve(request)
    return response


def _page_at(request: HttpRequest, path: str) -> Page | None:
    """A section by what the navigation knows, in one query; else as Wagtail finds it."""
    if item := shared.section_at(f"/{path}"):
        return Section.objects.live().filter(pk=item.id).first()
    found = Page.route_for_request(request, path)
    return found[0] if found else None


def front(request: HttpRequest, page: FrontPage) -> HttpResponse:
    context = {
        "page": page,
        "front": compose(page),
        "is_front": True,
        "metadata": metadata.of_front(),
    }
    return render(request, "articles/front.html", context)


def section(request: HttpRequest, page: Section) -> HttpResponse:
    rows = lists.of_section(page.pk, top=page.is_top)
    found = pages.cut(rows, pages.asked_for(request))
    trail = shared.trail(page.pk)
    # The first page opens with the newest that has a picture.
    pictured = (row for row in found.rows if row.list_photo_id and found.number == 1)
    context = {
        "page": page,
        "section": page,
        "trail": trail,
        "top": trail[0],
        "here": trail[0].id,
        "lead": next(pictured, None),
    }
    told = metadata.of_section(trail, found, page.description)
    tag = f"section-{page.pk}"
    return _list(request, "articles/section.html", found, tag, metadata=told, **context)


def latest(request: HttpRequest) -> HttpResponse:
    found = pages.cut(lists.latest(), pages.asked_for(request))
    told = metadata.of_list("최신기사", "/latest/", found)
    return _list(request, "articles/latest.html", found, "latest", here="latest", metadata=told)


def reporter(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Reporter.objects.select_related("photo"), slug=slug)
    cut = pages.cut(lists.of_reporter(found.pk), pages.asked_for(request))
    told = metadata.of_reporter(found, cut)
    tag = f"reporter-{found.pk}"
    return _list(request, "articles/reporter.html", cut, tag, reporter=found, metadata=told)


def series(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Series, slug=slug)
    cut = pages.cut_or_404(lists.of_series(found.pk), pages.asked_for(request))
    told = metadata.of_list(found.name, found.get_absolute_url(), cut, found.description)
    tag = f"series-{found.pk}"
    return _list(request, "articles/series.html", cut, tag, series=found, metadata=told)


def tag(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Tag, slug=slug)
    cut = pages.cut_or_404(lists.of_tag(found.pk), pages.asked_for(request))
    told = metadata.of_list(f"#{found.name}", f"/tags/{found.slug}/", cut)
    name = f"tag-{found.pk}"
    return _list(request, "articles/tag.html", cut, name, tag=found, metadata=told)


def _list(
    request: HttpRequest, template: str, found: pages.ListPage, name: str, /, **context: object
) -> HttpResponse:
    """A page of a list; `name` tells it to the press and to a CDN."""
    response = render(request, template, {"list": found, **context})
    response["Cache-Tag"] = f"{name} list"
    response.paged = pages.LAST  # type: ignore[attr-defined]
    return response
