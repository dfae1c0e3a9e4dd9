"""The whole archive is read: what no reader has read yet, and what an older one read."""

import threading
from collections.abc import Callable

from django.core.management.base import CommandError
from django.utils import timezone

from hwalja import __version__
from hwalja.articles.models import Article
from hwalja.mentions.alone import alone
from hwalja.mentions.analyst import Analyst
from hwalja.mentions.models import Reading
from hwalja.mentions.stopping import asked_to_stop
from hwalja.press.progress import Progress

CHUNK = 1000
TOLD = 10  # Articles named of those that could not be read.


def read_all(say: Callable[[str], object]) -> None:
    """Read until nothing waits, and tell how far it is; what is published meanwhile goes first.

    Ctrl-C ends it after the article at hand. Raises CommandError where another reads already.
    """
    with alone() as is_alone, asked_to_stop() as stopped:
        if not is_alone:
            raise CommandError(
                "다른 분석 프로세스가 읽고 있습니다. 그것이 끝난 뒤에 다시 부르십시오."
                " (hwalja serve 가 띄운 것은 읽을 것이 없으면 몇 분 뒤에 끝납니다.)"
            )
        _read(ask_all(), say, stopped)


def ask_all() -> int:
    """Have everything read that readers see and this version has not read; how many wait then.

    What waits already keeps its turn, so that a run that was broken off goes on where it was.
    """
    new = Article.objects.published().filter(reading=None).order_by("-pk")
    while pks := list(new.values_list("pk", flat=True)[:CHUNK]):
        rows = [Reading(article_id=pk, turn=Reading.ARCHIVE) for pk in pks]
        Reading.objects.bulk_create(rows, ignore_conflicts=True)
    old = Reading.objects.exclude(state=Reading.WAITING)
    old = old.exclude(state=Reading.READ, version=__version__)
    old.update(state=Reading.WAITING, turn=Reading.ARCHIVE, asked_at=timezone.now(), tries=0)
    return Reading.objects.filter(state=Reading.WAITING).count()


def _read(total: int, say: Callable[[str], object], stopped: threading.Event) -> None:
    progress, analyst = Progress("기사", total, unit="편"), Analyst()
    while not stopped.is_set() and analyst.step():
        # Links made anew are steps too.
        if analyst.done > progress.worked:
            progress.step()
        if progress.is_due():
            say(progress.line())
    say(progress.line())
    _say_failed(say)
    if stopped.is_set():
        say("멈췄습니다. 같은 명령을 다시 부르면 이어서 읽습니다.")


def _say_failed(say: Callable[[str], object]) -> None:
    failed = Reading.objects.filter(state=Reading.FAILED)
    if count := failed.count():
        say(f"읽지 못한 기사 {count:,}편. 같은 명령이 다시 읽어 봅니다.")
    for number, why in failed.values_list("article__number", "fault")[:TOLD]:
        say(f"  {number}번: {why}")
