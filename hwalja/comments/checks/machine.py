"""Signs that a machine has filled in the form."""

from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, waiting

RULE = "machine"
# Seconds; nobody reads the form and writes a name, a password and a sentence in less.
QUICKEST = 1.0


def machine(said: Said) -> Verdict | None:
    came = said.form
    if came.trap:
        return waiting(RULE, "댓글을 받았습니다. 담당자가 보고 싣습니다.", score=0.9)
    if came.seconds is not None and came.seconds < QUICKEST:
        return waiting(RULE, "아주 빨리 보내 담당자가 보고 싣습니다.", score=0.6)
    return None
