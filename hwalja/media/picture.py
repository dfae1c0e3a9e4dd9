"""A photo on a page: only of sizes that are made already, and without asking the database."""

from dataclasses import dataclass
from urllib.parse import quote

from django.core.files.storage import default_storage
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hwalja.media.models import Photo

# Best first: a browser takes the first it knows. The fallback is no <source>.
MODERN = ("avif", "webp")
FALLBACK = "jpeg"
CARD_SHAPE = (16, 10)


@dataclass(frozen=True)
class Size:
    """One made size."""

    name: str
    width: int
    height: int

    @property
    def url(self) -> str:
        return default_storage.url(self.name)


@dataclass(frozen=True)
class Picture:
    """What a page needs to show a photo without layout shift: its sizes by format, small first."""

    photo: Photo
    sources: dict[str, list[Size]]

    @property
    def fallback(self) -> Size | None:
        """What a browser shows that knows no modern format."""
        rows = self.sources.get(FALLBACK)
        return rows[0] if rows else None

    @property
    def largest(self) -> Size | None:
        """The largest in the format that everything reads: for enlarging, sharing, feeds."""
        rows = self.sources.get(FALLBACK)
        return rows[-1] if rows else None


def picture(photo: Photo, *, crop: bool = False) -> Picture:
    """The photo's sizes, whole or cut to a card's shape; none before they are made."""
    made = photo.sizes.get("card" if crop else "full", {})
    return Picture(photo, {form: [Size(*row) for row in rows] for form, rows in made.items()})


def _srcset(rows: list[Size]) -> str:
    return ", ".join(f"{row.url} {row.width}w" for row in rows)


def _box(photo: Photo, alt: str, crop: bool) -> SafeString:
    """An empty picture of the right shape."""
    width, height = CARD_SHAPE if crop else (photo.width, photo.height)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"/>'
    return format_html(
        '<img class="picture-pending" src="data:image/svg+xml,{}" width="{}" height="{}" alt="{}">',
        quote(svg),
        width * 40 if crop else width,
        height * 40 if crop else height,
        alt,
    )


def html(
    photo: Photo, *, sizes: str, alt: str, eager: bool = False, crop: bool = False
) -> SafeString:
    """A <picture> of `photo`; before its sizes exist, an empty box of the right shape.

    `alt` "" is for a picture that only repeats what stands beside it. `eager` is for the one
    picture that is on the screen when the page opens. `crop` cuts to 16:10 around the focal
    point. `sizes` as in HTML: how wide it will stand.
    """
    found = picture(photo, crop=crop)
    fallback = found.fallback
    if fallback is None:
        return _box(photo, alt, crop)
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        ((form, _srcset(found.sources[form]), sizes) for form in MODERN if form in found.sources),
    )
    return format_html(
        '<picture>{}<img src="{}" width="{}" height="{}" alt="{}" {} decoding="async"></picture>',
        sources,
        fallback.url,
        fallback.width,
        fallback.height,
        alt,
        SafeString('fetchpriority="high"' if eager else 'loading="lazy"'),
    )
