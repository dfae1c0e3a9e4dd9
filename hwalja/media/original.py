"""The paper's own original of a photo: what came in, decoded and written anew.

Upright, in sRGB, one still, with the words about its origin and nothing else that
the file brought along: no place, no serial number, no thumbnail, nothing after the
end of the picture. A JPEG is written with the very quantisation it came with, so
that neither its quality nor its size changes to speak of.
"""

import struct
from contextlib import suppress
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageCms, ImageOps, JpegImagePlugin

from hwalja.media import gate, words

EXTENSIONS = {"JPEG": "jpg", "PNG": "png"}
# For what comes as lossy WebP or AVIF: above what an eye tells from its source.
QUALITY = 95
# Zlib's level: 9 takes five times as long for a few per cent.
PNG_LEVEL = 4


class Original(ContentFile):
    """A photo's file that has passed the gate; nothing else reaches the store."""

    def __init__(self, content: bytes, form: str, size: tuple[int, int], said: words.Words) -> None:
        super().__init__(content, name=f"photo.{EXTENSIONS[form]}")
        self.pixels = size
        self.words = said


def _is_lossless(image: Image.Image, data: bytes) -> bool:
    return image.format in {"PNG", "GIF"} or (image.format == "WEBP" and b"VP8L" in data[:64])


def _jpeg_options(image: Image.Image) -> dict[str, Any]:
    """As the file was made, where it is an ordinary JPEG."""
    if isinstance(image, JpegImagePlugin.JpegImageFile) and image.mode in {"RGB", "L"}:
        tables = {**image.quantization}
        sampling = JpegImagePlugin.get_sampling(image)
        if len(tables) <= 2 and all(0 < step < 256 for row in tables.values() for step in row):
            return {"qtables": tables, "subsampling": max(sampling, 0)}
    return {"quality": QUALITY, "subsampling": 0}


def _in_srgb(image: Image.Image) -> Image.Image:
    """In sRGB, by the picture's own profile where it has a sound one."""
    alpha = image.has_transparency_data
    mode = "RGBA" if alpha else "RGB"
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "RGBA", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            found = ImageCms.profileToProfile(image, source, target, outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            found = None
        if found is not None:
            return found
    if image.mode.startswith("I;16"):
        # Pillow would clip 16 bits to 8 rather than scale them.
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    return image if image.mode == mode else image.convert(mode)


def _upright(image: Image.Image) -> Image.Image:
    # A malformed orientation says nothing; it is no reason to refuse the picture.
    with suppress(SyntaxError, ValueError, KeyError, TypeError, struct.error):
        ImageOps.exif_transpose(image, in_place=True)
    return image


def _write(image: Image.Image, form: str, options: dict[str, Any], said: words.Words) -> bytes:
    image.info.clear()
    output = BytesIO()
    exif = words.exif_of(said)
    image.save(output, form, exif=exif, **options) if exif else image.save(output, form, **options)
    return output.getvalue()


def take_in(data: bytes) -> Original:
    """The clean original of a file that came in; a ValidationError says why it is refused."""
    image = gate.admit(data)
    try:
        # First of all: reading the words may decode too, and hides what goes wrong then.
        image.load()
        said = words.read(image)
        options = _jpeg_options(image)
        lossless = _is_lossless(image, data)
        clean = _in_srgb(_upright(image))
        if lossless or clean.mode == "RGBA":
            form, options = "PNG", {"compress_level": PNG_LEVEL}
        else:
            form = "JPEG"
        return Original(_write(clean, form, options, said), form, clean.size, said)
    except Exception:  # Pillow raises nearly anything on files cut short or made to harm it.
        raise gate.damaged() from None
