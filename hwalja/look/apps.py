from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "hwalja.look"
    label = "look"
    verbose_name = "모양"
