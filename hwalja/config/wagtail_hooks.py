"""What the admin's pages bring along to be in Korean throughout."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def labels() -> str:
    return format_html('<script src="{}" defer></script>', static("config/labels.js"))
