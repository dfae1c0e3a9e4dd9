"""What a paper's pages cost: medians of real requests and actions, in this process."""

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from modelsearch import index
from taggit.models import Tag
from wagtail.models import ReferenceIndex

from hwalja.accounts.models import User
from hwalja.articles import affected, lists, roles, sitemaps
from hwalja.articles.archive import period_of
from hwalja.articles.bench_paper import fill
from hwalja.articles.models import Article, Byline, Reporter, Section

WARM_UP, ROUNDS = 3, 11
LONGEST = 6.0  # Seconds after which a slow one has been asked often enough.
RARE = "없는낱말"
NEW = "재어 보려고 낸 기사"
Ask = Callable[[], int]


@dataclass(frozen=True)
class Cost:
    """Median milliseconds of one, by the clock and of this process alone; bytes; queries."""

    milliseconds: float
    processor: float
    size: int
    queries: int


def measure() -> Iterator[tuple[str, Cost]]:
    """Every cost by its name, one after another."""
    for name, ask in _readers():
        yield name, _cost(ask)
    if fill.is_bench_paper():
        for name, ask in _newsroom():
            yield name, _cost(ask)
        _clear_up()


def peak() -> float:
    """The most memory this process has had, in MB, with what of the database lies mapped in it."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def own() -> float:
    """What of it is this process's own now, in MB; nought where the system does not say."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.is_file() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon")), 0.0)


def marks() -> int:
    """How many keys of the press one publication touches."""
    return _touch(lists.LATEST.newest_first()[0].pk)


def _clear_up() -> None:
    """Take away what was published anew, so that the next measurement finds the same paper."""
    for article in Article.objects.filter(title=NEW):
        article.delete()


def _cost(ask: Ask) -> Cost:
    with CaptureQueriesContext(connection) as asked:
        size = ask()
    queries = asked.final_queries - asked.initial_queries  # type: ignore[operator]
    times, begun = [_timed(ask) for _ in range(WARM_UP)], time.perf_counter()
    while len(times) < WARM_UP + ROUNDS and time.perf_counter() - begun < LONGEST:
        times.append(_timed(ask))
    clock, processor = (statistics.median(column) for column in zip(*times[WARM_UP:], strict=True))
    return Cost(clock, processor, size, queries)


