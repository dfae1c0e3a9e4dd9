"""The style guide's place in the newsroom's help menu."""

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem

from hwalja.look import views


@hooks.register("register_admin_urls")
def style_guide_url() -> list[URLPattern]:
    return [path("look/", require_admin_access(views.style_guide), name="style_guide")]


@hooks.register("register_help_menu_item")
def style_guide_item() -> MenuItem:
    return MenuItem("지면 견본", reverse("style_guide"), icon_name="view", order=900)
