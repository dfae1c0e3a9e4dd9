"""What a reader gets from a real front: pages, files, refusals."""

import json
import os
import time
from pathlib import Path

import pytest

from hwalja.config.tests.homes import wait_for
from hwalja.press.front.shelf import tag_of
from tests.front.fronts import Front, Wire, request
from tests.front.standin import StandIn, page

pytestmark = pytest.mark.slow
GZIP = {"Accept-Encoding": "gzip"}
TEXT = "<p>하나</p>" * 200


def kept(app: StandIn, key: str, text: str = TEXT, status: int = 200, edition: int = 1) -> None:
    app.store.write(page(key, text, status, edition))


@pytest.mark.parametrize("headers", [GZIP, {}, {"Accept-Encoding": "gzip;q=0, *;q=0.5"}])
def test_a_page_is_whole_and_named(app: StandIn, front: Front, headers: dict[str, str]) -> None:
    kept(app, "/news/1/")
    for _ in range(2):  # From the file, then from memory.
        answer = front.ask("/news/1/", headers)
        assert (answer.status, answer.text, answer["vary"]) == (200, TEXT, "Accept-Encoding")
        assert answer["cache-control"] == "public, no-cache"
        assert answer["cache-tag"] == f"article-1,{tag_of('/news/1/')}"
        assert (answer["content-encoding"] == "gzip") is (headers == GZIP)
        assert not answer["set-cookie"]


def test_each_encoding_has_a_name_of_its_own(app: StandIn, front: Front) -> None:
    kept(app, "/news/2/")
    packed, plain = (front.ask("/news/2/", one) for one in (GZIP, {}))
    assert packed["etag"] and packed["etag"] != plain["etag"]
    again = front.ask("/news/2/", {**GZIP, "If-None-Match": f'"x", W/{packed["etag"]}'})
    assert (again.status, again.body, again["etag"]) == (304, b"", packed["etag"])
    assert again["cache-control"] == packed["cache-control"]
    assert front.ask("/news/2/", {**GZIP, "If-None-Match": plain["etag"]}).status == 200
    assert front.ask("/news/2/", {"If-None-Match": "*"}).status == 304


@pytest.mark.parametrize("path", ["/news/3/", "/news/3/?utm_source=x"])
def test_head_says_what_get_would(app: StandIn, front: Front, path: str) -> None:
    kept(app, "/news/3/")
    head, get = front.ask(path, GZIP, "HEAD"), front.ask(path, GZIP)
    assert (head.status, head.body) == (200, b"")
    names = ("etag", "content-length", "content-encoding", "content-type", "cache-control")
    assert [head[name] for name in names] == [get[name] for name in names]


@pytest.mark.parametrize("status", [301, 404, 410])
def test_other_answers_are_kept_too(app: StandIn, front: Front, status: int) -> None:
    kept(app, f"/news/40{status}/", status=status)
    asked = len(app.seen)
    assert front.ask(f"/news/40{status}/").status == status
    assert len(app.seen) == asked


def test_a_change_is_seen_by_the_next_request(app: StandIn, front: Front) -> None:
    for edition in range(1, 60):
        kept(app, "/news/5/", f"판 {edition}", edition=edition)
        assert front.ask("/news/5/", GZIP).text == f"판 {edition}"
    app.store.remove("/news/5/")
    assert "x-hwalja-press: 1" in front.ask("/news/5/", GZIP).text


def test_a_further_page_of_a_list(app: StandIn, front: Front) -> None:
    kept(app, "/latest/", "첫째")
    kept(app, "/latest/?page=2", "둘째")
    assert front.ask("/latest/?page=2", GZIP).text == "둘째"
    assert front.ask("/latest/?x=1&page=2&page=", GZIP).text == "둘째"
    for odd in ("page=1", "page=2&page=3", "Page=2", "q=page=2", "page="):
        assert front.ask(f"/latest/?{odd}", GZIP).text == "첫째", odd
    # The same letters in the path are no parameter.
    assert front.ask("/latest/%3Fpage=2", GZIP).text != "둘째"


def test_a_page_that_no_list_can_have(app: StandIn, front: Front) -> None:
    kept(app, "/latest/", "첫째")
    kept(app, "/news/8/", "기사")
    odd = ("page=0", "page=02", "page=99999", "page=-2", "page=x", "page=%EF%BC%92")
    for query in odd:
        assert front.ask(f"/latest/?{query}", GZIP).text == "첫째", "there is no page that says so"
    kept(app, "error:404", "없는 쪽", 404)
    asked = len(app.seen)
    for query in odd:
        answer = front.ask(f"/latest/?{query}", GZIP)
        assert (answer.status, answer.text) == (404, "없는 쪽"), query
        assert front.ask(f"/news/8/?{query}", GZIP).text == "기사", "no list"
    assert len(app.seen) == asked
    app.store.remove("error:404")


def test_a_further_page_of_a_list_that_nobody_pressed(app: StandIn, front: Front) -> None:
    app.store.remove("/latest/")
    app.store.remove("/latest/?page=3")
    assert front.ask("/latest/?page=3").text.startswith("GET /latest/?page=3\n")
    assert app.store.has("/latest/") and app.store.has("/latest/?page=3")


@pytest.mark.parametrize("host", ["evil.example", "paper.example.evil", "paper.example:80@x", ""])
def test_another_host_is_refused(app: StandIn, front: Front, host: str) -> None:
    kept(app, "/news/6/")
    assert front.ask("/news/6/", GZIP).status == 200
    for path in ("/news/6/", "/admin/", "/static/a.css"):
        refused = front.ask(path, {**GZIP, "Host": host})
        assert refused.status == 421 and "신문이 없습니다" in refused.text
    assert front.ask("/news/6/", {**GZIP, "Host": "PAPER.example:8443"}).status == 200


