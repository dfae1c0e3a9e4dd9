"""Names in headlines, which stand without a sign."""

from collections.abc import Iterator, Sequence

from hwalja.mentions.reading.edges import ends_well
from hwalja.mentions.reading.newcomers.korean import look
from hwalja.mentions.reading.newcomers.words import Word


def bare(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Names of three syllables that the analyser takes for proper nouns."""
    for word in words:
        first = word.tokens[0] if word.tokens else None
        end = word.start + 3
        if first is None or first.tag != "NNP" or first.end != end or word.text[2] in "시군구도당":
            continue
        if look(word, word.text[:3]) in {"sure", "likely"} and ends_well(text, end):
            yield word.start, end
