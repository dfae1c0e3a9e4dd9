"""Older articles by date: a day or a month of a list, which no newer article ever shifts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.dateformat import format as said
from taggit.models import Tag

from hwalja.articles import lists
from hwalja.articles.lists import Listing
from hwalja.articles.models import Article, Reporter, Series
from hwalja.articles.models.article import ArticleQuerySet
from hwalja.articles.pages import Form
from hwalja.articles.shared import NavigationItem, trail
from hwalja.articles.together import together

# Ten thousand rows of one day or month; at the end the offset is that deep.
ROWS = Form(size=100, last=100)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@dataclass(frozen=True)
class Period:
    """A day in Korea, or the month that begins with `first`."""

    first: date
    by_day: bool

    @property
    def after(self) -> date:
        """The first day that is no longer in it."""
        long = timedelta(days=1 if self.by_day else 32)
        return self.first + long if self.by_day else (self.first + long).replace(day=1)

    @property
    def since(self) -> datetime:
        return _midnight(self.first)

    @property
    def before(self) -> datetime:
        return _midnight(self.after)

    @property
    def path(self) -> str:
        """How its address ends."""
        return f"{self.first:%Y/%m/%d}/" if self.by_day else f"{self.first:%Y/%m}/"

    @property
    def title(self) -> str:
        return said(self.first, "Y년 n월 j일 l" if self.by_day else "Y년 n월")

    @property
    def month(self) -> "Period":
        return Period(self.first.replace(day=1), by_day=False)

    @property
    def days(self) -> list["Period"]:
        count = (self.after - self.first).days
        return [Period(self.first + timedelta(days=n), by_day=True) for n in range(count)]


def period_of(moment: datetime, *, by_day: bool) -> Period:
    """The day or the month of a moment."""
    day = Period(timezone.localdate(moment), by_day=True)
    return day if by_day else day.month


@dataclass(frozen=True)
class Step:
    """A step of the way to a page."""

    title: str
    url: str


@dataclass(frozen=True)
class Archive:
    """A list by date: the way to it, what is in it, whether its pages are days or months.

    `tag` is what the press and a CDN know its pages by.
    """

    trail: tuple[Step, ...]
    listing: Listing
    tag: str
    by_day: bool = False

    @property
    def title(self) -> str:
        return self.trail[-1].title

    @property
    def url(self) -> str:
        return self.trail[-1].url

    def address(self, period: Period) -> str:
        return self.url + period.path

    def address_at(self, moment: datetime) -> str:
        """The page on which what came out at `moment` stands."""
        return self.address(period_of(moment, by_day=self.by_day))

    def rows(self, period: Period) -> ArticleQuerySet:
        return self.listing.oldest_first(period.since, period.before)

    def previous(self, period: Period) -> Period | None:
        """The last day or month before it that has articles; one step in the index."""
        return self._first_of(self.listing.newest_first(before=period.since), period)

    def next(self, period: Period) -> Period | None:
        """The next one that has articles, up to today."""
        tomorrow = _midnight(timezone.localdate() + timedelta(days=1))
        return self._first_of(self.listing.oldest_first(period.before, tomorrow), period)

    def _first_of(self, rows: ArticleQuerySet, period: Period) -> Period | None:
        found = rows.values_list(self.listing.at, flat=True)[:1]
        return next((period_of(moment, by_day=period.by_day) for moment in found), None)

    def days(self, month: Period) -> list[Period]:
        """The days of a month that have articles; for each a step in the index, all in one query."""
        days = month.days
        found = {of for (of,) in together(self.rows(day)[:1] for day in days)}
        return [day for number, day in enumerate(days) if number in found]


LATEST = Archive((Step("최신기사", "/latest/"),), lists.LATEST, "latest", by_day=True)


def of_section(item: NavigationItem) -> Archive:
    way = trail(item.id)
    steps = tuple(Step(row.title, row.url) for row in way)
    listing = lists.of_section(item.id, top=len(way) == 1)
    return Archive(steps, listing, f"section-{item.id}", by_day=True)


def of_reporter(row: Reporter) -> Archive:
    steps = (Step(str(row), row.get_absolute_url()),)
    return Archive(steps, lists.of_reporter(row.pk), f"reporter-{row.pk}")


def of_series(row: Series) -> Archive:
    steps = (Step(row.name, row.get_absolute_url()),)
    return Archive(steps, lists.of_series(row.pk), f"series-{row.pk}")


def of_tag(row: Tag) -> Archive:
    return Archive(
        (Step(f"#{row.name}", f"/tags/{row.slug}/"),), lists.of_tag(row.pk), f"tag-{row.pk}"
    )


# --- Where an article stands ---------------------------------------------------------------


def archives_of(article: Article) -> Iterator[Archive]:
    """Every list by date that an article is in."""
    yield LATEST
    yield from map(of_section, article.breadcrumb)
    yield from map(of_reporter, Reporter.objects.filter(bylines__article=article.pk))
    yield from map(of_series, Series.objects.filter(pk=article.series_id))
    yield from map(of_tag, Tag.objects.filter(article_tags__content_object=article.pk))


def dates_of(article: Article) -> Iterator[str]:
    """The addresses by date that a published or withdrawn article stands on, or is linked from."""
    if article.published_at:
        for archive in archives_of(article):
            period = period_of(article.published_at, by_day=archive.by_day)
            yield from _touched(archive, period, article)


def _touched(archive: Archive, period: Period, article: Article) -> Iterator[str]:
    """The pages of a day or month; where the article has it to itself, what leads there too."""
    yield from _pages(archive, period)
    if archive.rows(period).exclude(pk=article.pk).exists():
        return
    for near in (archive.previous(period), archive.next(period)):
        yield from _pages(archive, near) if near else ()
    if period.by_day:
        yield from _touched(archive, period.month, article)


def _pages(archive: Archive, period: Period) -> Iterator[str]:
    """As many pages as it has rows for, and the one that may just have lost its last."""
    address = archive.address(period)
    yield address
    if period.by_day == archive.by_day:
        count = archive.rows(period)[: ROWS.size * ROWS.last].count()
        yield from (f"{address}?page={n}" for n in range(2, count // ROWS.size + 2))
