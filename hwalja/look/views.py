"""The style guide: every component with sample words, for whoever changes the look."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_TOKEN = re.compile(r"^  (--[\w-]+): [^;]+;$", re.MULTILINE)


def _static(name: str) -> str:
    return Path(str(finders.find(name))).read_text()


def _colours() -> list[str]:
    """Names of the colour tokens, in the order of tokens.css's first block."""
    return _TOKEN.findall(_static("look/tokens.css").split("}")[0])


def _icons() -> list[str]:
    return re.findall(r'<symbol id="([^"]+)"', _static("look/icons.svg"))


def style_guide(request: HttpRequest) -> HttpResponse:
    context = {"colours": _colours(), "icons": _icons()}
    return render(request, "look/style_guide.html", context)
