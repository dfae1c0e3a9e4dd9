"""Posting under load: readers write at a steady rate, half of them members, beside 5,000 pages a second.

Every check is on; only what limits one reader is lifted, since a few readers stand for many. A
comment's time counts from when it was due, so that one that waits for another reader's answer is
not left out. Printed: acknowledged posts a second and how long they took, and the same of the
pages, alone and beside. RATE=0 writes without a pause: the most there is.
"""

import os
import re
import statistics
import subprocess
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path

from hwalja.config.tests.homes import hwalja
from tests.comments.posting import Reader, lift_limits, log_in
from tests.press.papers import Paper, lay, open_paper

SECONDS = int(os.environ.get("SECONDS", "60"))
RATE = float(os.environ.get("RATE", "65"))  # Comments that are due each second.
WRITERS = 12 if not RATE else 32
WARM = 5
PAGES = 5000  # A second; each of 18 connections waits so long between two.
PACE = "function delay() return math.random(2, 4) end"


class Pages:
    """`wrk` at a steady pace on one article's page."""

    def __init__(self, paper: Paper, seconds: int, folder: Path) -> None:
        script = folder / "pace.lua"
        script.write_text(PACE)
        url = f"http://127.0.0.1:{paper.served.port}/news/{paper.numbers[-1]}/"
        line = ["wrk", "-t1", "-c18", f"-d{seconds}s", "--latency", "-s", str(script)]
        line += ["-H", "Accept-Encoding: gzip", url]
        self.process = subprocess.Popen(line, stdout=subprocess.PIPE, text=True)

    def figures(self) -> tuple[float, float]:
        """Pages a second, and milliseconds that 99 of 100 do not exceed."""
        said = self.process.communicate()[0]
        slow = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", said)
        assert slow and "Non-2xx" not in said, said
        scale = {"us": 0.001, "ms": 1.0, "s": 1000.0}[slow[2]]
        return float(said.split("Requests/sec:")[1].split()[0]), float(slow[1]) * scale


def write(reader: Reader, began: float, end: float, times: list[float]) -> None:
    """One of `WRITERS`, each of whose comments is due after as long as keeps the rate."""
    turn, apart = 0, WRITERS / RATE if RATE else 0.0
    due = began + apart * reader.place / WRITERS
    while (due if RATE else time.monotonic()) < end:
        time.sleep(max(0.0, due - time.monotonic()))
        turn += 1
        # Each comment is another reader's: another address, and for guests another name.
        reader.place += WRITERS
        number = reader.paper.numbers[turn % len(reader.paper.numbers)]
        body = f"{reader.place}번 독자입니다. 기사 {number}에 나온 숫자가 작년과 어떻게 다른지 궁금합니다."
        assert reader.write(number, body), "never acknowledged"
        times.append(time.monotonic() - due)
        due = due + apart if RATE else time.monotonic()


def posts(paper: Paper, readers: list[Reader], seconds: int) -> list[float]:
    times: list[float] = []
    began = time.monotonic()
    threads = [
        threading.Thread(target=write, args=[one, began, began + seconds, times]) for one in readers
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(times)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="hwalja-bench-") as folder, ExitStack() as stack:
        founded, home = Path(folder, "founded"), Path(folder, "home")
        hwalja(founded, "init")
        numbers = lay(founded, home)
        # As many processes of the app as `hwalja serve` starts by itself.
        paper = open_paper(home, numbers, workers=os.cpu_count() or 1)
        stack.callback(paper.close)
        lift_limits(paper)
        readers = [Reader(paper, place) for place in range(1, WRITERS + 1)]
        log_in(paper, readers[::2])
        # The first request of a process brings its code in.
        posts(paper, readers, WARM)
        alone = Pages(paper, 10, Path(folder)).figures()
        pages = Pages(paper, SECONDS, Path(folder))
        times = posts(paper, readers, SECONDS)
        show(alone, pages.figures(), times)


def show(alone: tuple[float, float], beside: tuple[float, float], times: list[float]) -> None:
    median, p99 = statistics.median(times) * 1000, times[int(len(times) * 0.99)] * 1000
    print(f"{'':22}{'a second':>10}{'median ms':>11}{'p99 ms':>9}")
    print(f"{'comments':22}{len(times) / SECONDS:10.1f}{median:11.1f}{p99:9.1f}")
    print(f"{'pages beside comments':22}{beside[0]:10,.0f}{'':11}{beside[1]:9.1f}")
    print(f"{'pages alone':22}{alone[0]:10,.0f}{'':11}{alone[1]:9.1f}")
    print(
        f"{len(times)} comments in {SECONDS} s; load of the machine {os.getloadavg()[0]:.1f} on "
        f"{os.cpu_count()} cores"
    )


if __name__ == "__main__":
    main()
