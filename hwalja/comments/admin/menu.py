"""What the comments add to the admin's menu, for whoever may moderate."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from hwalja.comments.admin import queue
from hwalja.comments.roles import MODERATE
from hwalja.look.menu import MOST, with_number


class Moderating(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MODERATE))


class Comments(Moderating):
    """With the number of those that wait."""

    def render_component(self, request: HttpRequest) -> Any:
        return with_number(super().render_component(request), queue.waiting(MOST + 1))
