"""The doors: one way in for everybody, ours; Wagtail's own lead to it."""

from collections.abc import Callable

from allauth.account import views as allauth_views
from allauth.socialaccount import views as social_views
from allauth.urls import build_provider_urlpatterns
from django.http.response import HttpResponseBase
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin.auth import require_admin_access

from hwalja.accounts import views


def _to(name: str) -> Callable[..., HttpResponseBase]:
    return RedirectView.as_view(pattern_name=name, query_string=True)


urlpatterns = [
    # A second way in would be one without the second factor.
    path("admin/login/", _to("account_login")),
    path("admin/account/", require_admin_access(views.Account.as_view())),
    path("admin/password_reset/", _to("account_reset_password")),
    re_path(r"^admin/password_reset/.+$", _to("account_reset_password")),
    path("account/", views.home, name="account_home"),
    path("account/nickname/", views.rename, name="account_rename"),
    path("account/download/", views.download, name="account_download"),
    path("account/leave/", views.leave_for_good, name="account_leave"),
    # The newsroom's addresses are given by the editor-in-chief, together with the account.
    path("account/email/", views.members_only(allauth_views.email)),
    path("account/3rdparty/", views.members_only(social_views.connections)),
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("account/3rdparty/", include("allauth.socialaccount.urls")),
    path("account/", include(build_provider_urlpatterns())),
]
