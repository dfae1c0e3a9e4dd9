"""Who may do what to a page, where Wagtail's tree permissions alone say too much.

A reporter may add articles everywhere, and so could add sections; a desk may
change its section's articles, and so could delete the section itself.
"""

from wagtail.models import PagePermissionTester


class SectionPermissions(PagePermissionTester):
    """A section itself belongs to those who may change sections; what is in it, to its desk."""

    def _runs_sections(self) -> bool:
        return bool(self.user.has_perm("articles.change_section"))

    def can_edit(self) -> bool:
        return self._runs_sections() and super().can_edit()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self._runs_sections() and super().can_delete(ignore_bulk)

    def can_publish(self) -> bool:
        return self._runs_sections() and super().can_publish()

    def can_unpublish(self) -> bool:
        return self._runs_sections() and super().can_unpublish()

    def can_lock(self) -> bool:
        return self._runs_sections() and super().can_lock()

    def can_copy(self) -> bool:
        """There is one section of a kind, and its articles are not doubled."""
        return False

    def can_reorder_children(self) -> bool:
        return self._runs_sections() and super().can_reorder_children()


class FrontPermissions(PagePermissionTester):
    """The front's only children are sections."""

    def can_add_subpage(self) -> bool:
        return self.user.has_perm("articles.add_section") and super().can_add_subpage()


class ArticlePermissions(PagePermissionTester):
    """In the trash an article can only be restored or purged."""

    def _in_use(self) -> bool:
        return self.page.trashed_at is None

    def can_edit(self) -> bool:
        return self._in_use() and super().can_edit()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self._in_use() and super().can_delete(ignore_bulk)

    def can_publish(self) -> bool:
        return self._in_use() and super().can_publish()

    def can_unpublish(self) -> bool:
        return self._in_use() and super().can_unpublish()

    def can_submit_for_moderation(self) -> bool:
        return self._in_use() and super().can_submit_for_moderation()

    def can_move(self) -> bool:
        return self._in_use() and super().can_move()

    def can_copy(self) -> bool:
        return self._in_use() and super().can_copy()

    def can_lock(self) -> bool:
        return self._in_use() and super().can_lock()
