"""One rule for how long a comment is: browser, server, database, and a reference written apart."""

import json
import random
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Page, sync_playwright

from hwalja.hangul.length import byte_length, characters

pytestmark = [pytest.mark.slow, pytest.mark.both, pytest.mark.django_db]
SCRIPT = Path(__file__).parents[2] / "hwalja/comments/static/comments/comments.js"
Measured = Callable[[str, str, str], None]
BATCH = 5000
# Where texts of readers come from, and where programs break.
RANGES = [
    (0x20, 0x7E), (0xAC00, 0xD7A3), (0x1100, 0x11FF), (0x3130, 0x318F), (0x300, 0x36F),
    (0x1F300, 0x1FAFF), (0xFE00, 0xFE0F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069),
    (0xA0, 0x24F), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xE000, 0xF8FF), (0xFFF0, 0xFFFF),
    (0x1, 0x1F), (0x7F, 0x9F), (0x20000, 0x2FA1F), (0xE0000, 0xE01EF), (0x100000, 0x10FFFF),
]  # fmt: skip


def reference(text: str) -> tuple[int, int]:
    """By UTF-16: a pair counts four, a unit alone two, one of ASCII one."""
    composed = unicodedata.normalize("NFC", text)
    units = composed.encode("utf-16-le")
    total = points = 0
    for low, high in zip(units[::2], units[1::2], strict=True):
        unit = low | high << 8
        points += not 0xDC00 <= unit < 0xE000
        total += 1 if unit < 0x80 else 2
    return points, total


def every_code_point(step: int = 1) -> Iterator[str]:
    for code in range(1, 0x110000, step):
        if not 0xD800 <= code < 0xE000:
            yield chr(code)


def strings(count: int, seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    for _ in range(count):
        chosen = chance.choices(RANGES, k=chance.randint(0, 12))
        text = "".join(chr(chance.randint(*span)) for span in chosen)
        form = chance.choice(["NFC", "NFD", "NFKD", ""])
        yield unicodedata.normalize(form, text) if form else text


def batches(texts: Iterator[str]) -> Iterator[list[str]]:
    while found := list(islice(texts, BATCH)):
        yield found


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """The counter as the page loads it."""
    # Playwright keeps a loop in this thread, which Django would not ask the database beside.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as player:
        chromium = player.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = chromium.new_page()
        page.set_content('<div data-comments="/"></div>')
        page.add_script_tag(content=SCRIPT.read_text())
        yield page
        chromium.close()


def in_browser(page: Page, texts: list[str]) -> list[tuple[int, int]]:
    found = page.evaluate("texts => texts.map(window.hwaljaMeasure)", texts)
    return [(one[0], one[1]) for one in found]


def in_database(texts: list[str]) -> list[tuple[int, int]]:
    """Of the composed text, which is what is kept."""
    kept = [unicodedata.normalize("NFC", text) for text in texts]
    if connection.vendor == "postgresql":
        each = "SELECT value FROM jsonb_array_elements_text(%s::jsonb) WITH ORDINALITY AS t(value, n) ORDER BY n"
    else:
        each = "SELECT value FROM json_each(%s) ORDER BY key"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT length(value), hwalja_byte_length(value) FROM ({each}) AS texts",
            [json.dumps(kept, ensure_ascii=False)],
        )
        return [(row[0], row[1]) for row in cursor.fetchall()]


def differences(page: Page, texts: Iterator[str]) -> tuple[int, list[object]]:
    seen, found = 0, []
    for batch in batches(texts):
        seen += len(batch)
        expected = [reference(text) for text in batch]
        server = [(characters(text), byte_length(text)) for text in batch]
        for rows in (server, in_browser(page, batch), in_database(batch)):
            found += [
                (text, want, got)
                for text, want, got in zip(batch, expected, rows, strict=True)
                if want != got
            ]
    return seen, found


def test_all_count_alike(counter: Page) -> None:
    seen, found = differences(counter, every_code_point(37))
    assert seen > 30_000 and not found
    seen, found = differences(counter, strings(10_000, seed=1))
    assert seen == 10_000 and not found


def test_a_counter_that_forgets_to_compose_is_found(counter: Page) -> None:
    naive = "(text) => [Array.from(text).length, new TextEncoder().encode(text).length]"
    counter.evaluate(f"() => {{ window.hwaljaMeasure = {naive}; }}")
    _, found = differences(counter, strings(500, seed=2))
    assert found


@pytest.mark.prove
def test_a_million_strings(counter: Page, measured: Measured) -> None:
    points, wrong = differences(counter, every_code_point())
    assert not wrong
    count, wrong = differences(counter, strings(1_000_000, seed=3))
    assert not wrong
    database = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
    measured(
        f"Length of a comment, {database}",
        f"{count:,} strings and {points:,} code points singly: 0 differences",
        "browser, server, database and a reference by UTF-16 compared",
    )
