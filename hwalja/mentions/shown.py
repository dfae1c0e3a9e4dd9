"""What readers may see of what was read: the only way from these tables to any public page.

Every query starts from the articles that readers may see, and from the profiles that are shown:
what is withdrawn or hidden is gone from every surface with the same commit.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from typing import Any, TypeVar

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from hwalja.articles.lines import lines
from hwalja.articles.models import Article, Byline, Correction, Reporter
from hwalja.articles.shared import NAVIGATION, NavigationItem
from hwalja.mentions.models import Appearance, Mention, Outlet, Quotation, Relation, Title
from hwalja.people.models import Profile

Rows = TypeVar("Rows", bound=QuerySet[Any])
# Something of an article: `article_id`, and room for its `line`.
Row = TypeVar("Row", bound=Any)

# Articles of somebody that are looked through for whom they stand with and who wrote them.
LOOKED_THROUGH = 200


@dataclass(frozen=True)
class Seen:
    """Somebody in an article: where they stand first, what they were then, what they say in it.

    `mentions`: everywhere they stand by name, in the order of the text.
    """

    profile: Profile
    mention: Mention | None
    title: str
    quotations: list[Quotation] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True)
class InArticle:
    """All that readers may see of one article, in the order of its text."""

    seen: list[Seen] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)

    @property
    def people(self) -> list[Seen]:
        return [one for one in self.seen if one.profile.is_person]

    @property
    def organisations(self) -> list[Seen]:
        return [one for one in self.seen if not one.profile.is_person]


# --- Of an article ------------------------------------------------------------------------


def in_article(article: Article) -> InArticle:
    """Six queries; one where nobody was found."""
    seen = seen_in(article)
    if not seen:
        return InArticle()
    said = [row for one in seen for row in one.quotations]
    return InArticle(
        seen,
        sorted(said, key=lambda row: row.start),
        list(_published(_titles()).filter(article=article.pk).order_by("start")),
        list(_published(_relations()).filter(article=article.pk).order_by("start")),
    )


def seen_in(article: Article) -> list[Seen]:
    """Who is in an article, in the order of its text: four queries, one where nobody is."""
    appearances = _open(Appearance.objects.filter(article=article.pk), "profile")
    rows = list(appearances.select_related("profile__photo").order_by("start"))
    if not rows:
        return []
    mentions = _by_profile(_open(Mention.objects.filter(article=article.pk, public=True)))
    said = any(one.quotations for one in rows)
    quotations = _by_profile(_published(_quotations()).filter(article=article.pk)) if said else {}
    return [_seen(one, mentions, quotations) for one in rows]


def _by_profile(rows: QuerySet[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows.order_by("start"):
        found[row.profile_id].append(row)
    return found


def _seen(
    one: Appearance, mentions: dict[str, list[Mention]], quotations: dict[str, list[Quotation]]
) -> Seen:
    places = mentions.get(one.profile_id, [])
    first = next((row for row in places if row.pk == one.mention_id), None)
    return Seen(one.profile, first, one.title, quotations.get(one.profile_id, []), places)


# --- Of a profile: newest first, to be cut into pages -------------------------------------
# Rows of these go to readers by `with_lines`, which drops those of articles that nobody may see.


def articles_of(
    profile: Profile, year: int | None = None, *, oldest_first: bool = False
) -> QuerySet[Appearance]:
    """One row for each article in which they are, with what they were in it."""
    rows = _listed(Appearance.objects.filter(profile=profile), "profile")
    return _in_order(rows, year, oldest_first=oldest_first)


def quotations_of(
    profile: Profile,
    year: int | None = None,
    section: int | None = None,
    *,
    oldest_first: bool = False,
) -> QuerySet[Quotation]:
    """What they said, each with its sentence and its media; of a section's articles."""
    rows = _quotations().filter(profile=profile)
    if section:
        rows = rows.filter(section=section)
    return _in_order(rows, year, "start", oldest_first=oldest_first)


def years_of(rows: QuerySet[Any], newest: datetime | None = None) -> list[int]:
    """From the last year, that of `newest` where it is known, to the first; one between may be empty."""
    at = rows.select_related(None).prefetch_related(None).values_list("listed_at", flat=True)
    newest = newest or at.first()
    oldest = at.reverse().first() if newest else None
    if newest is None or oldest is None:
        return []
    first, last = timezone.localtime(oldest).year, timezone.localtime(newest).year
    return list(range(last, first - 1, -1))


def topics_of(profile: Profile) -> list[NavigationItem]:
    """The paper's sections in whose articles they said something; a walk through their index."""
    rows = _listed(Quotation.objects.filter(public=True, profile=profile)).order_by()
    found = set(rows.values_list("section", flat=True).distinct())
    return [item for item in NAVIGATION.get() if item.id in found]


def titles_of(profile: Profile, year: int | None = None) -> QuerySet[Title]:
    """Titles that articles gave them."""
    return _in_order(_titles().filter(profile=profile), year)


def titles_at(organisation: Profile, year: int | None = None) -> QuerySet[Title]:
    """Titles that articles gave others at this organisation."""
    return _in_order(_titles().filter(at_profile=organisation), year)


def relations_of(profile: Profile) -> QuerySet[Relation]:
    """In which they act or are acted on."""
    return _in_order(_relations().filter(Q(a=profile) | Q(b=profile)), None, "start")


def relations_among(profiles: list[str], at_most: int = 100) -> list[tuple[str, str, str]]:
    """Ids of the two and the kind, of relations in which both are of these."""
    rows = _relations().filter(a__in=profiles, b__in=profiles)
    rows = _in_order(rows, None, "start").select_related(None)
    return list(rows.values_list("a", "b", "kind")[:at_most])


