"""The analyst: the one process that loads the Korean analyser, and reads what waits to be read.

Loading takes seconds and 540 MB: the process is started when there is work, stays a while, and ends.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from django.db import DatabaseError
from django.db.models import F

from hwalja import __version__
from hwalja.articles.models import Article
from hwalja.mentions import known, story, waiting
from hwalja.mentions.models import Reading, Relink
from hwalja.mentions.reading import kiwi
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.document import Splitter
from hwalja.mentions.reading.linking import Linker
from hwalja.mentions.reading.reader import Reader
from hwalja.mentions.reading.recognised import Recognise
from hwalja.mentions.reading.recogniser import Recogniser
from hwalja.mentions.relinking import Relinking
from hwalja.mentions.store import store
from hwalja.people import entries

logger = logging.getLogger("hwalja.analyst")

TRIES = 2  # An article that took the process down this often is given up.


@dataclass
class Directories:
    """The directory as of the last committed change, made anew only when it has changed."""

    _version: int = -1
    _directory: Directory = field(default_factory=lambda: Directory(()))

    def get(self) -> Directory:
        version = entries.version()
        if version != self._version:
            self._directory = Directory(known.entries())
            self._version = version
        return self._directory


class Analyst:
    """Reads one article after another."""

    def __init__(self, split: Splitter | None = None) -> None:
        """`split`: an analyser that is loaded already; names are then told by rules alone."""
        self._given = split
        self.done = 0  # Articles read, or given up.
        self._directories = Directories()
        self._with: tuple[Directory, Reader] | None = None
        self._pass: Iterator[int] | None = None

    @cached_property
    def _loaded(self) -> tuple[Splitter, Recognise | None]:
        """Loads the analyser and the recogniser, when they are first asked."""
        if self._given:
            return self._given, None
        analyser = kiwi.load()
        return partial(kiwi.sentences, analyser), Recogniser.load(kiwi=analyser).spans

    def step(self) -> bool:
        """Do a little of what waits: what was just published, then links, then the rest."""
        pk = waiting.next_one(Reading.NOW)
        if pk is None and self._relink():
            return True
        pk = pk or waiting.next_one()
        if pk is None:
            return False
        self.read(pk)
        self.done += 1
        return True

    def read(self, article_id: int) -> None:
        """Read one article; what goes wrong is written down and stops no other."""
        if not _begin(article_id):
            return
        try:
            self._read(article_id)
        except DatabaseError:
            # Not the article's fault: the process is started again, and tries again.
            raise
        except Exception as error:
            logger.exception("기사 %s 를 읽지 못했습니다.", article_id)
            _give_up(article_id, f"{type(error).__name__}: {error}")

    def _read(self, article_id: int) -> None:
        article = Article.objects.filter(pk=article_id).first()
        if article is None:
            return
        directory, reader = self._reader()
        read = story.current(article)
        document = read.document(self._loaded[0])
        on = article.published_at.date() if article.published_at else None
        store(article_id, read, document, reader.read(document, on), directory, __version__)

    def _reader(self) -> tuple[Directory, Reader]:
        directory = self._directories.get()
        if self._with is None or self._with[0] is not directory:
            self._with = directory, Reader(directory, self._loaded[1])
        return self._with

    def _relink(self) -> bool:
        """One step of a pass over the archive, which is begun where there is a change."""
        if self._pass is None:
            if not Relink.objects.exists():
                return False
            directory = self._directories.get()
            self._pass = Relinking(directory, Linker(directory)).steps()
        if next(self._pass, None) is None:
            self._pass = None
        return True


def _begin(article_id: int) -> bool:
    """Count that it is begun; False where it was given up."""
    rows = Reading.objects.filter(pk=article_id)
    if rows.filter(tries__gte=TRIES).exists():
        _give_up(article_id, "읽다가 분석 프로세스가 거듭 멈췄습니다.")
        return False
    return bool(rows.update(tries=F("tries") + 1))


def _give_up(article_id: int, why: str) -> None:
    Reading.objects.filter(pk=article_id).update(state=Reading.FAILED, fault=why[:300])
