"""The directory has changed: articles already read hear of it, the newest first."""

from collections.abc import Iterator

from django.db import transaction

from hwalja.mentions.models import Mention, Reading, Relink
from hwalja.mentions.name_forms import Forms
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.linking import Linker
from hwalja.mentions.relink import relink

CHUNK = 500  # Texts looked through at once.
AT_ONCE = 25  # Articles linked anew in one transaction.


def ask(profiles: list[str]) -> None:
    """Have the articles that name these, or were thought to, linked anew; in the transaction of
    the change."""
    Relink.objects.create(profiles=profiles)


class Relinking:
    """One pass over the archive, for all changes that were waiting when it began."""

    def __init__(self, directory: Directory, linker: Linker) -> None:
        self._linker = linker
        self._rows = list(Relink.objects.all())
        changed = {pk for row in self._rows for pk in row.profiles}
        self._forms = Forms(changed, directory.entries)

    def steps(self) -> Iterator[int]:
        """Link some articles after each other; how many those were, for each step.

        What breaks off is begun anew: the same changes, once more, change nothing.
        """
        thought = self._thought()
        found: list[int] = []
        for pk, text in _texts():
            if pk in thought or self._forms.stand_in(text):
                found.append(pk)
            if len(found) == AT_ONCE:
                yield self._link(found)
                found = []
        yield self._link(found)
        Relink.objects.filter(pk__in=[row.pk for row in self._rows]).delete()

    def _thought(self) -> set[int]:
        """Articles in which a name was taken for one of these: it may have lost that name."""
        changed = sorted(self._forms.ids)
        found: set[int] = set()
        for start in range(0, len(changed), CHUNK):
            rows = Mention.objects.filter(proposed__in=changed[start : start + CHUNK])
            found.update(rows.values_list("article", flat=True))
        return found

    @transaction.atomic
    def _link(self, articles: list[int]) -> int:
        relink(articles, self._linker, self._forms)
        return len(articles)


def _texts() -> Iterator[tuple[int, str]]:
    """Every text that was read, the newest article first; pages by id, so that nothing is held.

    The state is looked at here: asked for in the query, its index would be walked anew for each
    page, and sorted.
    """
    rows = Reading.objects.order_by("-pk").values_list("pk", "state", "text")
    found = list(rows[:CHUNK])
    while found:
        yield from ((pk, text) for pk, state, text in found if state == Reading.READ)
        found = list(rows.filter(pk__lt=found[-1][0])[:CHUNK])
