"""Every check a comment passes, in this order; the first verdict wins.

A check is a function that gets what was said and gives a verdict, or nothing. One that
fails itself means waiting: nobody is let through by a fault, and nobody is refused by one.
"""

import logging
from collections.abc import Callable, Iterable

from hwalja.comments.checks.attack import attack
from hwalja.comments.checks.blocked_author import blocked_author
from hwalja.comments.checks.closed import closed
from hwalja.comments.checks.flood import flood
from hwalja.comments.checks.form import form
from hwalja.comments.checks.length import length
from hwalja.comments.checks.links import links
from hwalja.comments.checks.machine import machine
from hwalja.comments.checks.newcomer import newcomer
from hwalja.comments.checks.personal_data import personal_data
from hwalja.comments.checks.premoderated import premoderated
from hwalja.comments.checks.repeat import repeat
from hwalja.comments.checks.words import banned_words, suspect_words
from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, waiting

Check = Callable[[Said], Verdict | None]
logger = logging.getLogger(__name__)

CHECKS: tuple[Check, ...] = (
    length,
    closed,
    form,
    blocked_author,
    repeat,
    flood,
    banned_words,
    personal_data,
    # Up to here they refuse; from here on they send to waiting.
    machine,
    suspect_words,
    links,
    attack,
    newcomer,
    premoderated,
)
# Those that need the text alone.
OF_TEXT: tuple[Check, ...] = (
    length,
    banned_words,
    personal_data,
    suspect_words,
    links,
    attack,
)
VISIBLE = Verdict("visible", "", "")
FAILED = "댓글을 받았습니다. 담당자가 보고 싣습니다."


def judge(said: Said, checks: Iterable[Check] = CHECKS) -> Verdict:
    """The first verdict; visible where no check has anything to say."""
    for check in checks:
        try:
            verdict = check(said)
        except Exception:
            logger.exception("댓글 검사 %s 실패", check.__name__)
            return waiting("failed", FAILED)
        if verdict:
            return verdict
    return VISIBLE
