"""An article has a new text: what was read of the old one goes along, as far as it still stands.

Needs no analyser, so it is done in the transaction of the change: words that are gone are gone
from every surface with the same commit, and what nobody touched stays where it is shown.
"""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from hwalja.articles.models import Article
from hwalja.mentions import story
from hwalja.mentions.carrying import Carrier
from hwalja.mentions.models import Decision, Found, Mention, Quotation, Reading, Relation, Title
from hwalja.mentions.reading.edges import begins_well, ends_well
from hwalja.mentions.settle import Settled, settle
from hwalja.mentions.story import Part, Story, parts_of
from hwalja.mentions.waiting import ask
from hwalja.mentions.writing import update

MODELS: tuple[Any, ...] = (Mention, Quotation, Title, Relation)
_MOVED = ("place", "at", "start", "end", "sentence", "inset", "stands", "asks_again")


@transaction.atomic
def carry(article: Article) -> Settled:
    """Move what was read to the text of today, and ask for a reading where it has changed.

    Returns whom it touches.
    """
    reading = Reading.objects.select_for_update().filter(pk=article.pk).first()
    new = story.current(article)
    if reading is None:
        if article.live:
            ask(article.pk, Reading.NOW)
        return Settled()
    old = Story(reading.text, parts_of(reading.parts))
    if new.text != old.text or new.parts != old.parts:
        _move(article.pk, old, new)
        reading.text, reading.parts = new.text, [list(part) for part in new.parts]
        reading.digest = new.digest
        reading.save(update_fields=["text", "parts", "digest"])
        ask(article.pk, Reading.NOW)
    return settle(article.pk)


def _move(article_id: int, old: Story, new: Story) -> None:
    carrier = Carrier(old, new)
    for model in MODELS:
        rows = list(model.objects.filter(article=article_id).select_related("decision"))
        stood = [row for row in rows if row.stands]
        for row in stood:
            _carry(row, carrier, old, new)
        taken = {row.key for row in stood if row.stands and row.verdict}
        for row in rows:
            if row.decision and not row.stands:
                _revive(row, row.decision, new, taken)
        # An editor's word goes before what was read at the same place.
        doubled = [row.pk for row in rows if row.key in taken and not row.verdict]
        update(model, [row for row in rows if row.pk not in doubled], _MOVED)
        model.objects.filter(pk__in=doubled).delete()


def _carry(row: Found, carrier: Carrier, old: Story, new: Story) -> None:
    """The row at its words' place in the new text, or standing nowhere."""
    start = carrier.carry(row.start, row.end)
    if start is None or not _is_whole(row, new.text, start):
        row.stands = False
        return
    around = _paragraph(old, row.start) if _leans(row) else row.sentence
    _put(row, new, start)
    if around == (_paragraph(new, start) if _leans(row) else _same_sentence(row, new)):
        return
    _ask(row, new)


def _leans(row: Found) -> bool:
    """Whether it hangs on the sentences before whose words these are."""
    return isinstance(row, Quotation) and not row.is_explicit


def _same_sentence(row: Found, new: Story) -> str:
    """What stands where its sentence should."""
    start = max(0, row.start - row.inset)
    return new.text[start : start + len(row.sentence)]


def _ask(row: Found, new: Story) -> None:
    """Whose words they are now is for the next reading to say; readers see them no more."""
    if _same_sentence(row, new) != row.sentence:
        # The whole paragraph, until a reading has found its sentences.
        part = _part(new, row.start)
        row.sentence, row.inset = _paragraph(new, row.start), row.start - part.start
    if row.decision is None:
        row.stands = False
    elif not isinstance(row, Mention) and row.verdict != Found.REJECTED:
        row.asks_again = True


def _is_whole(row: Found, text: str, start: int) -> bool:
    """A name that was written on to is another name: 이준, 이준호."""
    end = start + row.end - row.start
    return not isinstance(row, Mention) or (begins_well(text, start) and ends_well(text, end))


def _put(row: Found, new: Story, start: int) -> None:
    row.start, row.end = start, start + row.end - row.start
    row.place, row.at = new.place(start)


def _part(story: Story, offset: int) -> Part:
    return next(part for part in story.parts if part.start <= offset < part.end)


def _paragraph(story: Story, offset: int) -> str:
    part = _part(story, offset)
    return story.text[part.start : part.end]


def _revive(row: Found, decision: Decision, new: Story, taken: set[tuple[object, ...]]) -> None:
    """Words that were gone are back where their whole sentence is back, and nowhere else."""
    for sentence, inset in ((row.sentence, row.inset), (decision.sentence, decision.inset)):
        start = _place_of(decision, sentence, inset, new)
        if start is None or not _is_whole(row, new.text, start):
            continue
        _put(row, new, start)
        if row.key in taken:
            return
        row.stands, row.sentence, row.inset = True, sentence, inset
        # Whose words they are there, the next reading says.
        row.asks_again = not isinstance(row, Mention) and row.verdict != Found.REJECTED
        taken.add(row.key)
        return


def _place_of(decision: Decision, sentence: str, inset: int, new: Story) -> int | None:
    """The one place where the sentence stands; of several, the one amid the same words."""
    places = [at + inset for at in _all(sentence, new.text)]
    if len(places) > 1:
        places = [place for place in places if _amid(decision, new.text, place)]
    inside = [place for place in places if any(p.start <= place < p.end for p in new.parts)]
    return inside[0] if len(inside) == 1 else None


def _all(words: str, text: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _amid(decision: Decision, text: str, place: int) -> bool:
    end = place + len(decision.words)
    return text[:place].endswith(decision.before) and text.startswith(decision.after, end)
