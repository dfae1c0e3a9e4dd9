"""Where in the admin the desk decides, and who may come in."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from wagtail.permission_policies.pages import PagePermissionPolicy

from hwalja.articles.models import Article
from hwalja.mentions.permission import can_decide
from hwalja.people.roles import CURATE


def article_at(pk: int, user: Any) -> Article:
    """Raises `Http404`, and `PermissionDenied` for who may not see the article's draft."""
    article = Article.objects.filter(pk=pk).first()
    if article is None:
        raise Http404("article")
    if not may_look(user, article):
        raise PermissionDenied
    return article


def may_look(user: Any, article: Article) -> bool:
    """Who may write it may look at what was read of it."""
    return can_decide(user, article) or article.permissions_for_user(user).can_edit()


def decides_anywhere(user: Any) -> bool:
    return user.has_perm(CURATE) or PagePermissionPolicy().user_has_permission(user, "publish")


def decided_by(user: Any) -> QuerySet[Article]:
    """The articles about which somebody may decide."""
    articles = Article.objects.filter(trashed_at=None)
    if user.has_perm(CURATE):
        return articles
    own = PagePermissionPolicy().instances_user_has_permission_for(user, "publish")
    return articles.filter(pk__in=own.values("pk"))
