"""A document parsed once, for all who read its sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from hwalja.mentions.reading.grammar.clauses import Clauses, clauses
from hwalja.mentions.reading.grammar.frames import frames
from hwalja.mentions.reading.shapes import Document, Mention, Paragraph, Zone


@dataclass(frozen=True, slots=True)
class Parsed:
    """The sentences of body and captions in order, each with its paragraph."""

    document: Document
    mentions: tuple[Mention, ...]
    sentences: tuple[tuple[Paragraph, Clauses], ...]

    def of_zone(self, zone: Zone) -> list[tuple[Paragraph, Clauses]]:
        return [(p, sentence) for p, sentence in self.sentences if p.zone == zone]


def parse(document: Document, mentions: Sequence[Mention]) -> Parsed:
    """Fold the names into the sentences and bind their subjects to their verbs."""
    sentences = (
        (paragraph, clauses(frame))
        for paragraph in document.paragraphs
        if paragraph.zone in {"body", "caption"}
        for frame in frames(document, paragraph, mentions)
    )
    return Parsed(document, tuple(mentions), tuple(sentences))
