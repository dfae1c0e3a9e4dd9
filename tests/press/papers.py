"""A served paper with a newsroom at work on it, and a reader who looks everywhere."""

import http.client
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hwalja.config.tests.homes import Served, environment, hwalja, wait_for
from hwalja.press.front import page as pages
from hwalja.press.front.shelf import Shelf
from hwalja.press.store import Store

ARTICLES = 24


class Editor:
    """The newsroom's process for one home."""

    def __init__(self, home: Path, **more: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.press.editor"],
            env=environment(home, **more),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    def do(self, *words: object) -> dict[str, Any]:
        """Do it; what came of it once it was committed, or `error`."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write("\t".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        found: dict[str, Any] = json.loads(self.process.stdout.readline())
        return found

    def close(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(timeout=20)


@dataclass
class Answer:
    status: int
    body: bytes
    seconds: float
    headers: dict[str, str]


@dataclass
class Paper:
    """`hwalja serve` on a laid paper."""

    served: Served
    editor: Editor
    numbers: list[int] = field(default_factory=list)

    @property
    def home(self) -> Path:
        return self.served.home

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """A command of this paper's."""
        return hwalja(self.home, *arguments, **self.served.more)

    def get(self, path: str, timeout: float = 10, **headers: str) -> Answer:
        """As a reader without a cookie; status 0 where nobody answered."""
        begun = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.served.port, timeout=timeout)
        try:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            body = response.read()
            told = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, body, time.monotonic() - begun, told)
        except OSError as error:
            return Answer(0, str(error).encode(), time.monotonic() - begun, {})
        finally:
            connection.close()

    def text(self, path: str) -> str:
        return self.get(path).body.decode()

    def addresses(self) -> list[str]:
        """Every page of the paper that lies in its store."""
        heads = (pages.head_of(file) for file in (self.home / "pressed/pages").glob("??/??/*"))
        keys = sorted(head["key"] for head in heads if head["status"] in (200, 301, 410))
        return [key for key in keys if not key.startswith(("part:", "error:"))]

    def crawl(self, addresses: list[str]) -> dict[str, Answer]:
        return {path: self.get(quoted(path)) for path in addresses}

    def settle(self, seconds: float = 60) -> None:
        """Wait until nothing is left to press."""
        # The presser says how far it is once a second: what was said before now counts not.
        time.sleep(1.2)
        wait_for(self.is_settled, seconds, "everything pressed")

    def is_settled(self) -> bool:
        if not (self.home / "pressed/made_by").exists():
            return False
        done = self.run("press", "status", "--json")
        if done.returncode:
            return False
        told = json.loads(done.stdout)
        ours = [home for home in told["homes"] if home["is_ours"]]
        return bool(ours) and ours[0]["waiting"] == 0 and not told["walks"]

    def drift(self) -> list[str]:
        """Pages that are not as they would be pressed now."""
        done = self.run("press", "check", "--all")
        return [] if done.returncode == 0 else done.stdout.splitlines() + done.stderr.splitlines()

    def torn(self) -> list[Path]:
        """Files in the store that are no whole page."""
        found = []
        for file in (self.home / "pressed/pages").glob("??/??/*"):
            try:
                pages.from_bytes(file.read_bytes())
            except pages.Damaged:
                found.append(file)
        return found

    def pressed_texts(self) -> Iterator[tuple[str, str]]:
        """Key and text of every file in the store."""
        for file in (self.home / "pressed/pages").glob("??/??/*"):
            page = pages.from_bytes(file.read_bytes())
            texts = [one.data for one in page.segments if isinstance(one, pages.Text)]
            unpacked = [pages.inflate(data) if page.packed else data for data in texts]
            yield page.key, b"".join(unpacked).decode(errors="replace")

    def close(self) -> None:
        self.editor.close()
        self.served.close()


def quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/?=&%")


def lay(founded: Path, home: Path) -> list[int]:
    """A laid paper in `home`, not yet served; the numbers of its articles."""
    shutil.copytree(founded, home)
    return fill(home)


def fill(home: Path, **more: str) -> list[int]:
    """Articles for an empty paper; their numbers."""
    editor = Editor(home, **more)
    numbers: list[int] = editor.do("lay", ARTICLES)["articles"]
    editor.close()
    return numbers


def open_paper(home: Path, numbers: list[int], workers: int = 1, **more: str) -> Paper:
    """Serve it, and wait until all of it is pressed."""
    served = Served(home, more=more, workers=workers)
    served.start()
    paper = Paper(served, Editor(home, **more), list(numbers))
    paper.settle()
    return paper


__all__ = [
    "ARTICLES",
    "Answer",
    "Editor",
    "Paper",
    "Shelf",
    "Store",
    "fill",
    "lay",
    "open_paper",
    "re",
]
