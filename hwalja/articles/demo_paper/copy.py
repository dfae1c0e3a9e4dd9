"""The demo newspaper as plain data: reads paper.toml, stories/, briefs.toml and policies/, strictly."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hwalja.articles.demo_paper import pictures
from hwalja.articles.demo_paper.blocks import Block, linked_stories, parse_body
from hwalja.articles.demo_paper.dates import KST, day_from, edition_day, fill_dates, moment

HERE = Path(__file__).parent
ORIGINS = ("own", "wire", "release")
# A headline longer than this breaks into four lines on a phone.
HEADLINE_LIMIT = 60


class CopyError(ValueError):
    """A file of the demo paper is wrong; says which and why."""


@dataclass(frozen=True)
class Section:
    """A section; `path` is "industry" or "industry/internet", `parent` is "" at the top."""

    path: str
    title: str
    parent: str

    @property
    def slug(self) -> str:
        """Give the last part of the path."""
        return self.path.rsplit("/", 1)[-1]


@dataclass(frozen=True)
class Reporter:
    """Someone with a byline."""

    slug: str
    name: str
    email: str
    title: str
    desk: str
    bio: str


@dataclass(frozen=True)
class Series:
    """A running series (연재)."""

    slug: str
    name: str
    description: str


@dataclass(frozen=True)
class Policy:
    """A policy page, in the same body format as a story."""

    slug: str
    title: str
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Photo:
    """A picture by its name in `pictures`, with its words."""

    file: str
    caption: str
    credit: str
    alt: str


@dataclass(frozen=True)
class Correction:
    """A note that the story was corrected; `kind` is "correction", "reply" or "followup"."""

    date: date
    kind: str
    text: str


@dataclass(frozen=True)
class Story:
    """One article; `slug` is its file name without .md, times are in KST."""

    slug: str
    headline: str
    deck: str
    section: str
    reporters: tuple[str, ...]
    published: datetime
    modified: datetime | None
    tags: tuple[str, ...]
    series: str
    origin: str
    sponsored: bool
    ai: str
    correction: Correction | None
    related: tuple[str, ...]
    photos: tuple[Photo, ...]
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Brief:
    """A short item (단신): a headline and one to three sentences."""

    headline: str
    text: str
    section: str
    reporter: str
    published: datetime


@dataclass(frozen=True)
class Paper:
    """The whole demo paper, newest story first."""

    masthead: Mapping[str, Any]
    policies: tuple[Policy, ...]
    sections: tuple[Section, ...]
    reporters: tuple[Reporter, ...]
    series: tuple[Series, ...]
    stories: tuple[Story, ...]
    briefs: tuple[Brief, ...]


def load(today: date | None = None) -> Paper:
    """Read the whole paper with `today` as its day D-0 (default: of the edition now out), or raise CopyError."""
    day = today or edition_day(datetime.now(KST))
    data = tomllib.loads((HERE / "paper.toml").read_text("utf-8"))
    stories = tuple(_story(path, day) for path in sorted(HERE.glob("stories/*.md")))
    paper = Paper(
        masthead=data["masthead"],
        policies=tuple(_policy(**item) for item in data["policies"]),
        sections=_sections(data["sections"]),
        reporters=tuple(Reporter(**item) for item in data["reporters"]),
        series=tuple(Series(**item) for item in data["series"]),
        stories=tuple(sorted(stories, key=lambda story: story.published, reverse=True)),
        briefs=_briefs(HERE / "briefs.toml", day),
    )
    _check(paper)
    return paper


def _sections(items: list[dict[str, Any]]) -> tuple[Section, ...]:
    found: list[Section] = []
    for item in items:
        found.append(Section(item["slug"], item["title"], ""))
        for child in item["children"]:
            found.append(Section(f"{item['slug']}/{child['slug']}", child["title"], item["slug"]))
    return tuple(found)


def _policy(slug: str, title: str) -> Policy:
    path = HERE / "policies" / f"{slug}.md"
    return Policy(slug, title, _blocks(path, path.read_text("utf-8")))


def _blocks(path: Path, text: str) -> tuple[Block, ...]:
    try:
        return parse_body(text)
    except ValueError as error:
        raise CopyError(f"{path.name}: {error}") from error


def _briefs(path: Path, today: date) -> tuple[Brief, ...]:
    items = tomllib.loads(path.read_text("utf-8"))["briefs"]
    return tuple(_brief(item, today) for item in items)


def _brief(item: dict[str, Any], today: date) -> Brief:
    published = moment(item["published"], today)
    text = fill_dates(item["text"], today, published.date())
    return Brief(item["headline"], text, item["section"], item["reporter"], published)


def _story(path: Path, today: date) -> Story:
    try:
        return _read_story(path, today)
    except (KeyError, TypeError, ValueError) as error:
        raise CopyError(f"{path.name}: {error!r}") from error


def _read_story(path: Path, today: date) -> Story:
    before, head, body = path.read_text("utf-8").split("+++\n", 2)
    if before:
        raise CopyError("must start with +++")
    published = moment(tomllib.loads(head)["published"], today)
    data = tomllib.loads(fill_dates(head, today, published.date()))
    photos = tuple(Photo(**item) for item in data.pop("photos", ()))
    return Story(
        slug=path.stem,
        headline=data.pop("headline"),
        deck=data.pop("deck", ""),
        section=data.pop("section"),
        reporters=tuple(data.pop("reporters")),
        published=moment(data.pop("published"), today),
        modified=moment(data.pop("modified"), today) if "modified" in data else None,
        tags=tuple(data.pop("tags")),
        correction=_correction(data.pop("correction", None), today),
        related=tuple(data.pop("related", ())),
        photos=photos,
        body=parse_body(fill_dates(body, today, published.date())),
        **_kind(data),
    )


def _kind(data: dict[str, Any]) -> dict[str, Any]:
    kind = {"series": "", "origin": "own", "sponsored": False, "ai": ""}
    if unknown := set(data) - set(kind):
        raise CopyError(f"unknown fields {sorted(unknown)}")
    return kind | data


def _correction(data: dict[str, str] | None, today: date) -> Correction | None:
    return Correction(day_from(data["date"], today), data["kind"], data["text"]) if data else None


def _check(paper: Paper) -> None:
    for story in paper.stories:
        if faults := list(_faults(story, paper)):
            raise CopyError(f"{story.slug}.md: {'; '.join(faults)}")
    for brief in paper.briefs:
        if brief.section not in {section.path for section in paper.sections}:
            raise CopyError(f"briefs.toml: {brief.headline}: unknown section {brief.section}")
        if brief.reporter not in {reporter.slug for reporter in paper.reporters}:
            raise CopyError(f"briefs.toml: {brief.headline}: unknown reporter {brief.reporter}")


def _faults(story: Story, paper: Paper) -> list[str]:
    slugs = {other.slug for other in paper.stories} - {story.slug}
    named: list[tuple[str, set[str], set[str]]] = [
        ("section", {story.section}, {section.path for section in paper.sections}),
        ("reporter", set(story.reporters), {reporter.slug for reporter in paper.reporters}),
        ("series", {story.series} - {""}, {series.slug for series in paper.series}),
        ("origin", {story.origin}, set(ORIGINS)),
        ("related story", set(story.related), slugs),
        ("linked story", set(linked_stories(story.body)), slugs),
        ("picture", {photo.file for photo in story.photos}, set(pictures.names())),
    ]
    faults = [
        f"unknown {what} {name}" for what, used, known in named for name in sorted(used - known)
    ]
    if len(story.headline) > HEADLINE_LIMIT:
        faults.append(f"headline of {len(story.headline)} letters")
    return faults + _photo_faults(story)


def _photo_faults(story: Story) -> list[str]:
    placed = [block.number for block in story.body if block.kind == "photo"]
    wrong = [number for number in placed if not 1 <= number <= len(story.photos)]
    unplaced = set(range(1, len(story.photos) + 1)) - set(placed)
    return [f"no photo {number}" for number in wrong] + [
        f"photo {number} not placed" for number in sorted(unplaced)
    ]
