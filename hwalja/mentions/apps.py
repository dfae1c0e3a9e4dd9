from django.apps import AppConfig


class MentionsConfig(AppConfig):
    name = "hwalja.mentions"
    label = "mentions"
    verbose_name = "인물 읽기"

    def ready(self) -> None:
        from hwalja.mentions import affected, directory_changes, drafts, duties, slots
        from hwalja.mentions.admin import beside
        from hwalja.mentions.who import slots as who_slots

        affected.register()
        affected.connect()
        directory_changes.connect()
        drafts.connect()
        duties.register()
        slots.register()
        who_slots.register()
        beside.register()
