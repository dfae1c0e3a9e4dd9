"""What governs reported words: the verb of saying, or the noun (…다는 입장을 밝혔다)."""

from dataclasses import dataclass
from typing import Literal

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.grammar.subjects import NOBODY, Who, phrase_start, who_is
from hwalja.mentions.reading.wordlist import listed

# Who says it: the subject of the clause, the one named with 의, or nobody nameable.
Voice = Literal["subject", "genitive", "nobody"]
# …라는 말로 인사를 대신했다.
_CLOSING = listed("대신하 마무리하 시작하 끝맺 맺 마치")
_IMPLICIT = ("며", "면서")
_NOUN_TAILS = ("는", "던", "란", "단")


@dataclass(frozen=True, slots=True)
class Link:
    """The cue of reported words; `at` is its unit, `verb` what it hangs on if there is one."""

    cue: str
    at: int
    voice: Voice
    verb: Predicate | None = None
    noun: str = ""
    who: Who = NOBODY
    is_arising: bool = False
    is_implicit: bool = False


def link(clauses: Clauses, last: int, ending: str) -> Link | None:
    """The cue behind the unit `last`, which ends in `ending` (라고, 다며, 는); none: no quotation."""
    if ending.endswith(_NOUN_TAILS) and not ending.endswith("하는"):
        return _noun(clauses, last)
    return _verb(clauses, last, ending.endswith(_IMPLICIT))


def _verb(clauses: Clauses, last: int, is_implicit: bool) -> Link | None:
    for verb in clauses.verbs_after(last):
        if verb.stem in words.UNSAID and not is_implicit:
            return None
        if verb.is_saying or verb.stem in words.VIEWING:
            return Link(verb.stem, verb.first, "subject", verb, is_implicit=is_implicit)
        is_manner = verb.ending == "게" or verb.stem in words.ADJUNCT_EC
        if not (verb.is_relative or is_manner):
            break
    if is_implicit:
        # “…”며 …해야 한다고 말했다: the verb further on is the same speaker's.
        later = next((v for v in clauses.verbs_after(last) if v.is_saying), None)
        if later is not None and clauses.subjects_named(last, later.first):
            later = None
        return Link("며", last, "subject", later, is_implicit=True)
    return None


def _noun(clauses: Clauses, last: int) -> Link | None:
    """The noun behind 다는: over 것이/게, over whose it is, over what kind it is."""
    frame = clauses.frame
    at, who, is_thing = last + 1, NOBODY, False
    while at < len(frame.units):
        at = _skip_adjectives(frame, at)
        end = at
        while frame.tag(end) in NOUNISH and frame.tag(end) != "Q":
            end += 1
        if end == at:
            return None
        head = frame.form(end - 1)
        if head in {"것", "거"} and end == at + 1 and frame.tag(end) in {"JKS", "JX"}:
            at, is_thing = end + 1, True
            continue
        if frame.tag(end) == "JKG" or _is_quoting_source(frame, end):
            who, at = who_is(frame, phrase_start(frame, end), end), end + 1
            continue
        return _named_noun(clauses, at, end, who, is_thing)
    return None


def _skip_adjectives(frame: Frame, at: int) -> int:
    """Over 강한, 비판적인, 일부, 등: what kind of opinion it is."""
    i = at
    while i < min(at + 6, len(frame.units)):
        if frame.tag(i) in {"MM", "MAG"} or frame.form(i) == "," or frame.tag(i) == "ETM":
            i += 1
            at = i
        elif frame.tag(i) in {"XR", "VA", "XSA", "VCP", "XSN", "NNG", "EP"} and _leads_to_etm(
            frame, i
        ):
            i += 1
        else:
            break
    return at


def _leads_to_etm(frame: Frame, at: int) -> bool:
    for i in range(at, min(at + 4, len(frame.units))):
        if frame.tag(i) == "ETM":
            return True
        if frame.tag(i) not in {"XR", "VA", "XSA", "VCP", "XSN", "NNG", "EP"}:
            return False
    return False


def _is_quoting_source(frame: Frame, at: int) -> bool:
    """…라는 업계에서의 지적, …다는 도지안 의원 측 주장: only 의 counts; kept for 로부터."""
    return frame.form(at) in {"로부터의", "에서의"}


def _named_noun(clauses: Clauses, at: int, end: int, who: Who, is_thing: bool) -> Link | None:
    frame = clauses.frame
    noun = _cue_noun(frame, at, end)
    if noun is None:
        return None
    if noun == "점" and not _is_point_made(clauses, end):
        return None
    if who is NOBODY and end - at > 1:
        # …다는 국토부 설명: whose it is without 의.
        cut = end - 1
        if any(frame.tag(i) == "M" for i in range(at, cut)):
            who = who_is(frame, at, cut)
    verb = clauses.verb_after(end - 1)
    if noun == "질문" and frame.tag(end) == "JKB":
        return None
    if noun == "말" and frame.form(end) in {"이", "도"} and frame.form(end + 1) == "있":
        return None
    voice, arising = _voice(clauses, end, noun, verb, who, is_thing)
    return Link(noun, end - 1, voice, verb, noun, who, arising)


def _is_point_made(clauses: Clauses, end: int) -> bool:
    """…다는 점을 강조했다; other points are nobody's words."""
    verb = clauses.verb_after(end - 1)
    return clauses.frame.tag(end) == "JKO" and verb is not None and verb.is_saying


def _cue_noun(frame: Frame, at: int, end: int) -> str | None:
    """The noun of saying that a run of nouns ends in; none where it is another noun."""
    text = frame.text[frame.units[at].start : frame.units[end - 1].end].split()[-1]
    head = frame.form(end - 1)
    for noun in (text, head):
        if noun in words.UNSAID_NOUNS and noun not in words.NOUNS:
            return None
        if noun in words.NOUNS:
            return noun
    return None


def _voice(
    clauses: Clauses, end: int, noun: str, verb: Predicate | None, who: Who, is_thing: bool
) -> tuple[Voice, bool]:
    tag, form = clauses.frame.tag(end), clauses.frame.form(end)
    if who is not NOBODY or (
        is_thing and tag == "VCP" and noun in {"설명", "지적", "관측", "분석", "전망"}
    ):
        return "genitive", False
    if tag == "VCP" or not tag or tag in {"SF", "SP"}:
        return "subject", False
    if tag == "JKO" and verb is not None:
        return ("subject" if verb.stem in words.UTTERING else "nobody"), False
    if tag in {"JKS", "JX"}:
        utters = verb is not None and tag == "JX" and verb.stem in words.UTTERING
        return ("subject", False) if utters else ("nobody", True)
    if form in {"으로", "로"} and verb is not None:
        is_own = verb.is_saying or verb.stem in words.UTTERING | _CLOSING
        return ("subject" if is_own else "nobody"), False
    if tag == "JKB" and verb is not None and verb.stem in {"근거하", "바탕하", "기반하", "따르"}:
        return "subject", False
    return "nobody", False
