"""What a presser says of its home, for the operator of all of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hwalja.press import homes, marks
from hwalja.press.marks import Order
from hwalja.press.models import Home
from hwalja.press.queue import Queue
from hwalja.press.tests.presses import Press
from hwalja.press.walk import Walk

pytestmark = pytest.mark.django_db


def said(queue: Queue, *walks: Walk) -> Home:
    home = homes.ours(homes.store())
    homes.say_seen(home, queue, walks)
    return Home.objects.get(pk=home.pk)


def test_bulk_and_pages_nobody_asked_for_keep_nobody_waiting(pressed_root: object) -> None:
    queue = Queue(marks.edition())
    marks.mark([("/news/1/?page=2", Order.KEPT), (marks.EVERYTHING, Order.BULK)])
    queue.look()
    home = said(queue)
    assert (home.waiting, home.oldest_at) == (1, None)
    marks.mark([("/", Order.FRONT), ("/news/1/", Order.ARTICLE)])
    queue.look()
    home = said(queue)
    assert home.waiting == 3
    assert home.oldest_at and timezone.now() - home.oldest_at < timedelta(seconds=10)


def test_a_walk_tells_its_way_from_its_first_step(pressed_root: object) -> None:
    walk = Walk("first", 1, iter([(0.0, "/"), (0.5, "/latest/")]))
    assert said(Queue(0), walk).walks == [{"name": "first", "done": 0, "share": 0, "began": 0}]
    walk.step()
    walk.step()
    told = said(Queue(0), walk).walks[0]
    assert (told["done"], told["share"]) == (2, 0.5)
    assert told["began"] > 0


def test_the_presser_says_so_while_it_works(newsroom: object, press: Press) -> None:
    press.presser.turn()
    home = Home.objects.get()
    assert home.walks[0]["name"] == "first"
    press.run()
    press.presser.said = 0
    press.presser.turn()
    home.refresh_from_db()
    assert (home.waiting, home.walks, home.edition) == (0, [], marks.edition())
