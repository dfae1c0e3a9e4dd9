"""What the accounts add to Wagtail."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.telepath import register
from wagtail.admin.ui.sidebar import BaseSidebarAdapter, MainMenuModule

from hwalja.accounts.actions.leave import leave
from hwalja.accounts.admin import MEMBERS
from hwalja.accounts.models import User


class WholeNameAdapter(BaseSidebarAdapter):
    """Wagtail's sidebar calls people by the given name alone; here it is the whole name."""

    js_constructor = "wagtail.sidebar.MainMenuModule"

    def js_args(self, obj: MainMenuModule) -> list[Any]:
        *menus, account = obj.js_args()
        return [*menus, {**account, "name": str(obj.user)}]


register(WholeNameAdapter(), MainMenuModule)


@hooks.register("register_account_menu_item")
def second_factor(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("mfa_index"),
        "label": "두 번째 인증",
        "help_text": "인증 앱, 패스키, 복구 코드를 켜고 끕니다.",
    }


@hooks.register("before_edit_user")
@hooks.register("before_delete_user")
def operators_stay_out_of_reach(request: HttpRequest, user: User) -> None:
    """Who may change accounts may not take over the operator's, which may do anything."""
    if user.is_superuser and not request.user.is_superuser:
        raise PermissionDenied


@hooks.register("before_create_user")
@hooks.register("before_edit_user")
def nobody_makes_operators(request: HttpRequest, user: User | None = None) -> None:
    """An operator is made on the machine, or by another operator."""
    if "is_superuser" in request.POST and not request.user.is_superuser:
        raise PermissionDenied


@hooks.register("before_bulk_action")
def operators_stay_out_of_lists(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """The same for many accounts at once."""
    chosen = any(isinstance(found, User) and found.is_superuser for found in objects)
    if chosen and not request.user.is_superuser:
        raise PermissionDenied


# --- Members: not of the newsroom, and not to be made so -----------------------------------


def _back_to_members(request: HttpRequest) -> HttpResponse:
    return redirect(f"{reverse('wagtailusers_users:index')}?kind={MEMBERS}")


@hooks.register("before_edit_user")
def members_keep_their_own_account(request: HttpRequest, user: User) -> HttpResponse | None:
    """No name, no password, no role is given to a member here."""
    if not user.is_member:
        return None
    messages.error(
        request,
        "회원의 계정은 고칠 수 없습니다. 목록에서 표시해 쓰지 못하게 하거나 지울 수 있습니다.",
    )
    return _back_to_members(request)


@hooks.register("before_delete_user")
def members_leave_whole(request: HttpRequest, user: User) -> HttpResponse | None:
    """Whoever deletes a member erases what every room holds of them."""
    if not user.is_member or request.method != "POST":
        return None
    leave(user.member)
    messages.success(request, "회원을 지웠습니다. 그 회원의 개인정보도 모두 지웠습니다.")
    return _back_to_members(request)


@hooks.register("before_bulk_action")
def members_stay_out_of_lists(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Many at once: never together with the newsroom's, never roles, never past the erasing."""
    accounts = [found for found in objects if isinstance(found, User)]
    of_members = [account for account in accounts if account.is_member]
    if not of_members:
        return None
    if len(of_members) == len(accounts) and action_type == "set_active_state":
        return None
    messages.error(
        request,
        "회원의 계정이 섞여 있어 하지 않았습니다. 회원에게는 역할을 줄 수 없고, 지울 때는 한 사람씩 지웁니다.",
    )
    return redirect("wagtailusers_users:index")
