"""What the accounts add to Wagtail."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.telepath import register
from wagtail.admin.ui.sidebar import BaseSidebarAdapter, MainMenuModule

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
