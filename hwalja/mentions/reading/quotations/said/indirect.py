"""Clauses that are reported: -다고, -라는 N, and what is forecast with -ㄹ 것으로."""

from collections.abc import Sequence

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import Frame
from hwalja.mentions.reading.grammar.predicates import (
    Predicate,
    is_hearsay,
    is_rumour,
    is_unsaid,
    words_end,
)
from hwalja.mentions.reading.grammar.subjects import NOBODY, Who
from hwalja.mentions.reading.quotations.said.credit import Credit, credit
from hwalja.mentions.reading.quotations.said.governors import Link, is_nominal, is_said, of_verb
from hwalja.mentions.reading.quotations.said.nouns import of_noun
from hwalja.mentions.reading.quotations.said.relays import is_passed_on, is_taken_up
from hwalja.mentions.reading.quotations.said.saying import Saying
from hwalja.mentions.reading.quotations.said.trim import also_start, words_start


def indirect(clauses: Clauses, quoted: Sequence[Saying]) -> list[Saying]:
    """In their order; `quoted` are the sentence's direct quotations."""
    found: list[Saying] = []
    for verb in clauses.verbs:
        saying = None
        if verb.is_relative:
            saying = _forecast(clauses, verb, [*quoted, *found])
        elif verb.is_quoting and not is_passed_on(clauses, verb) and not is_taken_up(clauses, verb):
            saying = _reported(clauses, verb, [*quoted, *found])
        if saying is not None:
            found.append(saying)
    return found


def _reported(clauses: Clauses, verb: Predicate, earlier: Sequence[Saying]) -> Saying | None:
    frame = clauses.frame
    if verb.tag == "EF" and not verb.ending.endswith(("고", "며")):
        return None
    find = of_noun if is_nominal(verb.ending) else None
    governing = find(clauses, verb.last) if find else of_verb(clauses, verb.last, verb.ending)
    if governing is None or not is_said(frame, governing):
        return None
    said_by = credit(clauses, verb.first, verb.last, governing, is_direct=False)
    if not _is_report(frame, verb, governing, said_by):
        return None
    if governing.verb is not None and not governing.noun:
        if is_rumour(frame, governing.verb):
            return None
        if is_hearsay(frame, governing.verb):
            said_by = Credit(NOBODY)
    return _clause(clauses, verb, words_end(frame, verb), governing, said_by, earlier)


def _is_report(frame: Frame, verb: Predicate, governing: Link, said_by: Credit) -> bool:
    """봤다, 했다 tell of words only with somebody whose view it is."""
    cue, who = governing.verb, said_by.who
    if governing.noun or cue is None:
        return True
    if who is not None and who.sort == "thing" and not governing.is_implicit:
        return False
    if cue.tag == "ETM" and cue.ending in {"ᆯ", "을"}:
        return False
    has_subject = who is not None and bool(who.text or who.mention)
    if _is_question(verb) and cue.stem in words.ASKING | {"하"}:
        # …냐고 묻자: what the reporter asks is not told of anybody.
        return who is not None and (who.mention is not None or _is_asker(frame, who, cue))
    if governing.is_implicit:
        return not cue.is_relative or cue.is_saying
    if cue.stem == "하":
        return _does_say(verb, cue, has_subject, who is None)
    if cue.stem == "보":
        return who is not None and who.sort != "thing" and bool(who.text or who.mention)
    if cue.stem in words.VIEWING:
        return who is not None and who.sort in {"named", "he", "body"}
    if governing.is_other:
        has_happened = (cue.is_past or cue.tag == "EC") and not cue.is_quoting
        return has_happened and not cue.is_negated and (who is None or has_subject)
    return True


def _is_asker(frame: Frame, who: Who, cue: Predicate) -> bool:
    """주민들은 …냐고 묻는다: people who ask for themselves."""
    is_last = frame.tag(cue.last + 1) == "SF"
    return is_last and bool(who.text) and not who.text.endswith(words.PRESS)


def _does_say(verb: Predicate, cue: Predicate, has_subject: bool, is_elided: bool) -> bool:
    """A는 …겠다고 한다, …자고 한다; but A가 …했다고 한다 is what people say of A."""
    if cue.is_past or cue.ending in {"면서", "며"}:
        return has_subject or is_elided or cue.ending in {"면서", "며"}
    if cue.tag == "EF":
        return has_subject and (verb.is_will or verb.ending.startswith(("자", "라", "달라")))
    return has_subject


def _is_question(verb: Predicate) -> bool:
    return verb.ending.endswith(("냐고", "까고", "지고", "는가고"))


def _clause(
    clauses: Clauses,
    verb: Predicate,
    end: int,
    governing: Link,
    said_by: Credit,
    earlier: Sequence[Saying],
) -> Saying | None:
    after = None if governing.is_arising else said_by.subject
    start = words_start(clauses, after, verb, earlier)
    if governing.is_arising:
        start = max(start, also_start(clauses, verb))
    wide = words_start(clauses, None, verb, earlier)
    short = max(start, words_start(clauses, after, verb, earlier, is_sure=False))
    if start >= end:
        return None
    first = next(i for i, u in enumerate(clauses.frame.units) if u.start >= start)
    return Saying(
        "indirect", start, end, first, verb.last, said_by, governing.cue, wide, governing.verb,
        governing.voice == "teller", bool(governing.noun),
        is_frayed=2 * (end - short) < end - start,
    )  # fmt: skip


def _forecast(clauses: Clauses, verb: Predicate, earlier: Sequence[Saying]) -> Saying | None:
    """…할 것으로 전망했다: what somebody expects."""
    frame = clauses.frame
    if frame.form(verb.last + 1) != "것" or frame.form(verb.last + 2) not in {"으로", "로"}:
        return None
    last = verb.last + 2
    cue = clauses.verb_after(last)
    if cue is None or cue.stem not in words.FORECAST:
        return None
    governing = Link(cue.stem, cue.first, "subject", cue)
    if is_unsaid(frame, cue) or cue.is_quoting or (cue.tag == "ETM" and cue.ending in {"ᆯ", "을"}):
        return None
    said_by = credit(clauses, verb.first, last, governing, is_direct=False)
    who = said_by.who
    if cue.stem in {"보", "파악하", "평가하"} and (who is None or who.sort not in _HOLDING):
        return None
    return _clause(clauses, verb, frame.units[verb.last + 1].end, governing, said_by, earlier)


_HOLDING = frozenset({"named", "he", "body"})
