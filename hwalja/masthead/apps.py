from django.apps import AppConfig


class MastheadConfig(AppConfig):
    name = "hwalja.masthead"
    label = "masthead"
    verbose_name = "신문"

    def ready(self) -> None:
        from hwalja.masthead import shared

        shared.connect()
