"""Sent sooner than anybody writes."""

from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, waiting

# Seconds; nobody reads the form and writes a name, a password and a sentence in less.
QUICKEST = 1.0


def hurried(said: Said) -> Verdict | None:
    seconds = said.form.seconds
    if seconds is not None and seconds < QUICKEST:
        return waiting("hurried", "아주 빨리 보내 담당자가 보고 싣습니다.", score=0.6)
    return None
