from django.apps import AppConfig


class PressConfig(AppConfig):
    name = "hwalja.press"
    label = "press"
    verbose_name = "조판"
