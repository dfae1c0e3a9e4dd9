"""Words that are handed on: X가 “…”라고 말했다고 Y가 전했다, X는 …라고 했다고 말했다.

Of two sayings, one inside the other, one is told: the inner where somebody else is named as the
one who said it, or where quotation marks show it; else the whole, as the outer one's words.
"""

from itertools import pairwise

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.predicates import Predicate, is_unsaid
from hwalja.mentions.reading.grammar.subjects import Subject
from hwalja.mentions.reading.quotations.said.governors import is_nominal
from hwalja.mentions.reading.quotations.said.nouns import of_noun
from hwalja.mentions.reading.wordlist import listed


def is_passed_on(clauses: Clauses, verb: Predicate) -> bool:
    """Whether a clause in -다고 tells only that the words before it were said."""
    inner = _inner(clauses, verb)
    if inner is None:
        return False
    return inner < 0 or _has_other_speaker(clauses, clauses.verbs[inner], verb)


def is_taken_up(clauses: Clauses, verb: Predicate) -> bool:
    """Whether a clause in -다고 is no more than a piece of the words of the one around it."""
    at = clauses.verbs.index(verb)
    outer = next((v for v in clauses.verbs_after(verb.last) if v.is_quoting), None)
    if outer is None or _inner(clauses, outer) != at:
        return False
    return not _has_other_speaker(clauses, verb, outer)


def _inner(clauses: Clauses, verb: Predicate) -> int | None:
    """The clause (index of its verb) whose saying `verb` tells, -1 for quoted words, or none."""
    if not verb.is_quoting or not (verb.is_saying or verb.stem in words.UTTERING):
        return None
    if is_unsaid(clauses.frame, verb) and verb.is_negated:
        return None
    before = [n for n, v in enumerate(clauses.verbs) if v.is_quoting and v.last < verb.first]
    units = enumerate(clauses.frame.units)
    last = max((clauses.verbs[n].last for n in before), default=-1)
    mark = max((i for i, u in units if u.tag == "QT" and i < verb.first), default=-1)
    end = max(last, mark)
    if end < 0 or not _tells(clauses, verb, end):
        return None
    return -1 if mark > last else before[-1]


def _tells(clauses: Clauses, verb: Predicate, end: int) -> bool:
    """Whether `verb` says that the words that end before it were said: by -고, or by their noun."""
    if any(_is_main(v) for v in clauses.verbs if end < v.last < verb.first):
        return False
    ending = next((v.ending for v in clauses.verbs if v.last == end), clauses.frame.form(end))
    if is_nominal(ending):
        governing = of_noun(clauses, end)
        return governing is not None and governing.verb is verb and governing.voice == "subject"
    return ending.endswith("고") and (verb.stem != "하" or verb.first <= end + 2)


def _is_main(verb: Predicate) -> bool:
    return not verb.is_relative and verb.stem not in words.ADJUNCT_EC and verb.ending != "게"


def _has_other_speaker(clauses: Clauses, inner: Predicate, outer: Predicate) -> bool:
    """Whether the inner words have a speaker of their own who is told by name."""
    free = [s for s in clauses.bind(0, inner.first).free if s.who.sort != "thing"]
    last = next((v for v in clauses.verbs_after(outer.last) if v.is_saying), None)
    behind = clauses.bind(outer.last + 1, last.first) if last is not None else None
    if behind is not None and (behind.free or behind.shared):
        return any(_is_known(s) for s in free)
    if beside(clauses, inner, outer) is not None:
        return True
    if len(free) < 2:
        return False
    return _is_known(free[-1]) or free[0].who.sort == "medium"


def beside(clauses: Clauses, inner: Predicate, outer: Predicate) -> Subject | None:
    """Y는 X가 …라고 말했다고 전했다: X, who stands right behind Y and has nothing else to do than
    to say so."""
    if inner.last >= outer.first or not outer.is_past or outer.stem not in _TELLING:
        return None
    before = [s for s in clauses.subjects if s.at < inner.first]
    for one, other in pairwise(before):
        is_next = other.first == one.at + 1 and one.mark == "topic" and other.mark == "nominative"
        if is_next and one.who.sort != "thing" and other.who.sort == "named":
            return other
    return None


# What tells no more than that somebody opened their mouth; 지적했다고 may as well be one's own.
_TELLING = listed(
    "말하 하 밝히 약속하 얘기하 이야기하 말씀하 전하 답하 제안하 요청하 당부하 다짐하 부탁하 대답하 통보하 장담하"
)


def _is_known(subject: Subject) -> bool:
    return subject.who.sort in {"named", "he", "body"}
