"""Posting broken on purpose, to see that the tests of it would find out; never part of a paper."""

import threading
import time
from typing import Any

from django.apps import AppConfig
from django.db import connection, transaction

LATE = 0.3  # Seconds between the answer and the commit.


class Broken(AppConfig):
    name = "tests.comments"
    label = "broken"


class Keyless(Broken):
    """The key that a reader sends along is thrown away, and nobody looks for the same text."""

    def ready(self) -> None:
        from hwalja.comments import checks
        from hwalja.comments.checks.repeat import repeat
        from hwalja.comments.forms.writing import new_key
        from hwalja.comments.views import writing

        post, judge = writing.post, checks.judge
        others = [check for check in checks.CHECKS if check is not repeat]
        checks.judge = lambda said: judge(said, others)  # type: ignore[assignment,misc]

        def keyless(article: Any, said: Any, key: str, password: str = "") -> Any:
            return post(article, said, new_key(), password)

        writing.post = keyless


class Hasty(Broken):
    """The reader is told before the comment is committed."""

    def ready(self) -> None:
        from hwalja.comments.actions import post as action
        from hwalja.comments.views import writing

        def hasty(article: Any, said: Any, key: str, password: str = "") -> Any:
            done: list[Any] = []
            told = threading.Event()

            def keep() -> None:
                try:
                    with transaction.atomic():
                        done.append(action._post(article, said, key, password))
                        told.set()
                        time.sleep(LATE)
                finally:
                    told.set()
                    connection.close()

            threading.Thread(target=keep).start()
            told.wait()
            return done[0]

        writing.post = hasty
