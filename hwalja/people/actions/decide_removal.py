"""A curator decides on a request, and does what was decided at once."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from hwalja.people import affected, history, letters, permission
from hwalja.people.actions.hide import NotNow, hide
from hwalja.people.actions.hide_fact import hide_facts
from hwalja.people.models import Profile, Removal
from hwalja.people.permission import Actor


@transaction.atomic
def decide(pk: int, user: Actor, state: str, *, note: str, refs: Iterable[str] = ()) -> Removal:
    """`state` of `Removal.STATES`; `refs`: the facts to hide where it is `FACTS_HIDDEN`.

    Raises `PermissionDenied` and `NotNow`.
    """
    permission.may_curate(user)
    row = Removal.objects.select_for_update().get(pk=pk)
    if row.state != Removal.ASKED:
        raise NotNow("이미 처리한 요청입니다.")
    why = f"{row.pk}번 요청: {note}"
    _do(row, user, state, set(refs), why)
    row.state, row.note, row.decided_at = state, note, timezone.now()
    row.by_id = user.pk if user else None
    row.save(update_fields=["state", "note", "decided_at", "by"])
    told = {"요청": row.get_state_display()}
    history.write(row.profile, "removal_decide", user, after=told, why=why)
    letters.to_requester("decided", "요청을 처리했습니다", row)
    # Its page tells that somebody asked and what came of it.
    affected.tell(_where(row))
    return row


def _do(row: Removal, user: Actor, state: str, refs: set[str], why: str) -> None:
    if state == Removal.FACTS_HIDDEN:
        if not refs:
            raise NotNow("숨길 사실을 하나라도 골라 주십시오.")
        hide_facts(_where(row).pk, refs, user, why=why)
    elif state == Removal.ALL_HIDDEN and _where(row).state != Profile.HIDDEN:
        hide(_where(row).pk, user, why=why)


def _where(row: Removal) -> Profile:
    """The profile that was asked about, or the one it has been merged into since."""
    return row.profile.merged_into or row.profile
