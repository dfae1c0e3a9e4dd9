"""Pieces in marks inside what is reported, uttered or called so."""

from dataclasses import replace

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.marks import Pair
from hwalja.mentions.reading.grammar.predicates import is_unsaid
from hwalja.mentions.reading.grammar.subjects import NOBODY
from hwalja.mentions.reading.quotations.said.credit import ELIDED, credit
from hwalja.mentions.reading.quotations.said.direct import of_pair
from hwalja.mentions.reading.quotations.said.governors import Link
from hwalja.mentions.reading.quotations.said.saying import Saying
from hwalja.mentions.reading.wordlist import listed


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
                    is_frayed=False,
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
    return of_pair(at, pair, said_by, governing)
