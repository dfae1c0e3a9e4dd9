"""Titles that people hold when the article comes out, with the organisation."""

import re
from collections.abc import Iterator, Sequence

from hwalja.mentions.reading import ranks
from hwalja.mentions.reading.grammar.clauses import Clauses, clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame, frames
from hwalja.mentions.reading.grammar.predicates import Predicate, is_unsaid
from hwalja.mentions.reading.media import is_medium
from hwalja.mentions.reading.shapes import Document, Mention, Title
from hwalja.mentions.reading.wordlist import listed

_READ = frozenset({"body", "caption"})
# Words by which a title is one that was held, or is not held yet.
_NOT_NOW = listed("전 전직 前 옛 구 차기 고 故 예비 역임 후임 전임")
_NOT_A_TITLE = listed("후보 후보자 예비후보 전문가 사원 지지자 씨 군 양 님 옹 여사 변호인")
_SAME = {
    "최고경영자": "CEO",
    "최고재무책임자": "CFO",
    "최고운영책임자": "COO",
    "최고기술책임자": "CTO",
}
_MADE = listed("발탁되 임명되 선임되 취임하 선출되 위촉되 오르 내정되 부임하 영입되 기용되 추대되")
_MAKING = listed("발탁하 임명하 선임하 선출하 위촉하 앉히 영입하 기용하 추대하")
_NEWS_HOUSE = re.compile(
    r"\[([가-힣A-Za-z0-9 ]{2,14})\]|\([가-힣]{2,6}=([가-힣A-Za-z0-9 ]{2,14})\)"
)
_REPORTER = re.compile(
    r"(?<![가-힣])([가-힣]{2,4}) ?(?:선임|수석|인턴|객원|전문)?(기자|특파원|논설위원)(?![가-힣])"
)


def titles(document: Document, mentions: Sequence[Mention]) -> tuple[Title, ...]:
    """Person, organisation and title where a sentence joins them; former ones are left out."""
    found: list[Title] = []
    for paragraph in document.paragraphs:
        if paragraph.zone in _READ:
            for frame in frames(document, paragraph, mentions):
                found += _of_frame(frame)
    found += _reporters(document)
    return tuple(_once(found))


def _once(found: list[Title]) -> Iterator[Title]:
    seen = set()
    for title in found:
        key = title.name, title.organisation, _SAME.get(title.title, title.title)
        if key not in seen:
            seen.add(key)
            yield title


def _of_frame(frame: Frame) -> Iterator[Title]:
    for at, unit in enumerate(frame.units):
        if unit.mention and unit.mention.kind == "person" and unit.mention.status != "masked":
            title = _behind(frame, at, unit.mention) or _before(frame, at, unit.mention)
            if title is not None:
                yield title
    if any(u.mention for u in frame.units):
        yield from _appointed(clauses(frame))


def _run(frame: Frame, at: int) -> int:
    """The end of the run of nouns that begins at `at`."""
    while frame.tag(at) in NOUNISH and frame.tag(at) != "Q":
        at += 1
    return at


def _behind(frame: Frame, at: int, person: Mention) -> Title | None:
    """NAME ORG TITLE, and ORG NAME TITLE with the organisation in front."""
    end = _run(frame, at + 1)
    if end == at + 1 or _is_word_part(frame, at):
        return None
    inner = next((i for i in range(at + 1, end) if frame.tag(i) == "M"), None)
    later = frame.units[inner].mention if inner is not None else None
    if later is not None and later.kind == "person":
        return None
    if inner is not None and later is not None:
        return _title(frame, person, later.name, inner + 1, end, at)
    place = _own_place(frame, at + 1, end)
    if place is not None:
        name, start = place
        return _title(frame, person, name, start, end, at)
    organisation = _in_front(frame, at)
    if organisation is None or _is_former(frame, at - 1):
        return None
    return _title(frame, person, organisation.name, at + 1, end, at)


def _is_word_part(frame: Frame, at: int) -> bool:
    """A name that runs on without a space is part of a longer one, unless 씨 follows."""
    following = frame.units[at + 1]
    return following.start == frame.units[at].end and following.tag not in {"SSO", "XSN"}


