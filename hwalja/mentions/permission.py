"""Who may decide about what was read: the desk of the article's section, the editor-in-chief, curators."""

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied

from hwalja.articles.models import Article
from hwalja.people.roles import CURATE

# Nobody: the operator at the command line, who may do everything.
Actor = AbstractUser | None


def can_decide(user: Actor, article: Article) -> bool:
    if user is None or user.has_perm(CURATE):
        return True
    return article.permissions_for_user(user).can_publish()


def may_decide(user: Actor, article: Article) -> None:
    """Raises `PermissionDenied`."""
    if not can_decide(user, article):
        raise PermissionDenied("mentions.decide")
