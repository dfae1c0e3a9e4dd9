"""Take in copy: from a recognised record to an article in its section."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from hwalja.articles.actions.enter_reporter import enter_reporter, find_reporter
from hwalja.articles.actions.enter_section import enter_section, find_section
from hwalja.articles.intake import Record
from hwalja.articles.intake.blocks import stream
from hwalja.articles.models import Article, Intake, Reporter, Section
from hwalja.articles.models import number as numbers
from hwalja.articles.models.intake import digest_of
from hwalja.articles.models.section import UNSORTED
from hwalja.media.actions.add_photo import add_photo

_HEADLINE, _DECK, _OUTLET = 255, 300, 40


@dataclass(slots=True)
class Taken:
    """The article, whether it is new, and what a desk should know."""

    article: Article
    new: bool
    warnings: list[str] = field(default_factory=list)


def already(record: Record) -> Article | None:
    """The article which this copy, or another copy of the same page, has become."""
    rows = Intake.objects.select_related("article")
    row = rows.filter(digest=digest_of(record)).first()
    # A page that gives its paper's front as its address is not to be taken for every other.
    if row is None and record.url and record.id:
        row = rows.filter(url=record.url[:500]).first()
    return row.article if row else None


@transaction.atomic
def take_in(
    record: Record,
    *,
    section: Section | None = None,
    user: Any = None,
    photos: Sequence[tuple[str, bytes]] = (),
    publish: bool = False,
    create: bool = False,
) -> Taken:
    """Make a record a draft, or publish it; the same copy again changes nothing.

    `photos` are names and bytes, for the captions in order. Without a user it is the
    operator who asks: only then may `create` open sections, and does a page of this paper's own
    keep its number.
    Raises PermissionDenied, and ValidationError, in Korean, for a photo that is none.
    """
    known = already(record)
    if known is not None:
        return Taken(known, False, [_said_already(known)])
    warnings: list[str] = []
    place = section or _section(record, create)
    _check(place, user, publish)
    article = _article(record, user, warnings)
    article.body = stream(record, _pictures(record, photos, user, warnings))
    _sign(article, record, create, warnings)
    # A fresh row: opening a section has changed what the tree knows of its parent.
    Section.objects.get(pk=place.pk).add_child(instance=article)
    Intake.objects.create(
        article=article,
        digest=digest_of(record),
        url=(record.url or "")[:500],
        file=(record.file or "")[-255:],
    )
    log(article, "hwalja.take_in", user=user, data={"file": record.file, "url": record.url})
    revision = article.save_revision(user=user)
    if publish:
        revision.publish(user=user)
    return Taken(Article.objects.get(pk=article.pk), True, warnings)


def _said_already(article: Article) -> str:
    where = "휴지통에 있습니다" if article.trashed_at else f"{article.number}번 기사입니다"
    return f"이미 넣은 원고입니다({where}). 바뀐 것이 없습니다."


def _section(record: Record, create: bool) -> Section:
    if create:
        return enter_section(record.section, record.subsection)
    found = find_section(record.section, record.subsection) or find_section(UNSORTED, None)
    if found is None:
        raise PermissionDenied("섹션을 새로 만들 수 없습니다.")
    return found


def _check(section: Section, user: Any, publish: bool) -> None:
    """The operator at the command line may; everybody else as Wagtail's tree says."""
    if user is None:
        return
    rights = section.permissions_for_user(user)
    if not rights.can_add_subpage() or (publish and not rights.can_publish_subpage()):
        raise PermissionDenied


def _article(record: Record, user: Any, warnings: list[str]) -> Article:
    """The article without section, body and bylines; its times are the page's."""
    article = Article(
        title=record.headline[:_HEADLINE],
        deck=(record.deck or "").replace("\n", " · ")[:_DECK],
        outlet_tag=(record.outlet_tag or "")[:_OUTLET],
        owner=user,
        live=False,
    )
    if len(record.headline) > _HEADLINE:
        warnings.append(f"제목이 {_HEADLINE}자를 넘어 줄였습니다.")
    article.published_at = record.published_at
    article.modified_at = record.modified_at
    if record.published_at and record.published_at > timezone.now():
        article.published_at = article.modified_at = None
        warnings.append("입력 시각이 앞날이어서 쓰지 않았습니다.")
    if user is None:
        _keep_number(article, record, warnings)
    return article


def _keep_number(article: Article, record: Record, warnings: list[str]) -> None:
    """The number of a page of this paper's own stays its number, if no article has it.

    That of another's page means nothing here, and would lift every number to come.
    """
    if not record.id or not _is_own(record.url):
        return
    if Article.objects.filter(number=record.id).exists():
        warnings.append(f"기사 번호 {record.id}번은 이미 쓰여 새 번호를 받았습니다.")
        return
    article.number = record.id
    numbers.reserve(record.id)


def _is_own(url: str | None) -> bool:
    """Whether an address is of this paper's site, with www. in front or without."""
    hosts = {_host(url or ""), _host(settings.BASE_URL)}
    return len(hosts) == 1 and hosts != {""}


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _pictures(
    record: Record, photos: Sequence[tuple[str, bytes]], user: Any, warnings: list[str]
) -> list[Any]:
    """Photos with the words of their captions; those without any are told of."""
    if len(photos) > len(record.captions):
        spare = len(photos) - len(record.captions)
        warnings.append(
            f"사진 설명보다 사진이 {spare}장 많아, 남은 사진을 설명 없이 글 끝에 붙였습니다."
        )
    found = []
    for n, (name, content) in enumerate(photos):
        caption = record.captions[n] if n < len(record.captions) else None
        words = (
            {"caption": caption.text[:500], "credit": (caption.credit or "")[:120]}
            if caption
            else {}
        )
        title = caption.text if caption and caption.text else name
        found.append(add_photo(content, title=title[:255], user=user, **words))
    return found


def _sign(article: Article, record: Record, create: bool, warnings: list[str]) -> None:
    """Put the reporters over the article, each once; those nobody knows are told, not lost."""
    found: list[Reporter] = []
    for byline in record.reporters:
        reporter = enter_reporter(byline) if create else find_reporter(byline)
        if reporter is None:
            warnings.append(f"‘{byline.name}’ 기자가 등록되어 있지 않습니다.")
        elif reporter not in found:
            found.append(reporter)
    for n, reporter in enumerate(found):
        article.bylines.add(article.bylines.model(reporter=reporter, sort_order=n))