def through(outlet: Profile) -> QuerySet[Quotation]:
    """Words of others that came through this medium."""
    rows = _quotations().filter(outlets__profile=outlet).exclude(profile=outlet)
    return _in_order(rows, None, "start")


def corrections_of(profile: Profile, at_most: int = 20) -> list[Correction]:
    """What was put right in articles in which they are, newest first."""
    own = Appearance.objects.filter(profile=profile, article=OuterRef("article"))
    rows = Correction.objects.filter(Exists(own)).order_by("-published_at", "-pk")
    return list(rows[:at_most])


def companions_of(profile: Profile, at_most: int = 30) -> list[tuple[Profile, int]]:
    """With whom they stand in articles, and in how many of the newest, most often first."""
    counts = Counter(pk for pks in _standing(profile).values() for pk in pks)
    counts.pop(profile.pk, None)
    # More than are wanted: some may be hidden.
    often = sorted(counts, key=lambda pk: (-counts[pk], pk))[: at_most + 8]
    shown = Profile.objects.shown().in_bulk(often)
    return [(shown[pk], counts[pk]) for pk in often if pk in shown][:at_most]


def pairs_among(profile: Profile, others: list[str]) -> Counter[tuple[str, str]]:
    """How often two of the others stand together in articles of the profile's, by their ids."""
    wanted = set(others)
    together = (sorted(wanted.intersection(pks)) for pks in _standing(profile).values())
    return Counter(pair for pks in together for pair in combinations(pks, 2))


def _standing(profile: Profile) -> dict[int, list[str]]:
    """Who stands in each of their newest articles; asked once for a profile in hand."""
    held: dict[int, list[str]] | None = profile.__dict__.get("standing_with")
    if held is None:
        held = profile.__dict__["standing_with"] = defaultdict(list)
        rows = Appearance.objects.filter(article__in=_newest(profile), listed_at__isnull=False)
        for article, pk in rows.values_list("article", "profile"):
            held[article].append(pk)
    return held


def reporters_of(profile: Profile, at_most: int = 10) -> list[tuple[Reporter, int]]:
    """Who wrote of them, and how many of the newest articles, most often first."""
    rows = Byline.objects.filter(article__in=_newest(profile)).values("reporter")
    found = list(rows.annotate(n=Count("article")).order_by("-n", "reporter")[:at_most])
    by_id = Reporter.objects.in_bulk([row["reporter"] for row in found])
    return [(by_id[row["reporter"]], row["n"]) for row in found]


def _newest(profile: Profile) -> list[int]:
    """Ids of their newest articles; asked once for a profile in hand."""
    held: list[int] | None = profile.__dict__.get("newest_articles")
    if held is None:
        ids = articles_of(profile).values_list("article", flat=True)
        held = profile.__dict__["newest_articles"] = list(ids[:LOOKED_THROUGH])
    return held


def _in_order(rows: Rows, year: int | None, *then: str, oldest_first: bool = False) -> Rows:
    if year:
        rows = rows.filter(listed_at__year=year)
    by = ("listed_at", "article") if oldest_first else ("-listed_at", "-article")
    return rows.order_by(*by, *then)


def with_lines(rows: Iterable[Row]) -> list[Row]:
    """The rows, each with the `line` of its article: one query for all of them."""
    found = list(rows)
    if not found:
        return []
    wanted = Article.objects.published().filter(pk__in={row.article_id for row in found})
    by_id = {line.pk: line for line in lines(wanted)}
    for row in found:
        row.line = by_id.get(row.article_id)
    return [row for row in found if row.line]


# --- Of the whole paper -------------------------------------------------------------------


def most_written_about(since: datetime, at_most: int = 10) -> list[tuple[Profile, int]]:
    """In how many articles since then, most often first."""
    return _counted(_open(Appearance.objects.filter(listed_at__gte=since), "profile"), at_most)


def appointments(at_most: int = 20) -> list[Relation]:
    """The newest appointments and departures (인사), each with the line of its article."""
    rows = _relations().filter(kind__in=("임명", "퇴사"))
    return with_lines(_in_order(rows, None)[:at_most])


# --- The gate -----------------------------------------------------------------------------


def _open(rows: Rows, *profiles: str) -> Rows:
    """Those of articles that readers may see, and whose profiles they may see."""
    return _published(_listed(rows, *profiles))


def _published(rows: Rows) -> Rows:
    return rows.filter(Exists(Article.objects.published().filter(pk=OuterRef("article"))))


def _listed(rows: Rows, *profiles: str) -> Rows:
    """Those of articles that stand in lists, and whose profiles readers may see."""
    shown = {f"{name}__state": Profile.SHOWN for name in profiles}
    return rows.filter(listed_at__isnull=False, **shown)


def _quotations() -> QuerySet[Quotation]:
    rows = _listed(Quotation.objects.filter(public=True), "profile")
    outlets = Prefetch("outlets", Outlet.objects.select_related("profile"))
    return rows.select_related("profile").prefetch_related(outlets)


def _titles() -> QuerySet[Title]:
    rows = _listed(Title.objects.filter(public=True), "profile")
    return rows.select_related("profile", "at_profile")


def _relations() -> QuerySet[Relation]:
    rows = _listed(Relation.objects.filter(public=True), "a", "b")
    return rows.select_related("a", "b")


def _counted(rows: QuerySet[Appearance], at_most: int) -> list[tuple[Profile, int]]:
    counted = rows.values("profile").annotate(n=Count("article")).order_by("-n", "profile")
    found = list(counted[:at_most])
    by_id = Profile.objects.select_related("photo").in_bulk([row["profile"] for row in found])
    return [(by_id[row["profile"]], row["n"]) for row in found]
