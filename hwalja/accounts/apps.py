from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "hwalja.accounts"
    label = "accounts"
    verbose_name = "계정"
