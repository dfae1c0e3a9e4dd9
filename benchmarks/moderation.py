"""What a page of the moderators' queue costs, with a hundred comments waiting and with 100,000.

python -m benchmarks.moderation [N …]     queues of 100 and 100,000, or of N each

Each queue is made in a temporary home; milliseconds are the median of ten, without a network.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter, process_time
from typing import Any

SIZES = [100, 100_000]
TIMES = 10
CHUNK = 5_000
FEW = 40  # Articles.


def main() -> None:
    if sys.argv[1:2] == ["--here"]:
        measure(int(sys.argv[2]))
        return
    for size in [int(text.replace(",", "")) for text in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory(prefix="hwalja-bench-") as home:
            env = {key: value for key, value in os.environ.items() if not key.startswith("HWALJA_")}
            env |= {"HWALJA_HOME": home, "DJANGO_SETTINGS_MODULE": "hwalja.config.settings"}
            command = [sys.executable, "-m", "hwalja.config.cli", "init"]
            subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
            here = [sys.executable, "-m", "benchmarks.moderation", "--here", str(size)]
            subprocess.run(here, env=env, check=True)


def measure(size: int) -> None:
    """In a home that `hwalja init` has prepared."""
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from hwalja.config import sqlite
    from hwalja.testing import make_newsroom

    settings.ALLOWED_HOSTS = ["*"]
    newsroom = make_newsroom()
    fill(newsroom, size)
    # As the clock has it done every hour.
    sqlite.know_sizes()
    client = Client()
    client.force_login(newsroom.moderator, "django.contrib.auth.backends.ModelBackend")
    url = "/admin/comments/"
    client.get(url)
    pages = {
        "first page": url,
        "page in the middle": f"{url}?after=0_0.5_{size // 2}",
        "last page": f"{url}?after=0_0.0_150",
        "one rule": f"{url}?rule=links",
        "one section": f"{url}?section={newsroom.industry.pk}",
        "a word that is nowhere": f"{url}?q=zzzz",
        "a comment and its past": f"{url}{size // 2}/?part",
        "the threshold": f"{url}threshold/",
        "the log": f"{url}log/",
    }
    print(f"{f'{size:,} waiting':28}milliseconds     cpu   queries")
    for name, page in pages.items():
        clock, processor = timed(partial(client.get, page))
        print(f"  {name:26}{clock:12.1f}{processor:8.1f}{queries(client, page):10}")


def fill(newsroom: Any, size: int) -> None:
    from hwalja.comments.models import Comment
    from hwalja.comments.tests.rows import unsaved

    articles = [newsroom.publish(title=f"기사 {number}") for number in range(FEW)]
    for start in range(0, size, CHUNK):
        Comment.objects.bulk_create(
            unsaved(
                articles[number % FEW],
                f"{number}번째 댓글입니다. 이 돈이 다 어디서 나는지 궁금하네요.",
                person=f"g{number % 20_000}",
                state="waiting",
                rule=("links", "suspect_words", "attack")[number % 3],
                score=(number * 7919 % 1000) / 1000,
                spans="0-3",
            )
            for number in range(start, min(start + CHUNK, size))
        )


def timed(call: Callable[[], Any]) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor, the medians; the answer must be a page."""
    found = []
    for _ in range(TIMES):
        clock, processor = perf_counter(), process_time()
        assert call().status_code == 200
        found.append(((perf_counter() - clock) * 1000, (process_time() - processor) * 1000))
    clocks, processors = zip(*found, strict=True)
    return median(clocks), median(processors)


def queries(client: Any, page: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as found:
        client.get(page)
    return len(found)


if __name__ == "__main__":
    main()
