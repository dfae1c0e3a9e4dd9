"""Every address of the paper."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls

from hwalja.articles.views import tree

urlpatterns = [
    path("", include("hwalja.accounts.urls")),
    path("admin/", include(admin_urls)),
    re_path(r"^media/(?P<path>.+)$", serve, {"document_root": settings.MEDIA_ROOT}),
    path("", include("hwalja.articles.urls")),
    path("", include("hwalja.search.urls")),
    path("", include("hwalja.masthead.urls")),
    re_path(wagtail_urls.serve_pattern, tree, name="wagtail_serve"),
]
