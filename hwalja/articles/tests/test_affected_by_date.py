"""Pages by date stay true when an article of months ago changes, and what leads to them too."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.actions.move_page import MovePageAction

from hwalja.articles import archive
from hwalja.articles.actions.purge import purge
from hwalja.articles.actions.trash import trash
from hwalja.articles.models import Article, Section, Series
from hwalja.articles.tests import test_affected as changes
from hwalja.press import door
from hwalja.press.marks import Order
from hwalja.press.tests.presses import Press
from hwalja.testing import Newsroom

pytestmark = pytest.mark.slow


class Paper:
    """Articles of four months, each alone in its day; readers have asked for every page by date."""

    def __init__(self, newsroom: Newsroom, press: Press) -> None:
        self.newsroom, self.press = newsroom, press
        self.series = Series.objects.create(name="반도체 패권", slug="chips")
        self.story = self.publish(50, "홀로 실린 기사")
        self.beside = [self.publish(days, "옆날의 기사") for days in (95, 49, 15)]
        press.run()
        for article in (self.story, *self.beside):
            door.mark((path, Order.REST) for path in archive.dates_of(article))
        press.run()
        assert not press.drift()

    def publish(self, days: int, title: str) -> Article:
        at = timezone.now() - timedelta(days=days)
        draft = self.newsroom.write(title=title, series=self.series, published_at=at)
        draft.tags.add("반도체")
        draft.save_revision().publish()
        return Article.objects.get(pk=draft.pk)

    def edit(self, article: Article, **fields: object) -> None:
        draft = Article.objects.get(pk=article.pk).get_latest_revision_as_object()
        for name, value in fields.items():
            setattr(draft, name, value)
        draft.save_revision().publish()

    def dated(self) -> list[str]:
        """What is pressed by date."""
        return [key for key in self.press.pages() if "/20" in key]


def fill_an_empty_day(paper: Paper) -> None:
    paper.publish(70, "비어 있던 날의 기사")


def join_it_in_its_day(paper: Paper) -> None:
    paper.publish(50, "같은 날의 다른 기사")


def edit_its_neighbour(paper: Paper) -> None:
    paper.edit(paper.beside[0], title="고친 이웃")


def delete_for_ever(paper: Paper) -> None:
    trash(Article.objects.get(pk=paper.story.pk), paper.newsroom.desk)
    paper.press.run()
    purge(Article.objects.get(pk=paper.story.pk))


def move_section(paper: Paper) -> None:
    section = Section.objects.get(pk=paper.newsroom.internet.pk)
    target = Section.objects.get(pk=paper.newsroom.finance.pk)
    MovePageAction(section, target, pos="last-child").execute(skip_permission_checks=True)


CHANGES = [
    changes.edit,
    changes.withdraw,
    changes.move_article,
    delete_for_ever,
    fill_an_empty_day,
    changes.give_section_another_address,
    changes.rename_tag,
]
# Each takes seconds, and goes the way of one of those above.
ALIKE = [
    changes.retag,
    join_it_in_its_day,
    edit_its_neighbour,
    changes.rename_section,
    move_section,
    changes.rename_reporter,
    changes.give_reporter_another_address,
]


@pytest.fixture
def paper(newsroom: Newsroom, press: Press) -> Paper:
    return Paper(newsroom, press)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_nothing_by_date_is_stale(paper: Paper, change: Callable[[Paper], None]) -> None:
    nothing_is_stale(paper, change)


@pytest.mark.prove
@pytest.mark.parametrize("change", ALIKE, ids=lambda change: change.__name__)
def test_nothing_by_date_is_stale_either(paper: Paper, change: Callable[[Paper], None]) -> None:
    nothing_is_stale(paper, change)


def nothing_is_stale(paper: Paper, change: Callable[[Paper], None]) -> None:
    assert len(paper.dated()) >= 30, "four days, three months, of three lists each"
    change(paper)
    paper.press.run()
    assert not paper.press.drift()


def test_a_day_whose_only_article_is_withdrawn_is_no_more(paper: Paper) -> None:
    day = archive.LATEST.address_at(paper.story.dated)
    leading = [key for key in paper.dated() if f'href="{day}"' in paper.press.text(key)]
    assert len(leading) == 4, "its neighbours, its calendar, itself"
    changes.withdraw(paper)  # type: ignore[arg-type]
    paper.press.run()
    assert paper.press.status(day) == 0
    assert not [key for key in paper.dated() if f'href="{day}"' in paper.press.text(key)]


def test_a_new_article_leaves_the_pages_of_other_days_alone(paper: Paper) -> None:
    paper.newsroom.publish(title="오늘 첫 기사")
    paper.press.run()
    before = {key: paper.press.store.read(key) for key in paper.dated()}
    paper.newsroom.publish(title="오늘 다음 기사")
    paper.press.run()
    changed = [key for key, page in before.items() if page != paper.press.store.read(key)]
    today = timezone.localdate()
    assert not [key for key in changed if f"/{today:%Y/%m}/" not in key], changed
