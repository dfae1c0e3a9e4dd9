"""Signs that a machine has filled in the form."""

from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, refused, waiting

RULE = "form"


def form(said: Said) -> Verdict | None:
    came = said.form
    if came.site == "cross-site":
        return refused(
            RULE, "다른 사이트에서 보낸 댓글은 받지 않습니다. 기사에서 다시 써 주십시오."
        )
    if came.trap:
        return waiting(RULE, "댓글을 받았습니다. 담당자가 보고 싣습니다.", score=0.9)
    return None
