"""What stands before the newsroom's door."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from hwalja.accounts import factors
from hwalja.accounts.models import User

Handler = Callable[[HttpRequest], HttpResponse]
DOOR = "/admin/"
WAY_OUT = "/admin/logout/"


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
