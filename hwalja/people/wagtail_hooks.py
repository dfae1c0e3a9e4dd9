"""What the directory adds to Wagtail."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from hwalja.people.admin import viewsets


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[Any]:
    return [
        viewsets.PeopleGroup(),
        viewsets.CurationViewSet(),
        viewsets.OrganisationChooser(),
    ]


@hooks.register("insert_global_admin_css")
def style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("people/admin.css"))


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    names = [
        f"{verb}_{kind}"
        for verb in ("add", "change", "view")
        for kind in ("person", "organisation")
    ]
    return Permission.objects.filter(
        content_type__app_label="people", codename__in=[*names, "view_profile", "curate"]
    )
