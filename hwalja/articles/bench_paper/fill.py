"""A paper of any size to measure on: laid in batches, taken up again where it broke off."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from io import BytesIO
from itertools import product
from pathlib import Path
from random import Random

from django.conf import settings
from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone
from PIL import Image
from taggit.models import Tag
from wagtail.models import Page, ReferenceIndex, Revision

from hwalja.articles import bulk
from hwalja.articles.actions.enter_section import enter_section
from hwalja.articles.bench_paper import stories, words
from hwalja.articles.bench_paper.plan import Calendar
from hwalja.articles.models import Article, Reporter, Section, Series
from hwalja.hangul.romanise import romanise
from hwalja.media import renditions
from hwalja.media.actions.add_photo import add_photo
from hwalja.media.models import Photo
from hwalja.media.picture import picture
from hwalja.press import shared

BATCH = 5000  # Articles in a transaction.
REPORTERS = 200
PHOTOS = 6
REVISED = 2000  # Of the newest, so many have a revision and references, as after an edit.
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Plan:
    """What a paper is to become; kept in its home, so that it can be taken up again."""

    total: int
    seed: int
    end: str

    @property
    def calendar(self) -> Calendar:
        return Calendar(self.total, datetime.fromisoformat(self.end))


def _record() -> Path:
    return Path(settings.HOME, "bench.json")


def is_bench_paper() -> bool:
    """Whether this paper was made to be measured."""
    return _record().is_file()


def plan(total: int, seed: int) -> Plan:
    """The plan this home was begun by, or a new one for an empty paper."""
    path = _record()
    if path.is_file():
        found = Plan(**json.loads(path.read_text()))
        if (found.total, found.seed) != (total, seed):
            raise CommandError(
                f"이 신문은 {found.total:,}건(씨앗 {found.seed})으로 시작했습니다. "
                "같은 값으로 이어 가거나 다른 HWALJA_HOME을 쓰십시오."
            )
        return found
    if Article.objects.exists() or Section.objects.exists():
        raise CommandError(
            f"{settings.HOME} 에는 이미 신문이 있습니다. 빈 HWALJA_HOME에서만 만들 수 있습니다."
        )
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    made = Plan(total, seed, midnight.isoformat())
    path.write_text(json.dumps(asdict(made)))
    return made


def fill(wanted: Plan, done: Progress) -> None:
    """Lay what is missing; `done` is told how many stand."""
    photos = _photos()
    sections, cast = _cast(Random(wanted.seed), photos)
    writer = stories.Writer(cast, wanted.calendar, wanted.seed)
    layer = bulk.Layer()
    while (standing := bulk.highest()) < wanted.total:
        last = min(standing + BATCH, wanted.total)
        with transaction.atomic():
            for section_id, batch in writer.batch(standing + 1, last).items():
                layer.lay(sections[section_id], batch)
        done(last)
    _revise()
    shared.forget_everything()


@transaction.atomic
def _cast(dice: Random, photos: list[int]) -> tuple[dict[int, Section], stories.Cast]:
    sections = _sections(dice)
    cast = stories.Cast(
        sections=list(sections),
        reporters=[_reporter(dice, place) for place in range(REPORTERS)],
        tags=[_tag(name) for name in _topics()],
        series=[_series(name) for name in stories.filled(words.SERIES)],
        photos=photos,
    )
    return sections, cast


def _sections(dice: Random) -> dict[int, Section]:
    """The sub-sections, in an order by which the busiest are told."""
    names = [(top, sub) for top, subs in words.SECTIONS.items() for sub in subs]
    dice.shuffle(names)
    found = [enter_section(top, sub) for top, sub in sorted(names)]
    dice.shuffle(found)
    return {section.pk: section for section in found}


def _reporter(dice: Random, place: int) -> int:
    name = stories.person(dice)
    slug = f"{romanise(name)}-{place}"
    found, _ = Reporter.objects.get_or_create(
        slug=slug, defaults={"name": name, "email": f"{slug}@paper.example"}
    )
    return found.pk


def _topics() -> list[str]:
    return [*words.TOPICS, *map("".join, product(words.COMPANY_HEADS, words.COMPANY_TAILS))]


def _tag(name: str) -> int:
    return Tag.objects.get_or_create(name=name, defaults={"slug": name})[0].pk


def _series(name: str) -> int:
    return Series.objects.get_or_create(slug=romanise(name), defaults={"name": name})[0].pk


def _photos() -> list[int]:
    """A few plain pictures with all their sizes."""
    for place in range(Photo.objects.count(), PHOTOS):
        data = BytesIO()
        colour = (90 + place * 9, 110 + place * 5, 160 - place * 7)
        Image.new("RGB", (1600, 1000), colour).save(data, "JPEG")
        add_photo(data.getvalue(), title=f"사진 {place + 1}", caption="공장 전경")
    ids = list(Photo.objects.order_by("pk").values_list("pk", flat=True))
    if any(picture(photo).largest is None for photo in Photo.objects.all()):
        renditions.make_many(ids)
    return ids


@transaction.atomic
def _revise() -> None:
    """Revisions and references of the newest, as the editor and photo pages look for them."""
    newest = Article.objects.order_by("-number").values_list("pk", flat=True)[:REVISED]
    missing = Article.objects.filter(pk__in=list(newest), latest_revision=None)
    for article in missing.iterator(chunk_size=100):
        _revise_one(article)


def _revise_one(article: Article) -> None:
    moment = article.dated
    revision = Revision.objects.create(
        content_object=article,
        base_content_type=article.get_base_content_type(),
        created_at=moment,
        object_str=str(article),
        content=article.serializable_data(),
    )
    Page.objects.filter(pk=article.pk).update(
        latest_revision=revision, live_revision=revision, latest_revision_created_at=moment
    )
    ReferenceIndex.create_or_update_for_object(article)
