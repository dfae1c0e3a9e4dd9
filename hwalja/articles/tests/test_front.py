"""The front: what editors placed, filled up from the newest, nothing twice."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from hwalja.articles.actions.trash import trash
from hwalja.articles.front import compose
from hwalja.articles.models import Article, BreakingNews, FrontPage, Placement, SectionBlock
from hwalja.testing import Newsroom, make_section


def _shown(page: FrontPage) -> list[int]:
    front = compose(page)
    rows = [front.lead, *front.seconds, *front.latest]
    rows += [row for block in front.blocks for row in block.rows]
    return [row.pk for row in rows if row is not None]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.integers(0, 19), max_size=9), st.lists(st.integers(0, 2), max_size=4))
def test_nothing_twice_and_nothing_unpublished(
    newsroom: Newsroom, placed: list[int], blocks: list[int]
) -> None:
    page = FrontPage.objects.get()
    sections = [newsroom.industry, newsroom.internet, newsroom.finance]
    if not Article.objects.exists():
        for number in range(20):
            write = newsroom.write if number % 4 == 0 else newsroom.publish
            write(sections[number % 3], title=f"기사 {number}")
        trash(Article.objects.get(title="기사 1"), newsroom.chief)
        later = timezone.now() + timedelta(hours=1)
        Article.objects.filter(title="기사 2").update(embargo_until=later)
    articles = list(Article.objects.order_by("number"))
    Placement.objects.all().delete()
    SectionBlock.objects.all().delete()
    for order, index in enumerate(placed):
        Placement.objects.create(front=page, article=articles[index], sort_order=order)
    for order, index in enumerate(blocks):
        SectionBlock.objects.create(front=page, section=sections[index], sort_order=order)
    page = FrontPage.objects.get()
    shown = _shown(page)
    published = set(Article.objects.published().values_list("pk", flat=True))
    assert len(shown) == len(set(shown))
    assert set(shown) <= published
    wanted = [articles[i].pk for i in dict.fromkeys(placed) if articles[i].pk in published]
    assert shown[: len(wanted)] == wanted


def test_queries_with_ten_sections(
    newsroom: Newsroom, reader: Client, django_assert_max_num_queries: object
) -> None:
    for number in range(8):
        section = make_section(newsroom.front, f"섹션 {number}", f"section-{number}")
        for _ in range(3):
            newsroom.publish(section)
    reader.get("/")
    with django_assert_max_num_queries(12):
        assert reader.get("/").status_code == 200


def test_the_chief_lays_out_the_front(newsroom: Newsroom, enter: Any, reader: Client) -> None:
    chosen = newsroom.publish(newsroom.finance, title="편집국장이 고른 기사")
    newsroom.publish(title="더 새로운 기사")
    url = reverse("wagtailadmin_pages:edit", args=(newsroom.front.pk,))
    data = nested_form_data(
        {
            "placements": inline_formset([{"article": chosen.pk}]),
            "section_blocks": inline_formset([{"section": newsroom.industry.pk}]),
            "comments": inline_formset([]),
        }
    )
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=(newsroom.front.pk,))
    client = enter(newsroom.chief)
    assert client.post(preview, data).json()["is_valid"]
    assert "편집국장이 고른 기사" in client.get(preview).content.decode()
    assert client.post(url, {**data, "action-publish": "1"}).status_code == 302
    page = FrontPage.objects.get()
    assert compose(page).lead == chosen
    assert page.section_blocks.get().section == newsroom.industry
    assert "편집국장이 고른 기사" in reader.get("/").content.decode()


def test_a_desk_breaks_news_until_it_ends(newsroom: Newsroom, enter: Any, reader: Client) -> None:
    url = reverse("wagtailsnippets_articles_breakingnews:add")
    now = timezone.localtime()
    data = {
        "headline": "한국은행, 기준금리 동결",
        "article": "",
        "starts_at": f"{now - timedelta(minutes=5):%Y-%m-%d %H:%M}",
        "ends_at": f"{now + timedelta(hours=1):%Y-%m-%d %H:%M}",
    }
    enter(newsroom.reporter).post(url, data)
    assert not BreakingNews.objects.exists()
    enter(newsroom.desk).post(url, data)
    assert "한국은행, 기준금리 동결" in reader.get("/").content.decode()
    running = BreakingNews.objects.get()
    running.ends_at = timezone.now()
    running.save()
    assert "한국은행, 기준금리 동결" not in reader.get("/").content.decode()
