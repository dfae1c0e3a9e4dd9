"""The titles of an article: those beside their organisation first, then those by themselves."""

from hwalja.mentions.reading import title_words
from hwalja.mentions.reading.grammar.parse import Parsed
from hwalja.mentions.reading.shapes import Title
from hwalja.mentions.reading.titles.alone import alone
from hwalja.mentions.reading.titles.appointed import appointed
from hwalja.mentions.reading.titles.beside import beside
from hwalja.mentions.reading.titles.bylines import reporters


def titles(parsed: Parsed) -> tuple[Title, ...]:
    """Person, organisation and title where the article joins them; former ones are left out."""
    found: list[Title] = []
    for _, sentence in parsed.sentences:
        found += beside(sentence.frame)
        found += appointed(sentence)
    found += alone(parsed, found)
    found += reporters(parsed.document)
    return tuple(one for i, one in enumerate(found) if not _is_told(one, found[:i], found))


def _is_told(one: Title, before: list[Title], found: list[Title]) -> bool:
    """Said before, CEO for 최고경영자 too, or with more words elsewhere: 정치학과 교수 for 교수."""
    words = title_words.plain(one.title)
    same = [t for t in before if (t.name, t.organisation) == (one.name, one.organisation)]
    longer = (t for t in found if (t.name, t.organisation) == (one.name, one.organisation))
    return any(title_words.plain(t.title) == words for t in same) or any(
        t.title.endswith(" " + one.title) for t in longer
    )
