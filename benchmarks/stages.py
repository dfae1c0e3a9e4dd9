"""Milliseconds to read an article of 3,000 characters by all stages, beside the analyser alone.

The reference is Kiwi's morphemes of the same text: nothing that reads Korean can cost less. Texts
are put together from the articles of `tests/mentions/practice`, the directory holds 100,000 invented
people beside theirs. Time of the processor, after loading, each text in turn by both.
"""

import json
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.directory import people
from hwalja.mentions.reading import document, files, kiwi
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.reader import Reader
from hwalja.mentions.reading.recogniser import Recogniser
from hwalja.mentions.reading.shapes import Entry

MENTIONS = Path(__file__).resolve().parents[1] / "tests/mentions/practice"
LENGTH = 3_000
ROUNDS = 5


def texts() -> Iterator[str]:
    """Articles one after another, cut where 3,000 characters are full."""
    text = ""
    for path in sorted((MENTIONS / "articles").glob("*.txt")):
        text += path.read_text(encoding="utf-8")
        if len(text) >= LENGTH:
            yield text[:LENGTH]
            text = ""


def entries() -> Iterator[Entry]:
    yield from files.entries(json.loads((MENTIONS / "people.json").read_text(encoding="utf-8")))
    for number, name in enumerate(people(Random(1))):
        yield Entry(str(number), name)


def milliseconds(read: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    read(text)
    return (time.process_time() - begun) * 1e3


def main() -> None:
    begun = time.process_time()
    analyser = kiwi.load()
    recogniser = Recogniser.load(kiwi=analyser)
    reader = Reader(Directory(entries()), recogniser.spans)
    print(f"{'loaded in':24}{(time.process_time() - begun):8.1f} s")
    split = partial(kiwi.sentences, analyser)
    stages: dict[str, Callable[[str], object]] = {
        "all stages": lambda text: reader.read(document.plain(text, split)),
        "sentences, morphemes": lambda text: document.plain(text, split),
        "names, from morphemes": lambda text: recogniser.spans(text, morphemes[text]),
        "Kiwi's morphemes alone": analyser.tokenize,
    }
    stories = list(texts())
    morphemes = {text: kiwi.tokens(analyser, text) for text in stories}
    times: dict[str, list[float]] = {name: [] for name in stages}
    for _ in range(ROUNDS):
        for text in stories:
            for name, read in stages.items():
                times[name].append(milliseconds(read, text))
    alone = statistics.median(times["Kiwi's morphemes alone"])
    print(f"{len(stories)} articles of {LENGTH:,} characters, {ROUNDS} times")
    print(f"{'':24}{'median':>8}{'p95':>8}{'ratio':>8}")
    for name, each in times.items():
        middle, late = statistics.median(each), statistics.quantiles(each, n=20)[18]
        print(f"{name:24}{middle:8.1f}{late:8.1f}{middle / alone:8.2f}")


if __name__ == "__main__":
    main()
