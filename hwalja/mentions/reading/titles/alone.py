"""Titles without an organisation beside them, where the article leaves one that they can be of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hwalja.mentions.reading import organisation_words, title_words
from hwalja.mentions.reading.grammar.frames import Frame
from hwalja.mentions.reading.grammar.parse import Parsed
from hwalja.mentions.reading.media import is_medium
from hwalja.mentions.reading.shapes import Mention, Title
from hwalja.mentions.reading.titles.beside import is_word_part, run
from hwalja.mentions.reading.titles.words import is_former, title_of
from hwalja.mentions.reading.wordlist import listed

_FIRM = frozenset({"company", "institute", "hospital", "group", "troupe", "team"})
# The kinds of body that have such a post; a name that tells no kind may be a firm.
_POSTS = (
    (
        listed(
            "대표 대표이사 사장 부사장 회장 부회장 전무 상무 이사 최고경영자 최고재무책임자 최고운영책임자 최고기술책임자 CEO CFO COO CTO "
            "창업자 본부장 공장장 연구소장 품질관리실장 개발총괄 책임연구원 수석연구원 선임연구원"
        ),
        _FIRM,
    ),
    (listed("원내대표 최고위원 정책위의장 당대표 원내수석부대표"), frozenset({"party"})),
    (listed("지회장 지부장 노조위원장 수석부위원장 분회장"), frozenset({"union"})),
    (listed("사무총장 사무처장 집행위원장 공동대표 사무국장"), frozenset({"group", "party", "union"})),
    (listed("이사장 센터장 관장"), frozenset({"group", "institute"})),
    (listed("총장 부총장 교무처장"), frozenset({"school"})),
    (listed("병원장 의료원장"), frozenset({"hospital"})),
    (listed("부시장 군수 구청장"), frozenset({"state"})),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Bare:
    person: Mention
    title: str
    end: int


def alone(parsed: Parsed, found: Sequence[Title]) -> Iterator[Title]:
    """NAME TITLE where just one organisation was named that has such a post."""
    told = {(t.name, title_words.plain(t.title)) for t in found}
    elsewhere = {t.name for t in found}
    for _, sentence in parsed.sentences:
        for bare in _bare(sentence.frame):
            key = bare.person.name, title_words.plain(bare.title)
            if key in told or bare.person.name in elsewhere:
                continue
            body = _only(parsed.mentions, bare)
            if body is not None:
                told.add(key)
                yield Title(bare.person.name, body, bare.title, bare.person.start, bare.end)


def _bare(frame: Frame) -> Iterator[_Bare]:
    for at, unit in enumerate(frame.units):
        one = unit.mention
        if one is None or one.kind != "person" or one.status == "masked" or one.how == "short":
            continue
        end = run(frame, at + 1)
        if end == at + 1 or is_word_part(frame, at) or is_former(frame, at - 1):
            continue
        if any(frame.tag(i) == "M" for i in range(at + 1, end)):
            continue
        title = title_of(frame.text[frame.units[at + 1].start : frame.units[end - 1].end])
        if title:
            yield _Bare(one, title, frame.units[end - 1].end)


def _only(mentions: Sequence[Mention], bare: _Bare) -> str | None:
    """The one organisation named before, in headline or text, that has the post."""
    fitting = _kinds(bare.title)
    if fitting is None:
        return None
    before = {
        m.name
        for m in mentions
        if m.kind == "organisation" and m.start < bare.person.start and not is_medium(m.name)
    }
    bodies = {name for name in before if _fits(name, fitting, bare.title)}
    return bodies.pop() if len(bodies) == 1 else None


def _kinds(title: str) -> frozenset[str] | None:
    last = title.split()[-1]
    return next((kinds for words, kinds in _POSTS if last in words), None)


def _fits(name: str, fitting: frozenset[str], title: str) -> bool:
    kinds = organisation_words.kinds(name)
    if title == "센터장":
        return name.endswith("센터")
    if title == "대표" and "party" in kinds:
        return True
    return bool(kinds & fitting) if kinds else "company" in fitting
