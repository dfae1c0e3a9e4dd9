from django.apps import AppConfig


class CommentsConfig(AppConfig):
    name = "hwalja.comments"
    label = "comments"
    verbose_name = "댓글"
