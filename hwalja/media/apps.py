from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "hwalja.media"
    label = "media"
    verbose_name = "사진"

    def ready(self) -> None:
        from hwalja.media import renditions

        renditions.connect()
