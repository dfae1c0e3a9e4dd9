"""The public page of figures: what became of comments, month by month."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hwalja.comments import figures as counted
from hwalja.comments.figures import chart
from hwalja.comments.press import FIGURES as PATH
from hwalja.comments.reasons import HOUSE_RULES
from hwalja.look.metadata import Metadata

DESCRIPTION = "댓글 규칙, 권리를 침해당했을 때의 길, 달마다의 숫자"


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """The same for every reader all day: nothing of today is counted yet."""
    months = counted.months()
    context = {
        "months": months,
        "detailed": months[: counted.DETAILED],
        "chart": chart.draw(months[: counted.DETAILED]),
        "rules": HOUSE_RULES,
        "metadata": Metadata(PATH, "댓글을 어떻게 다루나", DESCRIPTION),
    }
    return render(request, "comments/figures.html", context)
