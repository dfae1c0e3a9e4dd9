"""What a reader asks for: reading the few headers that matter."""

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl

# The second page to the last that any list can have; the first has no number.
_PAGE = re.compile(r"[2-9]|[1-9][0-9]{1,3}")
# Control characters, and what would make a path another key.
_ODD = re.compile(r"[\x00-\x1f\x7f?#\ufffd]")
LONGEST = 600  # Characters of a path that can be a page of ours.
FEW = 100  # Values of one header that browsers really send, and their length.


class Known:
    """A question about a header, and those values that it has been answered yes for.

    Readers choose the values: only a few are remembered, and only short ones.
    """

    def __init__(self, question: Callable[[str], bool]) -> None:
        self.question = question
        self.known: set[str] = set()

    def __call__(self, value: str) -> bool:
        if value in self.known:
            return True
        if not self.question(value):
            return False
        if len(value) <= FEW:
            if len(self.known) >= FEW:
                self.known.clear()
            self.known.add(value)
        return True


def takes_gzip(accepted: str) -> bool:
    """Whether `Accept-Encoding` lets us answer with gzip (RFC 9110, 12.5.3)."""
    weights = {}
    for item in accepted.lower().split(","):
        name, _, parameter = item.strip().partition(";")
        weights[name.strip()] = _weight(parameter)
    gzip = weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0)))
    return gzip > 0 and gzip >= weights.get("identity", 0.0)


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def matches(etag: str, wanted: str) -> bool:
    """Whether `If-None-Match` names `etag`, by the weak comparison (RFC 9110, 13.1.2)."""
    if wanted.strip() == "*":
        return True
    return any(one.strip().removeprefix("W/") == etag for one in wanted.split(","))


def has_cookie(cookies: str, name: str) -> bool:
    return any(one.split("=", 1)[0].strip() == name for one in cookies.split(";"))


def page_number(query: str) -> str:
    """N of `page=N`, if it is given once and not 1; it may be no number of a page at all."""
    if "page=" not in query:
        return ""
    found = [value for name, value in parse_qsl(query[:2000]) if name == "page"]
    return found[0] if len(found) == 1 and found[0] != "1" else ""


def is_further_page(number: str) -> bool:
    return _PAGE.fullmatch(number) is not None


def is_plain(path: str) -> bool:
    """Can a page of ours stand there? What is odd is left for the app to refuse."""
    return path.startswith("/") and len(path) <= LONGEST and not _ODD.search(path)


def names(hosts: Iterable[str]) -> Callable[[str], bool]:
    """Is a Host header one of `hosts`, with any port or none?"""
    ours = re.compile(rf"(?:{'|'.join(map(re.escape, hosts))})(?::[0-9]{{1,5}})?", re.IGNORECASE)
    return lambda host: ours.fullmatch(host) is not None


def host(scope: Any) -> str:
    """The name asked for, as the reader wrote it."""
    return scope.headers.get("host") or scope.authority or ""
