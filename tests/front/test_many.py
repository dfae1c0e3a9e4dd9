"""A front under load: one render for all who wait, and memory that stays flat."""

import asyncio
import os
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.front.fronts import HOST, Front
from tests.front.standin import StandIn, page

pytestmark = pytest.mark.slow
Measured = Callable[[str, str, str], None]
# What a worker may hold besides the pages it was given memory for.
WORKER = 50.0
PAGES = 3000
SCRIPT = Path(__file__).with_name("zipf.lua")


async def _one(port: int, path: str, begin: asyncio.Event) -> tuple[int, bytes]:
    """A connection that is open before any of them asks."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await begin.wait()
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), body


async def _together(port: int, path: str, count: int) -> list[tuple[int, bytes]]:
    begin = asyncio.Event()
    readers = [asyncio.create_task(_one(port, path, begin)) for _ in range(count)]
    await asyncio.sleep(1.5)
    begin.set()
    return await asyncio.gather(*readers)


@pytest.mark.parametrize("path", ["/crowd/1/", "/none/crowd/"])
def test_two_thousand_ask_and_the_app_is_asked_once(app: StandIn, front: Front, path: str) -> None:
    app.press_for, before = 1.0, len(app.seen)
    try:
        answers = asyncio.run(_together(front.port, path, 2000))
    finally:
        app.press_for = 0
    assert {status for status, _ in answers} == {404 if "none" in path else 200}
    assert len({body for _, body in answers}) == 1 and answers[0][1]
    assert len([one for one in app.seen[before:] if one[1] == path]) == 1


def fill(app: StandIn) -> None:
    for number in range(PAGES):
        noise = os.urandom(6000).hex()
        app.store.write(page(f"/much/{number}/", f"<p>{noise}</p>"))


def load(front: Front, requests: int) -> tuple[int, float]:
    """At least so many requests; how many, and megabytes held at most."""
    done, most = 0, 0.0
    while done < requests:
        line = ["wrk", "-t1", "-c16", "-d4s", "-H", f"Host: {HOST}", "-H", "Accept-Encoding: gzip"]
        line += ["-s", str(SCRIPT), f"http://127.0.0.1:{front.port}", "--", "/much/%d/", str(PAGES)]
        found: list[str] = []
        thread = threading.Thread(
            target=lambda line=line, found=found: found.append(
                subprocess.run(line, capture_output=True, text=True, check=True).stdout
            )
        )
        thread.start()
        while thread.is_alive():
            most = max(most, front.memory())
            thread.join(0.2)
        assert "Non-2xx" not in found[0] and "Socket errors" not in found[0], found[0]
        done += int(found[0].split(" requests in ")[0].split()[-1])
    return done, most


def check_memory(app: StandIn, requests: int) -> tuple[int, float]:
    fill(app)
    front = Front(app, options={"memory": 16 << 20}).start()
    try:
        assert front.memory() < WORKER
        first, _ = load(front, requests // 2)
        middle = front.memory()
        second, most = load(front, requests // 2)
        assert most < WORKER + 16 and front.memory() < middle + 5
        return first + second, most
    finally:
        front.stop()


def test_memory_stays_flat(app: StandIn) -> None:
    done, _ = check_memory(app, 50_000)
    assert done >= 50_000


@pytest.mark.prove
def test_a_million_requests(app: StandIn, measured: Measured) -> None:
    done, most = check_memory(app, 1_000_000)
    measured(
        "Memory of a front over a million requests",
        f"{done:,} requests for {PAGES} pages of 36 MB: at most {most:.0f} MB, "
        "16 MB of them allowed for pages",
        "wrk -t1 -c16, Zipf; resident memory of the worker five times a second",
    )
