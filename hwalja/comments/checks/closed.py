"""Closed by whoever may close: the paper, the section, an editor, a breaker, the age."""

from hwalja.comments.openness import CLOSED
from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, refused


def closed(said: Said) -> Verdict | None:
    if said.openness is not None and said.openness.mode == CLOSED:
        return refused("closed", said.openness.note)
    return None
