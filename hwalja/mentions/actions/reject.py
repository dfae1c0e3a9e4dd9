"""It is not so: nobody's name, not their words, not this person."""

from collections.abc import Iterable

from hwalja.mentions.actions.decide import Word, decide
from hwalja.mentions.models import Decision
from hwalja.mentions.permission import Actor


def reject(article_id: int, refs: Iterable[str], user: Actor, *, why: str = "") -> list[Decision]:
    """It is remembered, whatever a later reading says. Raises `PermissionDenied` and `NotNow`."""
    return decide(article_id, refs, user, lambda row: Word(Decision.REJECTED), why=why)
