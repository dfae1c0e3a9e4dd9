"""Which subject belongs to which verb: a stack of subjects over the sentence's verbs."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.frames import Frame
from hwalja.mentions.reading.grammar.predicates import Predicate, predicates
from hwalja.mentions.reading.grammar.subjects import Subject, subjects
from hwalja.mentions.reading.wordlist import listed

_CONTRASTING = listed("지만 으나 나 는데 은데 ᆫ데 반면")
_MOMENTS = listed("뒤 후 다음 직후 이후 자리 기자회견 간담회 인터뷰 회의 회견 브리핑 글 채 상태")


@dataclass(slots=True)
class Bound:
    """What is left of the subjects at some point of a sentence.

    `free` have no verb yet; `shared` had one that may hand it on (A는 만나 …); `loose` may belong
    to a relative clause and is taken only where nothing else is left.
    """

    free: list[Subject] = field(default_factory=list)
    shared: Subject | None = None
    loose: Subject | None = None
    is_open: bool = False

    def take(self) -> Subject | None:
        return self.free.pop() if self.free else None


@dataclass(slots=True)
class Clauses:
    """A frame with its verbs and subjects."""

    frame: Frame
    verbs: list[Predicate]
    subjects: list[Subject]

    def bind(self, start: int, stop: int) -> Bound:
        """The subjects of the units start..stop that still wait for a verb at `stop`."""
        bound = Bound()
        events: list[Subject | Predicate] = [s for s in self.subjects if start <= s.at < stop]
        events += [v for v in self.verbs if start <= v.first and v.last < stop]
        for event in sorted(events, key=_place):
            if isinstance(event, Subject):
                _meet(bound, event)
            else:
                _pass(bound, event, self.frame.form(event.last + 1))
        return bound

    def subjects_named(self, start: int, stop: int) -> bool:
        """Whether somebody known becomes the topic between two units."""
        return any(
            s.mark == "topic" and s.who.mention for s in self.subjects if start < s.at < stop
        )

    def has_words(self, start: int, stop: int) -> bool:
        """Whether words are quoted or reported between two units."""
        quoted = any(u.tag == "Q" for u in self.frame.units[start + 1 : stop])
        return quoted or any(v.is_quoting for v in self.verbs if start < v.last < stop)

    def verb_after(self, at: int) -> Predicate | None:
        return next((v for v in self.verbs if v.first > at), None)

    def verb_behind(self, at: int) -> Predicate | None:
        """The first verb that ends behind a unit, which may be a noun of its stem (말도 했다); over
        verbs made nouns (손 씻기를 강조했다)."""
        return next((v for v in self.verbs if v.last > at and v.tag != "ETN"), None)

    def verbs_after(self, at: int) -> Sequence[Predicate]:
        return [v for v in self.verbs if v.first > at]


def clauses(frame: Frame) -> Clauses:
    """Read the verbs and subjects of a frame."""
    return Clauses(frame, predicates(frame), subjects(frame))


def _place(event: Subject | Predicate) -> int:
    return event.at if isinstance(event, Subject) else event.last


def _meet(bound: Bound, subject: Subject) -> None:
    """A는 떠났고 B는 …: a new topic behind a clause that is over takes the sentence."""
    if not bound.free and bound.is_open and subject.mark == "topic":
        bound.shared = None
    bound.free.append(subject)


def _pass(bound: Bound, verb: Predicate, head: str) -> None:
    if verb.ending == "게" and verb.verb.tag in {"VA", "XSA"}:
        return  # 이렇게, 강하게: an adverb
    if verb.is_relative or verb.tag == "ETN":
        _relative(bound, verb, head)
    elif verb.is_quoting:
        # Its own subject only where another is left to say it.
        if len(bound.free) > 1 or (bound.free and bound.shared):
            bound.take()
        elif verb.tag == "ETM" and bound.free and bound.free[-1].mark == "nominative":
            # B가 떠났다는 보도가 나온 가운데: most likely inside, taken only if nobody else is.
            bound.loose = bound.free.pop()
    elif verb.tag in {"EC", "EF"}:
        _connect(bound, verb)


def _relative(bound: Bound, verb: Predicate, head: str) -> None:
    if not bound.free or bound.free[-1].mark != "nominative":
        return
    subject = bound.free[-1]
    is_near = verb.first - subject.at <= 2
    if verb.stem in words.VENUE_ETM and not is_near:
        return
    if verb.verb.tag in {"VA", "XSA", "VCP"} and not is_near:
        return
    bound.free.pop()
    if head in _MOMENTS:
        # A가 떠난 뒤 “…”라고 말했다: the subject of both, unless another comes.
        bound.shared = subject
    elif subject.who.sort != "thing" and head in words.VENUES:
        # A가 낸 성명에서 …고 밝혔다: A's own words, most likely.
        bound.loose = subject


def _connect(bound: Bound, verb: Predicate) -> None:
    if (
        verb.stem in words.ADJUNCT_EC
        and verb.ending in {"어", "아", "고", "며", "면서"}
        and bound.free
    ):
        subject = bound.free[-1]
        if len(bound.free) == 1 and subject.mark != "nominative":
            return
        if len(bound.free) == 1 and (verb.ending in {"어", "아"} or verb.stem == "두"):
            return
    bound.is_open = verb.ending in _CONTRASTING or (
        verb.ending in words.COORDINATING and verb.is_past
    )
    taken = bound.take()
    if taken is None:
        return
    if bound.free:
        return
    if bound.shared is not None and bound.shared.mark == "topic" and taken.mark == "nominative":
        return  # A는 …면 누가 …는지: the topic stays.
    keeps = verb.ending not in words.SWITCHING or taken.mark == "topic"
    bound.shared = taken if keeps else None
