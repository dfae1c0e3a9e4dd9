"""Personal attack and hate, as the assistant reads it: it never refuses."""

from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, waiting


def attack(said: Said) -> Verdict | None:
    if said.rules.threshold >= 1:
        return None
    found = said.judged
    if found.score < said.rules.threshold:
        return None
    spans = sorted((start, end) for _, start, end, weight in found.weights if weight > 0)
    return waiting(
        "attack", "사람을 헐뜯는 말일 수 있어 담당자가 보고 싣습니다.", *spans, score=found.score
    )
