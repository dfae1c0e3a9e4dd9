"""What a check says of a comment."""

from dataclasses import dataclass
from typing import Literal

State = Literal["visible", "waiting", "refused"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A state, the rule that led to it, and what the author is told.

    `rule`: the name of the check. `message`: Korean, one or two sentences that say what to do.
    `spans`: what was found, as half-open ranges of code points in the kept text.
    `score`: the risk from 0.0 to 1.0 by which the queue is sorted.
    `retry_after`: seconds until the same may be tried again; only where that alone helps.
    `forbidden`: the author may not write at all, whatever the text.
    """

    state: State
    rule: str
    message: str
    spans: tuple[Span, ...] = ()
    score: float = 0.0
    retry_after: int | None = None
    forbidden: bool = False


def refused(rule: str, message: str, *spans: Span) -> Verdict:
    return Verdict("refused", rule, message, spans, 1.0)


def waiting(rule: str, message: str, *spans: Span, score: float = 0.5) -> Verdict:
    return Verdict("waiting", rule, message, spans, score)
