"""Where the form was sent from."""

from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, refused


def form(said: Said) -> Verdict | None:
    if said.form.site == "cross-site":
        return refused(
            "form", "다른 사이트에서 보낸 댓글은 받지 않습니다. 기사에서 다시 써 주십시오."
        )
    return None
