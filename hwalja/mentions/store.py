"""Keeping a reading: rows that are the same stay the same rows, decisions stay with their words."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from hwalja.articles.models import Article
from hwalja.mentions import affected, decided, story
from hwalja.mentions.found_rows import Rows
from hwalja.mentions.models import Found, Mention, Outlet, Quotation, Reading, Relation, Title
from hwalja.mentions.reading import shapes
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.settle import settle
from hwalja.mentions.story import Story

# What makes two findings of one kind at one place the same finding.
_ALSO: dict[Any, tuple[str, ...]] = {
    Mention: (),
    Quotation: ("kind",),
    Title: ("name", "title"),
    Relation: ("kind", "a_name", "b_name"),
}
_LEFT = {"id", "tier", "public", "listed_at", "verdict", "decision", "asks_again", "profile"}
_LEFT |= {"at_profile", "a", "b"}


@transaction.atomic
def store(
    article_id: int,
    read: Story,
    document: shapes.Document,
    reading: shapes.Reading,
    directory: Directory,
    version: str,
) -> bool:
    """Keep what was read of an article; False where its text has changed meanwhile.

    The pages that show it are marked in the same transaction.
    """
    held = Reading.objects.select_for_update().filter(pk=article_id).first()
    article = Article.objects.filter(pk=article_id).first()
    if held is None or article is None or story.current(article).digest != read.digest:
        return False
    if held.digest != read.digest:
        held.text, held.parts, held.digest = (
            read.text,
            [list(part) for part in read.parts],
            read.digest,
        )
        held.save(update_fields=["text", "parts", "digest"])
    rows = Rows(article_id, read, document, reading, directory)
    _keep(Mention, article_id, list(rows.mentions()))
    quotations = list(rows.quotations())
    kept = _keep(Quotation, article_id, [row for row, _ in quotations])
    _keep_outlets(kept, [outlets for _, outlets in quotations])
    _keep(Title, article_id, list(rows.titles()))
    _keep(Relation, article_id, list(rows.relations()))
    held.state, held.fault = Reading.READ, ""
    held.version, held.read_at = version, timezone.now()
    held.save(update_fields=["state", "fault", "version", "read_at"])
    affected.tell(article, settle(article_id))
    return True


def _key(row: Found) -> tuple[object, ...]:
    return (row.start, row.end, *(getattr(row, name) for name in _ALSO[type(row)]))


def _keep(model: Any, article_id: int, fresh: Sequence[Any]) -> list[Any]:
    """The rows that stand for `fresh`, in its order: those of before where they are the same."""
    there = {}
    for row in model.objects.filter(article=article_id).select_related("decision"):
        there[_key(row)] = row
    kept = []
    for row in fresh:
        old = there.pop(_key(row), None)
        kept.append(_renewed(old, row) if old else row)
    left = list(there.values())
    model.objects.filter(pk__in=[row.pk for row in left if not row.verdict]).delete()
    decided.unseen([row for row in left if row.verdict])
    model.objects.bulk_create([row for row in kept if row.pk is None])
    return kept


def _renewed(old: Any, new: Any) -> Any:
    """The row of before with what is read of it today."""
    names = [field.name for field in old._meta.concrete_fields if field.name not in _LEFT]
    before = [getattr(old, old._meta.get_field(name).attname) for name in names]
    asks = decided.asks_again(old, new)
    for name in names:
        attname = old._meta.get_field(name).attname
        setattr(old, attname, getattr(new, attname))
    after = [getattr(old, old._meta.get_field(name).attname) for name in names]
    if before != after or asks != old.asks_again:
        old.asks_again = asks
        old.save(update_fields=[*names, "asks_again"])
    return old


def _keep_outlets(kept: Sequence[Quotation], outlets: Sequence[list[Outlet]]) -> None:
    there: dict[int, list[Outlet]] = {row.pk: [] for row in kept}
    for row in Outlet.objects.filter(quotation__in=list(there)).order_by("pk"):
        there[row.quotation_id].append(row)
    made = []
    for quotation, some in zip(kept, outlets, strict=True):
        before = there[quotation.pk]
        if [row.name for row in before] == [row.name for row in some]:
            continue
        Outlet.objects.filter(pk__in=[row.pk for row in before]).delete()
        for row in some:
            row.quotation = quotation
        made += some
    Outlet.objects.bulk_create(made)
