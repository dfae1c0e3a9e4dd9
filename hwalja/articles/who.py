"""Articles as sources of the directory: what is withdrawn is no source that readers may see."""

from collections.abc import Collection, Iterator

from hwalja.articles.models import Article
from hwalja.people import slots
from hwalja.people.affected import of_source
from hwalja.press import door
from hwalja.press.marks import Order


def _unseen(numbers: Collection[int]) -> set[int]:
    seen = Article.objects.published().filter(number__in=numbers)
    return set(numbers).difference(seen.values_list("number", flat=True))


def _of_article(article: Article) -> Iterator[tuple[str, Order]]:
    yield from of_source(article.number)


def register() -> None:
    slots.fill("unseen", _unseen)
    door.on("article", _of_article)
