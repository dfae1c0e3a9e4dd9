"""Where the time of one comment goes: a guest's post and a member's, function by function.

Posted without a network, through every middleware and check, and kept by SQLite with
`synchronous=FULL`. The profiler makes Python's calls dearer than they are, so that the shares of
what is C (the password's hash, SQLite) are floors; the first line is without it.
"""

import cProfile
import pstats
import secrets
import statistics
import time
from collections import Counter
from typing import Any

from benchmarks.paper import throw_away

TIMES = 200
# The first that fits names the group.
GROUPS = [
    ("the password's hash", ("scrypt",)),
    ("SQLite", ("sqlite", "Cursor", "Connection")),
    ("words that are listed", ("hwalja/comments/korean",)),
    ("assistant", ("hwalja/comments/assistant",)),
    ("checks", ("hwalja/comments/checks",)),
    ("comments, the rest", ("hwalja/comments",)),
    ("Django's queries", ("django/db",)),
    ("Django's templates", ("django/template",)),
    ("Django, the rest", ("django",)),
    ("the rest", ("",)),
]


def main() -> None:
    with throw_away():
        from django.conf import settings
        from django.test import Client

        from hwalja.testing import make_newsroom

        settings.ALLOWED_HOSTS = ["*"]
        lift_limits()
        newsroom = make_newsroom()
        article = newsroom.publish(title="기사")
        member = Client()
        member.force_login(a_member(), "django.contrib.auth.backends.ModelBackend")
        for name, client in {"a guest's": Client(), "a member's": member}.items():
            posts(client, article.number, 20)
            show(name, posts(client, article.number, TIMES), profile(client, article.number))


def lift_limits() -> None:
    from hwalja.comments.models import CommentRules

    lifted = {"per_minute": 0, "per_address": 0, "gap": 0, "per_article": 0, "per_day": 0}
    CommentRules.objects.update_or_create(pk=1, defaults=lifted)


def a_member() -> Any:
    from hwalja.accounts.models import Member
    from hwalja.testing import make_user

    user = make_user("member", "한지우")
    Member.objects.create(user=user, nickname="지우", key="지우")
    return user


def posts(client: Any, number: int, times: int) -> list[float]:
    """Milliseconds of each."""
    found = []
    for turn in range(times):
        key = secrets.token_hex(16)
        fields = {
            "body": f"{key[:6]} {turn}번째로 씁니다. 숫자가 작년과 어떻게 다른지 궁금합니다.",
            "name": f"독자{key[:6]}",
            "password": "벚나무길12",
            "key": key,
        }
        began = time.perf_counter()
        response = client.post(f"/news/{number}/comments/new", fields)
        found.append((time.perf_counter() - began) * 1000)
        assert response.status_code == 303, response.content.decode()
    return found


def profile(client: Any, number: int) -> Counter[str]:
    """Milliseconds a post by group, as the profiler sees them."""
    profiler = cProfile.Profile()
    profiler.runcall(posts, client, number, TIMES)
    shares: Counter[str] = Counter()
    for (path, _, name), row in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
        shares[group(f"{path} {name}")] += row[2] * 1000 / TIMES
    return shares


def group(where: str) -> str:
    return next(name for name, words in GROUPS if any(word in where for word in words))


def show(name: str, times: list[float], shares: Counter[str]) -> None:
    print(f"{name} post: median {statistics.median(times):.1f} ms without the profiler")
    total = shares.total()
    for part, milliseconds in shares.most_common():
        print(f"  {part:24}{milliseconds:7.2f} ms{milliseconds / total:7.0%}")


if __name__ == "__main__":
    main()
