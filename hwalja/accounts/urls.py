"""The newsroom's doors: one way in, ours; Wagtail's own lead to it."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin.auth import require_admin_access

from hwalja.accounts.views import Account


def _to(name: str) -> Callable[..., HttpResponseBase]:
    return RedirectView.as_view(pattern_name=name, query_string=True)


urlpatterns = [
    # A second way in would be one without the second factor.
    path("admin/login/", _to("account_login")),
    path("admin/account/", require_admin_access(Account.as_view())),
    path("admin/password_reset/", _to("account_reset_password")),
    re_path(r"^admin/password_reset/.+$", _to("account_reset_password")),
    # Addresses are given by the editor-in-chief, together with the account.
    re_path(r"^account/(?:email|confirm-email|signup)/.*$", _to("account_login")),
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
]
