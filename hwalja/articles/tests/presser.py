"""Run in processes of their own by the test of two pressers.

prepare COUNT   articles due to go out, as many to come down, and as many for both at once
press GATE      says GATE-PID, waits for the file GATE, then keeps the clock until nothing is left to do
tell            what the database says afterwards, as JSON

`press` prints a line for each signal it sent: "out NUMBER" or "down NUMBER".
"""

import json
import os
import sys
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import django

django.setup()

from django.utils import timezone  # noqa: E402
from wagtail.models import PageLogEntry, Revision  # noqa: E402
from wagtail.signals import page_published, page_unpublished  # noqa: E402

from hwalja.articles.models import Article, FrontPage  # noqa: E402
from hwalja.press import clock  # noqa: E402
from hwalja.testing import make_section, make_user  # noqa: E402

PAST = timedelta(seconds=1)


def prepare(count: int) -> None:
    section = make_section(FrontPage.objects.get(), "산업", "industry")
    boss = make_user("choi", "최산", is_superuser=True)
    for kind in ("out", "down", "both"):
        for number in range(count):
            article = Article(live=False, title=f"{kind} {number}", owner=boss)
            section.add_child(instance=article)
            revision = article.save_revision(user=boss)
            if kind != "out":
                revision.publish(user=boss)
                Article.objects.filter(pk=article.pk).update(ends_at=timezone.now() - PAST)
            if kind == "both":
                revision = Article.objects.get(pk=article.pk).save_revision(user=boss)
            if kind != "down":
                Revision.objects.filter(pk=revision.pk).update(
                    approved_go_live_at=timezone.now() - PAST
                )


def press(gate: str) -> None:
    def heard(word: str) -> Any:
        return lambda instance, **kwargs: print(word, instance.number, flush=True)  # noqa: T201

    out, down = heard("out"), heard("down")
    page_published.connect(out)
    page_unpublished.connect(down)
    Path(f"{gate}-{os.getpid()}").touch()
    while not Path(gate).exists():
        time.sleep(0.001)
    while _left():
        clock.tick(time.monotonic())
        time.sleep(0.01)


def _left() -> bool:
    now = timezone.now()
    due = Revision.objects.filter(approved_go_live_at__lte=now)
    return due.exists() or Article.objects.filter(ends_at__lte=now).exists()


def tell() -> None:
    logged = PageLogEntry.objects.filter(action__endswith=".scheduled")
    kinds = Counter(
        title.split()[0] for title in Article.objects.live().values_list("title", flat=True)
    )
    told = {"live": kinds, "logged": Counter(logged.values_list("action", flat=True))}
    print(json.dumps(told))  # noqa: T201


if __name__ == "__main__":
    {
        "prepare": lambda: prepare(int(sys.argv[2])),
        "press": lambda: press(sys.argv[2]),
        "tell": tell,
    }[sys.argv[1]]()
