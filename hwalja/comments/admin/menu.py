"""What the comments add to the admin's menu, for whoever may moderate."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from hwalja.comments.admin import queue
from hwalja.comments.roles import MODERATE

# Nobody reads a larger number in a menu.
MOST = 999


class Moderating(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MODERATE))


class Comments(Moderating):
    """With the number of those that wait."""

    def render_component(self, request: HttpRequest) -> Any:
        count = queue.waiting(MOST + 1)
        told = f" {count}" if count <= MOST else f" {MOST}+"
        label = f"{self.label}{told}" if count else self.label
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name)
