"""Ask every public address for canaries. Addresses come from the URLconf, which a test holds to."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from hwalja.articles.archive import period_of
from hwalja.articles.models import Article
from hwalja.media.models import Photo

from .plants import COMMON, HIDDEN, PARTLY, Plants

# The newsroom's own addresses are asked by another test, with every id filled in.
NEWSROOM = ("admin/", "account/", "^admin/", "^account/")
VARIANTS = ["", "?version=1&revision=1&preview=true&mode=print&format=json&page=1"]
HEADERS = {"accept": "application/json", "if-none-match": "*", "range": "bytes=0-9999"}
TOKENS = re.compile(
    "zq(?:" + "|".join(sorted([*HIDDEN, *PARTLY], key=len, reverse=True)) + ")[a-z]+"
)
NUMBER = re.compile(r"/news/(\d+)(?!\d)")


@dataclass(frozen=True)
class Leak:
    surface: str
    address: str
    what: str


def _every(plants: Plants) -> Iterator[Article]:
    yield from plants.hidden.values()
    yield from plants.partly.values()


def _articles(plants: Plants) -> Iterator[str]:
    yield from (f"/news/{row.number}/" for row in _every(plants))


def _tree(plants: Plants) -> Iterator[str]:
    yield from ("/", "/industry/", "/industry/internet/", "/walled/", "/finance/", "/trash/")
    for row in _every(plants):
        stored = Article.objects.get(pk=row.pk)
        yield "/" + stored.url_path.split("/", 2)[2]
        yield stored.url_path


def _former(path: str) -> Callable[[Plants], Iterable[str]]:
    return lambda plants: [f"{path}{row.number}" for row in _every(plants)]


def _parts(kind: str) -> Callable[[Plants], Iterable[str]]:
    return lambda plants: [f"/sitemaps/{kind}-{part}.xml" for part in range(2)]


def _photos(folder: str) -> Callable[[Plants], Iterable[str]]:
    def addresses(plants: Plants) -> Iterator[str]:
        yield from (f"/media/{folder}/", f"/media/{folder}/none.jpg")
        yield from (f"/media/{photo.file.name}" for photo in Photo.objects.all())

    return addresses


def _only(*paths: str) -> Callable[[Plants], Iterable[str]]:
    return lambda plants: paths


def _dated(*lists: str, by_day: bool) -> Callable[[Plants], Iterable[str]]:
    """Every day or month on which any of them stands, or would."""

    def addresses(plants: Plants) -> Iterator[str]:
        moments = {row.published_at or timezone.now() for row in _every(plants)}
        paths = {period_of(moment, by_day=by_day).path for moment in moments}
        yield from (f"{path}{dated}" for path in lists for dated in sorted(paths))

    return addresses


# One line for every pattern of the URLconf, by its name or, without one, its route.
def _beneath(*paths: str) -> Callable[[Plants], Iterable[str]]:
    """Addresses beneath each article's own; `%` stands for its comment."""

    def addresses(plants: Plants) -> Iterator[str]:
        for number, pk in plants.comments.items():
            yield from (f"/news/{number}/{path.replace('%', str(pk))}" for path in paths)

    return addresses


def _sourced(form: str) -> Callable[[Plants], Iterable[str]]:
    """Pages of people of whom something was read in each hidden article."""
    return lambda plants: [form.format(row.number) for row in plants.hidden.values()]


