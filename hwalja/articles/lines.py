"""Headlines as lines: what a list without pictures shows, without building whole articles."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from hwalja.articles import shared

if TYPE_CHECKING:
    from hwalja.articles.models.article import ArticleQuerySet

COLUMNS = ("pk", "number", "title", "listed_at", "sponsored", "section_id", "subsection_id")


@dataclass(frozen=True, slots=True)
class Line:
    """An article in a list of headlines; reads in templates as an Article does."""

    pk: int
    number: int
    title: str
    listed_at: datetime
    sponsored: bool
    section_id: int | None
    subsection_id: int | None

    def get_absolute_url(self) -> str:
        return f"/news/{self.number}/"

    @property
    def shown_section(self) -> "shared.NavigationItem | None":
        return shared.section_item(self.subsection_id) or shared.section_item(self.section_id)


def lines(rows: "ArticleQuerySet") -> list[Line]:
    """The rows of a queryset as lines, in one query of seven columns."""
    return [Line(*row) for row in rows.values_list(*COLUMNS)]
