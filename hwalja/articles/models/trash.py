"""The trash: deleted articles wait here for 30 days."""

from wagtail.models import Page


class Trash(Page):
    """Stands beside the front, outside the site's tree: nothing in it has an address."""

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types: list[str] = ["articles.Article"]
    private_page_options: list[str] = []

    class Meta:
        verbose_name = "휴지통"
        verbose_name_plural = "휴지통"

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """`hwalja init` makes the only one."""
        return False
