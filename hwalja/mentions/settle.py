"""What follows from readings and decisions: who each name is, what is public, who appears.

Nothing here is a decision: the same rows always settle alike. Many articles are settled with as few
queries as one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from hwalja.articles.models import Article
from hwalja.mentions import appearing, tiers
from hwalja.mentions.models import (
    Decision,
    Found,
    Mention,
    Outlet,
    Quotation,
    Relation,
    Title,
)
from hwalja.mentions.tiers import Tier
from hwalja.mentions.writing import update
from hwalja.people.models import Profile

_FOLLOWS = ("tier", "public", "listed_at")
_COLUMNS: dict[Any, tuple[str, ...]] = {
    Mention: (*_FOLLOWS, "profile"),
    Quotation: (*_FOLLOWS, "profile", "section"),
    Title: (*_FOLLOWS, "profile", "at_profile"),
    Relation: (*_FOLLOWS, "a", "b"),
    Outlet: ("profile",),
}
_ATTRIBUTES = {
    model: [model._meta.get_field(name).attname for name in names]
    for model, names in _COLUMNS.items()
}


@dataclass(frozen=True)
class Settled:
    """`profiles`: those on whose pages something of the article stands or stood; `changed`: those
    of whom something is otherwise than before; `years`, `sections`: in whose lists."""

    profiles: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    sections: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Who:
    """Somebody by their name in an article; `tier`: what it takes to show words of theirs."""

    profile: str | None = None
    tier: Tier = Tier.EDITOR


@dataclass
class Rows:
    """All rows of an article, in the order of its text."""

    mentions: list[Mention] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    outlets: list[Outlet] = field(default_factory=list)
    names: dict[str, Who] = field(default_factory=dict)

    @property
    def found(self) -> Iterable[Found]:
        return (*self.mentions, *self.quotations, *self.titles, *self.relations)

    @property
    def all(self) -> Iterable[Any]:
        return (*self.found, *self.outlets)

    def who(self, name: str) -> Who:
        return self.names.get(name, Who())


def settle(article_id: int) -> Settled:
    """Write what follows for one article.

    Call it in the transaction of the change, with the article's reading held.
    """
    return settle_all([article_id])[article_id]


def settle_all(articles: Collection[int]) -> dict[int, Settled]:
    """As `settle`, by article."""
    by_article = _rows(articles)
    before = {id(row): _values(row) for rows in by_article.values() for row in rows.all}
    touched = {pk: _public_profiles(rows) for pk, rows in by_article.items()}
    columns = ("listed_at", "section_id", "published_at")
    known = Article.objects.filter(pk__in=articles).values("pk", *columns)
    stands = {row["pk"]: _Stands(*(row[name] for name in columns)) for row in known}
    people = _People(by_article.values())
    for pk, rows in by_article.items():
        people.settle(rows)
        stands[pk].put(rows)
    changed = _write(by_article, before)
    appeared = appearing.write(by_article, {pk: one.listed_at for pk, one in stands.items()})
    return {
        pk: Settled(
            touched[pk] | _public_profiles(rows) | appeared[pk].before,
            changed[pk] | appeared[pk].changed,
            frozenset(stands[pk].years),
            frozenset(stands[pk].sections),
        )
        for pk, rows in by_article.items()
    }


@dataclass
class _Stands:
    """Where an article stands in lists; `years`, `sections`: and where its rows stood."""

    listed_at: datetime | None
    section: int | None
    published_at: datetime | None
    years: set[int] = field(default_factory=set)
    sections: set[int] = field(default_factory=set)

    def put(self, rows: Rows) -> None:
        """Let the rows stand there too."""
        moments = {row.listed_at for row in rows.found} | {self.listed_at, self.published_at}
        # As the lists by year count them: in Korea.
        self.years = {timezone.localtime(at).year for at in moments if at}
        for row in rows.found:
            row.listed_at = self.listed_at
        sections = {row.section_id for row in rows.quotations} | {self.section}
        self.sections = {pk for pk in sections if pk}
        for quotation in rows.quotations:
            quotation.section_id = self.section


def _rows(articles: Collection[int]) -> dict[int, Rows]:
    found = {pk: Rows() for pk in articles}
    lists: tuple[tuple[Any, str], ...] = (
        (Mention, "mentions"),
        (Quotation, "quotations"),
        (Title, "titles"),
        (Relation, "relations"),
    )
    for model, name in lists:
        rows = model.objects.filter(article__in=articles).select_related("decision")
        for row in rows.order_by("article", "start", "pk"):
            getattr(found[row.article_id], name).append(row)
    said = {row.pk: pk for pk, rows in found.items() for row in rows.quotations}
    for outlet in Outlet.objects.filter(quotation__article__in=articles):
        found[said[outlet.quotation_id]].outlets.append(outlet)
    return found


# --- Who is who, and what is public -------------------------------------------------------


class _People:
    """Settles articles, with the merges of today."""

    def __init__(self, articles: Iterable[Rows]) -> None:
        named = {pk for rows in articles for row in rows.found for pk in _named(row)}
        merged = Profile.objects.filter(pk__in=named, state=Profile.MERGED)
        self._into = {pk: str(into) for pk, into in merged.values_list("pk", "merged_into")}

    def settle(self, rows: Rows) -> None:
        self._mentions(rows.mentions)
        rows.names = _names(rows.mentions)
        for quotation in rows.quotations:
            self._quotation(quotation, rows.who(quotation.speaker))
        for outlet in rows.outlets:
            outlet.profile_id = _sure(rows.who(outlet.name))
        for title in rows.titles:
            self._title(title, rows.who(title.name), rows.who(title.organisation))
        for relation in rows.relations:
            self._relation(relation, rows.who(relation.a_name), rows.who(relation.b_name))

    def _today(self, profile: str | None) -> str | None:
        return self._into.get(profile or "", profile)

    def _decided(self, row: Found) -> str | None:
        """Whom an editor named; nobody where they said that it is not so."""
        if row.verdict == Found.REJECTED or row.decision is None:
            return None
        return self._today(row.decision.profile_id)

    def _mentions(self, mentions: list[Mention]) -> None:
        said: dict[str, list[Decision]] = defaultdict(list)
        for row in mentions:
            if row.stands and row.decision and not row.asks_again:
                said[row.name].append(row.decision)
        for row in mentions:
            row.tier = tiers.of_mention(row)
            if not row.verdict and any(_differs(one, row) for one in said[row.name]):
                row.tier = Tier.EDITOR
            row.profile_id = self._decided(row) if row.verdict else self._today(row.proposed_id)
            row.public = row.profile_id is not None and _may_show(row)

    def _quotation(self, row: Quotation, who: Who) -> None:
        row.tier = tiers.of_quotation(row, who.profile, who.tier)
        row.profile_id = self._decided(row) if row.verdict else who.profile
        row.public = row.profile_id is not None and _may_show(row)

    def _title(self, row: Title, who: Who, where: Who) -> None:
        row.tier = tiers.of_title(who.profile, who.tier)
        row.profile_id = self._decided(row) if row.verdict else who.profile
        row.at_profile_id = _sure(where)
        row.public = row.profile_id is not None and _may_show(row)

    def _relation(self, row: Relation, a: Who, b: Who) -> None:
        row.tier = tiers.of_relation(row.kind, a.tier, b.tier)
        row.a_id, row.b_id = a.profile, b.profile
        if row.verdict:
            row.a_id = self._decided(row)
            row.b_id = self._today(row.decision.other_id) if row.a_id and row.decision else None
        row.public = None not in (row.a_id, row.b_id) and _may_show(row)


def _named(row: Found) -> Iterable[str]:
    """Profiles by which a row may be known."""
    ids = [row.proposed_id] if isinstance(row, Mention) else []
    ids += [row.decision.profile_id, row.decision.other_id] if row.decision else []
    return [pk for pk in ids if pk]


def _differs(decision: Decision, row: Mention) -> bool:
    """Whether an editor said of the same name that it is not whom this one is thought to be."""
    if decision.verdict == Decision.REJECTED:
        return bool(row.proposed_id == decision.claim.get("profile"))
    return row.proposed_id != decision.profile_id


def _may_show(row: Found) -> bool:
    if not row.stands or row.asks_again or row.verdict == Found.REJECTED:
        return False
    return bool(row.verdict) or row.tier == Tier.AUTOMATIC


def _names(mentions: list[Mention]) -> dict[str, Who]:
    """Who each name is: by an editor's word, else by the surest of its places."""
    names: dict[str, Who] = {}
    for row in mentions:
        if not row.stands or row.asks_again or row.profile_id is None:
            continue
        sure = Tier.AUTOMATIC if row.verdict else Tier(row.tier)
        if row.name not in names or sure < names[row.name].tier or row.verdict:
            names[row.name] = Who(row.profile_id, sure)
    return names


