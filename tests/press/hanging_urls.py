"""The paper's addresses, and one that never answers."""

import time

from django.http import HttpRequest, HttpResponse
from django.urls import path

from hwalja.config.urls import handler500, urlpatterns

__all__ = ["handler500"]


def hang(request: HttpRequest) -> HttpResponse:
    time.sleep(3600)
    return HttpResponse()


urlpatterns = [path("admin/hang/", hang), *urlpatterns]
