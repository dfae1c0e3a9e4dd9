"""What follows from readings and decisions: who each name is, what is public, who appears.

Nothing here is a decision: the same rows always settle alike.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from hwalja.articles.models import Article
from hwalja.mentions import tiers
from hwalja.mentions.models import (
    Appearance,
    Decision,
    Found,
    Mention,
    Outlet,
    Quotation,
    Reading,
    Relation,
    Title,
)
from hwalja.mentions.story import parts_of
from hwalja.mentions.tiers import Tier
from hwalja.people.models import Profile

_FOLLOWS = ("tier", "public", "listed_at")


@dataclass(frozen=True)
class Who:
    """Somebody by their name in an article; `tier`: what it takes to show words of theirs."""

    profile: str | None = None
    tier: Tier = Tier.EDITOR


@dataclass(frozen=True)
class Settled:
    """`profiles`: those on whose pages something of the article stands or stood; `changed`:
    whether anything is otherwise than before; `years`, `sections`: in whose lists."""

    profiles: frozenset[str]
    changed: bool
    years: frozenset[int] = frozenset()
    sections: frozenset[int] = frozenset()


@dataclass
class _Rows:
    """All rows of an article."""

    mentions: list[Mention]
    quotations: list[Quotation]
    titles: list[Title]
    relations: list[Relation]
    outlets: list[Outlet]
    names: dict[str, Who] = field(default_factory=dict)
    # Profiles that were merged into others.
    into: dict[str, str] = field(default_factory=dict)

    def who(self, name: str) -> Who:
        return self.names.get(name, Who())

    def today(self, profile: str | None) -> str | None:
        return self.into.get(profile or "", profile)

    def decided(self, row: Found) -> str | None:
        """Whom an editor named; nobody where they said that it is not so."""
        if row.verdict == Found.REJECTED or row.decision is None:
            return None
        return self.today(row.decision.profile_id)

    @property
    def found(self) -> Iterable[Found]:
        return (*self.mentions, *self.quotations, *self.titles, *self.relations)


def settle(article_id: int) -> Settled:
    """Write what follows for one article.

    Call it in the transaction of the change, with the article's reading held.
    """
    rows = _rows(article_id)
    before, touched = _state(rows), _public_profiles(rows)
    columns = ("listed_at", "section", "published_at")
    listed_at, section, published_at = Article.objects.values_list(*columns).get(pk=article_id)
    rows.into = _merged(rows)
    _settle_mentions(rows)
    rows.names = _names(rows.mentions)
    _settle_words(rows)
    years = {row.listed_at for row in rows.found} | {listed_at, published_at}
    for row in rows.found:
        row.listed_at = listed_at
    sections = {row.section_id for row in rows.quotations} | {section}
    for quotation in rows.quotations:
        quotation.section_id = section
    changed = _write(rows, before)
    appeared, differs = _appear(article_id, rows, listed_at)
    profiles = touched | _public_profiles(rows) | appeared
    topics = frozenset(pk for pk in sections if pk)
    return Settled(profiles, changed or differs, _years(years), topics)


def _years(moments: Iterable[datetime | None]) -> frozenset[int]:
    """As the lists by year count them: in Korea."""
    return frozenset(timezone.localtime(at).year for at in moments if at)


def _merged(rows: _Rows) -> dict[str, str]:
    """Those whom readings and decisions name and who are one with somebody else today."""
    named = {row.proposed_id for row in rows.mentions}
    for row in rows.found:
        if row.decision:
            named |= {row.decision.profile_id, row.decision.other_id}
    merged = Profile.objects.filter(pk__in=[pk for pk in named if pk], state=Profile.MERGED)
    return {pk: str(into) for pk, into in merged.values_list("pk", "merged_into")}


def _rows(article_id: int) -> _Rows:
    def of(model: Any) -> list[Any]:
        found = model.objects.filter(article=article_id).select_related("decision")
        return list(found.order_by("start", "pk"))

    outlets = Outlet.objects.filter(quotation__article=article_id)
    return _Rows(of(Mention), of(Quotation), of(Title), of(Relation), list(outlets))


# --- Names ----------------------------------------------------------------------------------


def _settle_mentions(rows: _Rows) -> None:
    said: dict[str, list[Decision]] = defaultdict(list)
    for row in rows.mentions:
        if row.stands and row.decision and not row.asks_again:
            said[row.name].append(row.decision)
    for row in rows.mentions:
        row.tier = tiers.of_mention(row)
        if not row.verdict and any(_differs(one, row) for one in said[row.name]):
            row.tier = Tier.EDITOR
        row.profile_id = rows.decided(row) if row.verdict else rows.today(row.proposed_id)
        row.public = row.profile_id is not None and _may_show(row)


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


# --- Their words, titles and relations ----------------------------------------------------


def _settle_words(rows: _Rows) -> None:
    for quotation in rows.quotations:
        who = rows.who(quotation.speaker)
        quotation.tier = tiers.of_quotation(quotation, who.profile, who.tier)
        quotation.profile_id = rows.decided(quotation) if quotation.verdict else who.profile
        quotation.public = quotation.profile_id is not None and _may_show(quotation)
    for outlet in rows.outlets:
        who = rows.who(outlet.name)
        outlet.profile_id = who.profile if who.tier == Tier.AUTOMATIC else None
    for title in rows.titles:
        who, where = rows.who(title.name), rows.who(title.organisation)
        title.tier = tiers.of_title(who.profile, who.tier)
        title.profile_id = rows.decided(title) if title.verdict else who.profile
        title.at_profile_id = where.profile if where.tier == Tier.AUTOMATIC else None
        title.public = title.profile_id is not None and _may_show(title)
    for relation in rows.relations:
        _settle_relation(relation, rows)


def _settle_relation(row: Relation, rows: _Rows) -> None:
    a, b = rows.who(row.a_name), rows.who(row.b_name)
    row.tier = tiers.of_relation(row.kind, a.tier, b.tier)
    row.a_id, row.b_id = a.profile, b.profile
    if row.verdict:
        row.a_id = rows.decided(row)
        row.b_id = rows.today(row.decision.other_id) if row.a_id and row.decision else None
    row.public = None not in (row.a_id, row.b_id) and _may_show(row)


# --- Writing --------------------------------------------------------------------------------

_COLUMNS: dict[Any, tuple[str, ...]] = {
    Mention: (*_FOLLOWS, "profile"),
    Quotation: (*_FOLLOWS, "profile", "section"),
    Title: (*_FOLLOWS, "profile", "at_profile"),
    Relation: (*_FOLLOWS, "a", "b"),
    Outlet: ("profile",),
}


def _values(row: Any) -> tuple[object, ...]:
    names = (row._meta.get_field(name).attname for name in _COLUMNS[type(row)])
    return tuple(getattr(row, name) for name in names)


def _state(rows: _Rows) -> dict[tuple[type, int], tuple[object, ...]]:
    return {(type(row), row.pk): _values(row) for row in (*rows.found, *rows.outlets)}


def _write(rows: _Rows, before: dict[tuple[type, int], tuple[object, ...]]) -> bool:
    changed: dict[Any, list[Any]] = defaultdict(list)
    for row in (*rows.found, *rows.outlets):
        if before[type(row), row.pk] != _values(row):
            changed[type(row)].append(row)
    for model, some in changed.items():
        model.objects.bulk_update(some, _COLUMNS[model])
    return bool(changed)


def _public_profiles(rows: _Rows) -> frozenset[str]:
    """Those on whose pages something of the article stands."""
    found: set[str | None] = set()
    for row in rows.found:
        if row.public:
            found |= {getattr(row, name, None) for name in ("profile_id", "a_id", "b_id")}
            found.add(getattr(row, "at_profile_id", None))
    found |= {row.profile_id for row in rows.outlets}
    return frozenset(pk for pk in found if pk)


# --- Who appears ----------------------------------------------------------------------------


def _appear(
    article_id: int, rows: _Rows, listed_at: datetime | None
) -> tuple[frozenset[str], bool]:
    """Rewrite the rows of who is in the article where they differ; who was, and whether so."""
    wanted = {row.profile_id: row for row in _appearances(article_id, rows, listed_at)}
    there = {row.profile_id: row for row in Appearance.objects.filter(article=article_id)}
    names = ("mention_id", "start", "mentions", "quotations", "title", "listed_at")
    same = {
        pk
        for pk, row in there.items()
        if pk in wanted and all(getattr(row, n) == getattr(wanted[pk], n) for n in names)
    }
    Appearance.objects.filter(pk__in=[r.pk for pk, r in there.items() if pk not in same]).delete()
    made = [row for pk, row in wanted.items() if pk not in same]
    Appearance.objects.bulk_create(made)
    return frozenset(there), bool(made) or len(same) < len(there)


def _appearances(article_id: int, rows: _Rows, listed_at: datetime | None) -> Iterable[Appearance]:
    running = _running_places(article_id)
    mentions, quotations = _by_profile(rows.mentions), _by_profile(rows.quotations)
    titles = _by_profile(rows.titles)
    for profile in {**mentions, **quotations}:
        places = mentions.get(profile, [])
        inside = [row for row in places if row.place in running]
        first = next(iter(inside or places), None)
        said = quotations.get(profile, [])
        yield Appearance(
            article_id=article_id,
            profile_id=profile,
            mention=first,
            start=first.start if first else said[0].start,
            mentions=len(places),
            quotations=len(said),
            title=titles[profile][0].said[:210] if profile in titles else "",
            listed_at=listed_at,
        )


def _running_places(article_id: int) -> set[str]:
    """Places where a name can be a link: the body's."""
    stored = Reading.objects.filter(pk=article_id).values_list("parts", flat=True).first()
    return {part.place for part in parts_of(stored or []) if part.zone == "body"}


def _by_profile(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found = defaultdict(list)
    for row in rows:
        if row.public:
            found[row.profile_id].append(row)
    return dict(found)