def test_what_the_app_says_to_anybody_is_not_kept(app: StandIn, front: Front) -> None:
    for number in (1, 2):
        answer = front.ask("/none/7/", GZIP)
        assert answer.status == 404 and not answer["set-cookie"]
        assert app.seen[-1][1] == "/none/7/" and len(answer.text) > 2000, number
    assert not app.store.has("/none/7/")


def test_a_late_presser_is_told_with_each_page(app: StandIn, front: Front) -> None:
    kept(app, "/news/8/")
    beat = app.home / "run" / "presser"
    assert not front.ask("/news/8/", GZIP)["x-hwalja-stale"]
    beat.touch()
    os.utime(beat, (time.time() - 100, time.time() - 100))
    told = wait_for(lambda: front.ask("/news/8/", GZIP)["x-hwalja-stale"], 5, "it is told")
    assert 99 < int(told) < 110
    beat.touch()
    wait_for(lambda: not front.ask("/news/8/", GZIP)["x-hwalja-stale"], 5, "it is well again")


def test_health_is_answered_to_any_host(app: StandIn, front: Front) -> None:
    answer = front.ask("/healthz", {"Host": "10.0.0.7"})
    assert answer.status == 200 and answer["cache-control"] == "no-store"
    names = ("front", "app", "database", "presser", "tasks")
    assert json.loads(answer.text) == dict.fromkeys(names, "ok")


def test_without_the_app_readers_notice_nothing(app: StandIn, front: Front) -> None:
    kept(app, "/news/9/")
    (app.home / "run" / "presser").touch()
    app.stop()
    try:
        assert front.ask("/news/9/").text == TEXT
        assert front.ask("/news/9/", {"Cookie": "hwalja_newsroom=1"}).text == TEXT
        for path, method in (("/news/90/", "GET"), ("/admin/", "GET"), ("/news/9/", "POST")):
            away = front.ask(path, {"Content-Length": "0"}, method)
            assert (away.status, away["retry-after"]) == (503, "5"), path
            assert "다시 열어 주십시오" in away.text and away["cache-control"] == "no-store"
        health = front.ask("/healthz")
        told = json.loads(health.text)
        assert health.status == 503
        assert (told["app"], told["database"], told["presser"]) == ("down", "unknown", "ok")
        kept(app, "error:503", "조판된 안내", 503)
        answer = front.ask("/news/90/", GZIP)
        assert (answer.status, answer.text, answer["etag"]) == (503, "조판된 안내", "")
    finally:
        app.store.remove("error:503")
        app.start()


def test_a_hanging_app_gives_way_to_the_pressed_page(app: StandIn, front: Front) -> None:
    kept(app, "/hang/1/")
    answer = front.ask("/hang/1/", {"Cookie": "a=b; hwalja_newsroom=1"})
    assert (answer.status, answer.text) == (200, TEXT)


def test_an_app_with_an_error_gives_way_to_the_pressed_page(app: StandIn, front: Front) -> None:
    kept(app, "/broken/1/")
    assert front.ask("/broken/1/", {"Cookie": "hwalja_newsroom=1"}).text == TEXT
    assert front.ask("/broken/none/", {"Cookie": "hwalja_newsroom=1"}).status in (200, 503)


def test_no_path_leads_out_of_the_files(app: StandIn, front: Front) -> None:
    secret = app.home / "secret_key"
    secret.write_text("비밀")
    static = app.home / "static"
    static.mkdir(exist_ok=True)
    (static / "a.css").write_text("a{}")
    (static / "link.css").symlink_to(secret)
    (static / "folder").symlink_to(app.home)
    (app.home / "inside.css").write_text("비밀")
    assert front.ask("/static/a.css").text == "a{}"
    for path in (
        "/static/../secret_key",
        "/static/%2e%2e/secret_key",
        "/static/..%2fsecret_key",
        "/static//etc/passwd",
        "/static/link.css",
        "/static/folder/inside.css",
        "/static/.hidden.css",
        "/static/a.css%00",
        "/media/images/../../secret_key",
        "/media/images/..%2f..%2fsecret_key.jpg",
    ):
        assert "비밀" not in front.ask(path).text, path


def test_files_come_with_their_length_and_name(app: StandIn, front: Front) -> None:
    static = app.home / "static"
    static.mkdir(exist_ok=True)
    (static / "site.0123456789ab.css").write_text("b{}")
    Path(static, "site.0123456789ab.css.gz").write_bytes(__import__("gzip").compress(b"b{}"))
    packed, plain = (front.ask("/static/site.0123456789ab.css", one) for one in (GZIP, {}))
    assert packed.text == plain.text == "b{}" and packed["content-encoding"] == "gzip"
    assert "immutable" in plain["cache-control"] and packed["etag"] != plain["etag"]
    again = front.ask("/static/site.0123456789ab.css", {"If-None-Match": plain["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert front.ask("/static/site.0123456789ab.css", method="HEAD")["content-length"] == "3"


def test_a_slow_head_is_let_go(front: Front) -> None:
    wire = Wire(front.port, timeout=15)
    try:
        begun = time.monotonic()
        assert wire.send(request("GET", "/news/1/")[:20]).file.read() == b""
        assert time.monotonic() - begun < 13
    finally:
        wire.close()
