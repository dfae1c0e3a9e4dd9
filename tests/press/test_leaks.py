"""No hidden article in a pressed file, in the front's memory, or on the way there."""

import random
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hwalja.config.tests.homes import wait_for
from tests.canaries.crawl import HEADERS, NUMBER, OWN, TOKENS
from tests.press.papers import Paper, open_paper, quoted
from tests.press.test_kills import kill_any, wait_until_healthy

pytestmark = pytest.mark.slow
Measured = Callable[[str, str, str], None]

# Words of what was never public, not for a moment.
NEVER = re.compile("zq(?:draft|review|scheduled|embargoed|trasheddraft|changed)[a-z]+")


class Looking:
    """A reader who looks without pause at what changes, while it changes."""

    PATHS = ("/", "/latest/", "/feed/", "/industry/", "/reporters/kim/", "/news-sitemap.xml")

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.asked = 0
        self.seen: set[str] = set()
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self._look)
        self.thread.start()

    def _look(self) -> None:
        newest = max(self.paper.numbers)
        while not self.stopped.is_set():
            for path in (*self.PATHS, *(f"/news/{newest + n}/" for n in range(1, 16))):
                self.seen.update(NEVER.findall(self.paper.text(path)))
                self.asked += 1

    def stop(self) -> None:
        self.stopped.set()
        self.thread.join()


def in_files(paper: Paper) -> Iterator[str]:
    """Pressed pages and parts with a word of a hidden article."""
    for key, text in paper.pressed_texts():
        yield from (f"{key}: {token}" for token in set(TOKENS.findall(text)))


def in_answers(paper: Paper, planted: dict[str, Any]) -> Iterator[str]:
    """What readers get with a word or the address of one, from files and then from memory."""
    numbers = {str(number) for number in planted["hidden"]}
    for surface, addresses in planted["surfaces"].items():
        for address in addresses:
            for headers in ({}, HEADERS, {"accept-encoding": "gzip;q=0"}):
                answer = paper.get(quoted(address), **headers)
                text = f"{answer.headers} {answer.body.decode(errors='replace')}"
                yield from (f"{address}: {token}" for token in TOKENS.findall(text))
                own = set(re.findall(r"\d+", address))
                shown = set(NUMBER.findall(text)) & numbers - own
                yield from (f"{address}: /news/{number}/" for number in shown)
                if surface in OWN and own & numbers and answer.status not in {404, 410}:
                    yield f"{address}: {answer.status}"


def leaks(paper: Paper, planted: dict[str, Any]) -> list[str]:
    return sorted({*in_files(paper), *in_answers(paper, planted)})


def plant(paper: Paper) -> dict[str, Any]:
    """In every state, while a reader looks on."""
    looking = Looking(paper)
    planted = paper.editor.do("plant")
    looking.stop()
    assert "error" not in planted, planted
    assert looking.asked and not looking.seen
    return planted


def plant_among_kills(paper: Paper, seed: int) -> tuple[dict[str, Any], int]:
    """The same, while one process after another is killed; how many were."""
    chance, found = random.Random(seed), list[dict[str, Any]]()
    planting = threading.Thread(target=lambda: found.append(plant(paper)))
    planting.start()
    kills = 0
    while planting.is_alive():
        time.sleep(chance.uniform(0.05, 0.6))
        kill_any(paper, chance)
        kills += 1
    planting.join()
    wait_until_healthy(paper)
    return found[0], kills


def looked_for_everywhere(paper: Paper, planted: dict[str, Any]) -> list[str]:
    """Once all is pressed: what leaks, where the crawl does see what is public."""
    paper.settle()
    found = leaks(paper, planted)
    host = f"/news/{max(paper.numbers) + 15}/"
    assert "zqshownheadline" in paper.text(host)
    return found


def test_nothing_hidden_is_pressed_or_handed_out(paper: Paper) -> None:
    assert looked_for_everywhere(paper, plant(paper)) == []


def test_nothing_hidden_comes_out_among_kills(paper: Paper) -> None:
    planted, kills = plant_among_kills(paper, seed=11)
    assert kills > 2
    assert looked_for_everywhere(paper, planted) == []


def test_without_the_gate_it_leaks(laid: tuple[Path, list[int]], tmp_path: Path) -> None:
    """What these tests are worth: on a paper broken on purpose they find something in both places."""
    home = Path(shutil.copytree(laid[0], tmp_path / "home"))
    paper = open_paper(home, laid[1], DJANGO_SETTINGS_MODULE="tests.press.ungated")
    try:
        planted = paper.editor.do("plant")
        wait_for(lambda: any(in_files(paper)), 60, "a leak in a file")
        wait_for(lambda: any(in_answers(paper, planted)), 60, "a leak in an answer")
    finally:
        paper.close()


@pytest.mark.prove
def test_many_kills_and_no_leak(
    laid: tuple[Path, list[int]], tmp_path: Path, measured: Measured
) -> None:
    total, states = 0, 0
    for seed in range(8):
        home = Path(shutil.copytree(laid[0], tmp_path / f"home{seed}"))
        paper = open_paper(home, laid[1])
        try:
            planted, kills = plant_among_kills(paper, seed)
            assert looked_for_everywhere(paper, planted) == []
        finally:
            paper.close()
        total, states = total + kills, len(planted["hidden"])
    measured(
        "Hidden articles in pressed files and in the front",
        f"{states} states, planted 8 times among {total} kills: 0 words in files, 0 in answers",
        "kill -9 of a random process at random moments; every public address, from files and memory",
    )
