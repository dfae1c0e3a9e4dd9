"""Run by the tests in a process of its own: a newsroom at work, one order a line.

`publish TITLE` gives the number; `retitle NUMBER TITLE` and `withdraw NUMBER` give it back;
`tidy now` forgets machines and marks as the clock does.
Each is answered once it is committed.
"""

import sys

import django

django.setup()

from hwalja.articles.models import Article, FrontPage, Section  # noqa: E402
from hwalja.press import homes  # noqa: E402


def section() -> Section:
    if not Section.objects.exists():
        opened = FrontPage.objects.get().add_child(instance=Section(title="경제", slug="economy"))
        opened.save_revision().publish()
    return Section.objects.get()


def publish(title: str) -> int:
    body = [("paragraph", f"<p>{title}에 대한 본문입니다.</p>")]
    article = Article(title=title, live=False, body=body)
    section().add_child(instance=article)
    article.save_revision().publish()
    return int(article.number)


def retitle(number: str, title: str) -> str:
    article = Article.objects.get(number=number).get_latest_revision_as_object()
    article.title = title
    article.save_revision().publish()
    return number


def withdraw(number: str) -> str:
    Article.objects.get(number=number).unpublish()
    return number


def tidy(when: str) -> str:
    homes.tidy()
    return when


ORDERS = {"publish": publish, "retitle": retitle, "withdraw": withdraw, "tidy": tidy}

print("ready", flush=True)  # noqa: T201
for line in sys.stdin:
    name, *arguments = line.rstrip("\n").split(" ", 2 if line.startswith("retitle") else 1)
    print(ORDERS[name](*arguments), flush=True)  # noqa: T201
