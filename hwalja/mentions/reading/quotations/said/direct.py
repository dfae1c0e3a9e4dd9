"""The words between marks that a particle joins to who said them."""

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.marks import Pair
from hwalja.mentions.reading.grammar.predicates import is_hearsay, is_rumour
from hwalja.mentions.reading.grammar.subjects import NOBODY, Who, phrase_start, who_is
from hwalja.mentions.reading.quotations.said.credit import Credit, credit
from hwalja.mentions.reading.quotations.said.fiction import is_inscription, is_line
from hwalja.mentions.reading.quotations.said.governors import Link, is_nominal, is_said, of_verb
from hwalja.mentions.reading.quotations.said.nouns import of_noun
from hwalja.mentions.reading.quotations.said.saying import Saying
from hwalja.mentions.reading.wordlist import listed


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
    if _is_told_of_thing(clauses, at):
        return None
    governing = _governing(clauses, at, pair)
    if governing is None or not is_said(frame, governing) or _is_written(frame, governing):
        return None
    said_by = _credit(clauses, at, governing)
    if said_by is None or not _is_own(governing, said_by, pair, frame):
        return None
    return of_pair(at, pair, said_by, governing)


def _is_told_of_thing(clauses: Clauses, at: int) -> bool:
    """가장 많이 하는 말이 ‘고맙다’라고: a thing right before the marks is what they are told of, and
    so it is in 새 기준은 “낡은 잣대”라 받아들이기 어렵다고."""
    is_reason = clauses.frame.form(at + 1).strip() == "라"
    return any(
        s.at == at - 1 and (is_reason or s.mark == "nominative") and s.who.sort == "thing"
        for s in clauses.subjects
    )


def of_pair(at: int, pair: Pair, said_by: Credit, governing: Link) -> Saying:
    """The saying of the words between marks at a unit."""
    return Saying(
        "direct", pair.start, pair.end, at, at + 1, said_by, governing.cue, pair.start,
        governing.verb, governing.voice == "teller", bool(governing.noun),
    )  # fmt: skip


def _governing(clauses: Clauses, at: int, pair: Pair) -> Link | None:
    if pair.is_double and pair.tail.endswith("라던"):
        return _once_said(clauses.frame, at + 2)
    if is_nominal(pair.tail):
        return of_noun(clauses, at + 1, _owner(clauses.frame, at))
    return of_verb(clauses, at + 1, pair.tail)


def _owner(frame: Frame, at: int) -> Who:
    """NAME의 “…”라는 발언."""
    if frame.tag(at - 1) != "JKG":
        return NOBODY
    return who_is(frame, phrase_start(frame, at - 1), at - 1)


def _once_said(frame: Frame, at: int) -> Link | None:
    """“…”라던 NAME은: the one whom it describes said so."""
    end = at
    while frame.tag(end) in NOUNISH and frame.tag(end) != "Q":
        end += 1
    who = who_is(frame, at, end) if end > at else NOBODY
    return Link("말하", at, "genitive", who=who) if who.mention else None


def _is_written(frame: Frame, governing: Link) -> bool:
    verb = governing.verb
    if verb is None or governing.noun:
        return False
    return is_line(frame, verb) or is_inscription(frame, verb)


def _credit(clauses: Clauses, at: int, governing: Link) -> Credit | None:
    """Who said them; none where that they were said is only rumoured."""
    frame = clauses.frame
    if governing.verb is not None and not governing.noun:
        if is_rumour(frame, governing.verb):
            return None
        if is_hearsay(frame, governing.verb):
            return Credit(NOBODY)
    return credit(clauses, at, at + 1, governing, is_direct=True)


def _is_own(governing: Link, said_by: Credit, pair: Pair, frame: Frame) -> bool:
    """Whether somebody stands for the words, as much as their kind asks for."""
    who = said_by.who
    if governing.cue in words.ASKING and (who is None or who.text.endswith(words.PRESS)):
        return governing.verb is not None and governing.verb.ending != "자" and who is None
    if governing.cue in _CRIES and (who is None or not who.mention):
        return False
    if who is not None and who.sort == "thing":
        return False
    return pair.is_double or _is_speech(frame, pair, governing, said_by)


_CRIES = listed("외치 소리치 부르짖 고함치 절규하")


def _is_speech(frame: Frame, pair: Pair, governing: Link, said_by: Credit) -> bool:
    """Single marks are speech where a verb of saying with a subject governs them."""
    who = said_by.who
    is_named = who is None or who.mention is not None or who.sort in {"he", "body"}
    if governing.noun:
        return is_named and governing.voice != "nobody" and pair.is_sentence(frame.text)
    verb = governing.verb
    if verb is None or not verb.is_saying or verb.stem in words.ASKING:
        return False
    if is_named:
        return True
    if verb.stem in _REPORTING or who is None or who.text.endswith(("매체", "언론")):
        return False
    has_happened = verb.is_past or verb.ending in {"ᆫ", "은", "자"}
    if verb.stem in _CALLING:
        return has_happened and who.sort == "nobody" and bool(who.text)
    return pair.is_sentence(frame.text) and verb.stem not in _STATING


# What laws, records and reports do with words in single marks.
_STATING = listed("규정하 명시하 기록하 적 쓰 기술하 서술하 묘사하 읽 게시하 공고하 고시하 공시하")
_REPORTING = listed("보도하 전하 인용하 알리")
_CALLING = listed(
    "부르 일컫 칭하 표현하 비유하 치켜세우 추켜세우 놀리 깎아내리 비꼬 조롱하 규정하 지칭하"
)
