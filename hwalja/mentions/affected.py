"""Which pages a reading or a decision touches, and the changes of articles that this room hears of."""

from collections.abc import Iterable, Iterator

from hwalja.articles.models import Article
from hwalja.mentions.carry import carry
from hwalja.people.models import Profile
from hwalja.press import door, marks
from hwalja.press.marks import Order
from hwalja.press.press import PAGES

Keys = Iterator[tuple[str, Order]]


def of_article(article: Article) -> Keys:
    """Pages of those in it, as it was read before and as it stands now.

    Its words are carried to the new text here, where the change is told: whom it touches hangs
    on that, and it is in the same transaction.
    """
    profiles = carry(article)
    seen = Article.objects.published().filter(pk=article.pk).exists()
    yield from of_profiles(profiles, Order.FRONT if seen else Order.REMOVAL)


def of_profiles(profiles: Iterable[str], order: Order) -> Keys:
    """Their own pages, lists that go on, feeds and data; where the directory counts them."""
    for pk in profiles:
        address = Profile(pk=pk).get_absolute_url()
        for key in (address, f"{address}feed/", f"/who/{pk}.json"):
            yield key, order
        yield f"{PAGES}{address}", Order.KEPT if order != Order.REMOVAL else order
    if profiles:
        yield "/who/", Order.REST if order != Order.REMOVAL else order


def tell(article: Article, profiles: frozenset[str], *, removal: bool = False) -> int:
    """Say that what is shown of an article has changed; in the transaction of the change."""
    own, others = (Order.REMOVAL, Order.REMOVAL) if removal else (Order.ARTICLE, Order.FRONT)
    return marks.mark([(article.get_absolute_url(), own), *of_profiles(profiles, others)])


def register() -> None:
    door.on("article", of_article)
