"""Whom somebody stands with in articles, and by what relations: what the picture draws and its
table says."""

from collections import defaultdict
from dataclasses import dataclass, field

from hwalja.mentions import shown
from hwalja.mentions.models import Relation
from hwalja.people.models import Profile

# More names than these have no room on a phone.
AT_MOST = 12


@dataclass(frozen=True)
class Tie:
    """Another one; in how many of the newest articles both stand; the relations between them."""

    profile: Profile
    articles: int = 0
    relations: list[Relation] = field(default_factory=list)

    @property
    def kinds(self) -> list[str]:
        return list(dict.fromkeys(row.kind for row in self.relations))


@dataclass(frozen=True)
class Ties:
    """Of `profile`, those it is related to first; `pairs`: how often two of the others stand
    together in its articles; `related`: two of the others with the kinds of their relations."""

    profile: Profile
    rows: list[Tie] = field(default_factory=list)
    pairs: dict[tuple[str, str], int] = field(default_factory=dict)
    related: dict[tuple[str, str], list[str]] = field(default_factory=dict)


def of(profile: Profile, relations: list[Relation]) -> Ties:
    """`relations`: its own, the newest first."""
    own = defaultdict(list)
    for row in relations:
        other = row.b if row.a_id == profile.pk else row.a
        if other and other.pk != profile.pk:
            own[other].append(row)
    counts = {other.pk: (other, n) for other, n in shown.companions_of(profile, AT_MOST)}
    rows = [Tie(other, counts.pop(other.pk, (other, 0))[1], found) for other, found in own.items()][
        :AT_MOST
    ]
    rows += [Tie(other, n) for other, n in counts.values()]
    rows = rows[:AT_MOST]
    return Ties(profile, rows, *_among(profile, [row.profile.pk for row in rows]))


def _among(
    profile: Profile, others: list[str]
) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], list[str]]]:
    if len(others) < 2:
        return {}, {}
    related: dict[tuple[str, str], list[str]] = {}
    for one, other, kind in shown.relations_among(others):
        a, b = sorted((one, other))
        kinds = related.setdefault((a, b), [])
        kinds += [kind] if kind not in kinds else []
    return dict(shown.pairs_among(profile, others)), related
