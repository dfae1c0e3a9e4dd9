from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "hwalja.search"
    label = "search"
    verbose_name = "검색"
