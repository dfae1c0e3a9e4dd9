"""Every page of the admin opens for whoever may open it, and refuses the others politely."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch
from django.utils import timezone
from django.utils.html import strip_tags

from hwalja.accounts.models import User
from hwalja.articles.actions.trash import trash
from hwalja.articles.models import BreakingNews, Correction, Series
from hwalja.masthead.models import Policy
from hwalja.testing import Newsroom, make_photo

pytestmark = pytest.mark.slow

Enter = Callable[[User], Client]


def _plain_names(resolver: URLResolver, spaces: tuple[str, ...] = ()) -> Iterator[str]:
    """Names of the admin's addresses."""
    for item in resolver.url_patterns:
        if isinstance(item, URLResolver):
            inner = (*spaces, item.namespace) if item.namespace else spaces
            yield from _plain_names(item, inner)
        elif isinstance(item, URLPattern) and item.name:
            yield ":".join([*spaces, item.name])


def _addresses(pages: list[int]) -> set[str]:
    """All addresses under /admin/ that take nothing, or the number of a page."""
    found = set()
    for name in _plain_names(get_resolver()):
        for args in ([], *([pk] for pk in pages)):
            try:
                found.add(reverse(name, args=args))
            except NoReverseMatch:
                continue
    # Log-out ends the session that the other pages need; the error test fails on purpose.
    left_out = ("logout", "failwhale", "/api/", "confirm-workflow")
    return {
        url for url in found if url.startswith("/admin/") and not any(x in url for x in left_out)
    }


@pytest.fixture
def busy(newsroom: Newsroom) -> list[int]:
    """A newsroom in the middle of its day; the numbers of some pages."""
    live, draft, review = newsroom.publish(), newsroom.write(), newsroom.write()
    review.get_workflow().start(review, newsroom.reporter)
    scheduled = newsroom.write(embargo_until=timezone.now() + timedelta(hours=1))
    scheduled.get_latest_revision().publish(user=newsroom.chief)
    gone = newsroom.write()
    trash(gone, newsroom.desk)
    Correction.objects.create(article=live, text="바로잡습니다.")
    BreakingNews.objects.create(headline="속보", ends_at=timezone.now() + timedelta(hours=1))
    Series.objects.create(name="연재", slug="series")
    Policy.objects.create(title="윤리강령", slug="ethics")
    make_photo()
    pages = [newsroom.front, newsroom.internet, live, draft, review, scheduled, gone]
    return [page.pk for page in pages]


@pytest.mark.parametrize("who", ["reporter", "desk", pytest.param("chief", marks=pytest.mark.both)])
def test_no_admin_page_breaks(newsroom: Newsroom, busy: list[int], enter: Enter, who: str) -> None:
    client = enter(getattr(newsroom, who))
    client.raise_request_exception = False
    urls = _addresses(busy)
    assert len(urls) > 150
    broken, english = [], set()
    for url in sorted(urls):
        page = client.get(url)
        broken += [url] if page.status_code >= 500 else []
        english |= {(url, heading) for heading in _english_headings(page)}
    assert broken == [] and english == set()


def _english_headings(page: Any) -> Iterator[str]:
    """Headings of a list's columns, and answers in its cells, that are no Korean."""
    if page.streaming or "html" not in page.headers.get("content-type", ""):
        return
    text = page.content.decode()
    for heading in re.findall(r"<th\b[^>]*>(.*?)</th>", text, re.DOTALL):
        words = " ".join(strip_tags(heading).split())
        if re.search("[A-Za-z]{3}", words) and not re.search("[가-힣]", words):
            yield words
    yield from re.findall(r"<title>(?:True|False|None)</title>", text)


MENUS = {
    "reporter": (
        {"기사", "내 기사", "기사 목록", "휴지통"},
        {"1면", "속보", "정정", "신문 설정", "약관과 정책"},
    ),
    "desk": (
        {"기사", "속보", "기자", "연재", "정정", "휴지통"},
        {"1면", "신문 설정", "약관과 정책"},
    ),
    "chief": ({"1면", "속보", "기자", "연재", "정정", "휴지통", "신문 설정", "약관과 정책"}, set()),
    "photographer": (
        {"사진"},
        {"기사 목록", "내 기사", "1면", "속보", "정정", "휴지통", "신문 설정"},
    ),
}


@pytest.mark.parametrize("who", MENUS)
def test_the_menu_shows_what_concerns_them(newsroom: Newsroom, enter: Enter, who: str) -> None:
    page = enter(getattr(newsroom, who)).get("/admin/").content.decode()
    menu = page[page.index("wagtail-sidebar-props") :]
    shown, hidden = MENUS[who]
    labels = {label for label in shown | hidden if f'"{_escaped(label)}"' in menu}
    assert labels == shown


