"""Titles that a sentence gives: NAME이 ORG TITLE로 발탁됐다, NAME을 ORG TITLE에 임명했다."""

from collections.abc import Iterator

from hwalja.mentions.reading import organisation_words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.predicates import Predicate, is_unsaid
from hwalja.mentions.reading.shapes import Mention, Title
from hwalja.mentions.reading.titles.words import is_former, is_post
from hwalja.mentions.reading.wordlist import listed

_MADE = listed(
    "발탁되 임명되 선임되 취임하 선출되 위촉되 오르 내정되 부임하 영입되 기용되 추대되 지명되 당선되 뽑히 승진하"
)
# 중앙부: words of this length that end as bodies do may be other things.
_SHORTEST = 4
_MAKING = listed("발탁하 임명하 선임하 선출하 위촉하 앉히 영입하 기용하 추대하 지명하 뽑")


def appointed(sentence: Clauses) -> Iterator[Title]:
    """The posts that people of a sentence have been given."""
    frame = sentence.frame
    for verb in sentence.verbs:
        if verb.stem not in _MADE | _MAKING or not _has_happened(frame, verb):
            continue
        for at in range(max(verb.first - 2, 1), verb.first):
            if frame.tag(at) == "JKB" and frame.form(at) in {"로", "으로", "에"}:
                person = _appointee(sentence, verb, at)
                title = _post(frame, person, at) if person else None
                if title is not None:
                    yield title


def _has_happened(frame: Frame, verb: Predicate) -> bool:
    if is_unsaid(frame, verb) or verb.tag == "ETN":
        return False
    return verb.is_past or verb.ending in {"어", "아", "고", "며", "면서", "ᆫ", "은", "어서"}


def _appointee(sentence: Clauses, verb: Predicate, stop: int) -> Mention | None:
    frame = sentence.frame
    if verb.stem in _MAKING:
        for i in range(stop - 1, 0, -1):
            unit = frame.units[i]
            if frame.tag(i) == "JKO" and frame.tag(i - 1) in NOUNISH:
                return next((u.mention for u in frame.units[max(i - 3, 0) : i] if u.mention), None)
            if unit.tag in {"EC", "EF"}:
                return None
        return None
    bound = sentence.bind(0, verb.first)
    subject = bound.free[-1] if bound.free else bound.shared
    return subject.who.mention if subject else None


def _post(frame: Frame, person: Mention, at: int) -> Title | None:
    start = at
    while start and frame.tag(start - 1) in NOUNISH and frame.tag(start - 1) not in {"Q"}:
        start -= 1
    if start == at or person.kind != "person" or is_former(frame, start - 1):
        return None
    body, words = _body(frame, start, at)
    if not body or not words or not is_post(words[-1]):
        return None
    return Title(
        person.name, body, " ".join(words), frame.units[start].start, frame.units[at].start
    )


def _body(frame: Frame, start: int, at: int) -> tuple[str, list[str]]:
    """The organisation of a post and the words behind it: 강은전자 대표, 우주개발부 장관."""
    named = next((i for i in range(start, at) if frame.tag(i) == "M"), None)
    organisation = frame.units[named].mention if named is not None else None
    if named is not None and organisation is not None:
        text = frame.text[frame.units[named].end : frame.units[at].start]
        return organisation.name if organisation.kind == "organisation" else "", text.split()
    words = frame.text[frame.units[start].start : frame.units[at].start].split()
    is_known = len(words) > 1 and len(words[0]) >= _SHORTEST and organisation_words.head(words[0])
    return (words[0], words[1:]) if is_known else ("", [])
