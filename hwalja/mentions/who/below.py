"""All that stands beneath the posts on somebody's own page; gathered once for a profile in hand."""

from dataclasses import dataclass, field
from typing import Any, TypeVar

from hwalja.articles.models import Correction, Reporter
from hwalja.articles.shared import NavigationItem
from hwalja.mentions import shown
from hwalja.mentions.models import Appearance, Quotation, Relation, Title
from hwalja.mentions.who import picture, ties
from hwalja.mentions.who.picture import Picture
from hwalja.mentions.who.ties import Ties
from hwalja.people.models import Profile

Row = TypeVar("Row", bound=Any)

QUOTATIONS, ARTICLES, RELATIONS, TITLES, THROUGH = 5, 8, 20, 8, 5
# Rows looked through for titles that differ.
TITLE_ROWS = 40


@dataclass(frozen=True)
class Titled:
    """Somebody's title in the words of articles: in the newest `row`, and since when."""

    row: Title
    since: Title


@dataclass(frozen=True)
class Below:
    """`quotations`, `articles`, `through`: the newest; lists of their own go on."""

    ties: Ties
    picture: Picture | None = None
    quotations: list[Quotation] = field(default_factory=list)
    quotation_years: list[int] = field(default_factory=list)
    topics: list[NavigationItem] = field(default_factory=list)
    articles: list[Appearance] = field(default_factory=list)
    article_years: list[int] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    titles: list[Titled] = field(default_factory=list)
    through: list[Quotation] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    reporters: list[tuple[Reporter, int]] = field(default_factory=list)

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Links to what there is."""
        found = [
            ("#words", "한 말", self.quotations),
            ("#through", "전한 말", self.through),
            ("#with", "함께 나온 사람과 기관", self.ties.rows),
            ("#relations", "관계", self.relations),
            ("#articles", "기사", self.articles),
            ("#corrections", "정정", self.corrections),
        ]
        return [(address, words) for address, words, rows in found if rows]

    @property
    def is_automatic(self) -> bool:
        """Whether anything on the page was let through by nobody."""
        found = (*self.quotations, *self.through, *self.relations)
        titles = (one.row for one in self.titles)
        return any(row.is_automatic for row in (*found, *titles))

    @property
    def named(self) -> set[str]:
        """Ids of the others on the page."""
        ids = {tie.profile.pk for tie in self.ties.rows} | {row.profile_id for row in self.through}
        for one in self.titles:
            ids |= {one.row.profile_id, one.row.at_profile_id}
        for quotation in (*self.quotations, *self.through):
            ids |= {outlet.profile_id for outlet in quotation.outlets.all()}
        ids |= {pk for row in self.relations for pk in (row.a_id, row.b_id)}
        return {pk for pk in ids if pk} - {self.ties.profile.pk}


def of(profile: Profile) -> Below:
    """A number of queries that does not grow with what was said and written."""
    held: Below | None = profile.__dict__.get("mentions_below")
    if held is None:
        held = profile.__dict__["mentions_below"] = _gather(profile)
    return held


def _gather(profile: Profile) -> Below:
    stands, said = shown.articles_of(profile), shown.quotations_of(profile)
    articles = list(stands[:ARTICLES])
    if not articles:
        # Whoever says, is or is related to anything in an article stands in it.
        return Below(Ties(profile))
    quotations = list(said[:QUOTATIONS])
    relations = different(list(shown.relations_of(profile)[:RELATIONS]))
    titles = _titles(profile)
    through = [] if profile.is_person else list(shown.through(profile)[:THROUGH])
    corrections = shown.corrections_of(profile)
    newest = [one.row for one in titles]
    # The articles of all of them in one query.
    shown.with_lines([*articles, *quotations, *relations, *through, *corrections, *newest])
    relations = _seen(relations)
    with_whom = ties.of(profile, relations)
    return Below(
        with_whom,
        picture.draw(with_whom),
        _seen(quotations),
        shown.years_of(said, quotations[0].listed_at) if quotations else [],
        shown.topics_of(profile) if quotations else [],
        _seen(articles),
        shown.years_of(stands, articles[0].listed_at),
        relations,
        [one for one in titles if one.row.line],
        _seen(through),
        _seen(corrections),
        shown.reporters_of(profile, 5),
    )


def _seen(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.line]


def different(relations: list[Relation]) -> list[Relation]:
    """Of those that say the same the first."""
    found: dict[tuple[object, ...], Relation] = {}
    for row in relations:
        pair = frozenset({row.a_id, row.b_id}) if row.is_mutual else (row.a_id, row.b_id)
        found.setdefault((row.kind, pair, row.object), row)
    return list(found.values())


def _titles(profile: Profile) -> list[Titled]:
    rows = shown.titles_of(profile) if profile.is_person else shown.titles_at(profile)
    return titled(list(rows[:TITLE_ROWS]))


def titled(rows: list[Title]) -> list[Titled]:
    """One for each different title, by its newest article; `rows` newest first."""
    found: dict[tuple[str | None, str], list[Title]] = {}
    for row in rows:
        found.setdefault((row.profile_id, row.said), []).append(row)
    return [Titled(same[0], same[-1]) for same in list(found.values())[:TITLES]]
