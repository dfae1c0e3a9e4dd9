"""Readers beside a newsroom at full tilt: 4 editors save without pause, 64 requests hang in the app.

In turn with and without them, on the same served paper: requests a second and the slowest hundredth
of `wrk -t1 -c16`, medians. The editors are processes of their own, as nice as the app is, since an
app that hangs saves nothing.
"""

import os
import re
import socket
import statistics
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from hwalja.config.serve.supervisor import NICENESS, stand_back
from hwalja.config.tests.homes import hwalja
from tests.press.papers import Editor, Paper, lay, open_paper

ROUNDS = int(os.environ.get("ROUNDS", "5"))
SECONDS, EDITORS, HUNG = 4, 4, 64


def load(paper: Paper) -> tuple[float, float]:
    """Requests a second, and milliseconds that 99 of 100 do not exceed."""
    url = f"http://127.0.0.1:{paper.served.port}/news/{paper.numbers[-1]}/"
    line = ["wrk", "-t1", "-c16", f"-d{SECONDS}s", "--latency", "-H", "Accept-Encoding: gzip", url]
    said = subprocess.run(line, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in said and "Socket errors" not in said, said
    slow = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", said)
    assert slow
    in_milliseconds = {"us": 0.001, "ms": 1.0, "s": 1000.0}[slow[2]]
    return float(said.split("Requests/sec:")[1].split()[0]), float(slow[1]) * in_milliseconds


@contextmanager
def hung(paper: Paper) -> Iterator[None]:
    """Requests that the app never answers, through the front."""
    with ExitStack() as stack:
        for _ in range(HUNG):
            one = socket.create_connection(("127.0.0.1", paper.served.port))
            stack.enter_context(one)
            one.sendall(b"GET /admin/hang/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        yield


@contextmanager
def editing(paper: Paper, editors: list[Editor]) -> Iterator[list[int]]:
    """Each saves another article again and again; counts how often."""
    stopped, saved = threading.Event(), [0] * len(editors)

    def save(place: int) -> None:
        while not stopped.is_set():
            done = editors[place].do("edit", paper.numbers[place], f"고침 {saved[place]}")
            assert "error" not in done, done
            saved[place] += 1

    threads = [threading.Thread(target=save, args=[place]) for place in range(len(editors))]
    for thread in threads:
        thread.start()
    try:
        yield saved
    finally:
        stopped.set()
        for thread in threads:
            thread.join()


def main() -> None:
    alone, beside, saves = [], [], 0
    with tempfile.TemporaryDirectory(prefix="hwalja-bench-") as folder, ExitStack() as stack:
        founded, home = Path(folder, "founded"), Path(folder, "home")
        hwalja(founded, "init")
        numbers = lay(founded, home)
        paper = open_paper(home, numbers, DJANGO_SETTINGS_MODULE="tests.press.hanging")
        stack.callback(paper.close)
        editors = [Editor(home) for _ in range(EDITORS)]
        for editor in editors:
            stack.callback(editor.close)
            editor.do("edit", numbers[0], "준비")
            stand_back(editor.process.pid, NICENESS["app"])
        load(paper)
        for _ in range(ROUNDS):
            alone.append(load(paper))
            with hung(paper), editing(paper, editors) as saved:
                beside.append(load(paper))
            saves += sum(saved)
    show(alone, beside, saves)


def show(alone: list[tuple[float, float]], beside: list[tuple[float, float]], saves: int) -> None:
    print(f"{'':10}{'req/s':>9}{'p99 ms':>9}")
    for name, rows in (("alone", alone), ("beside", beside)):
        rate, slow = (statistics.median(column) for column in zip(*rows, strict=True))
        print(f"{name:10}{rate:9,.0f}{slow:9.1f}")
    ratio = statistics.median(one[0] / other[0] for one, other in zip(beside, alone, strict=True))
    print(
        f"beside is {ratio:.2f} of alone; {saves / ROUNDS / SECONDS:.1f} saves a second; {ROUNDS} "
        f"rounds; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    )


if __name__ == "__main__":
    main()
