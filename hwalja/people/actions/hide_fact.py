"""Take single facts from readers at the wish of whom they are about, or show them again."""

from collections.abc import Iterable

from django.db import transaction

from hwalja.people import permission, pieces
from hwalja.people.actions.edit import changed
from hwalja.people.models import Profile
from hwalja.people.permission import Actor


@transaction.atomic
def hide_facts(
    profile_id: str, refs: Iterable[str], user: Actor, *, why: str, hidden: bool = True
) -> Profile:
    """`refs` as of `pieces.of`; those of other profiles are passed over. Raises `PermissionDenied`."""
    permission.may_curate(user)
    wanted = set(refs)
    profile = Profile.objects.select_for_update().get(pk=profile_id)

    def change() -> None:
        for kind, pks in pieces.ids(wanted).items():
            rows = pieces.MODELS[kind].objects.filter(profile=profile_id, pk__in=pks)
            rows.update(hidden=hidden)
        if pieces.PHOTO in wanted:
            Profile.objects.filter(pk=profile_id).update(photo_hidden=hidden)

    action = "hide_fact" if hidden else "show_fact"
    return changed(profile, user, change, why=why, action=action)
