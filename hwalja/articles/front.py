"""A front put together: what editors placed, then the newest; no article twice.

However many sections there are, it takes two queries for what was placed, one to choose
from, and two for the cards chosen.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hwalja.articles.models import Article, FrontPage
from hwalja.articles.models.article import ArticleQuerySet
from hwalja.articles.shared import NAVIGATION, NavigationItem
from hwalja.articles.together import together

SECONDS = 8
BESIDE = 4  # Of the seconds, those in the column beside the lead; the others stand under it.
LATEST = 9  # The column of the latest, as long as the lead is tall.
PER_BLOCK = 5


@dataclass(frozen=True)
class Block:
    section: NavigationItem
    rows: list[Article]


@dataclass(frozen=True)
class Front:
    lead: Article | None
    seconds: list[Article]
    latest: list[Article]
    blocks: list[Block]

    @property
    def block_columns(self) -> int:
        """How many blocks stand side by side on a wide screen, so that no row is left ragged."""
        count = len(self.blocks)
        return 4 if count in (4, 7, 8) else min(count, 3)

    @property
    def beside(self) -> list[Article]:
        return self.seconds[:BESIDE]

    @property
    def under(self) -> list[Article]:
        return self.seconds[BESIDE:]


def _sections(page: FrontPage) -> list[NavigationItem]:
    wanted = [row.section_id for row in page.section_blocks.all()]
    items = NAVIGATION.get()
    every = {item.id: item for parent in items for item in (parent, *parent.children)}
    return [every[pk] for pk in wanted if pk in every] or items


def _of_section(item: NavigationItem) -> ArticleQuerySet:
    column = "section" if item in NAVIGATION.get() else "subsection"
    return Article.objects.published().filter(**{column: item.id})


@dataclass(frozen=True)
class Choice:
    """An article to choose from."""

    pk: int
    pictured: bool


def _choices(lists: list[ArticleQuerySet]) -> list[list[Choice]]:
    """Several short lists, newest first, in one query."""
    found: list[list[Choice]] = [[] for _ in lists]
    rows = together(lists, "listed_at", "number", "pk", "list_photo_id")
    for of, _, _, pk, photo in sorted(rows, key=lambda row: row[1:3], reverse=True):
        found[of].append(Choice(pk, photo is not None))
    return found


def _take(choices: Iterable[Choice], count: int, used: set[int]) -> list[int]:
    """Ids of the first `count` that the page does not have yet; marks them used."""
    ids = dict.fromkeys(choice.pk for choice in choices)
    taken = [pk for pk in ids if pk not in used][:count]
    used.update(taken)
    return taken


def _pictured_first(choices: list[Choice], used: set[int]) -> list[Choice]:
    """With the newest unused that has a picture first: nobody chose, so fill the place."""
    fresh = [choice for choice in choices if choice.pk not in used]
    lead = next((choice for choice in fresh if choice.pictured), None)
    return [lead, *(choice for choice in fresh if choice is not lead)] if lead else fresh


def _choose(placed: list[int], sections: list[NavigationItem]) -> Iterator[list[int]]:
    """Ids for the top, the latest, then each section's block."""
    top = 1 + SECONDS
    # An advertisement comes to the top only where an editor places it.
    newest = Article.objects.published().filter(sponsored=False).newest_first()
    lists = [
        # Zero is nobody's: an empty list is no SQL.
        Article.objects.published().filter(pk__in=[0, *placed]),
        newest[: top + LATEST + len(placed)],
    ]
    most = top + LATEST + PER_BLOCK * len(sections)
    lists += [_of_section(item).newest_first()[:most] for item in sections]
    allowed, latest, *blocks = _choices(lists)
    by_hand = sorted(allowed, key=lambda choice: placed.index(choice.pk))
    used: set[int] = set()
    yield _take([*by_hand, *(latest if by_hand else _pictured_first(latest, used))], top, used)
    yield _take(latest, LATEST, used)
    for block in blocks:
        yield _take(_pictured_first(block, used), PER_BLOCK, used)


def compose(page: FrontPage) -> Front:
    """The front as of now."""
    placed = [row.article_id for row in page.placements.all()]
    sections = _sections(page)
    chosen = list(_choose(placed, sections))
    wanted = [pk for ids in chosen for pk in ids]
    cards = {row.pk: row for row in Article.objects.published().cards().filter(pk__in=wanted)}
    top, latest, *blocks = [[cards[pk] for pk in ids if pk in cards] for ids in chosen]
    named = [Block(item, rows) for item, rows in zip(sections, blocks, strict=True) if rows]
    return Front(top[0] if top else None, top[1:], latest, named)
