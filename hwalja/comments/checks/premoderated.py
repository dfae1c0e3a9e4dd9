"""The safe default: where all comments wait, this one does."""

from hwalja.comments.openness import WAITING
from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, waiting


def premoderated(said: Said) -> Verdict | None:
    if said.openness is None or said.openness.mode != WAITING:
        return None
    note = said.openness.note or "이 기사의 댓글은 담당자가 보고 싣습니다."
    return waiting("premoderated", note, score=0.2)