SURFACES: dict[str, Callable[[Plants], Iterable[str]]] = {
    "article": _articles,
    "share_picture": lambda plants: [f"{path}share.png" for path in _articles(plants)],
    "latest": _only("/latest/"),
    "reporter": _only("/reporters/kim/"),
    "series": _only("/series/series/"),
    "tag": _only("/tags/꼬리표/", "/tags/zqchangedtag/"),
    "latest_day": _dated("/latest/", by_day=True),
    "latest_month": _dated("/latest/", by_day=False),
    "section_day": _dated("/industry/", "/walled/", by_day=True),
    "section_month": _dated("/industry/", "/walled/", by_day=False),
    "subsection_day": _dated("/industry/internet/", by_day=True),
    "subsection_month": _dated("/industry/internet/", by_day=False),
    "reporter_month": _dated("/reporters/kim/", by_day=False),
    "series_month": _dated("/series/series/", by_day=False),
    "tag_month": _dated("/tags/꼬리표/", "/tags/zqchangedtag/", by_day=False),
    "news/articleView.html": _former("/news/articleView.html?idxno="),
    "news/articleViewAmp.html": _former("/news/articleViewAmp.html?idxno="),
    "BP": _former("/BP?command=article_view&num="),
    "robots": _only("/robots.txt"),
    "sitemap": _only("/sitemap.xml"),
    "sitemap_pages": _only("/sitemaps/pages.xml"),
    "sitemap_articles": _parts("articles"),
    "news_sitemap": _only("/news-sitemap.xml"),
    "news_sitemap_part": _parts("news"),
    "feed": _only("/feed/"),
    "reporter_feed": _only("/reporters/kim/feed/"),
    "series_feed": _only("/series/series/feed/"),
    "tag_feed": _only("/tags/꼬리표/feed/", "/tags/zqchangedtag/feed/"),
    "section_feed": _only("/industry/feed/", "/walled/feed/"),
    "subsection_feed": _only("/industry/internet/feed/"),
    "search": _only(f"/search/?q={COMMON}", "/search/"),
    "who": _only("/who/"),
    "who_shelf": _only("/who/by/ㄱ/", "/who/by/강/"),
    "who_search": _only("/who/search/?q=강가람"),
    "who_criteria": _only("/who/criteria/"),
    "who_profile": _sourced("/who/{}/"),
    "who_json": _sourced("/who/{}.json"),
    "who_feed": _sourced("/who/{}/feed/"),
    "who_on": _sourced("/who/{}/on/?day=2020"),
    "who_at": _sourced("/who/{}/at/2026/"),
    "who_request": _sourced("/who/{}/request/"),
    "who_quotes": _sourced("/who/{}/quotes/"),
    "who_quotes_year": _sourced("/who/{}/quotes/2026/"),
    "who_quotes_topic": _sourced("/who/{}/quotes/about/industry/"),
    "who_articles": _sourced("/who/{}/articles/"),
    "who_articles_year": _sourced("/who/{}/articles/2026/"),
    "who_through": _sourced("/who/{}/through/"),
    "mention_report": _beneath("who/report"),
    "sitemap_who": lambda plants: [f"/sitemaps/who-{part}.xml" for part in range(32)],
    "favicon": _only("/favicon.ico"),
    "about": _only("/about/"),
    "policy": _only("/policies/none/"),
    "photo_size": _photos("images"),
    "photo_original": _photos("original_images"),
    "comment_figures": _only("/comments/"),
    "comments": _beneath("comments/", "comments/?sort=oldest"),
    "comment_new": _beneath("comments/new"),
    "comment": _beneath("comments/%/"),
    "comment_report": _beneath("comments/%/report"),
    "comment_takedown": _beneath("comments/%/takedown"),
    "comment_objection": _beneath("comments/%/objection"),
    "comment_vote": _beneath("comments/%/vote"),
    "comment_delete": _beneath("comments/%/delete"),
    "comment_appeal": _beneath("comments/%/appeal"),
    "member": lambda plants: [plants.member],
    "wagtail_serve": _tree,
}

# What shows a hidden article by answering at all.
OWN = {"article", "share_picture", "comments", "comment_new", "comment", "comment_report"}


def patterns(resolver: URLResolver | None = None, before: str = "") -> Iterator[str]:
    """Names of the public patterns; the route of those that have none."""
    for row in (resolver or get_resolver()).url_patterns:
        route = before + str(row.pattern)
        if route.startswith(NEWSROOM):
            continue
        if isinstance(row, URLResolver):
            yield from patterns(row, route)
        elif isinstance(row, URLPattern):
            yield row.name or route


def asks(plants: Plants, surface: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Addresses of a surface, in variants, and headers to ask them with."""
    for address in SURFACES[surface](plants):
        for variant in VARIANTS:
            query = variant.replace("?", "&") if "?" in address else variant
            yield address + query, {}
        yield address, HEADERS


def leaks(plants: Plants, reader: Client, surface: str) -> Iterator[Leak]:
    """What of the hidden articles a surface shows."""
    numbers = {str(row.number) for row in plants.hidden.values()}
    for address, headers in asks(plants, surface):
        answer = reader.get(address, headers=headers)
        text = _text(answer)
        yield from (Leak(surface, address, token) for token in TOKENS.findall(text))
        shown = set(NUMBER.findall(text)) & numbers - set(re.findall(r"\d+", address))
        yield from (Leak(surface, address, f"/news/{number}/") for number in shown)
        own = set(NUMBER.findall(address)) & numbers
        if surface in OWN and own and answer.status_code not in {404, 410}:
            yield Leak(surface, address, str(answer.status_code))


def _text(answer: object) -> str:
    headers = " ".join(f"{name}: {value}" for name, value in answer.headers.items())  # type: ignore[attr-defined]
    streamed = getattr(answer, "streaming_content", None)
    content = b"".join(streamed) if streamed is not None else answer.content  # type: ignore[attr-defined]
    return headers + content.decode("utf-8", "replace")
