"""Relations between two names of one sentence: a closed list, only what is told as a fact."""

import re
from collections.abc import Iterator, Sequence

from hwalja.mentions.reading.grammar.clauses import Clauses, clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame, frames
from hwalja.mentions.reading.grammar.predicates import Predicate, is_unsaid
from hwalja.mentions.reading.shapes import Document, Mention, Relation, RelationKind, Title
from hwalja.mentions.reading.wordlist import listed

_YEAR = re.compile(r"((?:19|20)\d{2})년(?:\s?(\d{1,2})월)?")
_FOUNDING = listed("설립하 창립하 창업하 세우 공동설립하 공동창업하 출범시키")
_TAKEOVER = listed("인수하 사들이 인수합병하 합병하")
_INVESTING = listed("투자하 출자하")
_APPOINTING = listed("임명하 발탁하 선임하 위촉하 기용하")
_LEAVING = listed("떠나 퇴사하 사임하 물러나 그만두 사직하 퇴임하")
_SUING = listed("걸 제기하 내 벌이 제소하")
_ACCUSING = listed("고소하 고발하 맞고소하")
_AGREEING = listed("합의하")
_COOPERATING = listed("협력하 손잡 제휴하 협업하")
_WORKED = listed("일하 근무하 재직하 몸담")
_RIVALS = listed("라이벌 경쟁자 경쟁사 맞수 숙적")
_KIN = listed(
    "아들 딸 부인 아내 남편 동생 형 누나 언니 오빠 아버지 어머니 부친 모친 장남 차남 장녀 차녀 막내 손자 손녀 "
    "조카 사위 며느리 외아들 외동딸 여동생 남동생 배우자 삼촌"
)
_PAIRS = listed("부부 형제 자매 남매 부자 모녀 부녀 모자 사촌")
_TELLING = listed("밝히 발표하 공시하 전하 보도하 알리 설명하")
_PACTS = listed("협약 업무협약 MOU 양해각서 파트너십 제휴 동맹 계약")


def relations(
    document: Document, mentions: Sequence[Mention], titles: Sequence[Title]
) -> tuple[Relation, ...]:
    """What the sentences of the body state between two names; `titles` add founders of firms."""
    found: list[Relation] = []
    for paragraph in document.paragraphs:
        if paragraph.zone in {"body", "caption"}:
            for frame in frames(document, paragraph, mentions):
                if sum(u.mention is not None for u in frame.units) > 0:
                    found += _of_sentence(clauses(frame))
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


def _of_sentence(sentence: Clauses) -> Iterator[Relation]:
    for verb in sentence.verbs:
        if _is_fact(sentence, verb):
            yield from _of_verb(sentence, verb)
    yield from _rivals(sentence)
    yield from _family(sentence.frame)
    yield from _formerly(sentence)


def _is_fact(sentence: Clauses, verb: Predicate) -> bool:
    """Happened, and told by the article: not planned, denied, asked or only alleged."""
    frame = sentence.frame
    if is_unsaid(frame, verb) or verb.tag == "ETN":
        return False
    if any(u.form == "겠" for u in frame.units[verb.first : verb.last]):
        return False
    if verb.is_quoting:
        cue = sentence.verb_after(verb.last)
        return verb.is_past and verb.tag == "EC" and cue is not None and cue.stem in _TELLING
    if verb.tag == "ETM":
        return verb.ending in {"ᆫ", "은", "던"}
    if "있" in verb.aux:
        return True
    return verb.is_past or verb.ending in {"어", "아", "고", "며", "면서", "어서", "ᆫ다", "는다"}


def _of_verb(sentence: Clauses, verb: Predicate) -> Iterator[Relation]:
    if verb.stem in _FOUNDING:
        yield from _founding(sentence, verb)
    elif verb.stem in _TAKEOVER:
        yield from _acting(sentence, verb, "인수", _object(sentence.frame, verb))
    elif verb.stem in _INVESTING:
        yield from _acting(sentence, verb, "투자", _at(sentence.frame, verb))
    elif verb.stem in _APPOINTING:
        yield from _acting(sentence, verb, "임명", _object(sentence.frame, verb), "person")
    elif verb.stem in _LEAVING:
        yield from _leaving(sentence, verb)
    elif verb.stem in _ACCUSING:
        yield from _acting(sentence, verb, "고소·고발", _object(sentence.frame, verb))
    elif (
        verb.stem in _SUING and sentence.frame.form(verb.first - 2) in {"소송", "소"}
    ) or verb.stem == "제소하":
        yield from _acting(sentence, verb, "소송", _opponent(sentence.frame, verb))
    elif verb.stem in {"당하"} and sentence.frame.form(verb.first - 1) in {"고소", "고발"}:
        yield from _accused(sentence, verb)
    else:
        yield from _together(sentence, verb)


