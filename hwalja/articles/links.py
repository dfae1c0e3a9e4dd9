"""Links to articles inside the text, kept by id, so that they survive moves and renames."""

from typing import Any

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from hwalja.articles.blocks import links_at_hand
from hwalja.articles.lines import Line, lines
from hwalja.articles.models import Article


class ArticleLinkHandler(PageLinkHandler):
    """As Wagtail's, but fetched once for the whole page, and dead where readers may not go."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        held = links_at_hand.get()
        if held is None:
            ids = [int(attrs["id"]) for attrs in attrs_list]
            rows = lines(Article.objects.published().filter(pk__in=ids))
            held = {row.pk: row for row in rows}
        return [_opening_tag(held.get(int(attrs["id"]))) for attrs in attrs_list]


def _opening_tag(target: Line | None) -> str:
    return f'<a href="{escape(target.get_absolute_url())}">' if target else "<a>"
