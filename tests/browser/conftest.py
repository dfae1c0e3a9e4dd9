"""A real Chromium on a real paper: served as readers get it, compressed, under its own policy."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from tests.browser.server import free_port, serving

ROOT = Path(__file__).resolve().parents[2]
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}

# Playwright waits 5 seconds; a busy machine may need more for an upload, and nothing here is timed.
expect.set_options(timeout=30_000)

# Runs in every page before its own scripts.
WATCH = """
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
            if (!entry.hadRecentInput)
                window.shifts.push([entry.value, ...entry.sources.map(({ node, previousRect, currentRect }) => [
                    node && (node.outerHTML || node.textContent).slice(0, 80), previousRect.toJSON(), currentRect.toJSON(),
                ])]);
    }).observe({ type: "layout-shift", buffered: true });
    window.printed = 0;
    window.print = () => { window.printed += 1; };
"""


@dataclass(frozen=True)
class Paper:
    base: str
    paths: dict[str, str]
    home: Path

    def address(self, kind: str) -> str:
        return self.base + self.paths[kind]


@pytest.fixture(scope="package")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    home, port = tmp_path_factory.mktemp("paper"), free_port()
    env = {**os.environ, "HWALJA_BASE_URL": f"http://127.0.0.1:{port}"}
    command = [sys.executable, "-m", "tests.browser.paper", str(home)]
    made = subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE)
    with serving(home, port) as base:
        yield Paper(base, json.loads(made.stdout), home)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Package-wide and no wider: while it runs, Django takes this thread for an async one."""
    chromium = os.environ.get("HWALJA_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as player:
        found = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


class Watched:
    """What went wrong in a context's pages: errors, blocked loads, requests to others."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.base = base
        self.troubles: list[str] = []
        self.allowed: list[str] = []
        context.on("console", self._console)
        context.on("weberror", lambda error: self.troubles.append(str(error.error)))
        context.on("request", self._request)

    def _console(self, message: Any) -> None:
        expected = "status of 404" in message.text or "status of 410" in message.text
        # The editor saves by itself; a form that is not whole yet is answered with 400.
        address = (message.location or {}).get("url", "")
        expected |= "status of 400" in message.text and address.endswith(("/edit/", "/add/"))
        if message.type in {"error", "warning"} and not expected:
            self.troubles.append(message.text)

    def _request(self, request: Any) -> None:
        ours = request.url.startswith((self.base, "data:"))
        if not ours and not request.url.startswith(tuple(self.allowed)):
            self.troubles.append(f"third party: {request.url}")


@pytest.fixture
def context(browser: Browser, paper: Paper) -> Iterator[BrowserContext]:
    found = browser.new_context(
        viewport=PHONE, locale="ko-KR", timezone_id="Asia/Seoul", reduced_motion="reduce"
    )
    found.add_init_script(WATCH)
    yield found
    found.close()


@pytest.fixture
def watched(context: BrowserContext, paper: Paper) -> Iterator[Watched]:
    found = Watched(context, paper.base)
    yield found
    assert not found.troubles


@pytest.fixture
def page(context: BrowserContext, watched: Watched) -> Page:
    """A reader's page on a phone; the test fails if anything went wrong in it."""
    return context.new_page()


@pytest.fixture
def someone(browser: Browser, paper: Paper) -> Iterator[Callable[[], BrowserContext]]:
    """`someone()`: a browser that nobody has used yet; the test fails if its pages do."""
    opened: list[tuple[BrowserContext, Watched]] = []

    def open_one(**options: object) -> BrowserContext:
        context = browser.new_context(
            **{"viewport": DESKTOP, "locale": "ko-KR", "timezone_id": "Asia/Seoul", **options}
        )
        opened.append((context, Watched(context, paper.base)))
        return context

    yield open_one
    for context, watched in opened:
        context.close()
        assert not watched.troubles


@pytest.fixture
def plain(browser: Browser, paper: Paper) -> Iterator[Page]:
    """A reader without JavaScript."""
    found = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="ko-KR")
    yield found.new_page()
    found.close()


def refuse(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<title>provider</title>")
