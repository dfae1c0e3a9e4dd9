"""The desk's addresses beneath /admin/who/."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from hwalja.mentions.admin import doing, views
from hwalja.mentions.admin.places import decides_anywhere


class DeskViewSet(ViewSet):
    name = "who_desk"
    url_prefix = "who"

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", _deciding(views.Index.as_view()), name="index"),
            path("failed/", _deciding(views.Failed.as_view()), name="failed"),
            path("<number:pk>/", views.one, name="desk"),
            path("<number:pk>/do/", doing.do, name="do"),
            path("<number:pk>/find/", views.find, name="find"),
        ]


def _deciding(view: Any) -> Any:
    """For those who decide about some article."""

    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not decides_anywhere(request.user):
            raise PermissionDenied
        answer: HttpResponse = view(request, *args, **kwargs)
        return answer

    return guarded