def _accused(sentence: Clauses, verb: Predicate) -> Iterator[Relation]:
    """B가 A에게 고소당했다."""
    by = _at(sentence.frame, verb)
    for one in _acting(sentence, verb, "고소·고발", by):
        yield Relation(one.b, one.a, one.kind, one.start, one.end, when=one.when)


def _actors(sentence: Clauses, verb: Predicate) -> list[Mention]:
    """The names that do it: the subject, both of A와 B는, or the head of …한 A."""
    frame = sentence.frame
    bound = sentence.bind(0, verb.first)
    subject = bound.free[-1] if bound.free else bound.shared
    if verb.is_relative and not (subject and subject.mark == "nominative"):
        head = _head(frame, verb.last + 1)
        if head is not None:
            return [head]
    if subject is None:
        return []
    if subject.who.mention:
        return [subject.who.mention]
    return _joint(frame, subject.at) if subject.who.sort == "nobody" else []


def _joint(frame: Frame, at: int) -> list[Mention]:
    """A와 B는, A 대표와 B 대표는: the names of the list before the particle at `at`."""
    found: list[Mention] = []
    i = at - 1
    while i >= 0 and (
        frame.tag(i) in NOUNISH or frame.tag(i) == "JC" or frame.form(i) in {"와", "과", "·", ","}
    ):
        mention = frame.units[i].mention
        if mention is not None and mention.status != "masked":
            found.insert(0, mention)
        i -= 1
    kinds = {m.kind for m in found}
    return found if len(found) == 2 and len(kinds) == 1 else []


def _head(frame: Frame, at: int) -> Mention | None:
    """The name that a relative clause describes: …한 (인물인) A."""
    for i in range(at, min(at + 6, len(frame.units))):
        mention = frame.units[i].mention
        if mention is not None:
            return (
                None
                if mention.status == "masked" or (mention.kind != "person" and _runs_on(frame, i))
                else mention
            )
        if frame.tag(i) not in NOUNISH | {"VCP", "ETM"}:
            return None
    return None


def _runs_on(frame: Frame, at: int) -> bool:
    """강은전자 대표는: the organisation is not the head."""
    return frame.tag(at + 1) in NOUNISH


def _object(frame: Frame, verb: Predicate) -> Mention | None:
    """The name right before 을/를 in front of a verb, its title between them."""
    return _with(frame, verb, frozenset({"JKO"}), frozenset())


def _at(frame: Frame, verb: Predicate) -> Mention | None:
    return _with(
        frame, verb, frozenset({"JKB"}), frozenset({"에", "에게", "로부터", "으로부터", "에게서"})
    )


def _with(
    frame: Frame, verb: Predicate, tags: frozenset[str], forms: frozenset[str]
) -> Mention | None:
    for i in range(verb.first - 1, 0, -1):
        if frame.tag(i) in {"EC", "EF"} or (frame.tag(i) == "JX" and frame.form(i) in {"은", "는"}):
            return None
        if frame.tag(i) in tags and (not forms or frame.form(i) in forms):
            named = _named_before(frame, i)
            if named is not None or not forms:
                return named
    return None


def _named_before(frame: Frame, at: int) -> Mention | None:
    """The name of the phrase before a particle; a person may carry a title behind it."""
    i = at - 1
    while i >= 0 and frame.tag(i) in NOUNISH and frame.tag(i) != "Q":
        mention = frame.units[i].mention
        if mention is not None:
            is_bare = i == at - 1 or mention.kind == "person"
            return mention if is_bare and mention.status != "masked" else None
        i -= 1
    return None


