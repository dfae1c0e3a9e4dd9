"""What the pages of articles tell machines: cards for sharing, JSON-LD."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localtime

from hwalja.articles import share_card, slots
from hwalja.articles.archive import Archive, Period, Step
from hwalja.articles.models import Article, Reporter
from hwalja.articles.pages import ListPage
from hwalja.articles.shared import NavigationItem
from hwalja.look.metadata import Image, Metadata, absolute, breadcrumbs
from hwalja.masthead.metadata import organisation, publisher, website
from hwalja.masthead.shared import PAPER
from hwalja.media.models import Photo
from hwalja.media.picture import picture

HEADLINE = 110  # Characters that search engines read of a headline.


def _moment(moment: datetime) -> str:
    return localtime(moment).isoformat(timespec="seconds")


def _image(photo: Photo | None, alt: str) -> Image | None:
    """The photo in its largest common format; none before its sizes are made."""
    size = picture(photo).largest if photo else None
    if photo is None or size is None:
        return None
    alt = photo.description or photo.caption or alt
    return Image(absolute(size.url), size.width, size.height, alt)


def _drawn(article: Article) -> Image:
    width, height = share_card.SIZE
    return Image(absolute(share_card.address(article)), width, height, article.title)


def _corrections(page: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "@type": "CorrectionComment",
            "text": note.text,
            "datePublished": _moment(note.published_at),
        }
        for note in page["corrections"]
    ]


def _author(reporter: Reporter) -> dict[str, Any]:
    return {
        "@type": "Person",
        "name": reporter.name,
        "url": absolute(reporter.get_absolute_url()),
        "jobTitle": reporter.title or "기자",
    }


def _news_article(page: dict[str, Any], image: Image) -> dict[str, Any]:
    article: Article = page["article"]
    authors = [_author(reporter) for reporter in page["reporters"]]
    told: dict[str, Any] = {
        # An advertisement is no news, to machines neither.
        "@type": "AdvertiserContentArticle" if article.sponsored else "NewsArticle",
        "mainEntityOfPage": absolute(article.get_absolute_url()),
        "url": absolute(article.get_absolute_url()),
        "headline": article.title[:HEADLINE],
        "alternativeHeadline": article.deck,
        "description": article.summary,
        "image": [
            {"@type": "ImageObject", "url": image.url, "width": image.width, "height": image.height}
        ],
        "datePublished": _moment(article.dated),
        "dateModified": _moment(article.modified_at or article.dated),
        "author": authors or [{"@id": absolute("/#paper")}],
        "publisher": publisher(),
        "isAccessibleForFree": True,
        "inLanguage": "ko",
        "articleSection": [item.title for item in article.breadcrumb],
        "keywords": [tag.name for tag in page["tags"]],
        "correction": _corrections(page),
    }
    if article.sponsored:
        told["genre"] = "광고"
    return {name: value for name, value in told.items() if value not in ("", [])}


def _properties(page: dict[str, Any]) -> list[tuple[str, str]]:
    article: Article = page["article"]
    told = [
        ("article:published_time", _moment(article.dated)),
        ("article:modified_time", _moment(article.modified_at or article.dated)),
        ("article:section", article.breadcrumb[0].title if article.breadcrumb else ""),
        *(("article:author", author.name) for author in page["reporters"]),
        *(("article:tag", tag.name) for tag in page["tags"]),
    ]
    return [(name, value) for name, value in told if value]


def of_article(request: HttpRequest, page: dict[str, Any]) -> Metadata:
    """`page` is what reading.py fetched; nothing more is read."""
    article: Article = page["article"]
    image = _image(page["share_photo"], article.title) or _drawn(article)
    described = _news_article(page, image)
    for addition in slots.content("json_ld", request, article):
        described.update(addition)
    trail = [("홈", "/"), *((item.title, item.url) for item in article.breadcrumb)]
    label = "[광고] " if article.sponsored else ""
    return Metadata(
        article.get_absolute_url(),
        label + article.title,
        article.deck or article.summary or article.title,
        kind="article",
        image=image,
        feed=f"{article.breadcrumb[-1].url}feed/" if article.breadcrumb else "/feed/",
        properties=_properties(page),
        json_ld=[described, breadcrumbs(trail)],
    )


def of_front() -> Metadata:
    masthead = PAPER.get().masthead
    image = _image(masthead.logo, masthead.name)
    described = [organisation(), website()]
    return Metadata(
        "/", masthead.name, masthead.tagline, "website", image, "/feed/", True, [], described
    )


def _numbered(path: str, found: ListPage) -> str:
    """The address of a page of a list, without what else was asked."""
    return path if found.number == 1 else f"{path}?page={found.number}"


def of_list(title: str, path: str, found: ListPage, description: str = "") -> Metadata:
    """A list with a feed of its own beneath it."""
    feed = "/feed/" if path == "/latest/" else f"{path}feed/"
    text = description or f"{title} - {PAPER.get().masthead.name}"
    return Metadata(_numbered(path, found), title, text, feed=feed)


def of_archive(
    of: Archive, period: Period, way: list[Step], found: ListPage | None = None
) -> Metadata:
    """A day or a month of a list, or the calendar of one."""
    path = of.address(period)
    title = f"{of.title} {period.title}"
    return Metadata(
        _numbered(path, found) if found else path,
        title,
        f"{title} - {PAPER.get().masthead.name}",
        feed="/feed/" if of.url == "/latest/" else f"{of.url}feed/",
        json_ld=[breadcrumbs([("홈", "/"), *((step.title, step.url) for step in way)])],
    )


def of_section(trail: list[NavigationItem], found: ListPage, description: str) -> Metadata:
    item = trail[-1]
    crumbs = breadcrumbs([("홈", "/"), *((step.title, step.url) for step in trail)])
    text = description or f"{item.title} - {PAPER.get().masthead.name}"
    return Metadata(
        _numbered(item.url, found), item.title, text, feed=f"{item.url}feed/", json_ld=[crumbs]
    )


def of_reporter(reporter: Reporter, found: ListPage) -> Metadata:
    image = _image(reporter.photo, reporter.name)
    told = {
        **_author(reporter),
        "description": reporter.bio,
        "email": reporter.email,
        "image": image.url if image else "",
        "worksFor": {"@id": absolute("/#paper"), **publisher()},
    }
    path = reporter.get_absolute_url()
    return Metadata(
        _numbered(path, found),
        str(reporter),
        reporter.bio or f"{reporter}의 기사 - {PAPER.get().masthead.name}",
        kind="profile",
        image=image,
        feed=f"{path}feed/",
        json_ld=[{name: value for name, value in told.items() if value}],
    )
