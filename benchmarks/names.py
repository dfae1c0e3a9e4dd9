"""What the stored side of Who costs on a large paper: an alias that changes, pages of who is much quoted.

python -m benchmarks.names [N]     a paper of 100,000 articles, or of N

The paper is made in a temporary home and measured in a process of its own. Its articles count as
read: texts of 3,000 characters with 20 names of a directory of 5,000 each, every name a row. One
alias stands in 300 articles, one in 5,000; one person has 5,000 quotations in 2,000 articles.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

ARTICLES, PEOPLE, NAMES, LETTERS = 100_000, 5_000, 20, 3_000
BATCH = 2_000
FEW, MANY = 300, 5_000
APPEARS, SAID = 2_000, 5_000
ROUNDS = 15


def main() -> None:
    if sys.argv[1:2] == ["measure"]:
        measure()
        return
    total = int(sys.argv[1].replace(",", "")) if sys.argv[1:] else ARTICLES
    with tempfile.TemporaryDirectory(prefix="hwalja-bench-") as home:
        env = {name: value for name, value in os.environ.items() if not name.startswith("HWALJA_")}
        env |= {"HWALJA_HOME": home, "DJANGO_SETTINGS_MODULE": "hwalja.config.settings"}
        command = [sys.executable, "-m", "hwalja.config.cli", "bench", "archive"]
        subprocess.run([*command, f"--articles={total}"], env=env, check=True)
        subprocess.run([sys.executable, "-m", "benchmarks.names", "measure"], env=env, check=True)


def measure() -> None:
    import django

    django.setup()
    from django.conf import settings

    from hwalja.articles.models import Article
    from hwalja.config import sqlite

    started = time.monotonic()
    with sqlite.in_haste():
        people = _people()
        numbers = list(Article.objects.order_by("-pk").values_list("pk", "listed_at"))
        for start in range(0, len(numbers), BATCH):
            _read(numbers[start : start + BATCH], start, people)
        _much_quoted(people[0], numbers[:APPEARS])
    sqlite.know_sizes()
    size = Path(settings.HOME, "db.sqlite3").stat().st_size / 1e6
    print(f"{len(numbers):,} articles laid in {time.monotonic() - started:.0f} s, {size:,.0f} MB")
    for name, count in (("달보라", FEW), ("별하늘", MANY)):
        _alias(name, min(count, len(numbers)))
    _pages(people[0])


# --- The paper ------------------------------------------------------------------------------


def _people() -> list[Any]:
    from benchmarks.directory import people
    from hwalja.mentions.models import Relink
    from hwalja.people.actions.load import load
    from hwalja.people.models import Profile
    from hwalja.people.records import PostRecord, Record

    posts = (PostRecord("누리전자", "대표"),)
    names = [*people(Random(1))[:PEOPLE], "달보라솔", "별하늘솔"]
    load(
        [Record(name, id=f"p{n}", posts=posts) for n, name in enumerate(names)], None, document="b"
    )
    Relink.objects.all().delete()
    return list(Profile.objects.order_by("created_at", "pk"))


def _read(batch: list[tuple[int, Any]], first: int, people: list[Any]) -> None:
    from hwalja.mentions.models import Appearance, Mention, Reading

    readings, mentions, appearances = [], [], []
    for n, (pk, listed_at) in enumerate(batch, first):
        text, sentences, named = _text(n, people)
        parts = [["body", "b1", 0, len(text), 0]]
        readings.append(
            Reading(pk=pk, state="read", version="b", text=text, parts=parts, sentences=sentences)
        )
        seen: set[str] = set()
        for profile, start, sentence in named:
            known: dict[str, Any] = {
                "article_id": pk,
                "start": start,
                "profile_id": profile.pk,
                "listed_at": listed_at,
            }
            mention = Mention(
                **known, place="b1", at=start, end=start + 3, text=profile.name, sentence=sentence,
                tier=0, public=True, kind="person", name=profile.name, status="linked", how="name",
                candidates=[profile.pk], proposed_id=profile.pk, evidence=["x"],
            )  # fmt: skip
            mentions.append(mention)
            if profile.pk not in seen:
                seen.add(profile.pk)
                appearances.append(Appearance(**known, mention=mention, mentions=1))
    Reading.objects.bulk_create(readings)
    Mention.objects.bulk_create(mentions)
    Appearance.objects.bulk_create(appearances)


def _text(n: int, people: list[Any]) -> tuple[str, list[list[int]], list[tuple[Any, int, str]]]:
    """Sentences with names, and fillers up to the length; the aliases in the first articles."""
    from benchmarks.directory import WORDS

    dice = Random(n)
    aliases = [name for name, count in (("달보라", FEW), ("별하늘", MANY)) if n < count]
    text, sentences, named = "", [], []
    for profile in [None] * len(aliases) + dice.sample(people[1:-2], NAMES):
        name = profile.name if profile else aliases.pop()
        words = " ".join(dice.choices(WORDS, k=(LETTERS // NAMES - 30) // 4))
        sentence = f"{name} 누리전자 대표는 {words} “서두르지 않겠다”고 말했다."
        sentences.append([len(text), len(text) + len(sentence)])
        if profile:
            named.append((profile, len(text), sentence))
        text += sentence + " "
    return text, sentences, named


def _much_quoted(profile: Any, articles: list[tuple[int, Any]]) -> None:
    from hwalja.mentions.models import Appearance, Outlet, Quotation

    rows = []
    for n in range(SAID):
        pk, listed_at = articles[n % len(articles)]
        rows.append(
            Quotation(
                article_id=pk, place="b1", at=n, start=n, end=n + 9, text="서두르지 않겠다",
                sentence=f"{profile.name} 누리전자 대표는 “서두르지 않겠다”고 말했다.", tier=0, public=True,
                listed_at=listed_at, kind="direct", speaker=profile.name, is_explicit=True,
                proposed=profile, profile=profile,
            )
        )  # fmt: skip
    Quotation.objects.bulk_create(rows)
    Outlet.objects.bulk_create(Outlet(quotation=row, name="나래통신") for row in rows[::5])
    Appearance.objects.bulk_create(
        Appearance(article_id=pk, profile=profile, start=0, mentions=1, listed_at=listed_at)
        for pk, listed_at in articles
    )


# --- What is measured -----------------------------------------------------------------------


def _alias(name: str, expected: int) -> None:
    """Give somebody another name, and do what the analyst does of it, until all articles know."""
    from hwalja.mentions import known
    from hwalja.mentions.models import Mention
    from hwalja.mentions.reading.directory import Directory
    from hwalja.mentions.reading.linking import Linker
    from hwalja.mentions.relinking import Relinking
    from hwalja.people.actions.edit import edit
    from hwalja.people.models import Name, Profile

    profile = Profile.objects.get(name=f"{name}솔")
    row = Name(profile=profile, text=name)
    row.settle()
    begun, busy = time.monotonic(), time.process_time()
    edit(profile.pk, None, row.save)
    directory = Directory(known.entries())
    steps = sum(Relinking(directory, Linker(directory)).steps())
    seconds, cpu = time.monotonic() - begun, time.process_time() - busy
    found = Mention.objects.filter(text=name, profile=profile, public=True).count()
    assert (steps, found) == (expected, expected), (steps, found)
    print(f"alias in {expected:,} articles: live in {seconds:.1f} s ({cpu:.1f} s of the processor)")


def _pages(profile: Any) -> None:
    from hwalja.mentions import shown

    first, last = slice(20), slice(APPEARS - 20, APPEARS)
    tasks: dict[str, Callable[[], object]] = {
        "articles, first page": lambda: list(shown.articles_of(profile)[first]),
        "articles, last page": lambda: list(shown.articles_of(profile)[last]),
        "quotations, first page": lambda: list(shown.quotations_of(profile)[first]),
        "quotations, last page": lambda: list(shown.quotations_of(profile)[SAID - 20 : SAID]),
        "titles": lambda: list(shown.titles_of(profile)[first]),
        "relations": lambda: list(shown.relations_of(profile)[first]),
        "companions": lambda: shown.companions_of(profile),
        "reporters": lambda: shown.reporters_of(profile),
        "years": lambda: shown.years_of(profile),
    }
    for name, task in tasks.items():
        print(f"{name:24}{_milliseconds(task):8.1f} ms")


def _milliseconds(task: Callable[[], object]) -> float:
    return median(_timed(task)) * 1000


def _timed(task: Callable[[], object]) -> Iterator[float]:
    for _ in range(ROUNDS):
        begun = time.thread_time()
        task()
        yield time.thread_time() - begun


if __name__ == "__main__":
    main()
