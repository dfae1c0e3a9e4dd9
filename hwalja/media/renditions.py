"""The sizes of a photo: made by a task at upload, never while a page is asked for."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models.signals import post_save
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django_tasks import task

from hwalja.media.models import Photo, Rendition

# Widths in CSS pixels at one and two device pixels of a 360 px phone and the 720 px column.
WIDTHS = (400, 800, 1280)
# Best first: a browser takes the first it knows. JPEG is the fallback and has no <source>.
FORMATS = ("avif", "webp", "jpeg")
SPECS = tuple(f"width-{width}|format-{name}" for name in FORMATS for width in WIDTHS)


@task()
def make_renditions(photo_id: int) -> None:
    """Make every size of a photo; those that exist are left alone."""
    photo = Photo.objects.filter(pk=photo_id).first()
    if photo is not None:
        photo.get_renditions(*SPECS)


def _on_saved(sender: type[Photo], instance: Photo, raw: bool = False, **kwargs: object) -> None:
    if not raw:
        transaction.on_commit(lambda: make_renditions.enqueue(instance.pk))


def connect() -> None:
    post_save.connect(_on_saved, sender=Photo, dispatch_uid="media.renditions")


@dataclass(frozen=True)
class Picture:
    """What a page needs to show a photo without layout shift: urls by format, size, alt."""

    photo: Photo
    sources: dict[str, list[Rendition]]

    @property
    def largest(self) -> Rendition | None:
        rows = self.sources.get("jpeg", [])
        return rows[-1] if rows else None


def picture(photo: Photo) -> Picture:
    """The photo with the renditions it has; uses prefetched `renditions` when there."""
    sources: dict[str, list[Rendition]] = {}
    for rendition in photo.renditions.all():
        if rendition.filter_spec in SPECS:
            name = rendition.filter_spec.rpartition("-")[2]
            sources.setdefault(name, []).append(rendition)
    for rows in sources.values():
        rows.sort(key=lambda rendition: rendition.width)
    return Picture(photo, sources)


def _srcset(rows: list[Rendition]) -> str:
    return ", ".join(f"{row.url} {row.width}w" for row in rows)


def html(photo: Photo, *, sizes: str, alt: str, eager: bool = False) -> SafeString:
    """A <picture> of `photo`; before its sizes exist, an empty box of the right shape."""
    found = picture(photo)
    largest = found.largest
    if largest is None:
        return format_html(
            '<span class="picture-pending" role="img" aria-label="{}"></span>', alt or photo.title
        )
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        (
            (name, _srcset(found.sources[name]), sizes)
            for name in FORMATS[:-1]
            if name in found.sources
        ),
    )
    attrs = SafeString('fetchpriority="high"' if eager else 'loading="lazy"')
    return format_html(
        '<picture>{}<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" {}></picture>',
        sources,
        largest.url,
        _srcset(found.sources["jpeg"]),
        sizes,
        largest.width,
        largest.height,
        alt,
        attrs,
    )
