"""The moderators' addresses beneath /admin/comments/."""

from typing import Any

from django.urls import path
from wagtail.admin.auth import permission_required
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSet

from hwalja.comments.admin import article, doing, records, threshold, views, words
from hwalja.comments.models import SectionComments
from hwalja.comments.roles import MODERATE


class ModerationViewSet(ViewSet):
    name = "moderation"
    url_prefix = "comments"

    def get_urlpatterns(self) -> list[Any]:
        moderate = permission_required(MODERATE)
        see_words = permission_required("comments.view_word")
        return [
            path("", moderate(views.Queue.as_view()), name="index"),
            path("do/", moderate(doing.do), name="do"),
            path("<number:pk>/", moderate(views.one), name="one"),
            # Desks, too, open and close the comments of their articles.
            path("article/<number:pk>/", article.ArticleComments.as_view(), name="article"),
            path("standings/", moderate(records.Standings.as_view()), name="standings"),
            path("words/", see_words(words.WordList.as_view()), name="words"),
            path("words/<number:pk>/remove/", see_words(words.remove), name="remove_word"),
            path("threshold/", moderate(threshold.Threshold.as_view()), name="threshold"),
            path("log/", moderate(records.Log.as_view()), name="log"),
        ]


class SectionViewSet(ModelViewSet):
    """Sections whose comments are not as everywhere else."""

    model = SectionComments
    name = "section_comments"
    url_prefix = "comments/sections"
    icon = "comment"
    add_to_admin_menu = False
    copy_view_enabled = False
    list_display = ["section", "get_mode_display"]
    panels = [
        HelpPanel("여기 없는 섹션은 댓글 규칙대로 합니다. 아래 섹션을 따로 두면 그것이 앞섭니다."),
        FieldPanel("section"),
        FieldPanel("mode"),
    ]
