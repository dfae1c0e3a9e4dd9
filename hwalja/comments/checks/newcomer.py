"""The first comments of somebody new, where the newsroom wants to see them first."""

from hwalja.comments.models import Comment
from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, waiting


def newcomer(said: Said) -> Verdict | None:
    first = said.rules.newcomers_wait
    if not first or not said.person:
        return None
    if Comment.objects.visible().by(said.person).count() >= first:
        return None
    return waiting("newcomer", "처음 쓰신 댓글은 담당자가 보고 싣습니다.", score=0.3)
