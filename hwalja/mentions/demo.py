"""What the demo newspaper's editor has confirmed of those in one story.

Its stories are read as any others, by the analyst, once the paper is served. Only these are read
here, so that there is something for an editor to have decided.
"""

from django.contrib.auth.models import AbstractUser

from hwalja.articles.models import Article, Placement
from hwalja.mentions import desk
from hwalja.mentions.actions.accept import accept
from hwalja.mentions.analyst import Analyst
from hwalja.mentions.models import Mention

CONFIRMED = "세담전자 적층 메모리"  # In its headline.
AUTOMATIC = 2  # Stories at the top of the front that show what is public by itself.


def lay(user: AbstractUser) -> None:
    """Read some stories, and confirm one as its editor."""
    placed = Placement.objects.order_by("sort_order").values_list("article", flat=True)
    confirmed = Article.objects.published().filter(title__startswith=CONFIRMED)
    analyst = Analyst()
    for pk in placed[:AUTOMATIC]:
        analyst.read(pk)
    for pk in confirmed.values_list("pk", flat=True):
        analyst.read(pk)
        _confirm(pk, user)


def _confirm(article_id: int, user: AbstractUser) -> None:
    """Shared names first, each by itself; then all that is sure or public already."""
    for item in desk.of_article(article_id).doubtful:
        if isinstance(item.found, Mention) and item.found.proposed_id:
            accept(article_id, [item.ref], user)
    found = desk.of_article(article_id)
    if refs := [item.ref for item in (*found.sure, *found.automatic)]:
        accept(article_id, refs, user)
