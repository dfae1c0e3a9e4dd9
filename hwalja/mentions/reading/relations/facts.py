"""Whether a sentence tells something as a fact, and when it was."""

import re

from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import Frame
from hwalja.mentions.reading.grammar.predicates import Predicate, is_unsaid
from hwalja.mentions.reading.wordlist import listed

_YEAR = re.compile(r"((?:19|20)\d{2})년(?:\s?(\d{1,2})월)?")
_TELLING = listed("밝히 발표하 공시하 전하 보도하 알리 설명하")


def is_fact(sentence: Clauses, verb: Predicate) -> bool:
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


def when(frame: Frame, verb: Predicate) -> str:
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
