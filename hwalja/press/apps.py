from django.apps import AppConfig


class PressConfig(AppConfig):
    name = "hwalja.press"
    label = "press"
    verbose_name = "조판"

    def ready(self) -> None:
        from hwalja.press import clock, door, errors, homes

        door.every_address(errors.addresses)
        clock.every(homes.TIDY_EVERY, homes.tidy)
