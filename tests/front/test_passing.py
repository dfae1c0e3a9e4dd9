"""What goes through a front to the app and back."""

import hashlib
import os
import time

import pytest

from hwalja.config.tests.homes import wait_for
from tests.front.fronts import Front, Wire, request
from tests.front.standin import StandIn

pytestmark = pytest.mark.slow
NEWSROOM = ("Cookie", "hwalja_newsroom=1")
MEGABYTE = 1 << 20


def post(path: str, *headers: tuple[str, str]) -> bytes:
    return request("POST", path, list(headers))


def told(app: StandIn) -> list[tuple[str, str]]:
    """The headers that the app heard last, names in lower case."""
    return [(name.lower(), value) for name, value in app.seen[-1][2]]


def test_the_target_goes_as_it_came(app: StandIn, front: Front) -> None:
    for path in ("/admin/", "/admin/a%20b/?q=%EA%B0%80&x=a+b", "/search?q=1", "/search/?page=2",
                 "/admin/%ED%95%9C/?a=%26", "/admin//x"):  # fmt: skip
        front.ask(path)
        assert app.seen[-1][1] == path


@pytest.mark.parametrize(
    "header",
    [
        ("X-Hwalja-Press", "1"),
        ("X_Hwalja_Press", "1"),
        ("x-hwalja_press", "1"),
        ("X_Forwarded_For", "6.6.6.6"),
        ("X_Forwarded-Proto", "https"),
        ("Transfer_Encoding", "chunked"),
        ("Upgrade", "websocket"),
        ("TE", "trailers"),
        ("Proxy-Authorization", "x"),
    ],
)
def test_no_reader_speaks_in_the_fronts_name(
    app: StandIn, front: Front, header: tuple[str, str]
) -> None:
    front.ask("/admin/", [header, ("X-Kept", "1")])
    names = [name for name, _ in told(app)]
    assert header[0].lower() not in names and "x-kept" in names


def test_headers_between_neighbours_stay_there(app: StandIn, front: Front) -> None:
    front.ask("/admin/", [("Connection", "keep-alive, X-Secret"), ("X-Secret", "1")])
    assert "x-secret" not in dict(told(app))


def test_the_app_learns_who_asks(app: StandIn, front: Front) -> None:
    front.ask("/admin/", [("X-Forwarded-For", "1.1.1.1"), ("X-Forwarded-For", "2.2.2.2")])
    assert dict(told(app))["x-forwarded-for"] == "1.1.1.1, 2.2.2.2, 127.0.0.1"


def test_one_host_is_told_and_it_is_the_one_looked_at(app: StandIn, front: Front) -> None:
    front.ask("/admin/", [("Host", "paper.example"), ("Host", "evil.example")])
    assert [value for name, value in told(app) if name == "host"] == ["paper.example"]


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_a_body_is_never_the_next_readers_request(app: StandIn, front: Front, method: str) -> None:
    evil = b"GET /admin/smuggled/ HTTP/1.1\r\nHost: paper.example\r\n\r\n"
    for _ in range(3):
        head = request(method, "/admin/one/", [("Content-Length", str(len(evil)))])
        assert front.raw(head + evil).status == 200
        assert front.ask("/admin/two/").text.startswith("GET /admin/two/\n")
    assert "/admin/smuggled/" not in [path for _, path, _ in app.seen]


def test_a_body_without_a_length_is_refused(front: Front) -> None:
    head = post("/admin/upload/", ("Transfer-Encoding", "chunked"))
    refused = front.raw(head + b"5\r\nabcde\r\n0\r\n\r\n")
    assert refused.status == 411 and "Content-Length" in refused.text


def test_a_body_cut_off_never_reaches_the_app(app: StandIn, front: Front) -> None:
    asked = len(app.seen)
    for _ in range(5):
        wire = Wire(front.port)
        wire.send(post("/admin/upload/", ("Content-Length", "5000")) + b"half")
        time.sleep(0.1)
        wire.close()
    time.sleep(0.5)
    assert len(app.seen) == asked


