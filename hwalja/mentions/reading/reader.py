"""All stages of reading a document, one after another, by one reader that is loaded once."""

from datetime import date

from hwalja.mentions.reading import people
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.grammar.parse import parse
from hwalja.mentions.reading.linking import Linker
from hwalja.mentions.reading.quotations import quotations
from hwalja.mentions.reading.recognised import Recognise
from hwalja.mentions.reading.relations import relations
from hwalja.mentions.reading.shapes import Document, Reading
from hwalja.mentions.reading.titles import titles


class Reader:
    """Reads with one directory; `recognise` finds names that no rule and no directory has."""

    def __init__(self, directory: Directory, recognise: Recognise | None = None) -> None:
        self._linker = Linker(directory)
        self._recognise = recognise

    def read(self, document: Document, on: date | None = None) -> Reading:
        """What stands in a document; `on`: the day of the article."""
        mentions = tuple(people.find(document, self._linker, self._recognise, on))
        parsed = parse(document, mentions)
        held = titles(parsed)
        return Reading(
            mentions=mentions,
            quotes=quotations(parsed),
            titles=held,
            relations=relations(parsed, held),
        )
