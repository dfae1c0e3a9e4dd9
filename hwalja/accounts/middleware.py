"""What stands before the newsroom's door, and who is known at it."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from hwalja.accounts import doors, factors, social
from hwalja.accounts.models import User

Handler = Callable[[HttpRequest], HttpResponse]
DOOR = "/admin/"
WAY_OUT = "/admin/logout/"
ACCOUNT = "/account/"


def newsroom_cookie(get_response: Handler) -> Handler:
    """Tell whatever stands in front that this browser is the newsroom's.

    A cookie beside the session's, as long as somebody who may enter is logged in. A member
    never has it, and so gets pages as any reader does. It stands outside the sessions: it
    follows what they answer, and never reads one that nobody else has read.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        session = getattr(request, "session", None)
        if session is None or not session.accessed:
            return response
        renewed = settings.SESSION_COOKIE_NAME in response.cookies
        there = settings.NEWSROOM_COOKIE_NAME in request.COOKIES
        if renewed or there or request.path_info.startswith(DOOR):
            _tell(request, response, renewed=renewed, there=there)
        return response

    return middleware


def _tell(request: HttpRequest, response: HttpResponse, *, renewed: bool, there: bool) -> None:
    inside = isinstance(request.user, User) and doors.opens_for(request.user)
    if inside and (renewed or not there):
        response.set_cookie(
            settings.NEWSROOM_COOKIE_NAME,
            "1",
            max_age=request.session.get_expiry_age(),
            path=settings.SESSION_COOKIE_PATH,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    elif there and not inside:
        response.delete_cookie(
            settings.NEWSROOM_COOKIE_NAME,
            path=settings.SESSION_COOKIE_PATH,
            samesite="Lax",
        )


def newsroom_only(get_response: Handler) -> Handler:
    """Whoever is logged in and may not enter is told so, not asked to log in again."""

    def middleware(request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not path.startswith(DOOR) or path == WAY_OUT:
            return get_response(request)
        if isinstance(request.user, User) and not doors.opens_for(request.user):
            messages.error(request, "이 계정으로는 편집국에 들어갈 수 없습니다.")
            return redirect("account_home")
        return get_response(request)

    return middleware


def second_factor(get_response: Handler) -> Handler:
    """Lead those who may publish to their second factor before the admin opens."""

    def middleware(request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not path.startswith(DOOR) or path == WAY_OUT:
            return get_response(request)
        if isinstance(request.user, User) and factors.is_missing(request.user):
            messages.warning(
                request, "기사를 내보낼 수 있는 계정은 두 번째 인증을 켜야 편집국에 들어갑니다."
            )
            return redirect("mfa_index")
        return get_response(request)

    return middleware


def providers_let_in(get_response: Handler) -> Handler:
    """Forms of the account's pages may lead to the providers whose keys are set."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        hosts = [
            one for provider in settings.SOCIALACCOUNT_PROVIDERS for one in social.HOSTS[provider]
        ]
        if hosts and request.path_info.startswith(ACCOUNT):
            response._csp_update = {"form-action": hosts}  # type: ignore[attr-defined]
        return response

    return middleware
