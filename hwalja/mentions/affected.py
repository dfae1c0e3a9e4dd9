"""Which pages a reading or a decision touches, and the changes of articles that this room hears of."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.db.models import OuterRef, Subquery
from django.db.models.signals import pre_delete

from hwalja.articles.models import Article, Correction, Section
from hwalja.articles.shared import section_item
from hwalja.mentions.carry import carry
from hwalja.mentions.models import Appearance, Quotation
from hwalja.mentions.settle import Settled, settle
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
    settled = carry(article)
    seen = Article.objects.published().filter(pk=article.pk).exists()
    yield from of_settled(settled, Order.FRONT if seen else Order.REMOVAL)


def of_settled(settled: Settled, order: Order) -> Keys:
    """Pages of whom an article touches: of the lists only those in which it stands or stood.

    A new article shifts no list of an older year.
    """
    kept = Order.KEPT if order != Order.REMOVAL else order
    for pk in settled.profiles:
        yield from _own(pk, order)
        address = Profile(pk=pk).get_absolute_url()
        for path in _lists(address, settled):
            yield path, kept
            yield f"{PAGES}{path}", kept
        yield from ((f"{address}at/{year}/", kept) for year in settled.years)
    if settled.profiles:
        yield "/who/", Order.REST if order != Order.REMOVAL else order


def _own(pk: str, order: Order) -> Keys:
    address = Profile(pk=pk).get_absolute_url()
    for key in (address, f"{address}feed/", f"/who/{pk}.json"):
        yield key, order


def _lists(address: str, settled: Settled) -> Iterator[str]:
    for of in ("quotes", "articles"):
        yield f"{address}{of}/"
        yield from (f"{address}{of}/{year}/" for year in settled.years)
    for section in filter(None, map(section_item, settled.sections)):
        yield f"{address}quotes/about{section.url}"
    yield f"{address}through/"


def tell(
    article: Article, settled: Settled, *, removal: bool = False, in_turn: bool = False
) -> int:
    """Say that what is shown of an article has changed; in the transaction of the change.

    `removal`: something must not be seen any more; `in_turn`: it may wait for all else.
    """
    own, others = Order.ARTICLE, Order.FRONT
    if removal or in_turn:
        own = others = Order.REMOVAL if removal else Order.BULK
    return marks.mark([(article.get_absolute_url(), own), *of_settled(settled, others)])


def of_correction(correction: Correction) -> Keys:
    """Pages of those in the article: they list what was put right about them."""
    rows = Appearance.objects.filter(article=correction.article_id)
    for pk in rows.values_list("profile", flat=True):
        yield from _own(pk, Order.FRONT)


def of_section(section: Section) -> Keys:
    """Its articles may be another section's now; quotations of theirs go along."""
    articles = Article.objects.filter(subsection=section.pk)
    rows = Quotation.objects.filter(article__in=articles.values("pk"))
    own = Article.objects.filter(pk=OuterRef("article")).values("section")[:1]
    for top in set(articles.values_list("section", flat=True)):
        moved = rows.filter(article__section=top).exclude(section=top)
        moved.update(section=Subquery(own))
    yield from ()


def tell_many(changed: Iterable[tuple[Article, Settled]]) -> int:
    """As `tell`, of many articles whose names have come to mean somebody else: of those alone, and
    under one edition."""
    keys: dict[str, Order] = {}
    for article, settled in changed:
        keys[article.get_absolute_url()] = Order.REST
        keys |= dict(of_settled(replace(settled, profiles=settled.changed), Order.REST))
    return marks.mark(keys.items())


def of_change(change: Change) -> Keys:
    """Articles that name somebody who has changed: their link, their name, their picture."""
    seen = change.profile.state == Profile.SHOWN
    rows = Appearance.objects.filter(profile=change.profile.pk).order_by("-listed_at")
    if seen:
        rows = rows[:NEWEST]
    for number in rows.values_list("article__number", flat=True):
        yield f"/news/{number}/", Order.REST if seen else Order.REMOVAL


def of_photo(photo_id: int) -> Keys:
    """Articles that name somebody whose portrait it is."""
    rows = Appearance.objects.filter(profile__photo=photo_id).order_by("-listed_at")[:NEWEST]
    for number in rows.values_list("article__number", flat=True):
        yield f"/news/{number}/", Order.REST


def _on_deleted(sender: type, instance: Article, **kwargs: object) -> None:
    marks.mark(of_settled(settle(instance.pk), Order.REMOVAL))


def register() -> None:
    door.on("article", of_article)
    door.on("correction", of_correction)
    door.on("section", of_section)
    door.on("who", of_change)
    door.on("photo", of_photo)


def connect() -> None:
    pre_delete.connect(_on_deleted, sender=Article, dispatch_uid="mentions.affected")
