"""While something is wrong with the press, the newsroom is told, until it is healed."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from hwalja.press import alarm, heartbeat, troubles
from hwalja.press.models import Home, Trouble
from hwalja.press.tests.presses import Press
from hwalja.testing import Newsroom

Enter = Callable[..., Client]


@pytest.fixture
def healthy(press: Press, settings: Any, tmp_path: Path) -> Press:
    """A presser that is alive and has nothing to do."""
    settings.HOME = tmp_path
    heartbeat.beat("presser")
    return press


def ago(**span: float) -> Any:
    return timezone.now() - timedelta(**span)


def fail(press: Press, since: Any, key: str = "/") -> None:
    troubles.note(press.presser.home, key, "상태 500")
    Trouble.objects.filter(key=key).update(since=since)


def test_a_healthy_press_says_nothing_for_one_query(
    healthy: Press, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        assert alarm.reasons() == []


def test_a_page_that_keeps_failing(healthy: Press) -> None:
    fail(healthy, ago(seconds=5))
    assert alarm.reasons() == []
    fail(healthy, ago(minutes=3))
    fail(healthy, ago(minutes=2), "/latest/")
    assert alarm.reasons() == ["쪽 2개를 3분째 조판하지 못하고 있습니다: 상태 500"]
    Trouble.objects.all().delete()
    assert alarm.reasons() == []


def test_a_change_that_waits_too_long(healthy: Press) -> None:
    Home.objects.update(oldest_at=ago(seconds=50), waiting=4)
    assert alarm.reasons() == []
    Home.objects.update(oldest_at=ago(seconds=130))
    assert alarm.reasons() == ["고친 것이 2분째 조판을 기다립니다(밀린 쪽 4개)."]


def test_a_presser_that_stopped(healthy: Press, tmp_path: Path) -> None:
    (tmp_path / "run" / "presser").unlink()
    assert alarm.reasons() == [alarm.STOPPED]
    Home.objects.all().delete()
    assert alarm.reasons() == [alarm.STOPPED]
    heartbeat.beat("presser")
    assert alarm.reasons() == []


def test_another_machine_that_is_silent(healthy: Press) -> None:
    Home.objects.create(name="x", host="web2", edition=0, seen_at=ago(minutes=4))
    assert alarm.reasons() == ["web2의 조판기에서 4분째 소식이 없습니다."]
    Home.objects.filter(name="x").update(seen_at=timezone.now(), oldest_at=ago(hours=2))
    assert alarm.reasons() == ["web2: 고친 것이 2시간째 조판을 기다립니다(밀린 쪽 0개)."]


def test_the_home_before_a_restore_is_no_silent_machine(healthy: Press) -> None:
    host = healthy.presser.home.host
    Home.objects.create(name="x", host=host, edition=0, seen_at=ago(minutes=4))
    assert alarm.reasons() == []


def test_the_admin_says_so_until_it_is_healed(
    newsroom: Newsroom, healthy: Press, enter: Enter
) -> None:
    chief, reporter = enter(newsroom.chief), enter(newsroom.reporter)
    fail(healthy, ago(minutes=3))
    home = chief.get("/admin/").content.decode()
    assert "쪽 1개를 3분째" in home and 'href="/admin/press/"' in home
    other = chief.get("/admin/reports/locked/").content.decode()
    assert "press-alarm" in other and "쪽 1개를" not in other
    home = reporter.get("/admin/").content.decode()
    assert "쪽 1개를 3분째" in home and "/admin/press/" not in home
    assert "press-alarm" not in reporter.get("/admin/account/").content.decode()
    Trouble.objects.all().delete()
    for client, menu in ((chief, True), (reporter, False)):
        page = client.get("/admin/").content.decode()
        assert "press-alarm" not in page
        assert ("/admin/press/" in page) is menu


def test_it_costs_the_admin_one_query(
    newsroom: Newsroom,
    healthy: Press,
    enter: Enter,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: Any,
    django_assert_max_num_queries: Any,
) -> None:
    client = enter(newsroom.chief)
    client.get("/admin/")
    fail(healthy, ago(minutes=3))
    with django_assert_max_num_queries(60) as told:
        assert "쪽 1개를 3분째" in client.get("/admin/").content.decode()
    monkeypatch.setattr(alarm, "reasons", lambda: [])
    with django_assert_num_queries(len(told.captured_queries) - 1):
        client.get("/admin/")
