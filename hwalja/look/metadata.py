"""What a page tells machines of itself: its address, its card when shared, its JSON-LD."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.utils.encoding import iri_to_uri
from django.utils.safestring import SafeString, mark_safe

# What could end the <script> or confuse an old parser, as JSON writes it.
_ESCAPES = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"})


def absolute(path: str) -> str:
    """The full address of a path of the paper, percent-encoded; full addresses stay."""
    return iri_to_uri(urljoin(settings.BASE_URL + "/", path))


@dataclass(frozen=True)
class Image:
    """A picture to show when the page is shared."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Metadata:
    """`path` without a query is where the page stands; `properties` are Open Graph's own."""

    path: str
    title: str
    description: str = ""
    kind: str = "website"
    image: Image | None = None
    feed: str = ""
    indexed: bool = True
    properties: list[tuple[str, str]] = field(default_factory=list)
    json_ld: list[dict[str, Any]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return absolute(self.path)

    @property
    def scripts(self) -> list[SafeString]:
        """Each a whole JSON-LD document, safe between <script> and its end."""
        return [_script({"@context": "https://schema.org", **row}) for row in self.json_ld]


def _script(data: dict[str, Any]) -> SafeString:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))


def breadcrumbs(trail: list[tuple[str, str]]) -> dict[str, Any]:
    """A BreadcrumbList of titles and paths, outermost first."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": title, "item": absolute(path)}
            for place, (title, path) in enumerate(trail, 1)
        ],
    }
