"""A newsroom at work on a served paper, in a process of its own.

Reads a command a line from its standard input, does it, and answers with a line of JSON once
the change is committed: what tests count from.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hwalja.config.settings")
django.setup()

from django.utils import timezone  # noqa: E402

from hwalja.accounts.models import User  # noqa: E402
from hwalja.articles.actions.trash import trash  # noqa: E402
from hwalja.articles.models import Article, FrontPage, Reporter, Section  # noqa: E402
from hwalja.comments.actions import hide as hiding  # noqa: E402
from hwalja.testing import Newsroom, make_newsroom  # noqa: E402
from tests.canaries import crawl, plants  # noqa: E402

CANARY = "비밀낱말"  # In every draft, and nowhere else.


def lay(count: str) -> dict[str, Any]:
    """A paper of `count` articles in three sections, the newest last."""
    newsroom = make_newsroom()
    places = [newsroom.internet, newsroom.finance, newsroom.industry]
    for number in range(int(count)):
        body = [
            ("paragraph", f"<p>{number}번 기사의 문단입니다. " + "가나다라 마바사 " * 60 + "</p>")
        ]
        article = newsroom.write(places[number % 3], title=f"기사 {number}", body=body)
        article.tags.add("꼬리표")
        article.save_revision().publish()
    return {"articles": list(Article.objects.order_by("pk").values_list("number", flat=True))}


def _article(title: str) -> Article:
    article = Article(title=title, live=False, body=[("paragraph", f"<p>{title}의 문단.</p>")])
    article.bylines.add(article.bylines.model(reporter=Reporter.objects.first()))
    Section.objects.get(slug="internet").add_child(instance=article)
    article.tags.add("꼬리표")
    return article


def publish(title: str) -> dict[str, Any]:
    article = _article(title)
    article.save_revision().publish()
    return {"number": article.number}


def edit(number: str, title: str) -> dict[str, Any]:
    draft = Article.objects.get(number=number).get_latest_revision_as_object()
    draft.title = title
    draft.save_revision().publish()
    return {"number": int(number)}


def withdraw(number: str) -> dict[str, Any]:
    Article.objects.get(number=number).unpublish()
    return {"number": int(number)}


def draft(number: str) -> dict[str, Any]:
    """Drafts in every state, all of them with the canary."""
    one = _article(f"{CANARY} 초고 {number}")
    one.save_revision()
    scheduled = _article(f"{CANARY} 예약 {number}")
    scheduled.go_live_at = timezone.now() + timedelta(days=1)
    scheduled.save_revision().publish()
    embargoed = _article(f"{CANARY} 엠바고 {number}")
    embargoed.embargo_until = timezone.now() + timedelta(days=1)
    embargoed.save_revision().publish()
    live = Article.objects.live().order_by("number").first()
    assert live is not None
    live.title = f"{CANARY} 고치는 중 {number}"
    live.save_revision()
    return {"number": one.number}


def delete(number: str) -> dict[str, Any]:
    trash(Article.objects.get(number=number), User.objects.get(username="choi"))
    return {"number": int(number)}


def hide(pk: str) -> dict[str, Any]:
    """A moderator hides a comment."""
    rows = hiding.hide([int(pk)], User.objects.get(username="seo"), "attack")
    return {"hidden": len(rows)}


def newsroom() -> Newsroom:
    """The one that was laid."""
    sections = {row.slug: row for row in Section.objects.all()}
    people = {row.username: row for row in User.objects.all()}
    return Newsroom(
        front=FrontPage.objects.get(),
        **{slug: sections[slug] for slug in ("industry", "internet", "finance")},
        kim=Reporter.objects.get(slug="kim"),
        reporter=people["kim"],
        desk=people["lee"],
        other_desk=people["jung"],
        chief=people["choi"],
        photographer=people["park"],
        moderator=people["seo"],
        blocked=people["noh"],
    )


def plant() -> dict[str, Any]:
    """A hidden article in every state; where to look for them, and by which numbers.

    Each step is a change of its own, so that what was public for a moment is pressed, too.
    """
    made = plants.plant(newsroom())
    return {
        "hidden": [row.number for row in made.hidden.values()],
        "surfaces": {name: list(addresses(made)) for name, addresses in crawl.SURFACES.items()},
    }


COMMANDS: dict[str, Callable[..., dict[str, Any]]] = {
    "lay": lay,
    "publish": publish,
    "edit": edit,
    "withdraw": withdraw,
    "draft": draft,
    "delete": delete,
    "hide": hide,
    "plant": plant,
}
# Many changes, one after another; the others are whole or not at all, as a form in the admin.
MANY = {"lay", "plant"}


def main() -> None:
    from django.db import transaction

    for line in sys.stdin:
        name, *arguments = line.rstrip("\n").split("\t")
        try:
            if name in MANY:
                done = COMMANDS[name](*arguments)
            else:
                with transaction.atomic():
                    done = COMMANDS[name](*arguments)
            answer = {**done, "at": time.time()}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
