"""The paper's own pages: about, policies; and its icon."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static

from hwalja.masthead import metadata
from hwalja.masthead.models import Policy


def favicon(request: HttpRequest) -> HttpResponsePermanentRedirect:
    """Where browsers look for an icon that no page has told them of."""
    return HttpResponsePermanentRedirect(static("look/favicon.svg"))


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "masthead/about.html", {"metadata": metadata.of_about()})


def policy(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Policy, slug=slug)
    context = {"policy": found, "metadata": metadata.of_policy(found)}
    return render(request, "masthead/policy.html", context)
