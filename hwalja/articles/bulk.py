"""Published articles in bulk: the rows that publishing leaves, thousands in a second.

For archives that are moved in whole, where no signal need tell anybody of each article.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import F, Max, Model
from wagtail.models import Locale, Page
from wagtail.search.models import IndexEntry

from hwalja.articles.models import Article, ArticleNumber, ArticleTag, Byline, Section
from hwalja.articles.models import number as numbers

# Letters of a headline, by which the search weighs longer ones less; no whole number, since a
# weight of exactly one means that none was given yet.
AVERAGE = 24.5


@dataclass(frozen=True, slots=True)
class Story:
    """What of an article differs from its neighbours; `body` is the StreamField's JSON."""

    number: int
    title: str
    summary: str
    body: str
    published_at: datetime
    reporter_ids: Sequence[int] = ()
    tag_ids: Sequence[int] = ()
    series_id: int | None = None
    photo_id: int | None = None


# The id of its page, the story, and its moment as the database takes it.
Laid = tuple[int, Story, Any]


class Rows:
    """INSERTs of one model: a sample's values, a few of them other in each row."""

    def __init__(self, sample: Model, *varying: str) -> None:
        fields = [field for field in sample._meta.local_concrete_fields if not field.generated]
        kept = [field for field in fields if not _is_given(field, varying)]
        self._names = [field.attname for field in kept]
        self._values = [
            field.get_db_prep_save(getattr(sample, field.attname), connection) for field in kept
        ]
        self._places = [self._names.index(name) for name in varying]
        self._marks = ["%s"] * len(kept)
        self._table = sample._meta.db_table
        self._columns = [str(field.column) for field in kept]

    @property
    def _sql(self) -> str:
        quote = connection.ops.quote_name
        columns = ", ".join(quote(column) for column in self._columns)
        marks = ", ".join(self._marks)
        return f"INSERT INTO {quote(self._table)} ({columns}) VALUES ({marks})"  # noqa: S608

    def write(self, rows: Iterable[Sequence[Any]]) -> None:
        """Each row holds the varying columns, as the database takes them."""
        with connection.cursor() as cursor:
            cursor.executemany(self._sql, [self._filled(row) for row in rows])

    def through(self, **expressions: str) -> Self:
        """Have the database make something of a column's value: `title="to_tsvector(%s)"`."""
        for name, expression in expressions.items():
            self._marks[self._names.index(name)] = expression
        return self

    def _filled(self, row: Sequence[Any]) -> list[Any]:
        values = self._values[:]
        for place, value in zip(self._places, row, strict=True):
            values[place] = value
        return values


def _is_given(field: Any, varying: Sequence[str]) -> bool:
    """Whether the database numbers the row itself."""
    return bool(field.primary_key) and field.attname not in varying


class Layer:
    """Lays stories into sections. Ids are counted here: nobody else may write meanwhile."""

    def __init__(self, owner_id: int | None = None) -> None:
        article = ContentType.objects.get_for_model(Article)
        sample = Page(
            content_type=article, locale=Locale.get_default(), live=True, depth=0, owner_id=owner_id
        )
        self._pages = Rows(
            sample,
            *("id", "title", "draft_title", "slug", "path", "depth", "url_path"),
            *("first_published_at", "last_published_at", "translation_key"),
        )
        self._articles = Rows(
            Article(),
            *("page_ptr_id", "number", "body", "series_id", "published_at", "listed_at"),
            *("section_id", "subsection_id", "summary", "list_photo_id"),
        )
        self._bylines = Rows(Byline(), "article_id", "reporter_id", "listed_at", "sort_order")
        self._tags = Rows(ArticleTag(), "content_object_id", "tag_id", "listed_at")
        self._entries = _entries(article)

    @transaction.atomic(savepoint=False)
    def lay(self, section: Section, stories: Sequence[Story]) -> list[int]:
        """Below a section, in their order; returns the ids of their pages."""
        section.refresh_from_db(fields=["numchild"])
        first = (Page.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
        ids = list(range(first, first + len(stories)))
        moments = [_moment(story.published_at) for story in stories]
        laid = list(zip(ids, stories, moments, strict=True))
        self._write_pages(section, laid)
        self._write_articles(section, laid)
        self._write_names(laid)
        # Autocompletion, title, body: of the headline alone, where there is no deck.
        self._entries.write(
            (str(pk), AVERAGE / len(story.title), story.title, story.title, "")
            for pk, story, _ in laid
        )
        Page.objects.filter(pk=section.pk).update(numchild=F("numchild") + len(stories))
        numbers.reserve(max(story.number for story in stories))
        _count_on()
        return ids

    def _write_pages(self, section: Section, laid: list[Laid]) -> None:
        last, depth = section.get_last_child(), section.depth + 1
        step = (Page._str2int(last.path[-Page.steplen :]) if last else 0) + 1
        key = Page._meta.get_field("translation_key")
        self._pages.write(
            (
                *(pk, story.title, story.title, str(story.number)),
                *(Page._get_path(section.path, depth, step + place), depth),
                f"{section.url_path}{story.number}/",
                *(at, at),
                key.get_db_prep_save(uuid4(), connection),
            )
            for place, (pk, story, at) in enumerate(laid)
        )

    def _write_articles(self, section: Section, laid: list[Laid]) -> None:
        top = section.pk if section.is_top else section.get_parent().pk
        sub = None if section.is_top else section.pk
        self._articles.write(
            (
                *(pk, story.number, story.body, story.series_id),
                *(at, at),
                *(top, sub, story.summary, story.photo_id),
            )
            for pk, story, at in laid
        )

    def _write_names(self, laid: list[Laid]) -> None:
        self._bylines.write(
            (pk, reporter, at, order)
            for pk, story, at in laid
            for order, reporter in enumerate(story.reporter_ids)
        )
        self._tags.write((pk, tag, at) for pk, story, at in laid for tag in story.tag_ids)


def _entries(article: ContentType) -> Rows:
    """Rows of Wagtail's search index, whose columns are vectors on PostgreSQL."""
    sample = IndexEntry(content_type=article)
    columns = ("object_id", "title_norm", "autocomplete", "title", "body")
    if connection.vendor != "postgresql":
        return Rows(sample, *columns)
    return Rows(sample, *columns).through(
        autocomplete="to_tsvector('simple', %s)",
        title="setweight(to_tsvector(%s), 'A')",
        body="to_tsvector(%s)",
    )


def _moment(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)


def _count_on() -> None:
    """Let the database give ids from where ours ended; SQLite does by itself."""
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), [Page]):
            cursor.execute(sql)


def highest() -> int:
    """The highest article number given so far."""
    return ArticleNumber.objects.aggregate(highest=Max("highest"))["highest"] or 0