def _own_place(frame: Frame, at: int, end: int) -> tuple[str, int] | None:
    """An organisation or country that is no mention: NAME 미국 대통령."""
    start = at
    while at < end and frame.tag(at) == "NNP":
        at += 1
    if at in {start, end}:
        return None
    name = frame.text[frame.units[start].start : frame.units[at - 1].end]
    return None if ranks.is_rank(name) else (name, at)


def _in_front(frame: Frame, at: int) -> Mention | None:
    """The organisation before a name: 강은전자 NAME, 강은전자의 NAME, 강은전자 연구소 NAME."""
    i = at - 1
    if frame.form(i) == "의":
        i -= 1
    steps = 0
    while steps < 4 and frame.tag(i) in NOUNISH:
        mention = frame.units[i].mention
        if mention is not None:
            is_whole = frame.form(at - 1) == "의" or not ranks.is_rank(frame.form(at - 1))
            return mention if mention.kind == "organisation" and is_whole else None
        i, steps = i - 1, steps + 1
    return None


def _before(frame: Frame, at: int, person: Mention) -> Title | None:
    """ORG TITLE NAME."""
    start = at
    while start and frame.tag(start - 1) in NOUNISH and frame.tag(start - 1) not in {"M", "Q"}:
        start -= 1
    organisation = frame.units[start - 1].mention if start else None
    if start == at or organisation is None or organisation.kind != "organisation":
        return None
    if _is_former(frame, start - 2):
        return None
    return _title(frame, person, organisation.name, start, at, at)


def _title(
    frame: Frame, person: Mention, organisation: str, start: int, end: int, at: int
) -> Title | None:
    """The title in the units start..end: the words from the first rank to the last."""
    if start >= end or _is_former(frame, start - 1) or _is_former(frame, at - 1):
        return None
    text = frame.text[frame.units[start].start : frame.units[end - 1].end]
    words = re.sub(r"\([^()]*\)", " ", text).split()
    if any(w in _NOT_NOW for w in words):
        return None
    last = len(words)
    while last and not ranks.is_rank(words[last - 1]):
        last -= 1
    first = last
    while first and ranks.is_rank(words[first - 1]):
        first -= 1
    name = " ".join(words[first:last]).removesuffix("님")
    if not name or words[last - 1] in _NOT_A_TITLE or last < len(words) - 1:
        return None
    first_unit, last_unit = frame.units[min(start, at)], frame.units[max(end - 1, at)]
    return Title(person.name, organisation, name, first_unit.start, last_unit.end)


def _is_former(frame: Frame, at: int) -> bool:
    return frame.form(at) in _NOT_NOW or frame.form(at) in {"출신"}


def _appointed(sentence: Clauses) -> Iterator[Title]:
    """NAME이 ORG TITLE로 발탁됐다, NAME을 ORG TITLE에 임명했다."""
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
    named = next((i for i in range(start, at) if frame.tag(i) == "M"), None)
    organisation = frame.units[named].mention if named is not None else None
    if named is None or organisation is None or person.kind != "person":
        return None
    if organisation.kind != "organisation" or _is_former(frame, start - 1):
        return None
    text = frame.text[frame.units[named].end : frame.units[at].start].split()
    if not text or not ranks.is_rank(text[-1]) or text[-1] in _NOT_A_TITLE:
        return None
    return Title(
        person.name, organisation.name, " ".join(text), organisation.start, frame.units[at].start
    )


def _reporters(document: Document) -> Iterator[Title]:
    """The byline's reporter, where the article says for which paper."""
    house = _house(document)
    if not house:
        return
    for paragraph in document.paragraphs:
        zone = paragraph.zone
        if zone != "byline" and not (zone == "body" and paragraph is _last_body(document)):
            continue
        begin = paragraph.start if zone == "byline" else max(paragraph.end - 20, paragraph.start)
        for match in _REPORTER.finditer(document.text, begin, paragraph.end):
            yield Title(match[1], house, match[2], match.start(), match.end())


def _last_body(document: Document) -> object:
    return next((p for p in reversed(document.paragraphs) if p.zone == "body"), None)


def _house(document: Document) -> str:
    """The paper that the dateline names: [강은일보], (서울=강은뉴스)."""
    first = next((p for p in document.paragraphs if p.zone == "body"), None)
    if first is None:
        return ""
    match = _NEWS_HOUSE.match(document.text, first.start)
    name = (match[1] or match[2]).split("=")[-1].strip() if match else ""
    first_word = name.split()[0] if name else ""
    return name if is_medium(name) else first_word
