"""A profile was two people: some of its facts go to a new one."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from hwalja.people import affected, history, permission, pieces, signals
from hwalja.people.actions.edit import settle
from hwalja.people.actions.hide import NotNow
from hwalja.people.actions.merge import source
from hwalja.people.models import Merge, Profile
from hwalja.people.permission import Actor


@transaction.atomic
def split(profile_id: str, name: str, refs: Iterable[str], user: Actor, *, why: str) -> Merge:
    """The facts of `refs` (as of `pieces.of`) go to a new profile called `name`.

    Raises `PermissionDenied`, `NotNow` and `Profile.DoesNotExist`.
    """
    permission.may_curate(user)
    old = Profile.objects.select_for_update().get(pk=profile_id)
    if old.state == Profile.MERGED:
        raise NotNow("다른 쪽에 합친 것은 나눌 수 없습니다.")
    stood, before = affected.stands_on(old), history.snapshot(old)
    new = Profile(name=name, kind=old.kind, state=old.state, **source(old))
    new.settle()
    new.save(force_insert=True)
    row = Merge.objects.create(
        kind=Merge.SPLIT,
        kept=old,
        other=new,
        moved=_move(old, new, set(refs)),
        why=why,
        by_id=user.pk if user else None,
    )
    _end(row, user, stood, before)
    return row


def _move(old: Profile, new: Profile, refs: set[str]) -> dict[str, object]:
    moved: dict[str, object] = {}
    for kind, pks in pieces.ids(refs).items():
        rows = pieces.MODELS[kind].objects.filter(profile=old, pk__in=pks)
        moved[kind] = list(rows.values_list("pk", flat=True))
        rows.update(profile=new)
    if pieces.PHOTO in refs and old.photo_id:
        Profile.objects.filter(pk=new.pk).update(photo=old.photo_id, photo_hidden=old.photo_hidden)
        Profile.objects.filter(pk=old.pk).update(photo=None, photo_hidden=False)
        moved["photo"] = old.photo_id
    if not any(moved.values()):
        raise NotNow("새 쪽으로 옮길 것을 하나라도 골라 주십시오.")
    return moved


def _end(row: Merge, user: Actor, stood: frozenset[str], before: dict[str, object]) -> None:
    old, new = settle(row.kept_id), settle(row.other_id)
    Profile.objects.filter(pk__in=[old.pk, new.pk]).update(changed_at=timezone.now())
    history.write(old, "split", user, before=before, after=history.snapshot(old), why=row.why)
    history.write(new, "split", user, after=history.snapshot(new), why=row.why)
    affected.tell(old, stood)
    affected.tell(new)
    signals.profile_split.send(Merge, merge=row, kept=old, other=new, undone=False)
