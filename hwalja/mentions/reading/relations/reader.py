"""Relations between two names of one sentence: a closed list, only what is told as a fact."""

import re
from collections.abc import Iterator, Sequence

from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.parse import Parsed
from hwalja.mentions.reading.relations.acts import acts
from hwalja.mentions.reading.relations.facts import is_fact
from hwalja.mentions.reading.relations.ties import family, formerly, rivals
from hwalja.mentions.reading.relations.together import together
from hwalja.mentions.reading.shapes import Mention, Relation, Title


def relations(parsed: Parsed, titles: Sequence[Title]) -> tuple[Relation, ...]:
    """What the sentences of the body state between two names; `titles` add founders of firms."""
    found: list[Relation] = []
    for _, sentence in parsed.sentences:
        if any(u.mention for u in sentence.frame.units):
            found += _of_sentence(sentence, parsed.mentions)
    found += [_founder(t) for t in titles if re.search(r"(?:창업|설립|창립)자$", t.title)]
    return tuple(_once(found))


def _once(found: list[Relation]) -> Iterator[Relation]:
    seen = set()
    undirected = {"공동 설립", "가족", "경쟁", "협력", "합의"}
    for one in found:
        pair = tuple(sorted((one.a, one.b))) if one.kind in undirected else (one.a, one.b)
        if one.a != one.b and (one.kind, pair) not in seen:
            seen.add((one.kind, pair))
            yield one


def _founder(title: Title) -> Relation:
    return Relation(title.name, title.organisation, "설립", title.start, title.end)


def _of_sentence(sentence: Clauses, mentions: Sequence[Mention]) -> Iterator[Relation]:
    for verb in sentence.verbs:
        if is_fact(sentence, verb):
            yield from acts(sentence, verb, mentions)
            yield from together(sentence, verb)
    yield from rivals(sentence)
    yield from family(sentence)
    yield from formerly(sentence)
