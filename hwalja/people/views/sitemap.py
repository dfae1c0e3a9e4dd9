"""Sitemaps of the directory."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from hwalja.look.metadata import absolute
from hwalja.people import sitemaps
from hwalja.people.affected import TAG


def part(request: HttpRequest, part: int) -> HttpResponse:
    """One file of profiles; it may be empty."""
    if part >= sitemaps.FILES:
        raise Http404("sitemap")
    found = [(absolute(path), at) for path, at in sitemaps.profiles(part)]
    kind = "application/xml; charset=utf-8"
    response = render(request, "people/sitemap.xml", {"rows": found}, content_type=kind)
    response["Cache-Tag"] = TAG
    return response
