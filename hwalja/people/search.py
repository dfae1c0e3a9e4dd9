"""Finding people by any of their names: 강가람, ㄱㄱㄹ, 강ㄱ, 姜, Gang Garam."""

from collections.abc import Iterable

from django.db.models import Q

from hwalja.hangul.jamo import is_letter, split
from hwalja.people import naming
from hwalja.people.models import Name, Profile
from hwalja.people.models.profile import ProfileQuerySet

LONGEST = 60  # Characters of a query.
LOOKED_AT = 3000  # Names with the same 초성, of which those that fit are kept.


def asked(text: str) -> str:
    """A query as it is shown again in its field."""
    return " ".join(text.replace("\0", "").split())[:LONGEST]


def find(query: str, rows: ProfileQuerySet | None = None) -> ProfileQuerySet:
    """Profiles one of whose shown names holds the query; in the order of the directory."""
    rows = Profile.objects.shown() if rows is None else rows
    folded = naming.fold(query)
    if not folded:
        return rows.none()
    found = _by_letters(folded, rows) if any(map(is_letter, folded)) else _by_key(folded)
    return rows.filter(found).by_name()


def _by_key(folded: str) -> Q:
    names = Name.objects.filter(key__contains=folded, hidden=False).values("profile")
    return Q(key__contains=folded) | Q(pk__in=names)


def _by_letters(folded: str, rows: ProfileQuerySet) -> Q:
    """With a letter for a syllable: the database finds the 초성, the rest is compared here."""
    letters = naming.initials(folded)
    own = rows.filter(initials__contains=letters).values_list("pk", "key")[:LOOKED_AT]
    others = Name.objects.filter(initials__contains=letters, hidden=False)
    named = others.values_list("profile", "key")[:LOOKED_AT]
    return Q(pk__in=[*_fitting(folded, own), *_fitting(folded, named)])


def _fitting(folded: str, found: Iterable[tuple[str, str]]) -> list[str]:
    return [pk for pk, key in found if holds(key, folded)]


def holds(key: str, folded: str) -> bool:
    """Whether a folded name holds a query in which a letter stands for a syllable's first."""
    places = range(len(key) - len(folded) + 1)
    return any(all(map(_fits, folded, key[place:])) for place in places)


def _fits(asked: str, char: str) -> bool:
    if asked == char:
        return True
    return is_letter(asked) and "가" <= char <= "힣" and split(char)[0] == asked
