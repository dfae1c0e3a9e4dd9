"""One's own account: a member's, and in the admin the newsroom's."""

from collections.abc import Callable
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel

from hwalja.accounts import doors, members, personal_data
from hwalja.accounts.actions.leave import leave
from hwalja.accounts.forms import LeaveForm, RenameForm
from hwalja.accounts.models import Member, User

View = Callable[..., HttpResponseBase]


def members_only(view: View) -> View:
    """For members who are logged in; the newsroom has pages of its own."""

    @never_cache
    @login_required
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if isinstance(request.user, User) and request.user.is_member:
            return view(request, *args, **kwargs)
        return redirect("account_home")

    return guarded


def _member(request: HttpRequest) -> Member:
    return Member.objects.select_related("user").get(user_id=request.user.pk or 0)


@never_cache
@login_required
def home(request: HttpRequest) -> HttpResponse:
    user = request.user
    if isinstance(user, User) and doors.opens_for(user):
        return redirect("wagtailadmin_home")
    if not (isinstance(user, User) and user.is_member):
        return render(request, "accounts/no_role.html")
    connected = SocialAccount.objects.filter(user=user)
    context = {
        "member": user.member,
        "addresses": EmailAddress.objects.filter(user=user).order_by("-primary"),
        "connected": connected,
        "has_providers": bool(settings.SOCIALACCOUNT_PROVIDERS) or connected.exists(),
        "again": members.may_rename_at(user.member),
    }
    return render(request, "accounts/home.html", context)


@members_only
def rename(request: HttpRequest) -> HttpResponse:
    member = _member(request)
    form = RenameForm(request.POST or None, member=member)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, "별명을 바꾸었습니다.")
        return redirect("account_home")
    context = {"form": form, "again": members.may_rename_at(member)}
    return render(request, "accounts/rename.html", context)


@members_only
@require_POST
@reauthentication_required
def download(request: HttpRequest) -> HttpResponse:
    """All of one's own data, as a file."""
    now = timezone.now()
    answer = JsonResponse(
        {"만든 때": now, **personal_data.export(_member(request))},
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    name = f"hwalja-{timezone.localtime(now):%Y%m%d}.json"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@members_only
@reauthentication_required
def leave_for_good(request: HttpRequest) -> HttpResponse:
    form = LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        leave(_member(request))
        logout(request)
        return render(request, "accounts/left.html", {"stays": personal_data.stays()})
    return render(request, "accounts/leave.html", {"form": form, "stays": personal_data.stays()})


class Account(AccountView):
    """As Wagtail's, without the profile picture: photos have one door, and that has a gate."""

    def get_panels(self) -> list[Any]:
        panels: list[Any] = super().get_panels()
        return [panel for panel in panels if not isinstance(panel, AvatarSettingsPanel)]
