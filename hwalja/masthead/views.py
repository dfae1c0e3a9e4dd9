"""The paper's own pages: about, policies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hwalja.masthead.models import Policy


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "masthead/about.html")


def policy(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "masthead/policy.html", {"policy": get_object_or_404(Policy, slug=slug)})
