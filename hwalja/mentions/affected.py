"""Which pages a reading or a decision touches, and the changes of articles that this room hears of."""

from collections.abc import Iterable, Iterator

from django.db.models.signals import pre_delete

from hwalja.articles.models import Article
from hwalja.mentions.carry import carry
from hwalja.mentions.models import Appearance
from hwalja.people.affected import Change
from hwalja.people.models import Profile
from hwalja.press import door, marks
from hwalja.press.marks import Order
from hwalja.press.press import PAGES

Keys = Iterator[tuple[str, Order]]
# Articles made anew where somebody only has another name or picture; older ones when their turn
# comes for another reason.
NEWEST = 500


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
    profiles = list(profiles)
    for pk in profiles:
        address = Profile(pk=pk).get_absolute_url()
        for key in (address, f"{address}feed/", f"/who/{pk}.json"):
            yield key, order
        yield f"{PAGES}{address}", Order.KEPT if order != Order.REMOVAL else order
    if profiles:
        yield "/who/", Order.REST if order != Order.REMOVAL else order


def tell(
    article: Article, profiles: frozenset[str], *, removal: bool = False, in_turn: bool = False
) -> int:
    """Say that what is shown of an article has changed; in the transaction of the change.

    `removal`: something must not be seen any more; `in_turn`: it may wait for all else.
    """
    own, others = Order.ARTICLE, Order.FRONT
    if removal or in_turn:
        own = others = Order.REMOVAL if removal else Order.BULK
    return marks.mark([(article.get_absolute_url(), own), *of_profiles(profiles, others)])


def tell_many(changed: Iterable[tuple[Article, frozenset[str]]]) -> int:
    """As `tell`, of many articles whose names have come to mean somebody else; under one edition."""
    keys: dict[str, Order] = {}
    for article, profiles in changed:
        keys[article.get_absolute_url()] = Order.REST
        keys |= dict(of_profiles(profiles, Order.REST))
    return marks.mark(keys.items())


def of_change(change: Change) -> Keys:
    """Articles that name somebody who has changed: their link, their name, their picture."""
    seen = change.profile.state == Profile.SHOWN
    rows = Appearance.objects.filter(profile=change.profile.pk).order_by("-listed_at")
    if seen:
        rows = rows[:NEWEST]
    for number in rows.values_list("article__number", flat=True):
        yield f"/news/{number}/", Order.REST if seen else Order.REMOVAL


def _on_deleted(sender: type, instance: Article, **kwargs: object) -> None:
    rows = Appearance.objects.filter(article=instance.pk)
    marks.mark(of_profiles(rows.values_list("profile", flat=True), Order.REMOVAL))


def register() -> None:
    door.on("article", of_article)
    door.on("who", of_change)


def connect() -> None:
    pre_delete.connect(_on_deleted, sender=Article, dispatch_uid="mentions.affected")
