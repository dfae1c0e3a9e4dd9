"""What many pages of the directory need: its generation, and how many stand under each letter."""

from dataclasses import dataclass, field

from django.db.models import Count

from hwalja.people.models import Profile
from hwalja.people.naming import OTHERS, SHELVES
from hwalja.press.shared import Shared


@dataclass(frozen=True)
class Counts:
    """How many profiles are shown: in all by kind, and under each letter."""

    people: int = 0
    organisations: int = 0
    shelves: dict[str, int] = field(default_factory=dict)
    # Of each shelf: its first characters, in order, with their counts.
    heads: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def rows(self) -> list[tuple[str, int, dict[str, int]]]:
        """Each shelf with its count, and its first characters with theirs."""
        return [(shelf, self.shelves[shelf], heads) for shelf, heads in self.heads.items()]


def _order(shelf: str) -> tuple[int, str]:
    """가나다, then A to Z, then what is neither."""
    place = SHELVES.index(shelf) if shelf in SHELVES else 99 if shelf != OTHERS else 100
    return place, shelf


def _count() -> Counts:
    rows = Profile.objects.shown().values("shelf", "head", "kind").annotate(count=Count("pk"))
    kinds: dict[str, int] = {}
    heads: dict[str, dict[str, int]] = {}
    for row in rows.order_by("shelf", "head"):
        kinds[row["kind"]] = kinds.get(row["kind"], 0) + row["count"]
        shelf = heads.setdefault(row["shelf"], {})
        shelf[row["head"]] = shelf.get(row["head"], 0) + row["count"]
    ordered = {shelf: heads[shelf] for shelf in sorted(heads, key=_order)}
    sums = {shelf: sum(counts.values()) for shelf, counts in ordered.items()}
    people, organisations = kinds.get(Profile.PERSON, 0), kinds.get(Profile.ORGANISATION, 0)
    return Counts(people, organisations, sums, ordered)


COUNTS = Shared("who-counts", _count)
# Nothing is held under it: its generation tells other processes that the directory has changed.
DIRECTORY = Shared("who", lambda: None)
