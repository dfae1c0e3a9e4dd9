"""The front on a served paper: one render for many, nothing of a reader in another's page."""

import asyncio
import gzip
import re

import pytest

from hwalja.config.tests.homes import wait_for
from tests.press.papers import Paper

pytestmark = pytest.mark.slow
MANY = 2000


async def _ask(port: int, path: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    await writer.drain()
    answer = await reader.read()
    writer.close()
    return answer


async def _all_at_once(port: int, path: str, count: int) -> list[bytes]:
    return await asyncio.gather(*(_ask(port, path) for _ in range(count)))


def test_one_render_for_two_thousand(standing: Paper) -> None:
    number = standing.numbers[3]
    path = f"/news/{number}/share.png"
    answers = asyncio.run(_all_at_once(standing.served.port, path, MANY))
    good = [one for one in answers if one.startswith(b"HTTP/1.1 200")]
    assert len(good) == MANY, f"{len(good)} of {MANY}"
    renders = re.findall(rf"조판: {re.escape(path)}", standing.served.said())
    assert len(renders) == 1


def test_parts_are_joined_into_one_valid_stream(standing: Paper) -> None:
    path = f"/news/{standing.numbers[-1]}/"
    packed = standing.get(path, **{"Accept-Encoding": "gzip"})
    plain = standing.get(path)
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["etag"] != plain.headers["etag"]
    assert "읽는 중" in plain.body.decode()


def test_asked_again_unchanged(standing: Paper) -> None:
    etag = standing.get("/").headers["etag"]
    for wanted in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        again = standing.get("/", **{"If-None-Match": wanted})
        assert again.status == 304 and not again.body, wanted
    assert standing.get("/", **{"If-None-Match": '"other"'}).status == 200


def test_hosts(standing: Paper) -> None:
    assert standing.get("/", Host="evil.example").status == 421
    assert standing.get("/", Host="localhost:1").status == 200


CLEAN = "다른 독자가 보는 쪽"
HEADERS = [
    "X-Forwarded-Host", "X-Forwarded-Server", "X-Host", "X-Original-URL", "X-Rewrite-URL",
    "X-Forwarded-Scheme", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Prefix",
    "X-Forwarded-For", "X-Real-IP", "Forwarded", "X-HTTP-Method-Override", "X-Method-Override",
    "X-Hwalja-Press", "X-Hwalja-Pressed", "X-Hwalja-Stale", "Accept-Language", "User-Agent",
    "Referer", "Origin", "Range", "If-Modified-Since", "If-Range", "Pragma", "Cache-Control",
    "Authorization", "Via", "CDN-Loop", "X-Requested-With", "Content-Type", "Expect", "TE",
    "Save-Data", "DNT", "Sec-Fetch-Site", "Sec-CH-UA-Mobile", "X-Wap-Profile", "Front-End-Https",
    "X-Amz-Website-Redirect-Location",
]  # fmt: skip
COOKIES = [
    "sessionid=zqpoison", "hwalja_csrf=zqpoison", "hwalja_newsroom=zqpoison", "csrftoken=zqpoison",
    "theme=zqpoison", "messages=zqpoison", "_ga=zqpoison", "hwalja_newsroom=; a=zqpoison",
    "lang=zqpoison; hwalja_newsroom=1", "django_language=zqpoison",
]  # fmt: skip
QUERIES = [
    "utm_source=zqpoison", "fbclid=zqpoison", "page=1", "page=0", "page=zqpoison", "page=2&page=3",
    "q=zqpoison", "next=//zqpoison.example", "_=zqpoison", "callback=zqpoison", "format=zqpoison",
    "preview=zqpoison", "static=1", "version=zqpoison", "lang=zqpoison", "%00=zqpoison",
    "a[]=zqpoison", "x=%0d%0aSet-Cookie:zqpoison", "page=00002", "page=%32", "idxno=zqpoison",
]  # fmt: skip
PATHS = [
    "/news/{n}/%3Fpage=2", "/news/{n}//", "//news/{n}/", "/news/../news/{n}/", "/news/{n}/.",
    "/news/{n}/%2e%2e/", "/NEWS/{n}/", "/news/{n}/index.html", "/news/{n}/x.css",
    "/news/0{n}/", "/news/{n}/;zqpoison", "/news/{n}/%0a", "/news/{n}/%ff",
    "/news/{n}/#zqpoison", "/./news/{n}/", "/news/{n}/*",
]  # fmt: skip


def _probes(number: int) -> list[tuple[str, dict[str, str]]]:
    page = f"/news/{number}/"
    found: list[tuple[str, dict[str, str]]] = [(page, {name: "zqpoison"}) for name in HEADERS]
    found += [(page, {"Cookie": value}) for value in COOKIES]
    found += [(f"{page}?{query}", {}) for query in QUERIES]
    found += [(path.format(n=number), {}) for path in PATHS]
    return found


def poisoned(paper: Paper) -> list[str]:
    """Probes after which a clean reader gets anything but the page, or the store anything new."""
    number = paper.numbers[5]
    page = f"/news/{number}/"
    clean = paper.get(page).body
    kept = {key for key, _ in paper.pressed_texts()}
    found = []
    probes = _probes(number)
    assert len(probes) >= 80
    for path, headers in probes:
        paper.get(path, **headers)
        again = paper.get(page)
        if again.status != 200 or again.body != clean or b"zqpoison" in again.body:
            found.append(f"{path} {headers}")
    stored = [key for key, text in paper.pressed_texts() if key not in kept or "zqpoison" in text]
    return [*found, *stored]


def test_no_probe_reaches_another_reader(standing: Paper) -> None:
    assert not poisoned(standing)


def test_an_uncomposed_page_cannot_be_poisoned_either(standing: Paper) -> None:
    path = f"/news/{standing.numbers[7]}/share.png"
    standing.get(path, Cookie="hwalja_newsroom=zqpoison")
    first = standing.get(f"{path}?x=zqpoison", **{"X-Hwalja-Press": "1", "X-Forwarded-Host": "zq"})
    assert first.status == 200 and standing.get(path).body == first.body


def test_withdrawn_pages_are_gone_for_everybody(standing: Paper) -> None:
    number = standing.numbers[2]
    standing.editor.do("withdraw", number)
    wait_for(lambda: standing.get(f"/news/{number}/").status == 410, 2, "gone")
    assert standing.get(f"/news/{number}/", **{"Accept-Encoding": "gzip"}).status == 410
