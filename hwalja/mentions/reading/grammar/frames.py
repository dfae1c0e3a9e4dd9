"""A sentence as the readers of quotations see it: quoted words and names folded into one unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hwalja.mentions.reading.grammar.marks import Pair, pairs
from hwalja.mentions.reading.shapes import Document, Mention, Paragraph, Sentence, Token
from hwalja.mentions.reading.wordlist import listed

NOUNISH = listed(
    "NNG NNP NNB NR NP SN SL SH XSN XPN XR SW M Q SO W_SERIAL W_URL W_EMAIL W_HASHTAG W_MENTION"
)
# Particles that Kiwi may swallow behind a name it does not know (허연수가), longest first.
_PARTICLES = {
    "께서는": "JKS", "께서도": "JKS", "께서": "JKS", "에게서": "JKB", "에게는": "JKB", "에게도": "JKB",
    "에게": "JKB", "한테": "JKB", "에서는": "JKB", "에서도": "JKB", "에서": "JKB", "으로부터": "JKB",
    "로부터": "JKB", "으로서": "JKB", "로서": "JKB", "으로": "JKB", "로": "JKB", "에는": "JKB", "에도": "JKB",
    "에": "JKB", "와의": "JKG", "과의": "JKG", "와": "JC", "과": "JC", "은": "JX", "는": "JX", "이": "JKS",
    "가": "JKS", "도": "JX", "만": "JX", "의": "JKG", "을": "JKO", "를": "JKO", "보다": "JKB", "처럼": "JKB",
}  # fmt: skip
# What a sentence of news ends in: 모아라 연구원은 is no command.
_ENDED = re.compile(r"[.?!…。][”\"’'」』)\]〉>]*\s*$|[”\"’'」』)\]〉>]\s*$")
_PARTICLE = re.compile("(?:" + "|".join(_PARTICLES) + r")(?![가-힣A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Unit:
    """A morpheme, a name (tag M), quoted words (Q) or what joins them to the verb (QT)."""

    form: str
    tag: str
    start: int
    end: int
    mention: Mention | None = None
    pair: Pair | None = None
    is_new: bool = False


@dataclass(slots=True)
class Frame:
    """One sentence of a paragraph, however many are quoted in it."""

    text: str
    start: int
    end: int
    units: list[Unit]
    mentions: list[Mention] = field(default_factory=list)

    def tag(self, at: int) -> str:
        return self.units[at].tag if 0 <= at < len(self.units) else ""

    def form(self, at: int) -> str:
        return self.units[at].form if 0 <= at < len(self.units) else ""


def frames(
    document: Document, paragraph: Paragraph, mentions: Sequence[Mention]
) -> Iterator[Frame]:
    """The sentences of a paragraph; one that ends inside a pair of marks goes on behind it."""
    marked = pairs(document.text, paragraph.start, paragraph.end)
    inside = [m for m in mentions if paragraph.start <= m.start and m.end <= paragraph.end]
    tokens: list[Token] = []
    start = paragraph.start
    for sentence in paragraph.sentences:
        for end, part in _parts(document.text, sentence, marked):
            tokens += part
            goes_on = any(p.opening < end <= p.end or p.end < end < p.after for p in marked)
            if goes_on or not _ENDED.search(document.text, start, end):
                continue
            yield _frame(document.text, start, end, tokens, marked, inside)
            tokens, start = [], end
    if tokens:
        yield _frame(document.text, start, paragraph.end, tokens, marked, inside)


def _parts(
    text: str, sentence: Sentence, marked: Sequence[Pair]
) -> Iterator[tuple[int, list[Token]]]:
    """A sentence of the analyser's, and again where one ends in it: …했다. “…”는 말도 했다."""
    tokens: list[Token] = []
    for i, token in enumerate(sentence.tokens):
        tokens.append(token)
        is_end = token.tag == "SF" and i and sentence.tokens[i - 1].tag == "EF"
        is_quoted = any(p.opening <= token.start <= p.end for p in marked)
        if is_end and not is_quoted and text[token.end : token.end + 1] == " ":
            yield token.end, tokens
            tokens = []
    if tokens:
        yield sentence.end, tokens


def _frame(
    text: str,
    start: int,
    end: int,
    tokens: Sequence[Token],
    marked: Sequence[Pair],
    mentions: Sequence[Mention],
) -> Frame:
    folded = [p for p in marked if start <= p.opening < end]
    names = [m for m in mentions if start <= m.start < end and not _is_within(m.start, folded)]
    units = [u for p in folded for u in _of_pair(p)]
    units += [u for m in names for u in _of_mention(text, m)]
    covered = _covered(units)
    ends = {m.end for m in names}
    # Inside a name it takes for a verb the analyser sees endings of no length.
    inside = (
        t for t in tokens if t.start not in covered and (t.start < t.end or t.start not in ends)
    )
    units += [_of_token(t) for t in inside]
    units.sort(key=lambda u: (u.start, u.end))
    units = [_as_particle(u, units[i - 1]) if i else u for i, u in enumerate(units)]
    return Frame(text, start, end, _without_brackets(units), mentions=names)


def _is_within(at: int, folded: Sequence[Pair]) -> bool:
    return any(p.opening <= at <= p.end for p in folded)


def _of_pair(pair: Pair) -> Iterator[Unit]:
    yield Unit("", "Q", pair.opening, pair.end + 1, pair=pair)
    if pair.tail:
        yield Unit(pair.tail, "QT", pair.end + 1, pair.after)


def _of_mention(text: str, mention: Mention) -> Iterator[Unit]:
    yield Unit(text[mention.start : mention.end], "M", mention.start, mention.end, mention)
    particle = _PARTICLE.match(text, mention.end)
    if particle:
        form = particle.group()
        yield Unit(form, _PARTICLES[form], particle.start(), particle.end())


def _of_token(token: Token) -> Unit:
    tag = token.tag.split("-")[0]
    return Unit(token.form, tag, token.start, token.end, is_new=token.is_new)


def _as_particle(unit: Unit, before: Unit) -> Unit:
    """위원장이 그 뜻을: 이 that is written on to a noun is its particle, not 'this'."""
    is_joined = unit.start == before.end and before.tag in NOUNISH
    if unit.form == "이" and unit.tag in {"MM", "NP"} and is_joined:
        return replace(unit, tag="JKS")
    return unit


def _covered(units: Sequence[Unit]) -> set[int]:
    return {at for unit in units for at in range(unit.start, unit.end)}


def _without_brackets(units: list[Unit]) -> list[Unit]:
    """What stands in ( ) or [ ] takes no part in the sentence."""
    kept: list[Unit] = []
    opened: list[int] = []
    for unit in units:
        kept.append(unit)
        if unit.tag == "SSO" and unit.form in "([〈<":
            opened.append(len(kept) - 1)
        elif unit.tag == "SSC" and unit.form in ")]〉>" and opened:
            del kept[opened.pop() :]
    return kept
