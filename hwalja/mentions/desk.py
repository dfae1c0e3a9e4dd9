"""What the desk has before it: what is still to be decided about an article, doubtful first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet

from hwalja.articles.models import Article
from hwalja.mentions.models import Found, Mention, Quotation, Reading, Relation, Title
from hwalja.mentions.story import DECK, HEADLINE
from hwalja.mentions.tiers import Tier

MODELS: dict[str, Any] = {
    "mention": Mention,
    "quotation": Quotation,
    "title": Title,
    "relation": Relation,
}


@dataclass(frozen=True)
class Item:
    """One decision: words with their evidence; `places`: of a name, everywhere it stands."""

    found: Any
    places: Sequence[Found] = ()

    @property
    def kind(self) -> str:
        return str(self.found._meta.model_name)

    @property
    def ref(self) -> str:
        return self.found.ref


@dataclass(frozen=True)
class Desk:
    """An article as its desk sees it.

    `doubtful`: each a decision of its own, and so are the words of whom only an editor named;
    `sure`: let through together with one key; `automatic`: what readers see already; `decided`:
    by an editor, what was rejected too.
    """

    reading: Reading | None
    doubtful: list[Item] = field(default_factory=list)
    sure: list[Item] = field(default_factory=list)
    automatic: list[Item] = field(default_factory=list)
    decided: list[Item] = field(default_factory=list)


def of_article(article_id: int) -> Desk:
    """All that stands in an article; people first, then their words, titles, relations."""
    desk = Desk(Reading.objects.defer("text", "parts").filter(pk=article_id).first())
    items = list(_items(article_id))
    named = _named_by_editors(items)
    for item in items:
        _shelf(desk, item.found, named).append(item)
    desk.doubtful.sort(key=lambda item: not item.found.asks_again)
    return desk


def _shelf(desk: Desk, found: Any, named: set[str]) -> list[Item]:
    if found.asks_again:
        return desk.doubtful
    if found.verdict:
        return desk.decided
    if found.tier == Tier.EDITOR:
        return desk.doubtful
    if found.tier == Tier.AUTOMATIC:
        return desk.automatic
    return desk.doubtful if names(found) & named else desk.sure


def _named_by_editors(items: list[Item]) -> set[str]:
    """Names of whom the reading did not know: what it says of them hangs on an editor's word."""
    decided = (item.found for item in items if item.kind == "mention" and item.found.decision)
    return {
        row.name
        for row in decided
        if row.profile_id and row.decision.claim.get("profile") != row.profile_id
    }


def names(found: Any) -> set[str]:
    """The names in an article on which a row rests."""
    if isinstance(found, Relation):
        return {found.a_name, found.b_name}
    return {found.speaker if isinstance(found, Quotation) else found.name}


def _items(article_id: int) -> list[Item]:
    """One for each name in the article, and one for each of the rest."""
    by_name: dict[tuple[object, ...], list[Mention]] = {}
    rest: list[Item] = []
    for model in MODELS.values():
        for found in _standing(model, article_id):
            if isinstance(found, Mention):
                by_name.setdefault(same(found), []).append(found)
            else:
                rest.append(Item(found))
    return [*(Item(_telling(places), places) for places in by_name.values()), *rest]


def _telling(places: Sequence[Mention]) -> Mention:
    """The place that tells most of who it is: in full, and in a sentence, not in a headline."""
    return min(places, key=lambda row: (row.how == "short", row.place in (HEADLINE, DECK)))


def same(mention: Mention) -> tuple[object, ...]:
    """What mentions have in common that are decided together: a name is one person's."""
    return (
        mention.kind,
        mention.name,
        mention.proposed_id,
        mention.tier,
        mention.verdict,
        mention.profile_id,
        mention.asks_again,
    )


def _standing(model: Any, article_id: int) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.filter(article=article_id, stands=True).order_by(
        "start", "pk"
    )
    related = ("a", "b") if model is Relation else ("profile", "proposed")
    rows = rows.select_related("decision", "decision__by", *related)
    return rows.prefetch_related("outlets") if model is Quotation else rows


# --- All articles -------------------------------------------------------------------------

_OPEN = (Q(verdict="", tier__gt=Tier.AUTOMATIC), Q(asks_again=True))


def to_decide(within: QuerySet[Article], count: int, before: int | None = None) -> list[int]:
    """Ids of the newest `count` articles in which something waits for the desk, newest first.

    `before`: only those that came before this id. Each kind has an index in this order.
    """
    found: set[int] = set()
    for model in MODELS.values():
        for is_open in _OPEN:
            rows = model.objects.filter(is_open, stands=True, article__in=within)
            rows = rows.filter(article__lt=before) if before else rows
            ids = rows.order_by("-article").values_list("article", flat=True).distinct()
            found |= set(ids[:count])
    return sorted(found, reverse=True)[:count]


def counts(article_ids: Collection[int]) -> dict[int, int]:
    """How many decisions wait in each; a name is one wherever it stands."""
    found: dict[int, int] = dict.fromkeys(article_ids, 0)
    for model in MODELS.values():
        rows = model.objects.filter(_OPEN[0] | _OPEN[1], stands=True, article__in=article_ids)
        what = Count("name", distinct=True) if model is Mention else Count("pk")
        for pk, number in rows.values_list("article").annotate(what).order_by():
            found[pk] += number
    return found
