"""The demo paper loads whole, and a mistake in it is named."""

from datetime import date, datetime
from pathlib import Path

import pytest

from hwalja.articles.demo_paper import copy, dates, pictures
from hwalja.articles.demo_paper.blocks import Block, linked_stories, parse_body, texts

TODAY = date(2026, 3, 10)


@pytest.fixture(scope="module")
def paper() -> copy.Paper:
    return copy.load(TODAY)


def test_everything_loads(paper: copy.Paper) -> None:
    assert paper.masthead["name"] == "활자경제"
    assert all(policy.body for policy in paper.policies)
    assert paper.stories and paper.briefs


def test_headlines_are_short_and_unlike(paper: copy.Paper) -> None:
    headlines = [story.headline for story in paper.stories] + [
        brief.headline for brief in paper.briefs
    ]
    assert len(set(headlines)) == len(headlines)
    assert max(len(headline) for headline in headlines) <= copy.HEADLINE_LIMIT


def test_no_token_is_left_unwritten(paper: copy.Paper) -> None:
    for story in paper.stories:
        words = [
            story.headline,
            story.deck,
            *texts(story.body),
            *(photo.caption for photo in story.photos),
        ]
        assert not [text for text in words if "{" in text], story.slug


def test_newest_story_comes_first_and_none_is_of_tomorrow(paper: copy.Paper) -> None:
    times = [story.published for story in paper.stories]
    assert times == sorted(times, reverse=True)
    assert times[0].date() <= TODAY


def test_every_photo_has_its_words(paper: copy.Paper) -> None:
    for story in paper.stories:
        assert all(photo.caption and photo.credit and photo.alt for photo in story.photos), (
            story.slug
        )


@pytest.mark.slow
@pytest.mark.parametrize("name", pictures.names())
def test_picture_draws_at_its_size(name: str) -> None:
    assert pictures.draw(name).size == pictures.SIZE


@pytest.mark.slow
def test_a_picture_is_the_same_every_time() -> None:
    assert pictures.draw("wafer").size == pictures.SIZE
    assert pictures.draw("wafer").tobytes() == pictures.draw("wafer").tobytes()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{D-1} 발표", "9일 발표"),
        ("{D-10}", "2월28일"),
        ("{Q}·{Q+1}", "4분기·1분기"),
        ("{M-3}", "12월"),
        ("{Y+1}", "2027년"),
    ],
)
def test_dates_are_written_as_papers_write_them(text: str, written: str) -> None:
    assert dates.fill_dates(text, TODAY, TODAY) == written


def test_times_count_back_from_today() -> None:
    assert dates.moment("D-2 09:12:31", TODAY) == datetime(2026, 3, 8, 9, 12, 31, tzinfo=dates.KST)


def test_nothing_is_dated_in_the_future() -> None:
    newest = copy.load().stories[0].published
    assert newest <= datetime.now(dates.KST)


@pytest.mark.parametrize(("hour", "day"), [(9, 9), (17, 9), (18, 10), (23, 10)])
def test_the_edition_changes_at_press_time(hour: int, day: int) -> None:
    now = datetime(2026, 3, 10, hour, 30, tzinfo=dates.KST)
    assert dates.edition_day(now) == date(2026, 3, day)


def test_body_blocks_are_told_apart() -> None:
    body = parse_body(
        "## 소제목\n\n글 [줄](01-a)\n\n![2]\n\n> 말 | 사람\n\n- 하나\n- 둘\n\n|a|b|\n|1|2|\n\n:::box 상자\n속\n:::\n"
    )
    assert [block.kind for block in body] == [
        "heading",
        "paragraph",
        "photo",
        "quote",
        "list",
        "table",
        "box",
    ]
    assert body[3] == Block("quote", text="말", title="사람")
    assert body[5].rows == (("a", "b"), ("1", "2"))
    assert linked_stories(body) == ["01-a"]


@pytest.mark.parametrize("text", [":::box 열림\n글", "| a | b |\n| 1 |"])
def test_a_broken_body_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"box not closed|ragged table"):
        parse_body(text)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('section = "industry/electronics"', 'section = "industry/none"', "unknown section"),
        ('reporters = ["jian"]', 'reporters = ["nobody"]', "unknown reporter"),
        ('file = "wafer"', 'file = "no-such"', "unknown picture"),
        ('tags = ["세담전자"', 'colour = "red"\ntags = ["세담전자"', "unknown fields"),
        ("![1]", "![9]", "no photo 9"),
    ],
)
def test_a_faulty_story_is_named(
    old: str, new: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in copy.HERE.rglob("*.*"):
        if path.suffix in (".md", ".toml"):
            target = tmp_path / path.relative_to(copy.HERE)
            target.parent.mkdir(exist_ok=True)
            text = path.read_text("utf-8")
            target.write_text(
                text.replace(old, new) if path.name.startswith("01-") else text, "utf-8"
            )
    monkeypatch.setattr(copy, "HERE", tmp_path)
    with pytest.raises(copy.CopyError, match=rf"01-\S+\.md.*{reason}"):
        copy.load(TODAY)


def test_the_paper_is_a_whole_one(paper: copy.Paper) -> None:
    leaves = {section.path for section in paper.sections if section.parent}
    assert {story.section for story in paper.stories} == leaves
    assert len(paper.stories) >= 60
    assert len(paper.briefs) >= 100
    assert {byline for story in paper.stories for byline in story.reporters} == {
        reporter.slug for reporter in paper.reporters
    }


def test_stories_are_long_enough_to_read(paper: copy.Paper) -> None:
    short = {story.slug: sum(map(len, texts(story.body))) for story in paper.stories}
    assert not {slug: size for slug, size in short.items() if not 400 <= size <= 2600}


def test_stories_of_every_kind_are_there(paper: copy.Paper) -> None:
    assert {story.origin for story in paper.stories} == set(copy.ORIGINS)
    assert {story.series for story in paper.stories} == {"", *(run.slug for run in paper.series)}
    assert sum(len(story.reporters) > 1 for story in paper.stories) >= 8
    assert sum(bool(linked_stories(story.body)) for story in paper.stories) >= 12
    assert sum(bool(story.photos) for story in paper.stories) >= 40
    assert any(story.sponsored for story in paper.stories)
    assert any(story.ai for story in paper.stories)
    assert any(story.correction for story in paper.stories)
