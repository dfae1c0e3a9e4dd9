"""The sizes of a photo: made by a task at upload, never while a page is asked for."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django_tasks import task
from wagtail.images.models import Filter

from hwalja.media import pixels
from hwalja.media.durable import to_disk
from hwalja.media.models import Photo, Rendition
from hwalja.media.picture import FALLBACK, MODERN, Picture, html, picture
from hwalja.media.signals import photo_changed

__all__ = ["Picture", "html", "make_many", "make_renditions", "picture"]

# Widths of the whole picture: one and two device pixels of a 360 px phone, and nearly two
# of the 720 px column. In the fallback format one size is enough.
WIDTHS = (400, 800, 1280)
FALLBACK_WIDTHS = (800, 1920)  # The second is the enlarged view, and what is shared.
# Lists cut to 16:10 around the focal point; the largest is for the lead.
CARDS = ((400, 250), (800, 500), (1280, 800))
FALLBACK_CARDS = ((400, 250),)
# What Wagtail's admin shows in its lists and choosers, and on the photo's own page.
ADMIN = ("max-165x165", "max-800x600")
# A size that is hardly larger than the next smaller one is not worth its bytes.
STEP = 1.1


@dataclass(frozen=True)
class Wanted:
    """A size that a photo ought to have. `use` is "full", "card", or "" for the admin."""

    spec: str
    key: str
    use: str
    order: pixels.Order

    def name(self, token: str) -> str:
        """Its name in the store: another for other bytes, so that it may be kept for ever."""
        width, height = self.order.size
        label = {"full": f"{width}", "card": f"{width}-{self.key}"}.get(
            self.use, f"{width}x{height}"
        )
        extension = "jpg" if self.order.form == "jpeg" else self.order.form
        return f"images/{token}-{label}.{extension}"


def _worth_making(sizes: Iterable[pixels.Size], widest: float) -> Iterator[pixels.Size]:
    """Without those that a picture `widest` wide could only repeat."""
    before = 0.0
    for size in sizes:
        if widest > before * STEP:
            yield size
        before = size[0]


def _specs(photo: Photo) -> Iterator[tuple[str, str, str]]:
    """Use, Wagtail's spec, format."""
    widest_card = min(photo.width, photo.height * CARDS[0][0] / CARDS[0][1])
    for form in (*MODERN, FALLBACK):
        widths = FALLBACK_WIDTHS if form == FALLBACK else WIDTHS
        for width, _ in _worth_making(((width, 0) for width in widths), photo.width):
            yield "full", f"width-{width}|format-{form}", form
        cards = FALLBACK_CARDS if form == FALLBACK else CARDS
        for width, height in _worth_making(cards, widest_card):
            yield "card", f"fill-{width}x{height}|format-{form}", form
    for spec in ADMIN:
        yield "", spec, "webp"


def wanted(photo: Photo) -> list[Wanted]:
    """Every size the photo ought to have; Wagtail works out what part of it each shows."""
    found = []
    for use, spec, form in _specs(photo):
        rule = Filter(spec=spec)
        transform = rule.get_transform(photo)
        rect = transform.get_rect().round()
        size = (int(transform.size[0]), int(transform.size[1]))
        order = pixels.Order(spec, (rect.left, rect.top, rect.right, rect.bottom), size, form)
        found.append(Wanted(spec, rule.get_cache_key(photo), use, order))
    return found


def _rows(photo: Photo) -> dict[tuple[str, str], Rendition]:
    """The photo's sizes that are of its present file, by spec and focal point."""
    rows = photo.renditions.filter(file__startswith=f"images/{photo.token}")
    return {(row.filter_spec, row.focal_point_key): row for row in rows}


def _missing(photo: Photo) -> list[Wanted]:
    have = _rows(photo)
    return [size for size in wanted(photo) if (size.spec, size.key) not in have]


def _original(photo: Photo) -> bytes:
    with photo.open_file() as file:
        content: bytes = file.read()
    return content


def _store(photo: Photo, sizes: list[Wanted], made: list[pixels.Made]) -> list[Rendition]:
    """The made pictures in the store, with rows that are not saved yet."""
    rows = []
    for size, picture_made in zip(sizes, made, strict=True):
        name = default_storage.save(size.name(photo.token), ContentFile(picture_made.data))
        width, height = picture_made.size
        rows.append(
            Rendition(
                filter_spec=size.spec,
                focal_point_key=size.key,
                file=name,
                width=width,
                height=height,
            )
        )
    to_disk(default_storage, [row.file.name for row in rows])
    return rows


