"""It is as it was read."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from hwalja.mentions import desk
from hwalja.mentions.actions.decide import NotNow, Word, decide
from hwalja.mentions.models import Decision, Found, Mention, Quotation, Relation
from hwalja.mentions.permission import Actor
from hwalja.mentions.tiers import Tier

_WHO = "누구인지 먼저 정해 주십시오."


@transaction.atomic
def accept(article_id: int, refs: Iterable[str], user: Actor) -> list[Decision]:
    """Sure items in any number, doubtful ones one by one. Raises `PermissionDenied` and `NotNow`."""
    wanted = list(refs)
    judge = _one_by_one if len(wanted) > 1 else _as_read
    return decide(article_id, wanted, user, judge)


def _one_by_one(row: Any) -> Word:
    """What needs an editor is a decision of its own: nobody lets it through with others."""
    if row.tier == Tier.EDITOR or row.asks_again:
        raise NotNow("확실하지 않은 것은 하나씩 정해 주십시오.")
    return _as_read(row)


def _as_read(row: Any) -> Word:
    if isinstance(row, Relation):
        if None in (row.a_id, row.b_id):
            raise NotNow(_WHO)
        return Word(Decision.ACCEPTED, row.a_id, row.b_id)
    profile = row.profile_id or row.proposed_id or _only_candidate(row)
    if isinstance(row, Quotation) and not row.speaker:
        # That nobody nameable said it is a finding like any other.
        return Word(Decision.ACCEPTED, profile)
    if profile is None:
        raise NotNow(_WHO)
    return Word(Decision.ACCEPTED, profile)


def _only_candidate(row: Found) -> str | None:
    if isinstance(row, Mention) and row.status == Mention.AMBIGUOUS and len(row.candidates) == 1:
        return str(row.candidates[0])
    return None


def accept_sure(article_id: int, user: Actor) -> list[Decision]:
    """Let through all that the desk lets through with one key. Raises as `accept`."""
    refs = [item.ref for item in desk.of_article(article_id).sure]
    return decide(article_id, refs, user, _one_by_one)
