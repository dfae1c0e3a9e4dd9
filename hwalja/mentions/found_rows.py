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
_UNKEPT = ("byline", "boilerplate")


class Rows:
    """Makes the rows of one article's reading."""

    def __init__(
        self,
        article_id: int,
        story: Story,
        document: shapes.Document,
        reading: shapes.Reading,
        directory: Directory,
    ) -> None:
        self._article_id, self._story, self._document = article_id, story, document
        self._reading, self._directory = reading, directory
        self._ids = {one.name: one.id for one in reversed(reading.mentions) if one.id}

    def mentions(self) -> Iterator[Mention]:
        """Masked people are kept nowhere."""
        for one in self._reading.mentions:
            if one.status == "masked" or not (where := self._where(one.start, one.end)):
                continue
            yield Mention(
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

    def quotations(self) -> Iterator[tuple[Quotation, list[Outlet]]]:
        for one in self._reading.quotes:
            if not (where := self._where(one.start, one.end)):
                continue
            quotation = Quotation(
                **where,
                kind=one.kind,
                speaker=(one.speaker or "")[:_LONGEST_NAME],
                is_explicit=one.is_explicit,
                cue=one.cue[:_LONGEST_CUE],
                proposed_id=one.speaker_id,
                evidence=[one.why] if one.why else [],
            )
            outlets = [
                Outlet(quotation=quotation, name=name[:_LONGEST_NAME]) for name in one.outlet
            ]
            yield quotation, outlets

    def titles(self) -> Iterator[Title]:
        for one in self._reading.titles:
            if where := self._where(one.start, one.end):
                yield Title(
                    **where,
                    name=one.name[:_LONGEST_NAME],
                    organisation=one.organisation[:_LONGEST_NAME],
                    title=one.title[:_LONGEST_NAME],
                    proposed_id=self._ids.get(one.name),
                )

    def relations(self) -> Iterator[Relation]:
        for one in self._reading.relations:
            if where := self._where(one.start, one.end):
                yield Relation(
                    **where,
                    kind=one.kind,
                    a_name=one.a[:_LONGEST_NAME],
                    b_name=one.b[:_LONGEST_NAME],
                    object=one.object[:_LONGEST_NAME],
                    when=one.when,
                    a_proposed_id=self._ids.get(one.a),
                    b_proposed_id=self._ids.get(one.b),
                )

    def _where(self, start: int, end: int) -> dict[str, Any] | None:
        """The columns of where words stand; None where nothing is kept."""
        paragraph = next(
            (one for one in self._document.paragraphs if one.start <= start < one.end), None
        )
        if paragraph is None or paragraph.zone in _UNKEPT or start >= end:
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


def _sentence(paragraph: shapes.Paragraph, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences in which a range stands; else the whole paragraph."""
    inside = [one for one in paragraph.sentences if one.start < end and start < one.end]
    if not inside:
        return paragraph.start, paragraph.end
    return min(start, inside[0].start), max(end, inside[-1].end)
