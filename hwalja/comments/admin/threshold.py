"""The assistant's threshold, beside what each would have meant."""

from typing import Any

from hwalja.comments.admin import chart
from hwalja.comments.admin.views import Screen
from hwalja.comments.models import Comment
from hwalja.comments.shared import RULES

LAST = 5000


def decided() -> list[tuple[float, bool]]:
    """The last comments that a moderator has shown or hidden, as the assistant read them."""
    rows = Comment.objects.filter(
        decided_at__isnull=False, state__in=(Comment.VISIBLE, Comment.HIDDEN)
    )
    last = rows.order_by("-decided_at").values_list("judged", "state")[:LAST]
    return [(score, state == Comment.HIDDEN) for score, state in last]


class Threshold(Screen):
    page_title = "보조기의 문턱"
    screen = "threshold"
    template_name = "comments/admin/threshold.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        threshold = RULES.get().threshold
        return {
            **super().get_context_data(**kwargs),
            "threshold": threshold,
            "last": LAST,
            "chart": chart.draw(decided(), threshold),
            "may_set": self.request.user.has_perm("comments.change_commentrules"),
        }
