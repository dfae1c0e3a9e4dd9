"""Take a file's people and organisations into the directory: only what is not there yet.

A file is read whole before anything is written (`files.py`). Then each of its stretches is
written at once or not at all, so a run that was broken off is taken up by the same command.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from hwalja.people import affected, permission, rows, signals
from hwalja.people.models import LogRow, Profile
from hwalja.people.permission import Actor
from hwalja.people.records import Record, Source

CHUNK = 1000


@dataclass
class Loaded:
    """How many records were new, added to, left as they are, or hidden and therefore left."""

    new: int = 0
    added_to: int = 0
    same: int = 0
    hidden: int = 0

    @property
    def done(self) -> int:
        return self.new + self.added_to + self.same + self.hidden


def load(
    records: list[Record],
    user: Actor,
    *,
    document: str,
    told: Callable[[Loaded], object] = lambda so_far: None,
) -> Loaded:
    """`document`: the file's name, the source of every fact. `told` hears of each stretch.

    Raises `PermissionDenied`.
    """
    for kind in sorted({record.kind for record in records}):
        permission.may_add(user, kind)
    so_far = Loaded()
    for start in range(0, len(records), CHUNK):
        _stretch(records[start : start + CHUNK], user, Source(document=document), so_far)
        told(so_far)
    return so_far


@transaction.atomic
def _stretch(records: list[Record], user: Actor, source: Source, so_far: Loaded) -> None:
    there = _there(records)
    new = {one.id: rows.profile(one, source) for one in records if one.id not in there}
    Profile.objects.bulk_create(new.values())
    known = rows.known_of([*new.values(), *there.values()])
    made: list[rows.Row] = []
    touched: list[str] = []
    for record in records:
        of = new.get(record.id) or there[record.id]
        found = [] if of.state == Profile.HIDDEN else _missing(record, of, known, source)
        _count(so_far, of, record.id in new, bool(found))
        made += found
        touched += [of.pk] if found or record.id in new else []
    rows.write(made)
    if touched:
        _tell(touched, set(new), user, source)


def _there(records: list[Record]) -> dict[str, Profile]:
    """Profiles that exist, by the record's id; a merged one is whom it was merged into."""
    wanted = Profile.objects.filter(pk__in=[record.id for record in records])
    found = wanted.select_related("merged_into").in_bulk()
    return {pk: row.merged_into or row for pk, row in found.items()}


def _missing(
    record: Record, of: Profile, known: dict[str, rows.Known], source: Source
) -> list[rows.Row]:
    return list(rows.missing(record, of, known[of.pk], source))


def _count(so_far: Loaded, of: Profile, is_new: bool, has_more: bool) -> None:
    if is_new:
        so_far.new += 1
    elif of.state == Profile.HIDDEN:
        so_far.hidden += 1
    elif has_more:
        so_far.added_to += 1
    else:
        so_far.same += 1


def _tell(touched: list[str], new: set[str], user: Actor, source: Source) -> None:
    LogRow.objects.bulk_create(_log(touched, user, source))
    Profile.objects.filter(pk__in=[pk for pk in touched if pk not in new]).update(
        changed_at=timezone.now()
    )
    affected.tell_of_many()
    signals.profiles_loaded.send(Profile, ids=touched)


def _log(touched: list[str], user: Actor, source: Source) -> Iterator[LogRow]:
    for pk in dict.fromkeys(touched):
        yield LogRow(
            profile_id=pk,
            action="load",
            by_id=user.pk if user else None,
            after={"파일": source.document},
        )
