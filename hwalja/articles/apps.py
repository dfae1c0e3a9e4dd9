from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "hwalja.articles"
    label = "articles"
    verbose_name = "기사"

    def ready(self) -> None:

        from hwalja.articles import (
            addresses,
            affected,
            desks,
            duties,
            former,
            impostors,
            listing,
            tags,
            who,
        )

        addresses.register()
        desks.connect()
        listing.connect()
        former.connect()
        # After listing, whose columns it reads.
        affected.register()
        affected.connect()
        duties.register()
        tags.register()
        impostors.register()
        who.register()
