"""What editors keep beside the articles: reporters, series, 속보."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    ObjectList,
    PageChooserPanel,
)
from wagtail.admin.ui.tables import BooleanColumn, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from hwalja.accounts.members import newsroom
from hwalja.articles.models import BreakingNews, Reporter, Series


class ReporterForm(WagtailAdminModelForm):
    """Accounts of members, of whom there may be many, are no choice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = newsroom()


class ReporterViewSet(SnippetViewSet):
    model = Reporter
    icon = "user"
    menu_label = "기자"
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["name", "title", "email", "user"]
    search_fields = ["name", "email"]
    list_per_page = 50
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("title")]),
            FieldPanel("slug", help_text="기자 페이지의 주소: /reporters/ 뒤에 붙습니다."),
            FieldPanel("email", help_text="기사에 함께 실립니다."),
            FieldPanel("photo"),
            FieldPanel("bio"),
            FieldPanel("user", help_text="이 계정으로 쓰는 기사에 이 이름이 먼저 들어갑니다."),
        ],
        base_form_class=ReporterForm,
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return Reporter.objects.select_related("user")


class SeriesViewSet(SnippetViewSet):
    model = Series
    icon = "list-ol"
    menu_label = "연재"
    menu_order = 320
    add_to_admin_menu = True
    list_display = ["name", BooleanColumn("closed", label="끝난 연재")]
    search_fields = ["name"]
    panels = [
        FieldPanel("name"),
        FieldPanel("slug", help_text="연재 페이지의 주소: /series/ 뒤에 붙습니다."),
        FieldPanel("description"),
        FieldPanel("closed"),
    ]


class BreakingNewsViewSet(SnippetViewSet):
    model = BreakingNews
    icon = "warning"
    menu_label = "속보"
    menu_order = 300
    add_to_admin_menu = True
    list_display = [
        "headline",
        DateColumn("starts_at", label="시작"),
        DateColumn("ends_at", label="끝"),
    ]
    panels = [
        HelpPanel(
            "모든 쪽 위에 한 줄로 뜹니다. 끝나는 때가 되면 저절로 사라집니다. "
            "기사를 고르면 그 기사로 이어집니다."
        ),
        FieldPanel("headline"),
        PageChooserPanel("article", "articles.Article"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
    ]
