"""What readers may see of what was read: the only way from these tables to any public page.

Every query starts from the articles that readers may see, and from the profiles that are shown:
what is withdrawn or hidden is gone from every surface with the same commit.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from hwalja.articles.models import Article, Byline, Reporter
from hwalja.mentions.models import Appearance, Mention, Quotation, Relation, Title
from hwalja.people.models import Profile

Rows = TypeVar("Rows", bound=QuerySet[Any])

# Articles of somebody that are looked through for whom they stand with and who wrote them.
LOOKED_THROUGH = 500


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
        list(_titles().filter(article=article.pk).order_by("start")),
        list(_relations().filter(article=article.pk).order_by("start")),
    )


def seen_in(article: Article) -> list[Seen]:
    """Who is in an article, in the order of its text: four queries, one where nobody is."""
    appearances = _open(Appearance.objects.filter(article=article.pk), "profile")
    rows = list(appearances.select_related("profile__photo").order_by("start"))
    if not rows:
        return []
    mentions = _by_profile(_open(Mention.objects.filter(article=article.pk, public=True)))
    said = any(one.quotations for one in rows)
    quotations = _by_profile(_quotations().filter(article=article.pk)) if said else {}
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


def articles_of(profile: Profile) -> QuerySet[Appearance]:
    """One row for each article in which they are; each with its article, mention and title."""
    rows = _open(Appearance.objects.filter(profile=profile))
    return _with_articles(rows.select_related("mention")).order_by("-listed_at", "-article")


def quotations_of(profile: Profile, year: int | None = None) -> QuerySet[Quotation]:
    """What they said, each with its sentence, its media and its article."""
    rows = _quotations().filter(profile=profile)
    if year:
        rows = rows.filter(listed_at__year=year)
    return _with_articles(rows).order_by("-listed_at", "-article", "start")


def years_of(profile: Profile) -> list[int]:
    """The years in which they said something, newest first."""
    rows = _quotations().filter(profile=profile).order_by()
    return [at.year for at in rows.datetimes("listed_at", "year", order="DESC")]


def titles_of(profile: Profile) -> QuerySet[Title]:
    """Titles that articles gave them."""
    rows = _titles().filter(profile=profile)
    return _with_articles(rows).order_by("-listed_at", "-article")


def titles_at(organisation: Profile) -> QuerySet[Title]:
    """Titles that articles gave others at this organisation."""
    rows = _titles().filter(at_profile=organisation)
    return _with_articles(rows).order_by("-listed_at", "-article")


def relations_of(profile: Profile) -> QuerySet[Relation]:
    """In which they act or are acted on."""
    rows = _relations().filter(Q(a=profile) | Q(b=profile))
    return _with_articles(rows).order_by("-listed_at", "-article", "start")


def through(outlet: Profile) -> QuerySet[Quotation]:
    """Words of others that came through this medium."""
    rows = _quotations().filter(outlets__profile=outlet)
    return _with_articles(rows).order_by("-listed_at", "-article", "start")


def companions_of(profile: Profile, at_most: int = 30) -> list[tuple[Profile, int]]:
    """With whom they stand in articles, and in how many of the newest, most often first."""
    rows = _open(Appearance.objects.filter(article__in=_newest(profile)), "profile")
    return _counted(rows.exclude(profile=profile), at_most)


def reporters_of(profile: Profile, at_most: int = 10) -> list[tuple[Reporter, int]]:
    """Who wrote of them, and how many of the newest articles, most often first."""
    rows = Byline.objects.filter(article__in=_newest(profile)).values("reporter")
    found = list(rows.annotate(n=Count("article")).order_by("-n", "reporter")[:at_most])
    by_id = Reporter.objects.in_bulk([row["reporter"] for row in found])
    return [(by_id[row["reporter"]], row["n"]) for row in found]


def _newest(profile: Profile) -> list[int]:
    rows = _open(Appearance.objects.filter(profile=profile)).order_by("-listed_at", "-article")
    return list(rows.values_list("article", flat=True)[:LOOKED_THROUGH])


# --- Of the whole paper -------------------------------------------------------------------


def most_written_about(since: datetime, at_most: int = 10) -> list[tuple[Profile, int]]:
    """In how many articles since then, most often first."""
    return _counted(_open(Appearance.objects.filter(listed_at__gte=since), "profile"), at_most)


def appointments(at_most: int = 20) -> list[Relation]:
    """The newest appointments (인사)."""
    rows = _relations().filter(kind="임명")
    return list(_with_articles(rows).order_by("-listed_at", "-article")[:at_most])


# --- The gate -----------------------------------------------------------------------------


def _open(rows: Rows, *profiles: str) -> Rows:
    """Those of articles that readers may see, and whose profiles they may see."""
    shown = {f"{name}__state": Profile.SHOWN for name in profiles}
    seen = Article.objects.published().filter(pk=OuterRef("article"))
    return rows.filter(Exists(seen), listed_at__isnull=False, **shown)


def _quotations() -> QuerySet[Quotation]:
    rows = _open(Quotation.objects.filter(public=True), "profile")
    return rows.select_related("profile").prefetch_related("outlets")


def _titles() -> QuerySet[Title]:
    rows = _open(Title.objects.filter(public=True), "profile")
    return rows.select_related("profile", "at_profile")


def _relations() -> QuerySet[Relation]:
    return _open(Relation.objects.filter(public=True), "a", "b").select_related("a", "b")


def _with_articles(rows: Rows) -> Rows:
    articles = Article.objects.select_related("list_photo", "section").defer_streamfields()
    return rows.prefetch_related(Prefetch("article", articles))


def _counted(rows: QuerySet[Appearance], at_most: int) -> list[tuple[Profile, int]]:
    counted = rows.values("profile").annotate(n=Count("article")).order_by("-n", "profile")
    found = list(counted[:at_most])
    by_id = Profile.objects.select_related("photo").in_bulk([row["profile"] for row in found])
    return [(by_id[row["profile"]], row["n"]) for row in found]
