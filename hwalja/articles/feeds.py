"""Feeds: RSS 2.0 with the full text, of the paper and of what has a page of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.timezone import localtime
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page
from taggit.models import Tag

from hwalja.articles import full_text, lists, reading
from hwalja.articles.models import Article, Byline, Reporter, Series
from hwalja.articles.shared import section_at
from hwalja.articles.xml import legal
from hwalja.look.metadata import absolute
from hwalja.masthead.shared import PAPER

SIZE = 30  # Articles in a feed: a day of a busy section.


@dataclass(frozen=True)
class Channel:
    """What a feed follows: a page of the paper and what it lists."""

    title: str
    path: str
    listing: lists.Listing


@dataclass(frozen=True)
class Entry:
    """An article in a feed, with what was fetched for all of them together."""

    article: Article
    text: str
    reporters: str


class FullTextRss(Rss201rev2Feed):
    """RSS 2.0 with content:encoded; characters that XML forbids are left out."""

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
        }

    def latest_post_date(self) -> datetime:
        """An empty feed says the same whenever it is asked for."""
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if item["updateddate"] is not None:
            handler.addQuickElement("atom:updated", item["updateddate"].isoformat())
        handler.addQuickElement("content:encoded", item["text"])


class ArticleFeed(Feed):
    """The feed of a channel, which subclasses find."""

    feed_type = FullTextRss
    language = "ko"

    def channel(self, **kwargs: str) -> Channel:
        raise NotImplementedError

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: str) -> Channel:
        return self.channel(**kwargs)

    def title(self, channel: Channel) -> str:
        name = PAPER.get().masthead.name
        return legal(f"{channel.title} - {name}" if channel.title else name)

    def link(self, channel: Channel) -> str:
        return absolute(channel.path)

    def feed_url(self, channel: Channel) -> str:
        return absolute(channel.path + "feed/")

    def description(self, channel: Channel) -> str:
        return legal(PAPER.get().masthead.tagline) or self.title(channel)

    def feed_copyright(self, channel: Channel) -> str:
        masthead = PAPER.get().masthead
        return legal(f"ⓒ {masthead.name} {masthead.copyright_line}".strip())

    def items(self, channel: Channel) -> list[Entry]:
        bylines = Prefetch("bylines", Byline.objects.select_related("reporter"))
        rows = channel.listing.newest_first().prefetch_related(bylines, "corrections")
        return _entries(list(rows[:SIZE]))

    def item_title(self, entry: Entry) -> str:
        label = "[광고] " if entry.article.sponsored else ""
        return legal(label + entry.article.title)

    def item_description(self, entry: Entry) -> str:
        return legal(entry.article.summary)

    def item_link(self, entry: Entry) -> str:
        return absolute(entry.article.get_absolute_url())

    item_guid = item_link
    item_guid_is_permalink = True

    def item_author_name(self, entry: Entry) -> str | None:
        return legal(entry.reporters) or None

    def item_pubdate(self, entry: Entry) -> datetime | None:
        return localtime(entry.article.published_at) if entry.article.published_at else None

    def item_updateddate(self, entry: Entry) -> datetime | None:
        changed = entry.article.modified_at or entry.article.published_at
        return localtime(changed) if changed else None

    def item_categories(self, entry: Entry) -> list[str]:
        names = [item.title for item in entry.article.breadcrumb]
        return [legal(name) for name in names]

    def item_extra_kwargs(self, entry: Entry) -> dict[str, Any]:
        return {"text": legal(entry.text)}


def _entries(articles: list[Article]) -> list[Entry]:
    """The articles with their texts rendered; pictures and links are fetched together."""
    with reading.gather(article.body.raw_data for article in articles):
        return [
            Entry(
                article,
                full_text.html(article, list(article.corrections.all())),
                _names(byline.reporter for byline in article.bylines.all()),
            )
            for article in articles
        ]


def _names(reporters: Iterable[Reporter]) -> str:
    return ", ".join(reporter.name for reporter in reporters)


def page(feed: type[ArticleFeed]) -> Callable[..., HttpResponse]:
    """The feed as a view: asked again unchanged, it answers 304."""
    made = feed()

    @conditional_page
    @cache_control(public=True, no_cache=True)
    def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = made(request, *args, **kwargs)
        response["Cache-Tag"] = "feed"
        return response

    return view


class PaperFeed(ArticleFeed):
    def channel(self, **kwargs: str) -> Channel:
        return Channel("", "/", lists.LATEST)


class SectionFeed(ArticleFeed):
    def channel(self, **kwargs: str) -> Channel:
        path = "/" + "".join(f"{slug}/" for slug in kwargs.values())
        item = section_at(path)
        if item is None:
            raise Http404("section")
        return Channel(item.title, item.url, lists.of_section(item.id, top=len(kwargs) == 1))


class ReporterFeed(ArticleFeed):
    def channel(self, **kwargs: str) -> Channel:
        reporter = get_object_or_404(Reporter, slug=kwargs["slug"])
        return Channel(str(reporter), reporter.get_absolute_url(), lists.of_reporter(reporter.pk))


def _items_or_404(feed: ArticleFeed, channel: Channel) -> list[Entry]:
    """As the page beside it: what only drafts bear is not there."""
    found = ArticleFeed.items(feed, channel)
    if not found:
        raise Http404("feed")
    return found


class SeriesFeed(ArticleFeed):
    items = _items_or_404

    def channel(self, **kwargs: str) -> Channel:
        series = get_object_or_404(Series, slug=kwargs["slug"])
        return Channel(series.name, series.get_absolute_url(), lists.of_series(series.pk))


class TagFeed(ArticleFeed):
    items = _items_or_404

    def channel(self, **kwargs: str) -> Channel:
        tag = get_object_or_404(Tag, slug=kwargs["slug"])
        return Channel(tag.name, f"/tags/{tag.slug}/", lists.of_tag(tag.pk))
