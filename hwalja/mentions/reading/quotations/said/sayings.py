"""What is said in one sentence: quoted words and reported clauses, each with its credit."""

from dataclasses import dataclass, replace
from typing import Literal

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.marks import Pair
from hwalja.mentions.reading.grammar.predicates import (
    Predicate,
    is_hearsay,
    is_unsaid,
    words_end,
)
from hwalja.mentions.reading.grammar.subjects import NOBODY, phrase_start, who_is
from hwalja.mentions.reading.quotations.said.links import Link, link
from hwalja.mentions.reading.quotations.said.trim import also_start, words_start
from hwalja.mentions.reading.quotations.speaker.credit import ELIDED, Credit, credit
from hwalja.mentions.reading.wordlist import listed


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of a sentence; `start`, `end` as in `Quote`, `first`, `last` count units.

    `wide` is where the words start if the subject that was found stands inside them.
    """

    kind: Literal["direct", "indirect"]
    start: int
    end: int
    first: int
    last: int
    credit: Credit
    cue: str
    wide: int
    verb: Predicate | None = None


def direct(clauses: Clauses) -> list[Saying]:
    """The words between marks that somebody is said to have said."""
    found = []
    for at, unit in enumerate(clauses.frame.units):
        if unit.pair and clauses.frame.tag(at + 1) == "QT":
            saying = _joined(clauses, at, unit.pair)
            if saying is not None:
                found.append(saying)
    return found


def _joined(clauses: Clauses, at: int, pair: Pair) -> Saying | None:
    """Words with 라고, 며, 는 behind their mark."""
    frame = clauses.frame
    governing = link(clauses, at + 1, pair.tail)
    if governing is None:
        governing = _bare_link(clauses, at, pair)
    if governing is None or not _is_said(frame, governing):
        return None
    said_by = credit(clauses, at, at + 1, governing, is_direct=True)
    if governing.noun and governing.voice != "genitive" and frame.tag(at - 1) == "JKG":
        # NAME의 “…”라는 발언
        said_by = Credit(who_is(frame, phrase_start(frame, at - 1), at - 1))
    if governing.verb is not None and not governing.noun and is_hearsay(frame, governing.verb):
        said_by = Credit(NOBODY)
    if governing.cue in {"외치", "소리치"} and (said_by.who is None or not said_by.who.mention):
        return None
    if not pair.is_double and not _is_speech(frame, pair, governing, said_by):
        return None
    return _of_pair(at, pair, said_by, governing)


def _of_pair(at: int, pair: Pair, said_by: Credit, governing: Link) -> Saying:
    verb = governing.verb
    return Saying(
        "direct", pair.start, pair.end, at, at + 1, said_by, governing.cue, pair.start, verb
    )


def _bare_link(clauses: Clauses, at: int, pair: Pair) -> Link | None:
    """“…”라고 고개를 저었다: double marks with 라고 are speech though no verb says so."""
    verb = clauses.verb_after(at + 1)
    if pair.is_double and pair.tail.endswith("라던"):
        return _once_said(clauses.frame, at + 2)
    if not pair.is_double or pair.tail.startswith(
        ("는", "라는", "이라는", "란", "이란", "던", "라던")
    ):
        return None
    if verb is None or verb.stem in words.UNSAID:
        return None
    return (
        Link(verb.stem, verb.first, "subject", verb)
        if pair.is_sentence(clauses.frame.text)
        else None
    )


def _once_said(frame: Frame, at: int) -> Link | None:
    """“…”라던 NAME은: the one whom it describes said so."""
    end = at
    while frame.tag(end) in NOUNISH and frame.tag(end) != "Q":
        end += 1
    who = who_is(frame, at, end) if end > at else NOBODY
    return Link("말하", at, "genitive", who=who) if who.mention else None


def _is_said(frame: Frame, governing: Link) -> bool:
    verb = governing.verb
    if verb is None or governing.is_arising or governing.cue == "며":
        return True
    if governing.noun:
        return governing.voice != "subject" or not is_unsaid(frame, verb) or verb.is_negated
    if verb.stem == "하" and verb.tag == "EF" and not verb.is_past and not verb.aux:
        return False
    return not is_unsaid(frame, verb)


def _is_speech(frame: Frame, pair: Pair, governing: Link, said_by: Credit) -> bool:
    """Single marks are speech where a verb of saying with a subject governs them."""
    if governing.noun:
        is_own = governing.voice == "subject" or (said_by.who is not None and said_by.who.mention)
        return bool(is_own) and pair.is_sentence(frame.text)
    verb = governing.verb
    if verb is None or not verb.is_saying or verb.stem in words.ASKING:
        return False
    is_named = said_by.who is None or said_by.who.mention is not None or said_by.who.sort == "he"
    return is_named or (pair.is_sentence(frame.text) and verb.stem not in _STATING)


# What laws and records do with words in single marks; speech only if somebody known does it.
_STATING = listed("규정하 명시하 기록하 표현하 부르 일컫 적 쓰 기술하 서술하 묘사하 비유하 읽")


def indirect(clauses: Clauses) -> list[Saying]:
    """The clauses reported with -다고, -라는 …, and what is forecast with -ㄹ 것으로."""
    found: list[Saying] = []
    for verb in clauses.verbs:
        saying = _forecast(clauses, verb) if verb.is_relative else None
        if verb.is_quoting and not _is_relay(clauses, verb):
            saying = _reported(clauses, verb)
        if saying is not None:
            found.append(saying)
    return found


def _is_relay(clauses: Clauses, verb: Predicate) -> bool:
    """…라고 말했다고 Y가 전했다: what Y says is what X said, and stands already."""
    if not verb.is_saying or (is_unsaid(clauses.frame, verb) and verb.is_negated):
        return False
    before = [v for v in clauses.verbs if v.is_quoting and v.last < verb.first]
    quoted = [i for i, u in enumerate(clauses.frame.units) if u.tag == "QT" and i < verb.first]
    ends = [v.last for v in before] + quoted
    return bool(ends) and not any(
        max(ends) < v.last < verb.first and not v.is_relative and v.stem not in words.ADJUNCT_EC
        for v in clauses.verbs
    )


def _reported(clauses: Clauses, verb: Predicate) -> Saying | None:
    frame = clauses.frame
    if verb.tag == "EF" and not verb.ending.endswith(("고", "며")):
        return None
    governing = link(clauses, verb.last, verb.ending)
    if governing is None or not _is_said(frame, governing):
        return None
    said_by = credit(clauses, verb.first, verb.last, governing, is_direct=False)
    if not _is_report(governing, said_by):
        return None
    if governing.verb is not None and not governing.noun and is_hearsay(frame, governing.verb):
        said_by = Credit(NOBODY)
    return _clause(clauses, verb, words_end(frame, verb), governing, said_by)


def _is_report(governing: Link, said_by: Credit) -> bool:
    """봤다, 했다 tell of words only with somebody whose view it is."""
    cue = governing.verb
    if governing.noun or cue is None or governing.is_implicit:
        return True
    if cue.tag == "ETM" and cue.ending in {"ᆯ", "을"}:
        return False
    has_subject = said_by.who is None or said_by.who.sort not in {"thing"}
    if cue.stem == "하":
        return has_subject and (cue.is_past or cue.ending in {"면서", "며"})
    if cue.stem in words.VIEWING:
        return has_subject and said_by.who is not None and said_by.who.mention is not None
    return True


def _clause(
    clauses: Clauses, verb: Predicate, end: int, governing: Link, said_by: Credit
) -> Saying | None:
    after = said_by.subject
    if governing.is_arising:
        after = None
    start = words_start(clauses, after, verb)
    if governing.is_arising:
        start = max(start, also_start(clauses, verb))
    wide = words_start(clauses, None, verb)
    if start >= end:
        return None
    first = next(i for i, u in enumerate(clauses.frame.units) if u.start >= start)
    cue = governing.verb
    return Saying("indirect", start, end, first, verb.last, said_by, governing.cue, wide, cue)


def _forecast(clauses: Clauses, verb: Predicate) -> Saying | None:
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
    if cue.stem in {"보", "파악하", "평가하"} and (said_by.who is None or not said_by.who.mention):
        return None
    return _clause(clauses, verb, frame.units[verb.last + 1].end, governing, said_by)


def fragments(clauses: Clauses, reported: list[Saying]) -> list[Saying]:
    """Pieces in double marks inside what is reported or uttered: “중대한 실수”가 있었다고."""
    found: list[Saying] = []
    for at, unit in enumerate(clauses.frame.units):
        pair = unit.pair
        if pair is None or pair.tail or clauses.frame.tag(at + 1) == "QT":
            continue
        whole = next((s for s in reported if s.start <= pair.opening < s.end), None)
        if whole is not None and pair.is_double and whole.credit.who is not NOBODY:
            found.append(
                replace(
                    whole,
                    kind="direct",
                    start=pair.start,
                    end=pair.end,
                    first=at,
                    last=at,
                    wide=pair.start,
                )
            )
            continue
        saying = _uttered(clauses, at, pair)
        if saying is not None:
            found.append(saying)
    return found


_LABELLING = listed(
    "규정하 평가하 표현하 비유하 묘사하 지칭하 부르 일컫 일축하 비판하 비난하 규탄하 진단하 칭하 몰아붙이 정의하"
)
_EXPRESSING = listed(
    "표하 표명하 밝히 나타내 드러내 토로하 호소하 주문하 당부하 촉구하 강조하 언급하 요구하 예고하 선언하 시사하 약속하"
)


def _uttered(clauses: Clauses, at: int, pair: Pair) -> Saying | None:
    """“유감”을 표했다, “폭거”로 규정했다, “환영”의 뜻을 밝혔다."""
    frame = clauses.frame
    tag, form = frame.tag(at + 1), frame.form(at + 1)
    verb = clauses.verb_after(at + 1)
    if verb is None or is_unsaid(frame, verb):
        return None
    if tag == "JKG" and frame.form(at + 2) in words.NOUNS and frame.tag(at + 3) == "JKO":
        is_said = pair.is_double and verb.stem in _EXPRESSING
    elif tag == "JKO":
        is_said = pair.is_double and verb.stem in _EXPRESSING and verb.first == at + 2
    else:
        is_said = form in {"로", "으로"} and verb.stem in _LABELLING
    if not is_said:
        return None
    governing = Link(verb.stem, verb.first, "subject", verb)
    said_by = credit(clauses, at, at + 1, governing, is_direct=True)
    is_called = said_by.who is not None and said_by.who.mention is not None
    if not is_called and (not pair.is_double or said_by is not ELIDED):
        return None
    return _of_pair(at, pair, said_by, governing)
