"""From a reading to rows of the database, not written yet."""

from collections.abc import Iterator
from typing import Any

from hwalja.mentions.models import Mention, Outlet, Quotation, Relation, Title
from hwalja.mentions.reading import shapes
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.document import flat
from hwalja.mentions.story import Story

_LONGEST_NAME, _LONGEST_CUE = 100, 60
# Zones of which nothing is kept: reporters are known by the byline's own rows.
UNKEPT = ("byline", "boilerplate")
Columns = dict[str, Any]


class Rows:
    """Makes rows of what was found in one article."""

    def __init__(
        self, article_id: int, story: Story, document: shapes.Document, directory: Directory
    ) -> None:
        self._article_id, self._story = article_id, story
        self._document, self._directory = document, directory

    def mention(self, one: shapes.Mention) -> Mention | None:
        """None for masked people, who are kept nowhere."""
        where = self._where(one.start, one.end)
        if one.status == "masked" or where is None:
            return None
        return Mention(
            **where,
            kind=one.kind,
            name=one.name[:_LONGEST_NAME],
            status=one.status,
            how=one.how,
            is_shared=self._is_shared(one),
            candidates=list(one.candidates),
            proposed_id=one.id,
            evidence=list(one.evidence),
        )

    def _is_shared(self, one: shapes.Mention) -> bool:
        """A short form is as good as the name it stands for."""
        name = one.name if one.how == "short" else flat(self._document.of(one))
        known = [entry for entry in self._directory.candidates(name) if entry.kind == one.kind]
        return len(known) > 1

    def mentions(self, reading: shapes.Reading) -> Iterator[Mention]:
        for one in reading.mentions:
            if row := self.mention(one):
                yield row

    def quotations(self, reading: shapes.Reading) -> Iterator[tuple[Quotation, list[Outlet]]]:
        for one in reading.quotes:
            if where := self._where(one.start, one.end):
                quotation = Quotation(
                    **where,
                    kind=one.kind,
                    speaker=(one.speaker or "")[:_LONGEST_NAME],
                    is_explicit=one.is_explicit,
                    cue=one.cue[:_LONGEST_CUE],
                    proposed_id=one.speaker_id,
                    evidence=[one.why] if one.why else [],
                )
                names = [name[:_LONGEST_NAME] for name in one.outlet]
                yield quotation, [Outlet(quotation=quotation, name=name) for name in names]

    def titles(self, reading: shapes.Reading) -> Iterator[Title]:
        ids = _ids(reading)
        for one in reading.titles:
            if where := self._where(one.start, one.end):
                yield Title(
                    **where,
                    name=one.name[:_LONGEST_NAME],
                    organisation=one.organisation[:_LONGEST_NAME],
                    title=one.title[:_LONGEST_NAME],
                    proposed_id=ids.get(one.name),
                )

    def relations(self, reading: shapes.Reading) -> Iterator[Relation]:
        ids = _ids(reading)
        for one in reading.relations:
            if where := self._where(one.start, one.end):
                yield Relation(
                    **where,
                    kind=one.kind,
                    a_name=one.a[:_LONGEST_NAME],
                    b_name=one.b[:_LONGEST_NAME],
                    object=one.object[:_LONGEST_NAME],
                    when=one.when,
                    a_proposed_id=ids.get(one.a),
                    b_proposed_id=ids.get(one.b),
                )

    def _where(self, start: int, end: int) -> Columns | None:
        """The columns of where words stand; None where nothing is kept."""
        paragraph = next(
            (one for one in self._document.paragraphs if one.start <= start < one.end), None
        )
        if paragraph is None or paragraph.zone in UNKEPT or start >= end:
            return None
        begin, stop = _sentence(paragraph, start, end)
        place, at = self._story.place(start)
        text = self._document.text
        return {
            "article_id": self._article_id,
            "place": place,
            "at": at,
            "start": start,
            "end": end,
            "text": text[start:end],
            "sentence": text[begin:stop],
            "inset": start - begin,
            "tier": 0,
        }


def _ids(reading: shapes.Reading) -> dict[str, str]:
    """Who each name is, by its first place."""
    return {one.name: one.id for one in reversed(reading.mentions) if one.id}


def _sentence(paragraph: shapes.Paragraph, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences in which a range stands; else the whole paragraph."""
    inside = [one for one in paragraph.sentences if one.start < end and start < one.end]
    if not inside:
        return paragraph.start, paragraph.end
    return min(start, inside[0].start), max(end, inside[-1].end)
