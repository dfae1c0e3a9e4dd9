"""Whatever changes in the newsroom, no pressed page says anything but what Django would say."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from taggit.models import Tag
from wagtail.actions.move_page import MovePageAction
from wagtail.models import PageViewRestriction

from hwalja.articles.actions.correct import corrected
from hwalja.articles.actions.publish_due import publish_due
from hwalja.articles.actions.purge import purge
from hwalja.articles.actions.restore import restore
from hwalja.articles.actions.trash import trash
from hwalja.articles.models import (
    Article,
    BreakingNews,
    Correction,
    FrontPage,
    Placement,
    Reporter,
    Section,
    Series,
)
from hwalja.masthead.models import Masthead, Policy
from hwalja.press import door, marks
from hwalja.press.marks import Order
from hwalja.press.tests.presses import Press
from hwalja.testing import Newsroom, make_photo, make_section

pytestmark = pytest.mark.slow


class Paper:
    """A small paper with something of everything, all of it pressed."""

    def __init__(self, newsroom: Newsroom, press: Press) -> None:
        self.newsroom, self.press = newsroom, press
        self.photo = make_photo("공장", caption="공장 앞", credit="활자경제")
        self.series = Series.objects.create(name="반도체 패권", slug="chips")
        self.park = Reporter.objects.create(name="박바람", slug="park", title="선임기자")
        self.old = newsroom.publish(title="가장 먼저 나온 기사")
        self.bank = newsroom.publish(newsroom.finance, title="은행이 금리를 내렸다")
        self.story = self._story()
        link = f'<p>앞서 <a linktype="page" id="{self.story.pk}">나온 기사</a>를 보라.</p>'
        self.linking = newsroom.publish(
            newsroom.finance,
            title="잇는 기사",
            body=[("paragraph", link), ("related", {"articles": [self.story]})],
        )
        self.new = newsroom.publish(title="가장 나중에 나온 기사")
        press.run()
        self.make_kept()
        assert not press.drift()

    def _story(self) -> Article:
        body = [("paragraph", "<p>이야기의 첫 문단.</p>"), ("photo", {"photo": self.photo})]
        draft = self.newsroom.write(title="한가운데 기사", body=body, series=self.series)
        draft.tags.add("반도체", "투자")
        draft.save_revision().publish()
        return Article.objects.get(pk=draft.pk)

    def make_kept(self) -> None:
        """What readers have asked for."""
        for key in ("/tags/반도체/", "/tags/반도체/feed/", f"/news/{self.story.number}/share.png"):
            door.mark([(key, Order.REST)])
        self.press.run()

    def edit(self, article: Article, **fields: Any) -> None:
        draft = Article.objects.get(pk=article.pk).get_latest_revision_as_object()
        for name, value in fields.items():
            setattr(draft, name, value)
        draft.save_revision(user=self.newsroom.desk).publish(user=self.newsroom.desk)


def publish(paper: Paper) -> None:
    paper.newsroom.publish(title="새로 나온 기사")


def edit(paper: Paper) -> None:
    paper.edit(paper.story, title="고친 제목", deck="고친 부제")


def retag(paper: Paper) -> None:
    draft = Article.objects.get(pk=paper.story.pk).get_latest_revision_as_object()
    draft.tags.set(["투자", "수출"])
    draft.series = None
    draft.save_revision().publish()


def change_byline(paper: Paper) -> None:
    draft = Article.objects.get(pk=paper.story.pk).get_latest_revision_as_object()
    draft.bylines.set([draft.bylines.model(reporter=paper.park)])
    draft.save_revision().publish()


def withdraw(paper: Paper) -> None:
    Article.objects.get(pk=paper.story.pk).unpublish(user=paper.newsroom.desk)


def put_into_trash(paper: Paper) -> None:
    trash(Article.objects.get(pk=paper.story.pk), paper.newsroom.desk)


def bring_back(paper: Paper) -> None:
    put_into_trash(paper)
    paper.press.run()
    article = Article.objects.get(pk=paper.story.pk)
    restore(article, paper.newsroom.internet, paper.newsroom.chief)


def delete_for_ever(paper: Paper) -> None:
    put_into_trash(paper)
    paper.press.run()
    purge(Article.objects.get(pk=paper.story.pk))


def move_article(paper: Paper) -> None:
    article = Article.objects.get(pk=paper.story.pk)
    MovePageAction(article, paper.newsroom.finance, pos="last-child").execute(
        skip_permission_checks=True
    )


def expire(paper: Paper) -> None:
    now = timezone.now() - timedelta(seconds=1)
    Article.objects.filter(pk=paper.story.pk).update(expire_at=now, ends_at=now)
    assert publish_due() == 1


def come_out_on_schedule(paper: Paper) -> None:
    draft = paper.newsroom.write(title="예약된 기사", go_live_at=timezone.now() + timedelta(days=1))
    revision = draft.get_latest_revision()
    revision.publish(user=paper.newsroom.desk)
    paper.press.run()
    assert "예약된 기사" not in paper.press.text("/")
    revision.refresh_from_db()
    revision.content = {**revision.content, "go_live_at": None}
    revision.approved_go_live_at = timezone.now()
    revision.save()
    Article.objects.filter(pk=draft.pk).update(go_live_at=None)
    assert publish_due() == 1


def rename_section(paper: Paper) -> None:
    section = Section.objects.get(pk=paper.newsroom.industry.pk)
    section.title = "산업과기업"
    section.save_revision().publish()


def give_section_another_address(paper: Paper) -> None:
    section = Section.objects.get(pk=paper.newsroom.industry.pk)
    section.slug = "corporations"
    section.save_revision().publish()


def open_section(paper: Paper) -> None:
    make_section(FrontPage.objects.get(), "문화", "culture")


def move_section(paper: Paper) -> None:
    section = Section.objects.get(pk=paper.newsroom.internet.pk)
    target = Section.objects.get(pk=paper.newsroom.finance.pk)
    MovePageAction(section, target, pos="last-child").execute(skip_permission_checks=True)


def rename_reporter(paper: Paper) -> None:
    paper.newsroom.kim.name = "김하늘빛"
    paper.newsroom.kim.save()


def give_reporter_another_address(paper: Paper) -> None:
    paper.newsroom.kim.slug = "kim-haneul"
    paper.newsroom.kim.save()


def rename_series(paper: Paper) -> None:
    paper.series.name = "반도체 전쟁"
    paper.series.save()


def give_series_another_address(paper: Paper) -> None:
    paper.series.slug = "chip-war"
    paper.series.save()


def rename_tag(paper: Paper) -> None:
    tag = Tag.objects.get(name="반도체")
    tag.name = "반도체산업"
    tag.save()


def describe_photo_anew(paper: Paper) -> None:
    paper.photo.caption, paper.photo.credit = "공장 뒤", "연합"
    paper.photo.save()


def delete_photo(paper: Paper) -> None:
    paper.photo.delete()


def curate(paper: Paper) -> None:
    front = FrontPage.objects.get()
    front.placements.add(Placement(article=paper.old))
    front.save_revision().publish()


def correct(paper: Paper) -> None:
    with transaction.atomic():
        row = Correction.objects.create(article=paper.story, text="숫자를 바로잡습니다.")
        corrected(row, paper.newsroom.desk)


def break_news(paper: Paper) -> None:
    end = timezone.now() + timedelta(hours=1)
    BreakingNews.objects.create(headline="속보입니다", article=paper.story, ends_at=end)


def rename_paper(paper: Paper) -> None:
    masthead = Masthead.load()
    masthead.name, masthead.telephone = "새활자경제", "02-000-0000"
    masthead.save()


def write_policy(paper: Paper) -> None:
    Policy.objects.create(title="개인정보 처리방침", slug="privacy", body="<p>지킵니다.</p>")


def build_wall(paper: Paper) -> None:
    kind = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=paper.story.page_ptr, restriction_type=kind)


CHANGES: list[Callable[[Paper], None]] = [
    publish,
    edit,
    retag,
    change_byline,
    withdraw,
    put_into_trash,
    bring_back,
    delete_for_ever,
    move_article,
    expire,
    come_out_on_schedule,
    rename_section,
    give_section_another_address,
    open_section,
    move_section,
    rename_reporter,
    give_reporter_another_address,
    rename_series,
    give_series_another_address,
    rename_tag,
    describe_photo_anew,
    delete_photo,
    curate,
    correct,
    break_news,
    rename_paper,
    write_policy,
    build_wall,
]


@pytest.fixture
def paper(newsroom: Newsroom, press: Press) -> Paper:
    return Paper(newsroom, press)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_nothing_pressed_is_stale(paper: Paper, change: Callable[[Paper], None]) -> None:
    before = marks.edition()
    change(paper)
    assert marks.edition() > before
    paper.press.run()
    assert not paper.press.drift()
    assert not paper.press.missing()


@pytest.mark.parametrize("change", [edit, withdraw, rename_reporter], ids=lambda one: one.__name__)
def test_the_comparison_finds_what_is_stale(
    paper: Paper, change: Callable[[Paper], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "mark", lambda keys: len(list(keys)))
    change(paper)
    paper.press.run()
    assert paper.press.drift()


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (give_section_another_address, "/industry/", "/corporations/"),
        (give_section_another_address, "/industry/feed/", "/corporations/feed/"),
        (give_section_another_address, "/industry/internet/", "/corporations/internet/"),
        (give_section_another_address, "/industry/internet/feed/", "/corporations/internet/feed/"),
        (move_section, "/industry/internet/", "/finance/internet/"),
        (move_section, "/industry/internet/feed/", "/finance/internet/feed/"),
        (give_reporter_another_address, "/reporters/kim/", "/reporters/kim-haneul/"),
        (give_reporter_another_address, "/reporters/kim/feed/", "/reporters/kim-haneul/feed/"),
        (give_series_another_address, "/series/chips/", "/series/chip-war/"),
    ],
)
def test_old_addresses_lead_to_the_new(
    paper: Paper, change: Callable[[Paper], None], old: str, new: str
) -> None:
    change(paper)
    paper.press.run()
    page = paper.press.store.read(old)
    assert page and page.status == 301
    assert dict(page.headers)["Location"] == new
    assert paper.press.status(new) == 200


def test_what_is_withdrawn_is_said_to_be_gone(paper: Paper) -> None:
    withdraw(paper)
    paper.press.run()
    assert paper.press.status(f"/news/{paper.story.number}/") == 410
    assert not [key for key in paper.press.pages() if "한가운데 기사" in paper.press.text(key)]
    delete_for_ever(paper)
    paper.press.run()
    assert paper.press.status(f"/news/{paper.story.number}/") == 0


def test_breaking_news_ends_by_the_clock(paper: Paper) -> None:
    now = timezone.now()
    BreakingNews.objects.create(
        headline="속보입니다", starts_at=now, ends_at=now + timedelta(seconds=0.5)
    )
    paper.press.run()
    page = f"/news/{paper.old.number}/"
    assert "속보입니다" in paper.press.text(page)
    time.sleep(0.6)
    assert door.keep_appointments() == 1
    paper.press.run()
    assert "속보입니다" not in paper.press.text(page)
    assert not paper.press.drift()


def test_one_publish_makes_few_pages(paper: Paper) -> None:
    """However many articles there are, those that only show its headline in a part stay."""
    for number in range(20):
        paper.newsroom.publish(title=f"기사 {number}")
    paper.press.run()
    before = {key: paper.press.store.read(key) for key in paper.press.pages()}
    paper.newsroom.publish(title="하나 더")
    paper.press.run()
    made = [key for key, page in before.items() if page != paper.press.store.read(key)]
    articles = [key for key in made if key.startswith("/news/")]
    assert len(articles) <= 2, articles
    assert "하나 더" in paper.press.text(f"/news/{paper.old.number}/")
