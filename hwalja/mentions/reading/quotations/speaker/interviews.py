"""Interviews: what the paper asks, and whom it asks."""

import re
from collections import Counter
from collections.abc import Sequence

from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.shapes import Document, Mention, Paragraph

_ASKED = re.compile(r"(?:Q\s?\d*|문|질문)\s?[.:)]|[―—–-]\s?(?=[가-힣A-Za-z0-9‘“\"'])")
_HEADED = re.compile(r"[◇◆■□▷▶●○★☆]\s?\S")
_SENTENCE = re.compile(r"다[.”\"’']*$")
_LONGEST = 120


def is_question(text: str) -> bool:
    """Whether a paragraph is a question of a printed interview, or a heading in it."""
    text = text.strip()
    if len(text) > _LONGEST:
        return False
    return bool(_ASKED.match(text)) or bool(_HEADED.match(text) and not _SENTENCE.search(text))


def interviewee(
    document: Document, mentions: Sequence[Mention], sentences: Sequence[Clauses]
) -> Mention | None:
    """The one whom the paper met; else, where it prints questions, the one it names most."""
    met = {m.name: m for sentence in sentences if (m := _met(sentence, mentions)) is not None}
    if len(met) == 1:
        return next(iter(met.values()))
    first = next((p for p in document.paragraphs if _is_asked(document, p)), None)
    if first is None or met:
        return None
    before = [
        m
        for m in mentions
        if m.kind == "person" and m.status != "masked" and _is_told(document, m, first.start)
    ]
    counts = Counter(m.name for m in before).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return None
    return next(m for m in before if m.name == counts[0][0])


def _is_asked(document: Document, paragraph: Paragraph) -> bool:
    return paragraph.zone == "body" and is_question(document.of(paragraph))


def _is_told(document: Document, mention: Mention, end: int) -> bool:
    """Whether a mention stands in the headline or in the running text before a place."""
    return any(
        p.start <= mention.start < p.end and p.zone in {"headline", "deck", "body"}
        for p in document.paragraphs
        if p.start < end
    )


def _met(sentence: Clauses, mentions: Sequence[Mention]) -> Mention | None:
    """9일 사무실에서 서 대표를 만났다, 그를 만났다: nobody is its subject but the paper."""
    frame = sentence.frame
    verb = sentence.verbs[-1] if sentence.verbs else None
    if verb is None or verb.stem not in {"만나", "인터뷰하"} or not verb.is_past:
        return None
    bound = sentence.bind(0, verb.first)
    if verb.tag != "EF" or bound.free or bound.shared:
        return None
    at = next((i for i in range(verb.first - 1, 0, -1) if frame.tag(i) == "JKO"), 0)
    if frame.form(at - 1) == "그":
        before = {
            m.name: m
            for m in mentions
            if m.kind == "person" and m.status != "masked" and m.start < frame.start
        }
        return next(iter(before.values())) if len(before) == 1 else None
    people = [u.mention for u in frame.units[max(at - 3, 0) : at] if u.mention]
    return people[-1] if people and people[-1].kind == "person" else None
