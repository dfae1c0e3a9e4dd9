"""Who appears in articles, as far as readers may see it: rows that follow from all others."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from hwalja.mentions.models import Appearance, Reading
from hwalja.mentions.story import parts_of

if TYPE_CHECKING:
    from hwalja.mentions.settle import Rows

_COLUMNS = ("mention_id", "start", "mentions", "quotations", "title", "listed_at")
_LONGEST_TITLE = 210


@dataclass(frozen=True)
class Appeared:
    """Who appeared in an article before, and of whom that is otherwise now."""

    before: frozenset[str]
    changed: frozenset[str]


def write(by_article: "dict[int, Rows]", listed: dict[int, datetime | None]) -> dict[int, Appeared]:
    """Rewrite the rows that differ."""
    running = _running_places(by_article)
    there: dict[int, dict[str, Appearance]] = {pk: {} for pk in by_article}
    for row in Appearance.objects.filter(article__in=by_article):
        there[row.article_id][row.profile_id] = row
    made: list[Appearance] = []
    gone: list[int] = []
    appeared = {}
    for pk, rows in by_article.items():
        wanted = {row.profile_id: row for row in _of(pk, rows, running[pk], listed[pk])}
        changed = {who for who in {*wanted, *there[pk]} if _differ(wanted, there[pk], who)}
        made += [row for who, row in wanted.items() if who in changed]
        gone += [row.pk for who, row in there[pk].items() if who in changed]
        appeared[pk] = Appeared(frozenset(there[pk]), frozenset(changed))
    if gone:
        Appearance.objects.filter(pk__in=gone).delete()
    Appearance.objects.bulk_create(made)
    return appeared


def _differ(wanted: dict[str, Appearance], there: dict[str, Appearance], who: str) -> bool:
    if who not in wanted or who not in there:
        return True
    return any(getattr(wanted[who], name) != getattr(there[who], name) for name in _COLUMNS)


def _of(
    article_id: int, rows: "Rows", running: set[str], listed_at: datetime | None
) -> Iterable[Appearance]:
    mentions, quotations = _by_profile(rows.mentions), _by_profile(rows.quotations)
    titles = _by_profile(rows.titles)
    for profile in {**mentions, **quotations}:
        places = mentions.get(profile, [])
        inside = [row for row in places if row.place in running]
        first = next(iter(inside or places), None)
        said = quotations.get(profile, [])
        yield Appearance(
            article_id=article_id,
            profile_id=profile,
            mention=first,
            start=first.start if first else said[0].start,
            mentions=len(places),
            quotations=len(said),
            title=titles[profile][0].said[:_LONGEST_TITLE] if profile in titles else "",
            listed_at=listed_at,
        )


def _running_places(articles: Iterable[int]) -> dict[int, set[str]]:
    """Places where a name can be a link: the body's."""
    found: dict[int, set[str]] = defaultdict(set)
    stored = Reading.objects.filter(pk__in=list(articles)).values_list("pk", "parts")
    for pk, parts in stored:
        found[pk] = {part.place for part in parts_of(parts) if part.zone == "body"}
    return found


def _by_profile(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found = defaultdict(list)
    for row in rows:
        if row.public:
            found[row.profile_id].append(row)
    return dict(found)
