from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "hwalja.articles"
    label = "articles"
    verbose_name = "기사"

    def ready(self) -> None:
        from hwalja.articles import duties, listing, shared

        listing.connect()
        shared.connect()
        duties.register()
