"""Nothing that one reader sends reaches the page of another.

Each probe goes to a page that nobody has pressed, with a mark in a place of its own; then a
reader who sends nothing asks for the same page. The stand-in repeats all that it hears into what
it presses, so that a mark that comes through is seen.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.front.broken import BROKEN
from tests.front.fronts import HOST, Front, Wire, request
from tests.front.standin import StandIn

pytestmark = pytest.mark.slow
MARK = "poison"
GZIP = {"Accept-Encoding": "gzip"}
NAMES = (
    "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Scheme", "X-Forwarded-Port",
    "X-Forwarded-Prefix", "X-Forwarded-Server", "X-Forwarded-For", "X-Forwarded-Path", "Forwarded",
    "X-Host", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "X-HTTP-Method",
    "X-Method-Override", "X-Real-IP", "True-Client-IP", "CF-Connecting-IP", "X-Wap-Profile",
    "Origin", "Referer", "User-Agent", "Accept", "Accept-Language", "Accept-Charset",
    "Authorization", "Range", "If-Range", "If-Match", "If-Modified-Since", "If-None-Match",
    "If-Unmodified-Since", "Via", "Max-Forwards", "Upgrade", "TE", "Trailer", "Pragma",
    "Cache-Control", "Accept-Encoding", "Cookie2", "X-Amz-Website-Redirect-Location", "X-Requested-With",
    "X-Oversized", "X-Metachar", "X-Hwalja-Press", "X-Hwalja-Pressed", "X_Hwalja_Press",
    "X-Hwalja-Stale", "X-CSRFToken", "Content-Type", "Content-Encoding", "Sec-Fetch-Site", "DNT",
)  # fmt: skip
QUERIES = (
    "utm_source=poison", "fbclid=poison", "q=poison", "page=poison", "page=2poison", "poison",
    "_method=POST&poison", "callback=poison", "page=1;poison", "%00poison", "lang=poison",
    "page=2&page=poison", "a[]=poison", "format=poison", "next=//poison", "?poison", "=poison&",
)  # fmt: skip
COOKIES = (
    "session=poison", "hwalja_newsroom2=poison", "Hwalja_Newsroom=poison", "sessionid=poison",
    "hwalja_csrf=poison", "django_language=poison", "hwalja_newsroom=poison", "a=b; hwalja_newsroom=poison",
    "hwalja_newsroom=poison; broken=1",
)  # fmt: skip
# {} is the page's own path.
RAW = {
    "absolute address": f"GET http://poison.example{{}} HTTP/1.1\r\nHost: {HOST}\r\n\r\n",
    "two hosts": f"GET {{}} HTTP/1.1\r\nHost: {HOST}\r\nHost: poison.example\r\n\r\n",
    "host with a name": f"GET {{}} HTTP/1.1\r\nHost: {HOST}:80@poison.example\r\n\r\n",
    "host with a port": f"GET {{}} HTTP/1.1\r\nHost: {HOST}:6660\r\n\r\n",
    "host in capitals": "GET {} HTTP/1.1\r\nHost: PAPER.EXAMPLE\r\n\r\n",
    "another host": "GET {} HTTP/1.1\r\nHost: poison.example\r\n\r\n",
    "old protocol": f"GET {{}} HTTP/1.0\r\nHost: {HOST}\r\nX-Poison: poison\r\n\r\n",
    "folded header": f"GET {{}} HTTP/1.1\r\nHost: {HOST}\r\nX-A: a\r\n poison\r\n\r\n",
    "body of a GET": f"GET {{}} HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 6\r\n\r\npoison",
    "body of a GET in chunks": f"GET {{}} HTTP/1.1\r\nHost: {HOST}\r\nTransfer-Encoding: chunked\r\n\r\n6\r\npoison\r\n0\r\n\r\n",
    "two lengths": f"GET {{}} HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 0\r\nContent-Length: 6\r\n\r\npoison",
    "length and chunks": f"POST {{}} HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /poison HTTP/1.1\r\nHost: {HOST}\r\n\r\n",
    "POST": f"POST {{}} HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 6\r\n\r\npoison",
    "HEAD": f"HEAD {{}} HTTP/1.1\r\nHost: {HOST}\r\nX-Poison: poison\r\n\r\n",
    "TRACE": f"TRACE {{}} HTTP/1.1\r\nHost: {HOST}\r\nX-Poison: poison\r\n\r\n",
    "PURGE": f"PURGE {{}} HTTP/1.1\r\nHost: {HOST}\r\nX-Poison: poison\r\n\r\n",
    "parameter of the path": f"GET {{}};poison HTTP/1.1\r\nHost: {HOST}\r\n\r\n",
    "encoded question mark": f"GET {{}}%3Fpoison HTTP/1.1\r\nHost: {HOST}\r\n\r\n",
    "encoded end": f"GET {{}}%00poison HTTP/1.1\r\nHost: {HOST}\r\n\r\n",
    "encoded line end": f"GET {{}}%0d%0aX-Poison:%20poison HTTP/1.1\r\nHost: {HOST}\r\n\r\n",
    "fragment": f"GET {{}}#poison HTTP/1.1\r\nHost: {HOST}\r\n\r\n",
    "dots": f"GET {{}}../poison HTTP/1.1\r\nHost: {HOST}\r\n\r\n",
    "encoded dots": f"GET {{}}%2e%2e/poison HTTP/1.1\r\nHost: {HOST}\r\n\r\n",
    "backslash": f"GET {{}}..\\poison HTTP/1.1\r\nHost: {HOST}\r\n\r\n",
    "two slashes": f"GET /{{}}?poison HTTP/1.1\r\nHost: {HOST}\r\n\r\n",
    "no letters": f"GET {{}}%ff%fepoison HTTP/1.1\r\nHost: {HOST}\r\n\r\n",
}  # fmt: skip


@dataclass(frozen=True)
class Probe:
    name: str
    number: int

    @property
    def path(self) -> str:
        return f"/probe/{self.number}/"

    def bytes(self) -> bytes:
        kind, _, value = self.name.partition(" ")
        if kind == "header":
            return request("GET", self.path, [(value, MARK)])
        if kind == "query":
            return request("GET", f"{self.path}?{value}")
        if kind == "cookie":
            return request("GET", self.path, [("Cookie", value)])
        return RAW[value].replace("{}", self.path).encode()


NAMED = [
    *(f"header {one}" for one in NAMES),
    *(f"query {one}" for one in QUERIES),
    *(f"cookie {one}" for one in COOKIES),
    *(f"raw {one}" for one in RAW),
]
PROBES = [Probe(name, number) for number, name in enumerate(NAMED)]


def send(front: Front, data: bytes) -> None:
    """Send it, and read whatever comes; some are refused by closing."""
    wire = Wire(front.port, timeout=5)
    try:
        wire.send(data).answer()
    except (OSError, ValueError):
        pass
    finally:
        wire.close()


def poisoned(front: Front, probe: Probe) -> str:
    """What of the probe another reader finds in the page; empty where nothing."""
    for _ in range(2):  # Once not yet pressed, once pressed.
        send(front, probe.bytes())
        for headers in (GZIP, {}):
            answer = front.ask(probe.path, headers)
            seen = f"{answer.text}\n{answer.headers}"
            if MARK in seen.lower() or ":6660" in seen or answer.status != 200:
                return f"{answer.status} {seen[:300]}"
            if answer["set-cookie"] or not answer.text.startswith(f"GET {probe.path}\n"):
                return f"another page: {seen[:300]}"
    return ""


def test_there_are_enough() -> None:
    assert len(PROBES) >= 80


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.name)
def test_no_reader_reaches_another(front: Front, probe: Probe) -> None:
    assert not poisoned(front, probe)


def invented(app: StandIn, front: Front, path: str) -> int:
    """Pages made for forty invented parameters: one, or as many."""
    for number in range(40):
        send(front, request("GET", f"{path}?x={number}", [("X-A", MARK), ("Cookie", "a=b")]))
    return sum(count for key, count in app.pressed.items() if key.partition("?")[0] == path)


def shared(app: StandIn, front: Front, path: str) -> str:
    """What of one reader another gets who waits with him; empty where nothing."""
    mine = [("Cookie", f"a={MARK}"), ("Accept-Language", MARK), ("X-A", MARK)]
    app.press_for = 0.3
    try:
        first = Wire(front.port).send(request("GET", f"{path}?{MARK}", mine))
        time.sleep(0.05)
        second = Wire(front.port).send(request("GET", path))
        answers = [wire.answer() for wire in (first, second)]
    finally:
        app.press_for = 0
    first.close()
    second.close()
    return "".join(one["set-cookie"] + (MARK if MARK in one.text else "") for one in answers)


def test_invented_parameters_are_no_pages(app: StandIn, front: Front) -> None:
    assert invented(app, front, "/probe/once/") == 1


@pytest.mark.parametrize("path", ["/probe/together/", "/none/together/"])
def test_those_who_wait_together_get_nobodys_own(app: StandIn, front: Front, path: str) -> None:
    assert not shared(app, front, path)


@pytest.fixture
def broken(app: StandIn, request: pytest.FixtureRequest) -> Iterator[Front]:
    found = Front(app, module="tests.front.broken", arguments=[request.param]).start()
    yield found
    found.stop()


CAUGHT_BY = {
    "query_told": "shared",
    "headers_told": "header",
    "newsroom_shared": "cookie",
    "query_keyed": "invented",
    "cookies_kept": "shared",
}


def caught(app: StandIn, front: Front, check: str) -> bool:
    """Does the check find something that is wrong with the front?"""
    path = f"/caught/{check}/{front.port}/"
    if check == "invented":
        return invented(app, front, path) > 1
    if check == "shared":
        return bool(shared(app, front, f"/none{path}"))
    mine = [one for one in PROBES if one.name.startswith(check)]
    return any(
        MARK in poisoned(front, Probe(one.name, BEYOND + front.port * 1000 + one.number)).lower()
        for one in mine
    )


BEYOND = 10_000  # Pages that no other test has pressed.


def test_every_break_is_tried() -> None:
    assert set(CAUGHT_BY) == set(BROKEN)


@pytest.mark.parametrize("broken", sorted(BROKEN), indirect=True)
def test_a_broken_front_is_caught(app: StandIn, broken: Front) -> None:
    """The probes are worth something: each break lets a mark of its own kind through."""
    assert caught(app, broken, CAUGHT_BY[broken.arguments[0]])


@pytest.mark.parametrize("check", sorted(set(CAUGHT_BY.values())))
def test_and_only_a_broken_one(app: StandIn, front: Front, check: str) -> None:
    assert not caught(app, front, check)