def _opponent(frame: Frame, verb: Predicate) -> Mention | None:
    """B에 소송을, B를 상대로 소송을, B에 대해."""
    for i in range(verb.first - 1, 0, -1):
        if frame.form(i) == "상대" and frame.tag(i - 1) == "JKO":
            return _named_before(frame, i - 1)
    return _at(frame, verb)


def _acting(
    sentence: Clauses, verb: Predicate, kind: RelationKind, b: Mention | None, b_kind: str = ""
) -> Iterator[Relation]:
    actors = _actors(sentence, verb)
    if b is None or not actors or (b_kind and b.kind != b_kind):
        return
    for a in actors:
        yield _relation(sentence.frame, verb, kind, a, b)


def _relation(
    frame: Frame, verb: Predicate, kind: RelationKind, a: Mention, b: Mention, what: str = ""
) -> Relation:
    start = min(a.start, b.start)
    end = frame.units[verb.last].end
    return Relation(a.name, b.name, kind, start, max(end, a.end, b.end), what, _when(frame, verb))


def _when(frame: Frame, verb: Predicate) -> str:
    """The year printed nearest before the verb, in its clause."""
    start = frame.start
    for i in range(verb.first - 1, 0, -1):
        if frame.tag(i) in {"EC", "EF"}:
            start = frame.units[i].end
            break
    years = list(_YEAR.finditer(frame.text, start, frame.units[verb.first].start))
    if not years:
        return ""
    year, month = years[-1].groups()
    return f"{year}-{int(month):02d}" if month else str(year)


def _founding(sentence: Clauses, verb: Predicate) -> Iterator[Relation]:
    frame = sentence.frame
    what = _object(frame, verb)
    if what is None or what.kind != "organisation":
        return
    people = [m for m in _actors(sentence, verb) if m.kind == "person"]
    partner = _partner(frame, verb)
    if partner is not None and partner.kind == "person" and len(people) == 1:
        people.append(partner)
    if len(people) == 2:
        yield _relation(frame, verb, "공동 설립", people[0], people[1], what.name)
    elif len(people) == 1:
        yield _relation(frame, verb, "설립", people[0], what)


def _partner(frame: Frame, verb: Predicate) -> Mention | None:
    """B와 (함께) before a verb."""
    for i in range(verb.first - 1, 0, -1):
        if frame.tag(i) in {"EC", "EF"} or (
            frame.form(i) in {"은", "는", "이", "가"} and frame.tag(i)[0] == "J"
        ):
            return None
        if frame.form(i) in {"와", "과"} and frame.tag(i) in {"JC", "JKB"}:
            return _named_before(frame, i)
    return None


def _leaving(sentence: Clauses, verb: Predicate) -> Iterator[Relation]:
    frame = sentence.frame
    people = [m for m in _actors(sentence, verb) if m.kind == "person"]
    left = _object(frame, verb) or _with(frame, verb, frozenset({"JKB"}), frozenset({"에서"}))
    if left is None:
        left = _left_post(frame, verb)
    if left is not None and left.kind == "organisation":
        for person in people:
            yield _relation(frame, verb, "퇴사", person, left)


def _left_post(frame: Frame, verb: Predicate) -> Mention | None:
    """강은전자 대표에서 물러났다, 회사를 떠났다: the firm of the post, the only firm named before."""
    at = verb.first - 1
    if frame.form(at - 1) == "회사" or frame.form(at) == "회사":
        firms = {
            u.mention.name: u.mention
            for u in frame.units[:at]
            if u.mention and u.mention.kind == "organisation"
        }
        return next(iter(firms.values())) if len(firms) == 1 else None
    i = at - 1
    while i >= 0 and frame.tag(i) in NOUNISH and frame.tag(at)[0] == "J":
        mention = frame.units[i].mention
        if mention is not None:
            return mention if mention.kind == "organisation" else None
        i -= 1
    return None


def _together(sentence: Clauses, verb: Predicate) -> Iterator[Relation]:
    """합의, 협력, 경쟁, 결혼: of A와 B는, or A는 B와."""
    frame = sentence.frame
    kind = _mutual(frame, verb)
    if kind is None:
        return
    actors = _actors(sentence, verb)
    partner = _partner(frame, verb)
    if len(actors) == 1 and partner is not None:
        actors = [*actors, partner]
    if len(actors) == 2 and actors[0].kind == actors[1].kind:
        yield _relation(frame, verb, kind, actors[0], actors[1])


