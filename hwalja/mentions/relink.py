"""Articles already read are linked anew with the directory of today, without the analyser.

What was read stays; only whom its names mean is asked again, and names that the directory has
only now are looked for: where one stands, the article is read again at its ease.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from hwalja.articles.models import Article
from hwalja.mentions import affected, waiting
from hwalja.mentions.found_rows import UNKEPT, Rows
from hwalja.mentions.models import Mention, Quotation, Reading, Relation, Title
from hwalja.mentions.name_forms import Forms
from hwalja.mentions.reading import shapes
from hwalja.mentions.reading.document import flat
from hwalja.mentions.reading.linking import Linker
from hwalja.mentions.settle import settle_all
from hwalja.mentions.story import Story, parts_of
from hwalja.mentions.writing import update

# A row, or none where the name is found only now, and what is read of it today.
Linked = tuple[Mention | None, shapes.Mention]
_TAKEN = ("name", "status", "how", "is_shared", "candidates", "proposed_id", "evidence")
_NAMED: tuple[tuple[Any, tuple[tuple[str, str], ...]], ...] = (
    (Quotation, (("speaker", "proposed_id"),)),
    (Title, (("name", "proposed_id"),)),
    (Relation, (("a_name", "a_proposed_id"), ("b_name", "b_proposed_id"))),
)


@dataclass
class _Found:
    """What came of linking anew: rows to write, and names that are others now, by article."""

    made: list[Mention] = field(default_factory=list)
    changed: list[Mention] = field(default_factory=list)
    named: dict[int, dict[str, shapes.Mention]] = field(default_factory=dict)


def relink(articles: Collection[int], linker: Linker, forms: Forms) -> None:
    """Call it in a transaction. What waits to be read hears of the directory then."""
    rows = Reading.objects.select_for_update().filter(pk__in=articles, state=Reading.READ)
    readings = list(rows.order_by("pk"))
    known = Article.objects.defer_streamfields().in_bulk([row.pk for row in readings])
    there: dict[int, list[Mention]] = defaultdict(list)
    standing = Mention.objects.filter(article__in=list(known), stands=True).order_by("start")
    for row in standing:
        there[row.article_id].append(row)
    found = _Found()
    for reading in readings:
        _link(known[reading.pk], reading, there[reading.pk], linker, forms, found)
    Mention.objects.bulk_create(found.made)
    update(Mention, found.changed, [name.removesuffix("_id") for name in _TAKEN])
    _rename(found.named)
    settled = settle_all(list(known))
    affected.tell_many([(known[pk], one) for pk, one in settled.items() if one.changed])
    waiting.ask_again({row.article_id for row in found.made})


def _link(
    article: Article,
    reading: Reading,
    there: list[Mention],
    linker: Linker,
    forms: Forms,
    found: _Found,
) -> None:
    story = Story(reading.text, parts_of(reading.parts))
    document = _document(reading, story)
    rows = Rows(article.pk, story, document, linker.directory)
    named: dict[str, shapes.Mention] = {}
    for row, now in list(_linked(article, document, there, linker, forms)):
        new = rows.mention(now)
        if row is None:
            found.made += [new] if new else []
            continue
        before = row.name, row.proposed_id
        if new and _take(row, new):
            found.changed.append(row)
        if before != (now.name, now.id):
            named.setdefault(before[0], now)
    if named:
        found.named[article.pk] = named


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
    """Names that the change is about, with the verdict of today; short forms go with the name they
    stand for."""
    full = [row for row in there if row.how != "short"]
    found: list[Linked] = [(row, _as_read(row, linker, forms)) for row in full]
    found += [(None, one) for one in _new(document, there, linker, forms)]
    found.sort(key=lambda pair: pair[1].start)
    on = article.published_at.date() if article.published_at else None
    told = linker.link(document, [one for _, one in found], on)
    by_name: dict[str, shapes.Mention] = {}
    for (row, _), now in zip(found, told, strict=True):
        if now.status != "masked":
            yield row, now
            if row:
                by_name.setdefault(row.name, now)
    for row in there:
        if row.how == "short" and (known := by_name.get(row.name)):
            why = tuple(row.evidence)
            yield row, replace(known, start=row.start, end=row.end, how="short", evidence=why)


def _as_read(row: Mention, linker: Linker, forms: Forms) -> shapes.Mention:
    """A row as the linker takes it: a name that the directory no longer has is a new one, and
    one that the change is not about is masked, which the linker leaves alone."""
    one = shapes.Mention(
        row.start, row.end, row.kind, row.name, row.status, row.how,  # type: ignore[arg-type]
        row.proposed_id, tuple(row.candidates), tuple(row.evidence),
    )  # fmt: skip
    known = [e for e in linker.directory.candidates(flat(row.text)) if e.kind == row.kind]
    named = {row.proposed_id, *row.candidates, *(entry.id for entry in known)}
    if not named & forms.ids:
        return replace(one, status="masked")
    if known:
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


def _take(row: Mention, new: Mention) -> bool:
    """Write what is read today into the row; whether that is something else."""
    before = [getattr(row, name) for name in _TAKEN]
    for name in _TAKEN:
        setattr(row, name, getattr(new, name))
    return before != [getattr(row, name) for name in _TAKEN]


def _rename(named: dict[int, dict[str, shapes.Mention]]) -> None:
    """Words, titles and relations go by the names of today."""
    for model, columns in _NAMED if named else ():
        changed = []
        for row in model.objects.filter(article__in=list(named)):
            for name, proposed in columns:
                if now := named[row.article_id].get(getattr(row, name)):
                    setattr(row, name, now.name[:100])
                    setattr(row, proposed, now.id)
                    changed.append(row)
        update(model, changed, [x.removesuffix("_id") for pair in columns for x in pair])
