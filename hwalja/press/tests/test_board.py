"""The press's page in the admin."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from hwalja.accounts.models import User
from hwalja.press import marks
from hwalja.press.models import Home, Mark, Minute, Trouble
from hwalja.press.tests.presses import Press
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

Enter = Callable[[User], Client]
BOARD, AGAIN, FORGET = "/admin/press/", "/admin/press/again/", "/admin/press/forget/"
TOO_LARGE = "너무 큰 쪽"


def seen(client: Client) -> str:
    answer = client.get(BOARD)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def failing(newsroom: Newsroom, press: Press, settings: Any) -> Press:
    """A press on which no page is small enough."""
    press.run()
    settings.PRESS_LARGEST_PAGE = 10
    newsroom.kim.save()
    press.run()
    assert Trouble.objects.count() > 2
    return press


def test_only_who_may_sees_it_or_has_anything_pressed(
    newsroom: Newsroom, press: Press, enter: Enter
) -> None:
    for user in (newsroom.reporter, newsroom.desk, newsroom.photographer):
        client = enter(user)
        for answer in (client.get(BOARD), client.post(AGAIN), client.post(FORGET)):
            assert (answer.status_code, answer["Location"]) == (302, "/admin/")
    assert enter(newsroom.chief).get(AGAIN).status_code == 405
    assert Client().get(BOARD).status_code == 302


def test_a_press_that_never_ran(newsroom: Newsroom, pressed_root: object, enter: Enter) -> None:
    page = seen(enter(newsroom.chief))
    for words in (
        "아직 조판한 기계가 없습니다",
        "조판하지 못한 쪽이 없습니다",
        "기다리는 쪽이 없습니다",
    ):
        assert words in page
    assert "지난 하루에 조판한 쪽이 없습니다" in page and "조판기가 멈춰 있습니다" in page


def test_what_waits_and_long_work(newsroom: Newsroom, press: Press, enter: Enter) -> None:
    newsroom.kim.save()
    press.presser.turn()
    page = seen(enter(newsroom.chief))
    assert "새 기계의 첫 조판" in page and "끝날 때는 아직 모름" in page
    assert Home.objects.get().waiting > 3
    listed = page[page.index('id="waiting-section"') :]
    assert ">/sitemaps/pages.xml</a>" in listed and "그 밖의 쪽" in listed
    # What is pressed already, behind one that fails, is not said to wait.
    press.run()
    press.presser.said = 0
    press.presser.turn()
    Home.objects.update(edition=0, waiting=1)
    assert ">/sitemaps/pages.xml</a>" not in seen(enter(newsroom.chief))


def test_how_long_work_will_take(newsroom: Newsroom, press: Press, enter: Enter) -> None:
    began = timezone.now().timestamp() - 60
    Home.objects.update(walks=[{"name": "tag:*", "done": 7, "share": 0.25, "began": began}])
    page = seen(enter(newsroom.chief))
    assert "모든 쪽 다시 조판" in page and 'max="100" value="25"' in page
    assert "약 3분 뒤" in page or "약 2분 뒤" in page


def test_one_failed_page_again(newsroom: Newsroom, failing: Press, enter: Enter) -> None:
    client = enter(newsroom.chief)
    assert TOO_LARGE in seen(client)
    row = Trouble.objects.order_by("key").first()
    assert row
    before = marks.edition()
    answer = client.post(AGAIN, {"trouble": row.pk}, follow=True)
    assert "1쪽을 다시 조판하게 했습니다" in answer.content.decode()
    assert list(Mark.objects.filter(edition__gt=before).values_list("key", flat=True)) == [row.key]
    log = ModelLogEntry.objects.get(action="hwalja.press.again")
    assert (log.user_id, log.data) == (newsroom.chief.pk, {"pages": 1, "first": row.key})


def test_all_failed_pages_again_once_the_cause_is_gone(
    newsroom: Newsroom, failing: Press, enter: Enter, settings: Any
) -> None:
    client = enter(newsroom.chief)
    settings.PRESS_LARGEST_PAGE = 5_000_000
    client.post(AGAIN)
    failing.run()
    assert not Trouble.objects.exists()
    assert TOO_LARGE not in seen(client)
    assert not failing.drift()


@pytest.mark.parametrize("wrong", ["0", "x", "９", "9" * 30, "-1"])
def test_a_page_that_has_healed_meanwhile(
    newsroom: Newsroom, press: Press, enter: Enter, wrong: str
) -> None:
    answer = enter(newsroom.chief).post(AGAIN, {"trouble": wrong}, follow=True)
    assert "그사이 조판되었습니다" in answer.content.decode()
    assert not ModelLogEntry.objects.filter(action="hwalja.press.again").exists()


def test_a_machine_that_is_gone_can_be_forgotten(
    newsroom: Newsroom, press: Press, enter: Enter
) -> None:
    client = enter(newsroom.chief)
    silent = timezone.now() - timedelta(minutes=5)
    Home.objects.create(name="x", host="web2", edition=0, seen_at=silent)
    page = seen(client)
    assert "web2 기계 잊기" in page and "소식 없음" in page
    client.post(FORGET, {"home": "x"})
    assert not Home.objects.filter(name="x").exists()
    assert ModelLogEntry.objects.get(action="hwalja.press.forget_home").label == "web2"
    answer = client.post(FORGET, {"home": press.presser.home.pk}, follow=True)
    assert "살아 있거나 이미 잊었습니다" in answer.content.decode()
    assert Home.objects.count() == 1


def test_the_picture_says_the_same_as_its_table(
    newsroom: Newsroom, press: Press, enter: Enter
) -> None:
    at = timezone.now().replace(second=0, microsecond=0) - timedelta(hours=2)
    Minute.objects.create(
        home=press.presser.home, at=at, pages=12, median=340, longest=2100, waiting=37
    )
    page = seen(enter(newsroom.chief))
    assert 'role="img"' in page and "가운뎃값은 340 ms, 가장 긴 것은 2.1초입니다" in page
    table = page[page.index("<details") :]
    for words in (">12<", ">340 ms<", ">2.1초<", ">37<"):
        assert words in table
    assert "style=" not in page[page.index('id="press-board"') : page.index("</details>")]


def test_it_costs_the_same_with_many_failures(
    newsroom: Newsroom, failing: Press, enter: Enter, django_assert_max_num_queries: Any
) -> None:
    client = enter(newsroom.chief)
    seen(client)
    with django_assert_max_num_queries(60) as few:
        seen(client)
    home, now = failing.presser.home, timezone.now()
    Trouble.objects.bulk_create(
        Trouble(home=home, key=f"/x/{n}/", reason="x", since=now, tried_at=now) for n in range(300)
    )
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert "가장 오래된 20쪽만 보입니다" in seen(client)
