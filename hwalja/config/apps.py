from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "hwalja.config"
    label = "config"
    verbose_name = "설정"

    def ready(self) -> None:
        from hwalja.config import (
            checks,  # noqa: F401  (registers the system checks)
            sqlite,
        )
        from hwalja.config.labels import put_in_korean
        from hwalja.press import clock

        put_in_korean()
        clock.every(3600.0, sqlite.know_sizes)
