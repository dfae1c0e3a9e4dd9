"""Keeping a reading: rows that are the same stay the same rows, decisions stay with their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from hwalja.articles.models import Article
from hwalja.mentions import affected, decided, story
from hwalja.mentions.found_rows import Rows
from hwalja.mentions.models import Mention, Outlet, Quotation, Reading, Relation, Title
from hwalja.mentions.reading import shapes
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.settle import settle
from hwalja.mentions.story import Story

# Columns that a new reading leaves alone.
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
    rows = Rows(article_id, read, document, directory)
    changed = _keep_all(article_id, rows, reading, read.text)
    turn, held.state, held.fault, held.tries = held.turn, Reading.READ, "", 0
    held.version, held.read_at = version, timezone.now()
    held.sentences = [[s.start, s.end] for p in document.paragraphs for s in p.sentences]
    held.save(update_fields=["state", "fault", "tries", "version", "read_at", "sentences"])
    settled = settle(article_id)
    if changed or settled.changed:
        affected.tell(article, settled, in_turn=turn == Reading.ARCHIVE)
    return True


def _keep_all(article_id: int, rows: Rows, reading: shapes.Reading, text: str) -> bool:
    """Whether anything is otherwise than before."""
    quotations = list(rows.quotations(reading))
    said = _keep(Quotation, article_id, [row for row, _ in quotations], text)
    kept = [
        _keep(Mention, article_id, list(rows.mentions(reading)), text),
        said,
        _keep(Title, article_id, list(rows.titles(reading)), text),
        _keep(Relation, article_id, list(rows.relations(reading)), text),
    ]
    outlets = _keep_outlets(said.rows, [outlets for _, outlets in quotations])
    return outlets or any(one.changed for one in kept)


@dataclass
class _Kept:
    """The rows that stand for what was found, in its order."""

    rows: list[Any]
    changed: bool


def _keep(model: Any, article_id: int, fresh: Sequence[Any], text: str) -> _Kept:
    """Those of before where they are the same; what is not found any more goes, if nobody has
    decided about it."""
    rows = list(model.objects.filter(article=article_id).select_related("decision"))
    # What somebody decided about words that stand nowhere waits for them.
    there = {row.key: row for row in rows if row.stands or not row.verdict}
    kept, changed = [], False
    for row in decided.free_of(fresh, there.values()):
        old = there.pop(row.key, None)
        changed |= old is None or _renew(old, row)
        kept.append(old or row)
    left = list(there.values())
    gone = model.objects.filter(pk__in=[row.pk for row in left if not row.verdict]).delete()
    asked = decided.unseen([row for row in left if row.verdict], kept, text)
    model.objects.bulk_create([row for row in kept if row.pk is None])
    return _Kept(kept, changed or bool(gone[0]) or asked)


def _renew(old: Any, new: Any) -> bool:
    """Write what is read today into the row of before; whether that is something else."""
    names = [field.name for field in old._meta.concrete_fields if field.name not in _LEFT]
    attributes = [old._meta.get_field(name).attname for name in names]
    before = [getattr(old, name) for name in (*attributes, "asks_again")]
    old.asks_again = decided.asks_again(old, new)
    for name in attributes:
        setattr(old, name, getattr(new, name))
    if before == [getattr(old, name) for name in (*attributes, "asks_again")]:
        return False
    old.save(update_fields=[*names, "asks_again"])
    return True


def _keep_outlets(kept: Sequence[Quotation], outlets: Sequence[list[Outlet]]) -> bool:
    there: dict[int, list[Outlet]] = {row.pk: [] for row in kept}
    for row in Outlet.objects.filter(quotation__in=list(there)).order_by("pk"):
        there[row.quotation_id].append(row)
    made, gone = [], []
    for quotation, some in zip(kept, outlets, strict=True):
        if [row.name for row in there[quotation.pk]] == [row.name for row in some]:
            continue
        gone += there[quotation.pk]
        for row in some:
            row.quotation = quotation
        made += some
    Outlet.objects.filter(pk__in=[row.pk for row in gone]).delete()
    Outlet.objects.bulk_create(made)
    return bool(made or gone)
