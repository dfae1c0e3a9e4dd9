"""What a picture file says about itself: caption, credit, copyright, date.

Looked for in IPTC first, which agencies write, then XMP, then EXIF, which cameras write.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

# Cameras write these in place of a caption.
NO_CAPTION = {"default", "olympus digital camera", "samsung camera pictures", "sony dsc"}

CAPTION, CREDIT, BYLINE, COPYRIGHT, CREATED = (2, 120), (2, 110), (2, 80), (2, 116), (2, 55)


@dataclass(frozen=True)
class Words:
    """Plain text on one line each; empty where the file says nothing."""

    caption: str = ""
    credit: str = ""
    copyright: str = ""
    taken_on: date | None = None


def _text(value: Any) -> str:
    """Text of a field whose encoding nobody declares: UTF-8, else Korean Windows."""
    if isinstance(value, list | tuple):
        value = value[0] if value else b""
    if isinstance(value, str):
        try:
            value = value.encode("latin-1")  # Pillow reads EXIF text so
        except UnicodeEncodeError:
            return _line(value)
    if not isinstance(value, bytes):
        return ""
    try:
        return _line(value.decode())
    except UnicodeDecodeError:
        return _line(value.decode("cp949", "replace"))


def _line(text: str) -> str:
    printable = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(printable.split())


def _iptc(image: ImageFile.ImageFile) -> dict[tuple[int, int], str]:
    found = IptcImagePlugin.getiptcinfo(image) or {}
    return {key: _text(value) for key, value in found.items()}


def _xmp_words(image: Image.Image) -> dict[str, str]:
    """Credit, rights, description and date of the first XMP description that has them."""
    root = image.getxmp().get("xmpmeta", {}).get("RDF", {}).get("Description", {})
    found: dict[str, str] = {}
    for part in root if isinstance(root, list) else [root]:
        for name in ("Credit", "rights", "description", "creator", "DateCreated"):
            text = _line(_first_text(part.get(name)))
            if text:
                found.setdefault(name, text)
    return found


def _first_text(value: Any) -> str:
    """XMP wraps a text in alternatives by language, or in lists."""
    while isinstance(value, dict | list):
        inner = (
            value
            if isinstance(value, list)
            else [value[key] for key in ("text", "Alt", "Seq", "Bag", "li") if key in value]
        )
        value = inner[0] if inner else ""
    return str(value or "")


def _exif_words(image: Image.Image) -> dict[str, str]:
    exif = image.getexif()
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    return {
        "caption": _text(exif.get(ExifTags.Base.ImageDescription)),
        "artist": _text(exif.get(ExifTags.Base.Artist)),
        "copyright": _text(exif.get(ExifTags.Base.Copyright)),
        "taken": _text(inner.get(ExifTags.Base.DateTimeOriginal)),
    }


def _date(*texts: str) -> date | None:
    """The first that begins as a day: 20250112, 2025-01-12…, 2025:01:12…"""
    for text in texts:
        digits = "".join(char for char in text[:10] if char.isdecimal())[:8]
        with suppress(ValueError):
            return date.fromisoformat(digits)
    return None


def _caption(*texts: str) -> str:
    return next((text for text in texts if text and text.lower() not in NO_CAPTION), "")


def _read(image: ImageFile.ImageFile, reader: Any) -> dict[Any, str]:
    """A malformed block says nothing; it is no reason to refuse the picture."""
    try:
        found: dict[Any, str] = reader(image)
    except Exception:  # Parsers of metadata raise nearly anything.
        return {}
    return found


def read(image: ImageFile.ImageFile) -> Words:
    """The words of an opened picture."""
    iptc, xmp, exif = _read(image, _iptc), _read(image, _xmp_words), _read(image, _exif_words)
    rights = iptc.get(COPYRIGHT) or xmp.get("rights") or exif.get("copyright", "")
    maker = iptc.get(BYLINE) or xmp.get("creator") or exif.get("artist", "")
    caption = _caption(iptc.get(CAPTION, ""), xmp.get("description", ""), exif.get("caption", ""))
    return Words(
        caption=caption[:500],
        credit=(iptc.get(CREDIT) or xmp.get("Credit") or maker or rights)[:120],
        copyright=rights[:200],
        taken_on=_date(iptc.get(CREATED, ""), xmp.get("DateCreated", ""), exif.get("taken", "")),
    )


def exif_of(words: Words) -> bytes:
    """EXIF that says these words and nothing else: no place, no camera, no thumbnail."""
    exif = Image.Exif()
    texts = {
        ExifTags.Base.ImageDescription: words.caption,
        ExifTags.Base.Artist: words.credit,
        ExifTags.Base.Copyright: words.copyright,
    }
    for tag, text in texts.items():
        if text:
            exif[tag] = text.encode()
    if words.taken_on:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = (
            f"{words.taken_on:%Y:%m:%d} 00:00:00"
        )
    return exif.tobytes() if len(exif) or words.taken_on else b""
