"""Which comments this browser has written: a signed cookie that only an article's forms get."""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from hwalja.comments.models import Comment

NAME = "hwalja_comments"
SALT = "hwalja.comments.mine"
MONTH = 30 * 24 * 3600
AT_MOST = 40  # A cookie has no more room.


def ids(request: HttpRequest) -> list[int]:
    try:
        found = signing.loads(request.COOKIES.get(NAME, ""), salt=SALT, max_age=MONTH)
    except signing.BadSignature:
        return []
    return [pk for pk in found if isinstance(pk, int)] if isinstance(found, list) else []


def is_mine(request: HttpRequest, comment: Comment) -> bool:
    if comment.author_id is not None:
        return request.user.is_authenticated and request.user.pk == comment.author_id
    return comment.pk in ids(request)


def remember(request: HttpRequest, response: HttpResponse, comment: Comment) -> None:
    """Have the browser show it again; readers' pages never see this cookie."""
    known = [pk for pk in ids(request) if pk != comment.pk]
    response.set_cookie(
        NAME,
        signing.dumps([*known, comment.pk][-AT_MOST:], salt=SALT),
        max_age=MONTH,
        path=f"/news/{comment.article.number}/comments/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
