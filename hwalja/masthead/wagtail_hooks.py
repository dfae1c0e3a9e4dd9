"""What the masthead adds to Wagtail."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from hwalja.masthead.models import Policy


class PolicyViewSet(SnippetViewSet):
    model = Policy
    icon = "clipboard-list"
    menu_label = "약관과 정책"
    menu_order = 910
    add_to_admin_menu = True
    list_display = ["title", "slug", "order", DateColumn("changed_at", label="고친 때")]
    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("body"),
        FieldPanel("order"),
        FieldPanel("emphasised"),
    ]


register_snippet(PolicyViewSet)


@hooks.register("insert_global_admin_css")
def name_in_the_menu() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("masthead/admin.css"))
