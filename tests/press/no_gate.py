"""Takes the gate away that every public query goes through; never part of a paper."""

from django.apps import AppConfig


class NoGate(AppConfig):
    name = "tests.press"
    label = "no_gate"

    def ready(self) -> None:
        from hwalja.articles.models.article import ArticleQuerySet

        def published(self: ArticleQuerySet) -> ArticleQuerySet:
            return self.filter(published_at__isnull=False)

        ArticleQuerySet.published = published  # type: ignore[method-assign]
