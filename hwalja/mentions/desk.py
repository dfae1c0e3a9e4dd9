"""What the desk has before it: what is still to be decided about an article, doubtful first."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from hwalja.articles.models import Article
from hwalja.mentions.models import Found, Mention, Quotation, Reading, Relation, Title
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

    found: Found
    places: list[Found] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return str(self.found._meta.model_name)

    @property
    def ref(self) -> str:
        return self.found.ref


@dataclass(frozen=True)
class Desk:
    """An article as its desk sees it.

    `doubtful`: each a decision of its own; `sure`: let through together with one key;
    `automatic`: what readers see already; `decided`: by an editor, what was rejected too.
    """

    reading: Reading | None
    doubtful: list[Item] = field(default_factory=list)
    sure: list[Item] = field(default_factory=list)
    automatic: list[Item] = field(default_factory=list)
    decided: list[Item] = field(default_factory=list)


def of_article(article_id: int) -> Desk:
    """All that stands in an article; people first, then their words, titles, relations."""
    desk = Desk(Reading.objects.defer("text", "parts").filter(pk=article_id).first())
    for item in _items(article_id):
        _shelf(desk, item.found).append(item)
    desk.doubtful.sort(key=lambda item: not item.found.asks_again)
    return desk


def _shelf(desk: Desk, found: Found) -> list[Item]:
    if found.asks_again:
        return desk.doubtful
    if found.verdict:
        return desk.decided
    if found.tier == Tier.EDITOR:
        return desk.doubtful
    return desk.sure if found.tier == Tier.DESK else desk.automatic


def _items(article_id: int) -> list[Item]:
    """One for each name in the article, and one for each of the rest."""
    names: dict[tuple[object, ...], Item] = {}
    rest: list[Item] = []
    for model in MODELS.values():
        for found in _standing(model, article_id):
            if not isinstance(found, Mention):
                rest.append(Item(found))
                continue
            item = names.setdefault(same(found), Item(found))
            item.places.append(found)
    return [*names.values(), *rest]


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


def to_decide() -> QuerySet[Article]:
    """Articles in which somebody waits for the desk, the newest first."""
    waits = Mention.objects.filter(
        article=OuterRef("pk"), stands=True, verdict="", tier__gt=Tier.AUTOMATIC
    )
    return Article.objects.filter(Exists(waits)).defer_streamfields().order_by("-number")
