"""Every address of the paper."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls

from hwalja.articles.views import tree


def healthz(request: HttpRequest) -> HttpResponse:
    """Alive, with a database that answers."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


urlpatterns = [
    path("healthz", healthz),
    path("admin/", include(admin_urls)),
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    re_path(r"^media/(?P<path>.+)$", serve, {"document_root": settings.MEDIA_ROOT}),
    path("", include("hwalja.articles.urls")),
    path("", include("hwalja.search.urls")),
    path("", include("hwalja.masthead.urls")),
    re_path(wagtail_urls.serve_pattern, tree, name="wagtail_serve"),
]
