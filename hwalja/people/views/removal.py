"""A request of whom a profile is about, or a reader's report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from hwalja.people import metadata, origin
from hwalja.people.actions import ask_removal
from hwalja.people.forms import RemovalForm
from hwalja.people.models import Profile
from hwalja.people.views.private import private
from hwalja.people.views.profile import of_somebody

ASKED = (
    "요청을 받았습니다. 인물 담당이 살펴보고, 메일을 적어 주셨으면 결과를 알려 드립니다. "
    "접수했다는 메일이 오지 않으면 주소를 다시 확인해 주십시오."
)
DAY = 24 * 60 * 60  # Seconds.
FIELDS = ("relation", "wish", "name", "mail", "reason")


@private
@require_http_methods(["GET", "HEAD", "POST"])
@of_somebody
def ask(request: HttpRequest, found: Profile) -> HttpResponse:
    form = RemovalForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _shown(request, found, form=form, status=422 if form.is_bound else 200)
    data = form.cleaned_data
    try:
        # What fills in everything by itself is thanked, and not heard.
        if not data["url"]:
            told = {name: data[name] for name in FIELDS}
            ask_removal.ask(found, origin.of(request), **told)
    except ask_removal.Refused as refused:
        form.add_error(None, str(refused))
        response = _shown(request, found, form=form, status=429)
        response["Retry-After"] = str(DAY)
        return response
    return _shown(request, found, said=ASKED)


def _shown(
    request: HttpRequest,
    found: Profile,
    *,
    form: RemovalForm | None = None,
    said: str = "",
    status: int = 200,
) -> HttpResponse:
    path = f"{found.get_absolute_url()}request/"
    context = {
        "profile": found,
        "form": form,
        "said": said,
        "metadata": metadata.of_list(path, f"{found.name}: 고침·삭제 요청", indexed=False),
    }
    return render(request, "people/request.html", context, status=status)
