"""Two profiles were one: the older id stays, the other leads there for ever."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from hwalja.people import affected, history, naming, permission, pieces, signals
from hwalja.people.actions.edit import settle
from hwalja.people.actions.hide import NotNow
from hwalja.people.models import Fact, Merge, Name, Post, Profile
from hwalja.people.permission import Actor

Moved = dict[str, list[int]]


@dataclass(frozen=True)
class Plan:
    """What a merge will do: which id stays, what goes over to it, what it has already."""

    kept: Profile
    other: Profile
    moved: Moved
    name: str  # The other's name, where the one that stays does not have it yet.
    lines: list[str]
    left: list[str]


def plan(one: Profile, two: Profile) -> Plan:
    """Raises `NotNow` where the two cannot be merged."""
    if one.pk == two.pk or one.kind != two.kind:
        raise NotNow("서로 다른, 같은 갈래의 둘을 골라 주십시오.")
    if Profile.MERGED in (one.state, two.state):
        raise NotNow("이미 다른 쪽에 합친 것입니다.")
    if one.state != two.state:
        # What was hidden on request would come back under another name.
        raise NotNow("한쪽만 숨겨져 있습니다. 먼저 되살리거나 마저 숨겨 주십시오.")
    kept, other = sorted((one, two), key=lambda row: (row.created_at, row.pk))
    moved, lines, left = _facts(kept, other)
    names = {kept.key, *Name.objects.filter(profile=kept).values_list("key", flat=True)}
    name = other.name if naming.fold(other.name) not in names else ""
    return Plan(kept, other, moved, name, lines, left)


def _same(row: Name | Post | Fact) -> tuple[object, ...]:
    """What makes two facts one."""
    if isinstance(row, Name):
        return (row.key,)
    if isinstance(row, Post):
        return (row.organisation_said, row.title, row.party, row.district, row.since, row.until)
    # One birthday, one text about somebody: the one that stays keeps its own.
    return (row.kind,)


def _facts(kept: Profile, other: Profile) -> tuple[Moved, list[str], list[str]]:
    moved: Moved = {}
    lines, left = [], []
    for kind, model in pieces.MODELS.items():
        has = {_same(row) for row in model.objects.filter(profile=kept)}
        if model is Name:
            has.add((kept.key,))
        moved[kind] = []
        for row in model.objects.filter(profile=other).order_by("pk"):
            if _same(row) in has:
                left.append(history.line(row))
            else:
                moved[kind].append(row.pk)
                lines.append(history.line(row))
    return moved, lines, left


@transaction.atomic
def merge(one_id: str, two_id: str, user: Actor, *, why: str) -> Merge:
    """Raises `PermissionDenied`, `NotNow` and `Profile.DoesNotExist`."""
    permission.may_curate(user)
    # In the order of their ids, so that two merges never wait for each other.
    held = {row.pk: row for row in _held(one_id, two_id)}
    made = plan(held[one_id], held[two_id])
    kept, other = made.kept, made.other
    stood = affected.stands_on(kept) | affected.stands_on(other)
    before = history.snapshot(kept)
    moved = _move(made)
    Profile.objects.filter(pk=other.pk).update(state=Profile.MERGED, merged_into=kept)
    row = Merge.objects.create(
        kind=Merge.MERGE,
        kept=kept,
        other=other,
        moved=moved,
        why=why,
        by_id=user.pk if user else None,
    )
    _end(row, user, stood, before)
    return row


def _held(*ids: str) -> list[Profile]:
    rows = list(Profile.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    if len(rows) != len(set(ids)) or len(set(ids)) < 2:
        raise NotNow("서로 다른, 같은 갈래의 둘을 골라 주십시오.")
    return rows


def _move(made: Plan) -> dict[str, object]:
    kept, other = made.kept, made.other
    for kind, pks in made.moved.items():
        pieces.MODELS[kind].objects.filter(pk__in=pks).update(profile=kept)
    moved: dict[str, object] = {**made.moved, "made": [], "state": other.state}
    if made.name:
        name = Name(profile=kept, kind=naming.kind_of(made.name), text=made.name, **source(other))
        name.settle()
        name.save()
        moved["made"] = [name.pk]
    holders = Post.objects.filter(organisation=other.pk)
    moved["holders"] = list(holders.values_list("pk", flat=True))
    holders.update(organisation=kept.pk)
    # Whoever was merged into the other before leads straight to the one that stays.
    earlier = Profile.objects.filter(merged_into=other)
    moved["earlier"] = list(earlier.values_list("pk", flat=True))
    earlier.update(merged_into=kept)
    if other.photo_id and not kept.photo_id:
        Profile.objects.filter(pk=kept.pk).update(
            photo=other.photo_id, photo_hidden=other.photo_hidden
        )
        moved["photo"] = other.photo_id
    return moved


def source(of: Profile) -> dict[str, Any]:
    """The columns of a profile's own source."""
    return {
        name: getattr(of, name) for name in ("source_article", "source_sentence", "source_document")
    }


def _end(row: Merge, user: Actor, stood: frozenset[str], before: dict[str, object]) -> None:
    """Log it at both, tell the press and the rooms above."""
    kept, other = settle(row.kept_id), Profile.objects.get(pk=row.other_id)
    Profile.objects.filter(pk__in=[kept.pk, other.pk]).update(changed_at=timezone.now())
    told = {"합침": f"{other.name} ({other.pk}) → {kept.name} ({kept.pk})"}
    history.write(kept, "merge", user, before=before, after=history.snapshot(kept), why=row.why)
    history.write(other, "merge", user, after=told, why=row.why)
    affected.tell(other, stood)
    affected.tell(kept, stood)
    signals.profiles_merged.send(Merge, merge=row, kept=kept, other=other, undone=False)