def _sure(who: Who) -> str | None:
    return who.profile if who.tier == Tier.AUTOMATIC else None


# --- Writing --------------------------------------------------------------------------------

Values = tuple[object, ...]


def _values(row: Any) -> Values:
    return tuple(getattr(row, name) for name in _ATTRIBUTES[type(row)])


def _write(by_article: dict[int, Rows], before: dict[int, Values]) -> dict[int, frozenset[str]]:
    """Write what is otherwise than before; of whom that tells, by article."""
    changed: dict[Any, list[Any]] = defaultdict(list)
    touched: dict[int, frozenset[str]] = {}
    for pk, rows in by_article.items():
        others: set[object] = set()
        for row in rows.all:
            old, new = before[id(row)], _values(row)
            if old != new:
                changed[type(row)].append(row)
                others.update(old, new)
        # Ids of profiles are the only texts among these columns.
        touched[pk] = frozenset(value for value in others if isinstance(value, str))
    for model, some in changed.items():
        update(model, some, _COLUMNS[model])
    return touched


def _public_profiles(rows: Rows) -> frozenset[str]:
    """Those on whose pages something of the article stands."""
    names = ("profile_id", "at_profile_id", "a_id", "b_id")
    public = [row for row in rows.all if getattr(row, "public", True)]
    found = {getattr(row, name, None) for row in public for name in names}
    return frozenset(pk for pk in found if pk)
