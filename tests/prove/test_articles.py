"""Invented articles with gold quotations: who said what, and no false word.

The practice set is what rules were learnt from, the rehearsal what their author tried them on; the
blind set, where it is there, was written and annotated by others, and the limits hold for it.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hwalja.mentions.reading import document
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.files import entries
from hwalja.mentions.reading.reader import Reader
from hwalja.mentions.reading.recogniser import Recogniser
from hwalja.mentions.reading.tests.reading import analyser, splitter
from tests.mentions.score import Score, load

pytestmark = pytest.mark.prove
Measured = Callable[[str, str, str], None]
SETS = Path(__file__).parents[1] / "mentions"
# About what a long article has; processor time, so that what runs beside it does not count.
LONG, MOST_MS = 3_000, 150


@pytest.mark.parametrize("name", ["practice", "rehearsal", "blind"])
def test_who_said_what(measured: Measured, name: str) -> None:
    folder = SETS / name
    if not (folder / "gold.json").exists():
        pytest.skip(f"no set {name}")
    articles = load(folder, "gold.json")
    reader = _reader(folder)
    score = Score()
    for article in articles:
        text = (folder / "articles" / article["file"]).read_text(encoding="utf8")
        read = document.plain(text, splitter())
        score.add(read, article["quotes"], reader.read(read).quotes)
    direct, indirect = score.direct, score.indirect
    rate = 1000 * score.false_words / max(score.naming, 1)
    measured(
        f"Quotations, {name} set",
        f"direct: found F1 {direct.detection:.3f}, speaker right {direct.speakers:.1%} of the nameable, "
        f"both F1 {direct.end_to_end:.3f}; indirect: found F1 {indirect.detection:.3f}, both F1 "
        f"{indirect.end_to_end:.3f}; false words {score.false_words} of {score.naming} that name a speaker "
        f"({rate:.1f} per 1,000), public {score.false_public} of {score.public}; "
        f"media right {score.outlets_right} of {score.outlets}",
        f"{len(articles)} invented articles, {direct.found + direct.missed} direct and "
        f"{indirect.found + indirect.missed} indirect quotations, a fifth of the people not in the directory",
    )
    assert score.false_public == 0
    if name == "blind":
        assert direct.detection >= 0.99
        assert direct.speakers >= 0.95
        assert indirect.end_to_end >= 0.85
        assert rate <= 5


def test_reading_is_quick(measured: Measured) -> None:
    """Whole articles of 3,000 characters, joined from those of the practice set."""
    folder = SETS / "practice"
    reader = _reader(folder)
    taken = []
    for text in _long(folder):
        start = time.process_time()
        reader.read(document.plain(text, splitter()))
        taken.append(1000 * (time.process_time() - start))
    taken.sort()
    slow = taken[int(0.95 * len(taken))]
    measured(
        "Reading an article",
        f"{taken[len(taken) // 2]:.0f} ms at the median, {slow:.0f} ms at the 95th percentile",
        f"{len(taken)} texts of {LONG:,} characters, names, speakers, titles and relations, after loading; processor time",
    )
    assert slow <= MOST_MS


def _reader(folder: Path) -> Reader:
    """It reads as the paper's own analyst does."""
    recognise = Recogniser.load(kiwi=analyser()).spans
    return Reader(Directory(entries(load(folder, "people.json"))), recognise)


def _long(folder: Path) -> list[str]:
    """Texts of so many characters, each beginning with another article."""
    files = sorted((folder / "articles").glob("*.txt"))
    texts = [file.read_text(encoding="utf8").strip() for file in files]
    joined = ["\n\n".join(texts[i : i + 6]) for i in range(len(texts) - 6)]
    return [text[: text.rfind(".", 0, LONG) + 1] for text in joined]
