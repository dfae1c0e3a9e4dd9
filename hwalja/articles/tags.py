"""How the operator reads the tags by which the press finds this room's pages."""

from collections.abc import Callable

from django.db.models import Model
from taggit.models import Tag
from wagtail.models import Page

from hwalja.articles.models import Reporter, Series
from hwalja.press import words


def _of(model: type[Model], phrase: str) -> Callable[[str], str]:
    """`phrase` with the name of the row; of a row that is gone, its number."""

    def named(key: str) -> str:
        row = model._default_manager.filter(pk=key).first() if key.isdigit() else None
        return phrase.format(row or key)

    return named


def register() -> None:
    words.call("reporter", _of(Reporter, "{}의 기사"))
    words.call("series", _of(Series, "‘{}’ 연재에 든 쪽"))
    words.call("tag", _of(Tag, "‘{}’ 태그가 붙은 쪽"))
    words.call("section", _of(Page, "‘{}’ 섹션의 쪽"))
    words.call("feed", lambda _: "모든 피드")
    words.call("list", lambda _: "모든 목록")