def _escaped(label: str) -> str:
    """As the sidebar's JSON writes it."""
    return label.encode("ascii", "backslashreplace").decode()


def test_the_first_screen_says_what_waits(
    newsroom: Newsroom, busy: list[int], enter: Enter
) -> None:
    desk = enter(newsroom.desk).get("/admin/").content.decode()
    for words in ("오늘 낸 기사 <b>1</b>건", "곧 나갈 기사", "엠바고가 걸린 기사"):
        assert words in desk
    assert "내 초안" in enter(newsroom.reporter).get("/admin/").content.decode()


def test_the_list_finds_by_number_headline_section_state(newsroom: Newsroom, enter: Enter) -> None:
    live = newsroom.publish(title="달빛은행 순이익")
    draft = newsroom.write(newsroom.finance, title="강은전자 새 공장")
    client = enter(newsroom.chief)

    def found(**query: object) -> set[str]:
        page = client.get(reverse("articles:index"), query).content.decode()
        return {row.title for row in (live, draft) if row.title in page}

    assert found() == {live.title, draft.title}
    assert found(q=live.number) == {live.title}
    assert found(q="공장") == {draft.title}
    assert found(section=newsroom.finance.pk) == {draft.title}
    assert found(section=newsroom.industry.pk) == {live.title}
    assert found(state="draft") == {draft.title}
    assert found(mine="true") == set()
    assert found(reporter=newsroom.kim.pk) == {live.title, draft.title}


def test_the_list_finds_by_every_state(newsroom: Newsroom, enter: Enter) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    rows = {
        "live": newsroom.publish(title="나간 기사"),
        "draft": newsroom.write(title="초안 기사"),
        "review": newsroom.write(title="올린 기사"),
        "scheduled": newsroom.write(title="예약 기사", go_live_at=tomorrow),
        "embargo": newsroom.write(title="묶인 기사", embargo_until=tomorrow),
    }
    rows["review"].get_workflow().start(rows["review"], newsroom.reporter)
    rows["scheduled"].get_latest_revision().publish(user=newsroom.chief)
    client = enter(newsroom.chief)
    for state in rows:
        page = client.get(reverse("articles:index"), {"state": state}).content.decode()
        shown = {name for name, row in rows.items() if row.title in page}
        assert shown == ({state} if state != "draft" else set(rows) - {"live"}), state


def test_the_list_costs_the_same_with_more_articles(
    newsroom: Newsroom, enter: Enter, django_assert_max_num_queries: object
) -> None:
    client = enter(newsroom.chief)
    for _ in range(3):
        newsroom.publish()
    client.get(reverse("articles:index"))
    with django_assert_max_num_queries(60) as few:
        client.get(reverse("articles:index"))
    for _ in range(9):
        newsroom.publish()
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(reverse("articles:index"))


def test_groups_have_their_names(newsroom: Newsroom) -> None:
    names = set(Group.objects.values_list("name", flat=True))
    assert names >= {"기자", "편집국장", "사진", "데스크 · 기업과산업", "데스크 · 금융"}


def test_choosers_offer_the_published_first_and_no_trash(newsroom: Newsroom, enter: Enter) -> None:
    draft = newsroom.write(title="아직 초안")
    old, new = newsroom.publish(title="먼저 낸 기사"), newsroom.publish(title="새로 낸 기사")
    gone = newsroom.publish(title="버린 기사")
    trash(gone, newsroom.chief)
    client = enter(newsroom.chief)
    url = reverse("wagtailadmin_choose_page_child", args=(newsroom.internet.pk,))
    page = client.get(url, {"page_type": "articles.article"}).json()["html"]
    places = [page.index(row.title) for row in (new, old, draft)]
    assert places == sorted(places)
    url = reverse("wagtailadmin_choose_page_search")
    page = client.get(url, {"q": "기사", "page_type": "articles.article"}).content.decode()
    assert "버린 기사" not in page


def test_a_reporter_sees_what_is_sent_and_what_is_not(newsroom: Newsroom, enter: Enter) -> None:
    newsroom.write(title="안 보낸 기사")
    sent = newsroom.write(title="보낸 기사")
    sent.get_workflow().start(sent, newsroom.reporter)
    page = enter(newsroom.reporter).get(reverse("articles:index"), {"mine": "true"})
    text = " ".join(strip_tags(page.content.decode()).split())
    assert text.rindex("안 보낸 기사") > text.index("상태: 승인 대기") > text.index("보낸 기사")
    assert "True" not in text and "쓴 사람" in text
