"""What the demo newspaper's editor has confirmed of those in its first story.

Its stories are read as any others, by the analyst, once the paper is served. Only what stands at
the top of the front is read here, so that there is something for an editor to have decided.
"""

from django.contrib.auth.models import AbstractUser

from hwalja.articles.models import Placement
from hwalja.mentions import desk
from hwalja.mentions.actions.accept import accept, accept_sure
from hwalja.mentions.analyst import Analyst
from hwalja.mentions.models import Mention

READ = 3  # The first is confirmed, the others show what is public by itself.


def lay(user: AbstractUser) -> int:
    """Read what stands at the top of the front, and confirm the first as its editor; how many."""
    placed = Placement.objects.order_by("sort_order").values_list("article", flat=True)
    articles = list(placed[:READ])
    analyst = Analyst()
    for pk in articles:
        analyst.read(pk)
    if articles:
        _confirm(articles[0], user)
    return len(articles)


def _confirm(article_id: int, user: AbstractUser) -> None:
    """Shared names first, each by itself; then all that is sure."""
    for item in desk.of_article(article_id).doubtful:
        if isinstance(item.found, Mention) and item.found.proposed_id:
            accept(article_id, [item.ref], user)
    if desk.of_article(article_id).sure:
        accept_sure(article_id, user)
