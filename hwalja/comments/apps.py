from django.apps import AppConfig


class CommentsConfig(AppConfig):
    name = "hwalja.comments"
    label = "comments"
    verbose_name = "댓글"

    def ready(self) -> None:
        from hwalja.comments import affected, database, duties, own_data, roles, slots

        database.connect()
        affected.register()
        affected.connect()
        duties.register()
        slots.register()
        own_data.register()
        roles.connect(self)
