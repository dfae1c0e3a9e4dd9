from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "hwalja.articles"
    label = "articles"
    verbose_name = "기사"

    def ready(self) -> None:

        from hwalja.articles import desks, duties, listing, shared

        desks.connect()
        listing.connect()
        shared.connect()
        duties.register()
