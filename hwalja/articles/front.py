"""A front put together: what editors placed, then the newest; no article twice."""

from dataclasses import dataclass

from hwalja.articles.models import Article, FrontPage
from hwalja.articles.shared import NAVIGATION, NavigationItem

SECONDS = 8
PER_BLOCK = 5


@dataclass(frozen=True)
class Block:
    section: NavigationItem
    rows: list[Article]


@dataclass(frozen=True)
class Front:
    lead: Article | None
    seconds: list[Article]
    blocks: list[Block]


def _placed(page: FrontPage) -> list[Article]:
    ids = [row.article_id for row in page.placements.all()]
    found = {row.pk: row for row in Article.objects.published().cards().filter(pk__in=ids)}
    return [found[pk] for pk in dict.fromkeys(ids) if pk in found]


def _backfill(placed: list[Article]) -> list[Article]:
    used = {row.pk for row in placed}
    newest = Article.objects.published().newest_first().cards()[: 1 + SECONDS + len(used)]
    return [row for row in newest if row.pk not in used]


def _sections(page: FrontPage) -> list[NavigationItem]:
    wanted = [row.section_id for row in page.section_blocks.all()]
    items = NAVIGATION.get()
    every = {item.id: item for parent in items for item in (parent, *parent.children)}
    return [every[pk] for pk in wanted if pk in every] or items


def _block(item: NavigationItem, used: set[int]) -> Block:
    rows = Article.objects.published().filter(section=item.id).newest_first().cards()
    return Block(item, [row for row in rows[: PER_BLOCK + len(used)] if row.pk not in used])


def compose(page: FrontPage) -> Front:
    """The front as of now."""
    placed = _placed(page)
    top = [*placed, *_backfill(placed)][: 1 + SECONDS]
    used = {row.pk for row in top}
    blocks = []
    for item in _sections(page):
        block = _block(item, used)
        rows = block.rows[:PER_BLOCK]
        used |= {row.pk for row in rows}
        blocks.append(Block(item, rows))
    return Front(top[0] if top else None, top[1:], blocks)
