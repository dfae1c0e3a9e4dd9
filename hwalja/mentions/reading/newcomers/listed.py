"""Names in headlines, which stand without a sign."""

from collections.abc import Iterator, Sequence

from hwalja.mentions.reading.edges import ends_well
from hwalja.mentions.reading.newcomers.korean import look, may_be
from hwalja.mentions.reading.newcomers.words import Word


def bare(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Names of three syllables that the analyser takes for proper nouns, or for no word it knows;
    at the beginning of a line also one that it takes for a verb (고운솔이)."""
    for at, word in enumerate(words):
        first = word.tokens[0] if word.tokens else None
        end = word.start + 3
        if first is None or word.text[2:3] in {*"시군구도당"} or not ends_well(text, end):
            continue
        name = word.text[:3]
        is_opening = at == 0 and first.tag.startswith("V") and word.text[3:] in {*"이가은는"}
        if is_opening and may_be(name):
            yield word.start, end
            continue
        is_noun = first.end == end and (first.tag == "NNP" or first.is_new)
        if is_noun and look(word, name) in {"sure", "likely"}:
            yield word.start, end
