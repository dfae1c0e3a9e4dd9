"""Words that are refused, and words that a moderator looks at first."""

from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, refused, waiting


def banned_words(said: Said) -> Verdict | None:
    found = [one for one in said.listed if one.kind == "banned"]
    if not found:
        return None
    words = ", ".join(dict.fromkeys(said.text[one.start : one.end] for one in found[:3]))
    spans = [(one.start, one.end) for one in found]
    return refused(
        "banned_words", f"쓸 수 없는 말이 있습니다: {words}. 고쳐서 다시 보내 주십시오.", *spans
    )


def suspect_words(said: Said) -> Verdict | None:
    found = [one for one in said.listed if one.kind == "suspect"]
    if not found:
        return None
    spans = [(one.start, one.end) for one in found]
    return waiting(
        "suspect_words", "거친 말이 있을 수 있어 담당자가 보고 싣습니다.", *spans, score=0.7
    )
