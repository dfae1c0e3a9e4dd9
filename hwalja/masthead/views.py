"""The paper's own pages: about, policies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hwalja.masthead import metadata
from hwalja.masthead.models import Policy


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "masthead/about.html", {"metadata": metadata.of_about()})


def policy(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Policy, slug=slug)
    context = {"policy": found, "metadata": metadata.of_policy(found)}
    return render(request, "masthead/policy.html", context)