def _mutual(frame: Frame, verb: Predicate) -> RelationKind | None:
    noun = frame.form(verb.first - 2) if frame.tag(verb.first - 1) in {"JKO", "JKB"} else ""
    if verb.stem in _AGREEING:
        return "합의"
    if verb.stem in _COOPERATING or (verb.stem in {"맺", "체결하"} and noun in _PACTS - {"계약"}):
        return "협력"
    if verb.stem in {"경쟁하", "맞붙"}:
        return "경쟁"
    if verb.stem in {"결혼하", "이혼하"}:
        return "가족"
    return None


def _rivals(sentence: Clauses) -> Iterator[Relation]:
    """A의 라이벌인 B, A는 라이벌인 B의 …, A와 B는 라이벌이다."""
    frame = sentence.frame
    for at, unit in enumerate(frame.units):
        if unit.form not in _RIVALS or unit.tag not in NOUNISH:
            continue
        b = _head(frame, at + 1)
        a = _named_before(frame, at - 1) if frame.form(at - 1) in {"의", "와", "과"} else None
        if b is None and frame.tag(at + 1) == "VCP":
            yield from _joint_pair(sentence, at, "경쟁")
        if a is None and b is not None and frame.form(at - 1) not in {"와", "과"}:
            a = _topic(sentence, at)
        if a is not None and b is not None:
            yield Relation(a.name, b.name, "경쟁", min(a.start, b.start), max(a.end, b.end))


def _topic(sentence: Clauses, at: int) -> Mention | None:
    free = sentence.bind(0, at).free
    return free[0].who.mention if len(free) == 1 else None


def _joint_pair(sentence: Clauses, at: int, kind: RelationKind) -> Iterator[Relation]:
    for subject in sentence.subjects:
        pair = _joint(sentence.frame, subject.at) if subject.at < at else []
        if len(pair) == 2:
            yield Relation(pair[0].name, pair[1].name, kind, pair[0].start, pair[1].end)


def _family(frame: Frame) -> Iterator[Relation]:
    """A의 아들 B, B는 A의 아들이다."""
    for at, unit in enumerate(frame.units):
        if unit.form not in _KIN or frame.form(at - 1) != "의":
            continue
        a = _named_before(frame, at - 1)
        b = _head(frame, at + 1)
        if b is None and frame.tag(at + 1) == "VCP":
            b = _first_topic(frame, at)
        if a and b and a.kind == b.kind == "person":
            yield Relation(a.name, b.name, "가족", min(a.start, b.start), max(a.end, b.end))


def _first_topic(frame: Frame, stop: int) -> Mention | None:
    for i in range(stop):
        if frame.tag(i) == "JX" and frame.form(i) in {"은", "는"}:
            return _named_before(frame, i)
    return None


def _formerly(sentence: Clauses) -> Iterator[Relation]:
    """과거 ORG에서 일하던 A, ORG 출신 A, 전 ORG 대표 A."""
    frame = sentence.frame
    for verb in sentence.verbs:
        is_past = verb.ending.endswith("던") or (verb.stem in _WORKED and verb.is_past)
        is_past = is_past or (verb.stem in _WORKED and verb.ending in {"ᆫ", "은"})
        if (is_past and not verb.is_quoting) or verb.ending == "던":
            firm = _with(frame, verb, frozenset({"JKB"}), frozenset({"에서"}))
            person = (
                _head(frame, verb.last + 1)
                if verb.tag == "ETM"
                else next(iter(_actors(sentence, verb)), None)
            )
            yield from _former(frame, person, firm)
    for at, unit in enumerate(frame.units):
        if unit.form == "출신":
            yield from _former(frame, _head(frame, at + 1), _named_before(frame, at))


def _former(frame: Frame, person: Mention | None, firm: Mention | None) -> Iterator[Relation]:
    if person and firm and person.kind == "person" and firm.kind == "organisation":
        start, end = min(person.start, firm.start), max(person.end, firm.end)
        yield Relation(person.name, firm.name, "전 소속", start, end)
