"""A merge or a split was a mistake: every fact goes back to where it came from."""

from django.db import transaction
from django.utils import timezone

from hwalja.people import affected, history, permission, pieces, signals
from hwalja.people.actions.edit import settle
from hwalja.people.actions.hide import NotNow
from hwalja.people.models import Merge, Name, Post, Profile
from hwalja.people.permission import Actor


@transaction.atomic
def undo(merge_id: int, user: Actor, *, why: str) -> Merge:
    """What was changed since stays as it is now. Raises `PermissionDenied` and `NotNow`."""
    permission.may_curate(user)
    row = Merge.objects.select_for_update().get(pk=merge_id)
    if row.undone_at:
        raise NotNow("이미 되돌린 일입니다.")
    ids = [row.kept_id, row.other_id]
    held = {one.pk: one for one in Profile.objects.select_for_update().filter(pk__in=ids)}
    kept, other = held[row.kept_id], held[row.other_id]
    stood = affected.stands_on(kept) | affected.stands_on(other)
    before = history.snapshot(kept), history.snapshot(other)
    (_undo_merge if row.kind == Merge.MERGE else _undo_split)(row, kept, other)
    row.undone_at, row.undone_by_id = timezone.now(), user.pk if user else None
    row.save(update_fields=["undone_at", "undone_by"])
    for profile_id, told in zip(ids, before, strict=True):
        after = settle(profile_id)
        now = history.snapshot(after)
        history.write(after, f"{row.kind}_undo", user, before=told, after=now, why=why)
        affected.tell(after, stood)
    signal = signals.profiles_merged if row.kind == Merge.MERGE else signals.profile_split
    signal.send(Merge, merge=row, kept=kept, other=other, undone=True)
    return row


def _undo_merge(row: Merge, kept: Profile, other: Profile) -> None:
    if other.merged_into_id != kept.pk:
        raise NotNow("그 뒤에 또 합쳤습니다. 나중에 합친 것부터 되돌려 주십시오.")
    _back(row, kept, other)
    Name.objects.filter(pk__in=row.moved["made"], profile=kept).delete()
    Post.objects.filter(pk__in=row.moved["holders"], organisation=kept.pk).update(
        organisation=other.pk
    )
    Profile.objects.filter(pk=other.pk).update(state=row.moved["state"], merged_into=None)
    earlier = Profile.objects.filter(pk__in=row.moved["earlier"], merged_into=kept)
    earlier.update(merged_into=other)
    if row.moved.get("photo") and kept.photo_id == row.moved["photo"]:
        Profile.objects.filter(pk=kept.pk).update(photo=None, photo_hidden=False)


def _undo_split(row: Merge, old: Profile, new: Profile) -> None:
    if new.state == Profile.MERGED:
        raise NotNow("나눈 쪽을 그 뒤에 다른 데에 합쳤습니다. 그것부터 되돌려 주십시오.")
    _back(row, new, old)
    if row.moved.get("photo") and new.photo_id == row.moved["photo"] and not old.photo_id:
        Profile.objects.filter(pk=old.pk).update(photo=new.photo_id, photo_hidden=new.photo_hidden)
    # Its address was public for a while: it leads to where its facts are.
    Profile.objects.filter(merged_into=new).update(merged_into=old)
    Profile.objects.filter(pk=new.pk).update(state=Profile.MERGED, merged_into=old)


def _back(row: Merge, where: Profile, to: Profile) -> None:
    for kind, model in pieces.MODELS.items():
        rows = model.objects.filter(pk__in=row.moved[kind], profile=where)
        rows.update(profile=to)