def _timed(ask: Ask) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    ask()
    return (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000


def _client() -> Client:
    """Asks as a browser does, at the paper's own address."""
    return Client(SERVER_NAME=settings.ALLOWED_HOSTS[0], HTTP_ACCEPT_ENCODING="gzip")


def _page(client: Client, path: str) -> Ask:
    def ask() -> int:
        response = client.get(path)
        if response.status_code != 200:
            raise RuntimeError(f"{path}: {response.status_code}")
        return len(response.content)

    return ask


def _readers() -> Iterator[tuple[str, Ask]]:
    reader = _client()
    for name, path in _paths():
        yield name, _page(reader, path)


def _paths() -> Iterator[tuple[str, str]]:
    """What the newest article stands on; its day is the last that is over."""
    newest = lists.LATEST.newest_first()[0]
    yield "기사", newest.get_absolute_url()
    yield from (("1면", "/"), ("최신기사", "/latest/"), ("최신기사 5쪽", "/latest/?page=5"))
    for name, item in zip(("섹션", "하위 섹션"), newest.breadcrumb, strict=False):
        yield name, item.url
    day = period_of(newest.dated, by_day=True)
    yield from (("하루", f"/latest/{day.path}"), ("달력", f"/latest/{day.month.path}"))
    reporter, tag = _busiest()
    month = day.month.path
    yield from (
        ("기자", f"/reporters/{reporter}/"),
        ("기자의 한 달", f"/reporters/{reporter}/{month}"),
    )
    yield from (("태그", f"/tags/{tag}/"), ("태그의 한 달", f"/tags/{tag}/{month}"))
    yield "피드", "/feed/"
    yield "사이트맵", "/sitemap.xml"
    # The last full file, where there is one.
    yield (
        "사이트맵 파일",
        f"/sitemaps/articles-{max(0, newest.number // sitemaps.PER_FILE - 1)}.xml",
    )
    yield "뉴스 사이트맵", "/news-sitemap.xml"
    word = newest.title.split()[0]
    yield from (("찾기", f"/search/?q={word}"), ("없는 말 찾기", f"/search/?q={RARE}"))


def _busiest() -> tuple[str, str]:
    """Slugs of the reporter and the tag that the newest articles name most."""
    newest = list(lists.LATEST.newest_first().values_list("pk", flat=True)[:200])
    names = Byline.objects.filter(article__in=newest).values_list("reporter__slug", flat=True)
    tags = Tag.objects.filter(article_tags__content_object__in=newest)
    return statistics.mode(names), statistics.mode(tags.values_list("slug", flat=True))


def _chief() -> User:
    """Somebody of the bench paper who may do everything; nobody can log in as them."""
    user, made = User.objects.get_or_create(username="bench", defaults={"email": "b@paper.example"})
    if made:
        user.set_unusable_password()
        user.save()
        user.groups.set(Group.objects.filter(name=roles.CHIEF))
    return user


def _newsroom() -> Iterator[tuple[str, Ask]]:
    user = _chief()
    client = _client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    newest = lists.LATEST.newest_first()[0]
    section = Section.objects.order_by("-numchild", "pk")[0]  # The fullest.
    common = newest.title.split()[0]
    explorer = reverse("wagtailadmin_explore", args=[section.pk])
    listing = reverse("articles:index")
    yield "첫 화면", _page(client, reverse("wagtailadmin_home"))
    yield "기사 목록", _page(client, listing)
    yield "기사 목록: 섹션", _page(client, f"{listing}?section={section.pk}")
    yield "기사 목록: 찾기", _page(client, f"{listing}?q={common}")
    yield "기사 목록: 없는 말 찾기", _page(client, f"{listing}?q={RARE}")
    yield "섹션 둘러보기", _page(client, explorer)
    below = f"{reverse('wagtailadmin_api:pages:listing')}?child_of={section.get_parent().pk}"
    yield "메뉴의 섹션", _page(client, f"{below}&for_explorer=1")
    yield "섹션 둘러보기: 찾기", _page(client, f"{explorer}?q={common}")
    yield "편집 화면", _page(client, reverse("wagtailadmin_pages:edit", args=[newest.pk]))
    yield "새 기사 화면", _page(client, _adding(section))
    chooser = reverse("wagtailadmin_choose_page_child", args=[section.pk])
    yield "링크할 기사 고르기", _page(client, f"{chooser}?page_type=wagtailcore.page")
    yield "고쳐 내기", lambda: _publish_again(newest.pk, user)
    yield "새로 내기", lambda: _publish_new(section.pk, user)
    yield "닿는 쪽 찾기", lambda: _touch(newest.pk) * 0
    yield "낸 뒤의 색인", lambda: _index(newest.pk)


def _adding(section: Section) -> str:
    return reverse("wagtailadmin_pages:add", args=["articles", "article", section.pk])


def _publish_again(pk: int, user: User) -> int:
    article = Article.objects.get(pk=pk)
    article.deck = f"{timezone.now():%H:%M:%S.%f}"
    article.save_revision(user=user, log_action=True).publish(user=user)
    return 0


def _publish_new(section_id: int, user: User) -> int:
    body = [("paragraph", "<p>새로 낸 기사입니다.</p>")]
    article = Article(title=NEW, body=body, live=False, owner=user)
    reporter = Reporter.objects.order_by("pk")[0]
    article.bylines.add(Byline(reporter=reporter))
    Section.objects.get(pk=section_id).add_child(instance=article)
    article.save_revision(user=user, log_action=True).publish(user=user)
    return 0


def _touch(pk: int) -> int:
    return len(dict(affected.of_article(Article.objects.get(pk=pk))))


def _index(pk: int) -> int:
    """What the tasks do that follow each publication."""
    article: Any = Article.objects.get(pk=pk)
    index.insert_or_update_object(article)
    ReferenceIndex.create_or_update_for_object(article)
    return 0
