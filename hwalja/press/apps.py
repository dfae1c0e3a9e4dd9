from django.apps import AppConfig


class PressConfig(AppConfig):
    name = "hwalja.press"
    label = "press"
    verbose_name = "조판"

    def ready(self) -> None:
        from hwalja.press import door, errors

        door.every_address(errors.addresses)
