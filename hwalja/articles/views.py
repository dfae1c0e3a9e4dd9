"""Readers' pages."""

from csp.decorators import csp_replace, csp_update
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import Page

from hwalja.articles import archive, embeds, metadata, pages, reading, share_card, shared, sharing
from hwalja.articles.archive import Archive
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
    trail = shared.trail(page.pk)
    of = archive.of_section(trail[-1])
    found = pages.cut(of.listing.newest_first(), pages.asked_for(request))
    # The first page opens with the newest that has a picture.
    pictured = (row for row in found.rows if row.list_photo_id and found.number == 1)
    context = {
        "page": page,
        "section": page,
        "trail": trail,
        "top": trail[0],
        "here": trail[0].id,
        "lead": next(pictured, None),
        "metadata": metadata.of_section(trail, found, page.description),
    }
    return _newest(request, "articles/section.html", found, of, **context)


def latest(request: HttpRequest) -> HttpResponse:
    of = archive.LATEST
    found = pages.cut(of.listing.newest_first(), pages.asked_for(request))
    told = metadata.of_list(of.title, of.url, found)
    return _newest(request, "articles/latest.html", found, of, here="latest", metadata=told)


def reporter(request: HttpRequest, slug: str) -> HttpResponse:
    row = get_object_or_404(Reporter.objects.select_related("photo"), slug=slug)
    of = archive.of_reporter(row)
    found = pages.cut(of.listing.newest_first(), pages.asked_for(request))
    told = metadata.of_reporter(row, found)
    return _newest(request, "articles/reporter.html", found, of, reporter=row, metadata=told)


def series(request: HttpRequest, slug: str) -> HttpResponse:
    row = get_object_or_404(Series, slug=slug)
    of = archive.of_series(row)
    found = pages.cut_or_404(of.listing.newest_first(), pages.asked_for(request))
    told = metadata.of_list(of.title, of.url, found, row.description)
    return _newest(request, "articles/series.html", found, of, series=row, metadata=told)


def tag(request: HttpRequest, slug: str) -> HttpResponse:
    row = get_object_or_404(Tag, slug=slug)
    of = archive.of_tag(row)
    found = pages.cut_or_404(of.listing.newest_first(), pages.asked_for(request))
    told = metadata.of_list(of.title, of.url, found)
    return _newest(request, "articles/tag.html", found, of, tag=row, metadata=told)


def _newest(
    request: HttpRequest, template: str, found: pages.ListPage, of: Archive, **context: object
) -> HttpResponse:
    """A numbered page of the newest; the last one leads on to the day or month in which it ends."""
    older = of.address_at(found.rows[-1].dated) if found.goes_on else ""
    return listed(request, template, found, of, older=older, **context)


def listed(
    request: HttpRequest, template: str, found: pages.ListPage, of: Archive, **context: object
) -> HttpResponse:
    """A page of a list, known by its tag to the press and to a CDN."""
    response = render(request, template, {"list": found, **context})
    response["Cache-Tag"] = f"{of.tag} list"
    response.paged = archive.ROWS.last  # type: ignore[attr-defined]
    return response