def test_too_large_a_body_is_refused_before_it_comes(app: StandIn, front: Front) -> None:
    nine, many = str(9 * MEGABYTE), str(300 * MEGABYTE)
    refused = front.raw(post("/comments/", ("Content-Length", nine)))
    assert refused.status == 413 and "8 MB" in refused.text
    refused = front.raw(post("/admin/upload/", NEWSROOM, ("Content-Length", many)))
    assert refused.status == 413 and "256 MB" in refused.text


def test_a_photo_goes_up_without_filling_memory(app: StandIn, front: Front) -> None:
    block, count = os.urandom(MEGABYTE), 40
    wire = Wire(front.port, timeout=60)
    try:
        wire.send(post("/admin/upload/", NEWSROOM, ("Content-Length", str(count * MEGABYTE))))
        before, most = front.memory(), 0.0
        for _ in range(count):
            wire.send(block)
            most = max(most, front.memory())
        answer = wire.answer("POST")
    finally:
        wire.close()
    assert answer.text == f"{count * MEGABYTE} {hashlib.sha256(block * count).hexdigest()}"
    assert max(most, front.memory()) < before + 8
    # Nothing of it stays.
    assert not list((app.home / "run").glob("tmp*"))


def test_a_large_answer_comes_down_without_filling_memory(app: StandIn, front: Front) -> None:
    before, most = front.memory(), 0.0
    wire = Wire(front.port, timeout=60)
    try:
        wire.send(request("GET", "/admin/download/?blocks=1600"))
        for _ in range(15):  # A reader who does not read yet.
            time.sleep(0.1)
            most = max(most, front.memory())
        answer = wire.answer()
    finally:
        wire.close()
    assert (answer.whole, len(answer.body)) == (True, 1600 * 65536)
    assert answer["content-length"] == str(1600 * 65536)
    assert max(most, front.memory()) < before + 12


def test_an_answer_that_breaks_off_is_not_half_a_page(front: Front) -> None:
    answer = front.ask("/admin/cut/")
    assert (answer.status, answer["retry-after"]) == (503, "5")


def test_a_reader_who_leaves_takes_the_request_along(app: StandIn, front: Front) -> None:
    wire = Wire(front.port)
    wire.send(request("GET", "/admin/hang/"))
    wait_for(lambda: app.hanging == 1, 2, "it is with the app")
    wire.close()
    # Long before the front's own limit of two seconds.
    wait_for(lambda: app.hanging == 0, 1, "it has been called off")


def test_a_hanging_app_is_given_up(front: Front) -> None:
    begun = time.monotonic()
    away = front.ask("/admin/hang/")
    assert (away.status, away["retry-after"]) == (503, "5")
    assert 1.5 < time.monotonic() - begun < 4


def test_not_too_many_at_once(app: StandIn) -> None:
    front = Front(app, options={"under_way": 4, "seconds": 5.0}).start()
    wires = [Wire(front.port).send(request("GET", f"/hang/2/?x={n}", [NEWSROOM])) for n in range(4)]
    try:
        wait_for(lambda: app.hanging == 4, 3, "as many as may be")
        refused = front.ask("/admin/")
        assert (refused.status, refused["retry-after"]) == (503, "5")
        # Full is not dead.
        assert front.ask("/healthz").status == 200
    finally:
        for wire in wires:
            wire.close()
    wait_for(lambda: front.ask("/admin/").status == 200, 3, "there is room again")
    front.stop()


def test_pages_nobody_pressed_leave_room_for_the_newsroom(app: StandIn) -> None:
    front = Front(app, options={"under_way": 4, "seconds": 5.0}).start()
    app.press_for = 3
    wires = [Wire(front.port).send(request("GET", f"/room/{n}/")) for n in range(20)]
    try:
        wait_for(lambda: sum(app.pressed[f"/room/{n}/"] for n in range(20)) == 2, 3, "half of them")
        assert front.ask("/admin/").status == 200
    finally:
        app.press_for = 0
        for wire in wires:
            wire.close()
        front.stop()
