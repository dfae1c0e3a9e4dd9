"""What this room adds to Wagtail."""

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from hwalja.mentions.admin.reports import ReportViewSet


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[ViewSet]:
    return [ReportViewSet()]
