"""What a reader asks for: reading the few headers that matter."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl

# The second page to the last that any list can have; the first has no number.
_PAGE = re.compile(r"[2-9]|[1-9][0-9]{1,3}")
# Control characters, and what would make a path another key.
_ODD = re.compile(r"[\x00-\x1f\x7f?#\ufffd]")
LONGEST = 600  # Characters of a path that can be a page of ours.


@lru_cache(maxsize=1000)
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
    """N of `page=N` where it can be a further page of a list; empty otherwise."""
    if "page=" not in query:
        return ""
    found = [value for name, value in parse_qsl(query[:2000]) if name == "page"]
    return found[0] if len(found) == 1 and _PAGE.fullmatch(found[0]) else ""


def is_plain(path: str) -> bool:
    """Can a page of ours stand there? What is odd is left for the app to refuse."""
    return len(path) <= LONGEST and not _ODD.search(path)


def host_name(host: str) -> str:
    """The name in a Host header, without its port, in lower case."""
    name = host.strip().lower()
    if name.startswith("["):
        return name.partition("]")[0] + "]"
    return name.partition(":")[0]
