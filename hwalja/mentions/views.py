"""Readers' pages of this room."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from hwalja.articles.models import Article
from hwalja.mentions import on_page
from hwalja.mentions.actions import report as reports
from hwalja.mentions.forms import ReportForm
from hwalja.people import origin
from hwalja.people.views.private import private

DAY = 24 * 60 * 60  # Seconds.
THANKS = "알려 주셔서 고맙습니다. 편집국이 살펴보고, 틀렸으면 바로 고칩니다."


@private
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, number: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.published(), number=number)
    data = request.POST if request.method == "POST" else None
    form = ReportForm(data, on_page.of(article))
    if not form.is_valid():
        return _shown(request, article, form, 422 if form.is_bound else 200)
    try:
        # What fills in everything by itself is thanked, and not heard.
        if not form.cleaned_data["url"]:
            reports.report(article, origin.of(request), **form.told)
    except reports.Refused as refused:
        form.add_error(None, str(refused))
        response = _shown(request, article, form, 429)
        response["Retry-After"] = str(DAY)
        return response
    return _shown(request, article, None)


def _shown(
    request: HttpRequest, article: Article, form: ReportForm | None, status: int = 200
) -> HttpResponse:
    context = {"article": article, "form": form, "said": THANKS}
    return render(request, "mentions/report.html", context, status=status)
