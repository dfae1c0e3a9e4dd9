"""The lists readers see: which published articles, in which order; each has an index to serve it."""

from hwalja.articles.models import Article
from hwalja.articles.models.article import ArticleQuerySet


def latest() -> ArticleQuerySet:
    return Article.objects.published().newest_first()


def of_section(section_id: int, *, top: bool) -> ArticleQuerySet:
    """A section's articles with those of its sub-sections, or a sub-section's own."""
    column = "section" if top else "subsection"
    return latest().filter(**{column: section_id})


def of_series(series_id: int) -> ArticleQuerySet:
    return latest().filter(series=series_id)


def of_reporter(reporter_id: int) -> ArticleQuerySet:
    """Ordered by the byline's own copy of the date, whose index holds the reporter too."""
    rows = Article.objects.published().filter(
        bylines__reporter=reporter_id, bylines__listed_at__isnull=False
    )
    return rows.order_by("-bylines__listed_at")


def of_tag(tag_id: int) -> ArticleQuerySet:
    rows = Article.objects.published().filter(
        tagged_items__tag=tag_id, tagged_items__listed_at__isnull=False
    )
    return rows.order_by("-tagged_items__listed_at")
