"""Who acts on whom: the names by their particles before a verb."""

from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.shapes import Mention
from hwalja.mentions.reading.wordlist import listed

_TO = listed("에 에게 로부터 으로부터 에게서")


def actors(sentence: Clauses, verb: Predicate) -> list[Mention]:
    """The names that do it: the subject, both of A와 B는, or the head of …한 A."""
    frame = sentence.frame
    bound = sentence.bind(0, verb.first)
    subject = bound.free[-1] if bound.free else bound.shared
    if verb.is_relative and not (subject and subject.mark == "nominative"):
        described = head(frame, verb.last + 1)
        if described is not None:
            return [described]
    if subject is None:
        return []
    if subject.who.mention:
        return [subject.who.mention]
    return joint(frame, subject.at) if subject.who.sort == "nobody" else []


def joint(frame: Frame, at: int) -> list[Mention]:
    """A와 B는, A 대표와 B 대표는: the names of the list before the particle at `at`."""
    found: list[Mention] = []
    i = at - 1
    while i >= 0 and (
        frame.tag(i) in NOUNISH
        or frame.tag(i) == "JC"
        or frame.form(i) in {"와", "과", "·", ",", "전", "현"}
    ):
        mention = frame.units[i].mention
        if mention is not None and mention.status != "masked":
            found.insert(0, mention)
        i -= 1
    kinds = {m.kind for m in found}
    return found if len(found) == 2 and len(kinds) == 1 else []


def head(frame: Frame, at: int) -> Mention | None:
    """The name that a relative clause describes: …한 (인물인) A, (어머니)이자 대표인 A."""
    for i in range(at, min(at + 9, len(frame.units))):
        mention = frame.units[i].mention
        if mention is not None:
            is_other = mention.kind != "person" and _runs_on(frame, i)
            return None if mention.status == "masked" or is_other else mention
        is_too = frame.tag(i) == "EC" and frame.form(i) == "자"
        if frame.tag(i) not in NOUNISH | {"VCP", "ETM"} and not is_too:
            return None
    return None


def _runs_on(frame: Frame, at: int) -> bool:
    """강은전자 대표는: the organisation is not the head."""
    return frame.tag(at + 1) in NOUNISH


def object_of(frame: Frame, verb: Predicate) -> Mention | None:
    """The name right before 을/를 in front of a verb, its title between them."""
    return with_particle(frame, verb, frozenset({"JKO"}), frozenset())


def receiver(frame: Frame, verb: Predicate) -> Mention | None:
    return with_particle(frame, verb, frozenset({"JKB"}), _TO)


def left_behind(frame: Frame, verb: Predicate) -> Mention | None:
    return with_particle(frame, verb, frozenset({"JKB"}), frozenset({"에서"}))


def with_particle(
    frame: Frame, verb: Predicate, tags: frozenset[str], forms: frozenset[str]
) -> Mention | None:
    for i in range(verb.first - 1, 0, -1):
        if frame.tag(i) in {"EC", "EF"} or (frame.tag(i) == "JX" and frame.form(i) in {"은", "는"}):
            return None
        if frame.tag(i) in tags and (not forms or frame.form(i) in forms):
            named = named_before(frame, i)
            if named is not None or not forms:
                return named
    return None


def named_before(frame: Frame, at: int) -> Mention | None:
    """The name of the phrase before a particle; a person may carry a title behind it."""
    i = at - 1
    while i >= 0 and frame.tag(i) in NOUNISH and frame.tag(i) != "Q":
        mention = frame.units[i].mention
        if mention is not None:
            is_bare = i == at - 1 or mention.kind == "person"
            return mention if is_bare and mention.status != "masked" else None
        i -= 1
    return None


def opponent(frame: Frame, verb: Predicate) -> Mention | None:
    """B에 소송을, B를 상대로 소송을, B에 대해."""
    for i in range(verb.first - 1, 0, -1):
        if frame.form(i) == "상대" and frame.tag(i - 1) == "JKO":
            return named_before(frame, i - 1)
    return receiver(frame, verb)


def partner(frame: Frame, verb: Predicate) -> Mention | None:
    """B와 (함께) before a verb."""
    for i in range(verb.first - 1, 0, -1):
        if frame.tag(i) in {"EC", "EF"} or (
            frame.form(i) in {"은", "는", "이", "가"} and frame.tag(i)[0] == "J"
        ):
            return None
        if frame.form(i) in {"와", "과"} and frame.tag(i) in {"JC", "JKB"}:
            return named_before(frame, i)
    return None
