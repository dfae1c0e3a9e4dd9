"""The lists readers see: which published articles, in which order; each has an index to serve it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from hwalja.articles.models import Article
from hwalja.articles.models.article import ArticleQuerySet


@dataclass(frozen=True)
class Listing:
    """Published articles that belong together, by when they came out.

    `at` is the time in the listing's index, `then` what follows it there: two of the same
    second always stand in the same order.
    """

    where: Mapping[str, int] = field(default_factory=dict)
    at: str = "listed_at"
    then: str = "number"

    def newest_first(self, before: datetime | None = None) -> ArticleQuerySet:
        return self._rows({f"{self.at}__lt": before}).order_by(f"-{self.at}", f"-{self.then}")

    def oldest_first(
        self, since: datetime | None = None, before: datetime | None = None
    ) -> ArticleQuerySet:
        bounds = {f"{self.at}__gte": since, f"{self.at}__lt": before}
        return self._rows(bounds).order_by(self.at, self.then)

    def _rows(self, bounds: Mapping[str, datetime | None]) -> ArticleQuerySet:
        # All in one filter: a second one would join the bylines or tags once more.
        wanted = {name: moment for name, moment in bounds.items() if moment}
        listed = {f"{self.at}__isnull": False}
        return Article.objects.published().filter(**self.where, **listed, **wanted)


LATEST = Listing()


def of_section(section_id: int, *, top: bool) -> Listing:
    """A section's articles with those of its sub-sections, or a sub-section's own."""
    return Listing({"section" if top else "subsection": section_id})


def of_series(series_id: int) -> Listing:
    return Listing({"series": series_id})


def of_reporter(reporter_id: int) -> Listing:
    """Ordered by the byline's own copy of the date, whose index holds the reporter too."""
    where = {"bylines__reporter": reporter_id}
    return Listing(where, "bylines__listed_at", "bylines__article_id")


def of_tag(tag_id: int) -> Listing:
    where = {"tagged_items__tag": tag_id}
    return Listing(where, "tagged_items__listed_at", "tagged_items__content_object_id")
