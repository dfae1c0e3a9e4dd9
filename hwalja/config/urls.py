"""Every address of the paper."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls

from hwalja.articles.views import tree

handler500 = "hwalja.config.errors.server_error"

urlpatterns = [
    path("", include("hwalja.accounts.urls")),
    path("", include("hwalja.media.urls")),
    path("admin/", include(admin_urls)),
    path("", include("hwalja.comments.urls")),
    path("", include("hwalja.mentions.urls")),
    path("", include("hwalja.people.urls")),
    path("", include("hwalja.articles.urls")),
    path("", include("hwalja.search.urls")),
    path("", include("hwalja.masthead.urls")),
    re_path(wagtail_urls.serve_pattern, tree, name="wagtail_serve"),
]
