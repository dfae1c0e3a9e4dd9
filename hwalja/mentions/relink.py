"""One article, already read, is linked anew with the directory of today, without the analyser.

What was read stays; only whom its names mean is asked again, and names that the directory has
only now are looked for: where one stands, the article is read again at its ease.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hwalja.articles.models import Article
from hwalja.mentions import affected, waiting
from hwalja.mentions.found_rows import UNKEPT, Rows
from hwalja.mentions.models import Mention, Quotation, Reading, Relation, Title
from hwalja.mentions.name_forms import Forms
from hwalja.mentions.reading import shapes
from hwalja.mentions.reading.document import flat
from hwalja.mentions.reading.linking import Linker
from hwalja.mentions.settle import settle
from hwalja.mentions.story import Story, parts_of

# A row, or none where the name is found only now, and what is read of it today.
Linked = tuple[Mention | None, shapes.Mention]
_TAKEN = ("name", "status", "how", "is_shared", "candidates", "proposed_id", "evidence")
_NAMED: tuple[tuple[Any, str, str], ...] = (
    (Quotation, "speaker", "proposed_id"),
    (Title, "name", "proposed_id"),
    (Relation, "a_name", "a_proposed_id"),
    (Relation, "b_name", "b_proposed_id"),
)


def relink(article_id: int, linker: Linker, forms: Forms) -> bool:
    """Whether anything came of it; call it in a transaction. One that waits to be read hears of
    the directory then."""
    reading = Reading.objects.select_for_update().filter(pk=article_id).first()
    article = Article.objects.defer_streamfields().filter(pk=article_id).first()
    if reading is None or article is None or reading.state != Reading.READ:
        return False
    story = Story(reading.text, parts_of(reading.parts))
    document = _document(reading, story)
    rows = Rows(article_id, story, document, linker.directory)
    there = list(Mention.objects.filter(article=article_id, stands=True).order_by("start"))
    linked = list(_linked(article, document, there, linker, forms))
    made = [new for row, now in linked if row is None and (new := rows.mention(now))]
    changed = [row for row, now in linked if row and _take(row, rows.mention(now))]
    Mention.objects.bulk_create(made)
    if changed:
        _rename(article_id, there, linked)
        Mention.objects.bulk_update(changed, [name.removesuffix("_id") for name in _TAKEN])
    settled = settle(article_id)
    if made:
        waiting.ask(article_id, Reading.SOON)
    if not (made or changed or settled.changed):
        return False
    affected.tell(article, settled)
    return True


def _document(reading: Reading, story: Story) -> shapes.Document:
    """The text with its zones and sentences; linking needs no morphemes."""
    sentences = [shapes.Sentence(start, end) for start, end in reading.sentences]
    paragraphs = []
    for part in story.parts:
        own = tuple(one for one in sentences if part.start <= one.start < part.end)
        paragraphs.append(shapes.Paragraph(part.zone, part.start, part.end, own))
    return shapes.Document(reading.text, tuple(paragraphs))


def _linked(
    article: Article,
    document: shapes.Document,
    there: list[Mention],
    linker: Linker,
    forms: Forms,
) -> Iterator[Linked]:
    """Names in full with the verdict of today; short forms go with the name they stand for."""
    found: list[Linked] = [(row, _as_read(row, linker)) for row in there if row.how != "short"]
    found += [(None, one) for one in _new(document, there, linker, forms)]
    found.sort(key=lambda pair: pair[1].start)
    on = article.published_at.date() if article.published_at else None
    told = linker.link(document, [one for _, one in found], on)
    by_name: dict[str, shapes.Mention] = {}
    for (row, _), now in zip(found, told, strict=True):
        yield row, now
        if row:
            by_name.setdefault(row.name, now)
    for row in there:
        if row.how == "short" and (known := by_name.get(row.name)):
            why = tuple(row.evidence)
            yield row, replace(known, start=row.start, end=row.end, how="short", evidence=why)


def _as_read(row: Mention, linker: Linker) -> shapes.Mention:
    """A row as the linker takes it; a name that the directory no longer has is a new one."""
    one = shapes.Mention(
        row.start, row.end, row.kind, row.name, row.status, row.how,  # type: ignore[arg-type]
        row.proposed_id, tuple(row.candidates), tuple(row.evidence),
    )  # fmt: skip
    known = linker.directory.candidates(flat(row.text))
    if any(entry.kind == row.kind for entry in known):
        return replace(one, how="name")
    how: shapes.How = "rule" if row.how == "name" else one.how
    return replace(one, status="new", how=how, id=None, candidates=(), name=row.text, evidence=())


def _new(
    document: shapes.Document, there: list[Mention], linker: Linker, forms: Forms
) -> Iterator[shapes.Mention]:
    """Names at places where nothing was read."""
    taken = [(row.start, row.end) for row in there]
    for start, end in forms.places(flat(document.text)):
        known = linker.directory.candidates(flat(document.text[start:end]))
        if known and not any(s < end and start < e for s, e in taken) and _is_kept(document, start):
            yield shapes.Mention(start, end, known[0].kind, known[0].name, "ambiguous", "name")


def _is_kept(document: shapes.Document, start: int) -> bool:
    return any(
        one.start <= start < one.end and one.zone not in UNKEPT for one in document.paragraphs
    )


def _take(row: Mention, new: Mention | None) -> bool:
    """Write what is read today into the row; whether that is something else."""
    if new is None:
        return False
    before = [getattr(row, name) for name in _TAKEN]
    for name in _TAKEN:
        setattr(row, name, getattr(new, name))
    return before != [getattr(row, name) for name in _TAKEN]


def _rename(article_id: int, there: list[Mention], linked: list[Linked]) -> None:
    """Words, titles and relations go by the names of today."""
    before = dict(
        Mention.objects.filter(pk__in=[row.pk for row in there]).values_list("pk", "name")
    )
    by_name = {before[row.pk]: now for row, now in reversed(linked) if row}
    for model, name, proposed in _NAMED:
        for row in model.objects.filter(article=article_id):
            now = by_name.get(getattr(row, name))
            if now and (getattr(row, name), getattr(row, proposed)) != (now.name, now.id):
                setattr(row, name, now.name[:100])
                setattr(row, proposed, now.id)
                row.save(update_fields=[name, proposed.removesuffix("_id")])