# What a photo's sizes depend on.
SOURCE = (
    "file",
    "focal_point_x",
    "focal_point_y",
    "focal_point_width",
    "focal_point_height",
)


def _is_unchanged(photo: Photo) -> bool:
    """Whether the photo still is what the pictures were made of; holds its row."""
    now = Photo.objects.select_for_update().filter(pk=photo.pk).first()
    return now is not None and all(getattr(now, name) == getattr(photo, name) for name in SOURCE)


def _keep(photo: Photo, row: Rendition) -> None:
    kept, created = photo.renditions.get_or_create(
        filter_spec=row.filter_spec,
        focal_point_key=row.focal_point_key,
        defaults={"file": row.file.name, "width": row.width, "height": row.height},
    )
    if not created and kept.file.name != row.file.name:
        default_storage.delete(row.file.name)


def _summary(photo: Photo) -> dict[str, Any]:
    """`Photo.sizes` of the rows there are."""
    rows = _rows(photo)
    summary: dict[str, Any] = {}
    for size in wanted(photo):
        row = rows.get((size.spec, size.key))
        if row is not None and size.use:
            forms = summary.setdefault(size.use, {})
            forms.setdefault(size.order.form, []).append([row.file.name, row.width, row.height])
    return summary


def _drop_stale(photo: Photo) -> None:
    """Sizes of a former file or focal point; their files go after commit."""
    ours = {(size.spec, size.key) for size in wanted(photo)}
    specs = {spec for spec, _ in ours}
    for row in photo.renditions.all():
        of_this_file = row.file.name.startswith(f"images/{photo.token}")
        is_ours = (row.filter_spec, row.focal_point_key) in ours or row.filter_spec not in specs
        if not (of_this_file and is_ours):
            row.delete()


@transaction.atomic
@transaction.atomic
def _settle(photo: Photo, rows: list[Rendition]) -> None:
    """Say in the database what has been made; throw it away if the photo has changed."""
    if not _is_unchanged(photo):
        for row in rows:
            default_storage.delete(row.file.name)
        return
    for row in rows:
        _keep(photo, row)
    _drop_stale(photo)
    summary = _summary(photo)
    if Photo.objects.filter(pk=photo.pk).exclude(sizes=summary).update(sizes=summary) or rows:
        tell(photo.pk)


def tell(photo_id: int) -> None:
    photo_changed.send(sender=Photo, photo_id=photo_id)


# Before the thousand small tasks by which Wagtail keeps its indexes: a page waits for these.
@task(priority=10)
def make_renditions(photo_id: int) -> None:
    """Make every size of a photo; those that exist are left alone."""
    photo = Photo.objects.filter(pk=photo_id).first()
    if photo is None:
        return
    sizes = _missing(photo)
    made = pixels.make(_original(photo), [size.order for size in sizes]) if sizes else []
    _settle(photo, _store(photo, sizes, made))


def make_many(photo_ids: Iterable[int], processes: int = 2) -> None:
    """Make every size of many photos at once, on several cores: for a new paper's first day."""
    photos = [(photo, _missing(photo)) for photo in Photo.objects.filter(pk__in=photo_ids)]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        orders = ([size.order for size in sizes] for _, sizes in photos)
        results = pool.map(pixels.make, (_original(photo) for photo, _ in photos), orders)
        for (photo, sizes), made in zip(photos, results, strict=True):
            _settle(photo, _store(photo, sizes, made))


def _on_saved(sender: type[Photo], instance: Photo, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    # A replaced picture must not be shown a moment longer: it may have been the wrong face.
    stale = instance.renditions.exclude(file__startswith=f"images/{instance.token}")
    if stale:
        stale.delete()
        Photo.objects.filter(pk=instance.pk).update(sizes={})
    transaction.on_commit(lambda: make_renditions.enqueue(instance.pk))
    tell(instance.pk)


def _on_deleted(sender: type[Photo], instance: Photo, **kwargs: Any) -> None:
    tell(instance.pk)


def connect() -> None:
    post_save.connect(_on_saved, sender=Photo, dispatch_uid="media.renditions")
    post_delete.connect(_on_deleted, sender=Photo, dispatch_uid="media.renditions")
