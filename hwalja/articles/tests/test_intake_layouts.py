"""Every invented story in every invented layout is read whole and nothing else."""

import pytest

from hwalja.articles.intake.decoding import decode
from hwalja.articles.intake.page import read
from hwalja.articles.intake.record import Record
from hwalja.articles.tests.intake_layouts import LAYOUTS, Page
from hwalja.articles.tests.intake_stories import STORIES, Told


@pytest.fixture(params=[f"{layout}-{story}" for layout in LAYOUTS for story in STORIES])
def case(request: pytest.FixtureRequest) -> tuple[Told, Page, Record]:
    layout, story = request.param.split("-")
    told = STORIES[story]
    page = LAYOUTS[layout](told)
    return told, page, read(decode(page.text.encode()))


def test_the_body_is_every_paragraph_once_and_nothing_else(case: tuple[Told, Page, Record]) -> None:
    told, _, record = case
    assert record.body == list(told.body)


def test_the_head_is_told(case: tuple[Told, Page, Record]) -> None:
    told, page, record = case
    assert record.headline == told.headline
    assert [one.name for one in record.reporters] == [name for name, _ in told.people]
    assert (record.outlet_tag, record.deck) == (
        page.outlet,
        "\n".join(told.deck) if page.deck else None,
    )
    if page.section:
        assert record.section == told.section[0]
    else:
        assert record.section is None
    if page.mail:
        assert [one.email for one in record.reporters] == [mail for _, mail in told.people]


def test_times_are_told_in_korean_time(case: tuple[Told, Page, Record]) -> None:
    _, page, record = case
    plain = record.as_dict()
    assert (plain["published_at"], plain["modified_at"]) == (page.published, page.modified)


def test_captions_and_credits_are_told_apart(case: tuple[Told, Page, Record]) -> None:
    told, page, record = case
    if page.captions:
        assert [(one.text, one.credit) for one in record.captions] == list(told.captions)


def test_related_headlines_are_headlines_only(case: tuple[Told, Page, Record]) -> None:
    told, page, record = case
    related = [item for item in record.related if item != told.headline]
    if page.related:
        assert related == list(told.related)
    assert not set(related) & set(told.body)


def test_comment_limits(case: tuple[Told, Page, Record]) -> None:
    _, page, record = case
    assert (record.comment_limit.characters, record.comment_limit.bytes) == page.limit
