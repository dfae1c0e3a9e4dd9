"""Addresses that articles had in the systems papers come from.

An import may keep an article's number; what stood at `articleView.html?idxno=` then
stands at `/news/<number>/`.
"""

import re

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect

_NUMBER = re.compile(r"[1-9][0-9]{0,17}")


def article(request: HttpRequest, name: str) -> HttpResponsePermanentRedirect:
    """To the same number here; whether readers may see it is said there alone."""
    number = request.GET.get(name, "")
    if not _NUMBER.fullmatch(number):
        raise Http404("number")
    return HttpResponsePermanentRedirect(f"/news/{number}/")
