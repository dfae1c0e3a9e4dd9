"""Machines that come, go and are forgotten."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hwalja.press import clock, homes, marks, presser
from hwalja.press.marks import Order
from hwalja.press.models import Home, Mark
from hwalja.press.queue import Queue
from hwalja.press.tests.presses import Press

pytestmark = pytest.mark.django_db


def age(**by: float) -> None:
    """Let time pass for every home and mark."""
    Home.objects.update(seen_at=timezone.now() - timedelta(**by))
    Mark.objects.update(marked_at=timezone.now() - timedelta(**by))


def test_the_clock_forgets_what_every_home_has_pressed() -> None:
    assert homes.tidy in {duty.run for duty in clock.DUTIES}


def test_marks_stay_while_a_home_has_not_pressed_them(press: Press) -> None:
    edition = marks.mark([("/", Order.FRONT)])
    age(hours=2)
    homes.tidy()
    assert Mark.objects.count() == 1
    homes.say_seen(press.presser.home, Queue(edition), [])
    homes.tidy()
    assert not Mark.objects.exists() and marks.forgotten() == edition


def test_a_paper_switched_on_after_weeks_keeps_its_pages(press: Press) -> None:
    age(days=20)
    press.run()
    held = press.store.read("/")
    home = homes.ours(press.store)
    homes.tidy()
    assert held and press.store.has("/") and Home.objects.filter(pk=home.pk).exists()


def test_a_home_killed_while_it_starts_anew_starts_anew_again(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its row must not call the store right before what was in it is gone."""
    press.run()
    Home.objects.all().delete()

    def killed() -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(press.store, "clear", killed)
        with pytest.raises(KeyboardInterrupt):
            homes.ours(press.store)
    homes.ours(press.store)
    assert not press.store.has("/")


def test_a_presser_that_begins_tells_what_a_killed_one_may_not_have_told(press: Press) -> None:
    press.run()
    before, told = press.store.ring.now(), []
    press.store.changed = told.append
    homes.ours(press.store)
    assert press.store.ring.now() != before and told == ["*"]


def test_a_home_forgotten_while_it_slept_starts_anew(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may never see the marks of that time: nothing in its store can be trusted."""
    press.run()
    cleared: list[bool] = []
    monkeypatch.setattr(press.store, "clear", lambda: cleared.append(True))
    monkeypatch.setattr(presser.heartbeat, "beat", lambda name: Home.objects.all().delete())
    monkeypatch.setattr(presser, "SAY_EVERY", 0.0)
    looks = iter([False, False, False, True])
    presser.run(lambda: next(looks))
    assert cleared
