"""Pictures from a picture, as pure work on bytes: no Django, no database, so that other
processes can do it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image

Box = tuple[float, float, float, float]
Size = tuple[int, int]

# Measured on press pictures at 800 px, one core: at speed 8 AVIF takes a third of the time
# of speed 6 for 4 % more bytes; the qualities give about the same error in every format,
# and WebP is then 45 %, JPEG 90 % heavier than AVIF.
OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"quality": 55, "speed": 8, "max_threads": 1},
    "webp": {"quality": 72, "method": 2},
    "jpeg": {"quality": 78, "progressive": True, "optimize": True},
    "png": {},
}
# Charts and maps: thin coloured lines smear under the halved colour of photographs.
GRAPHIC: dict[str, dict[str, Any]] = {
    "avif": {"quality": 65, "subsampling": "4:4:4"},
    "webp": {"quality": 84},
    "jpeg": {"quality": 88, "subsampling": 0},
}


@dataclass(frozen=True)
class Order:
    """One picture to make: this part of the original, at this size, in this format."""

    spec: str
    box: Box
    size: Size
    form: str


@dataclass(frozen=True)
class Made:
    spec: str
    form: str
    size: Size
    data: bytes


def _opened(original: bytes, orders: Iterable[Order]) -> tuple[Image.Image, float]:
    """The original, and by what it is smaller than it was: a huge JPEG is decoded smaller."""
    image = Image.open(BytesIO(original), formats=["JPEG", "PNG"])
    width = image.width
    wanted = max(order.size[0] * width / (order.box[2] - order.box[0]) for order in orders)
    image.draft("RGB", (round(wanted), round(wanted * image.height / width)))
    image.load()
    return image, image.width / width


def _on_white(image: Image.Image) -> Image.Image:
    """For JPEG, which knows no transparency."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _encode(image: Image.Image, form: str, exif: bytes, graphic: bool) -> bytes:
    options = {**OPTIONS[form], **(GRAPHIC.get(form, {}) if graphic else {})}
    output = BytesIO()
    ready = _on_white(image) if form == "jpeg" else image
    ready.save(output, form.upper(), exif=exif, **options)
    return output.getvalue()


def _resize(image: Image.Image, scale: float, order: Order) -> Image.Image:
    left, top, right, bottom = (edge * scale for edge in order.box)
    box = (left, top, min(right, image.width), min(bottom, image.height))
    return image.resize(order.size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def make(original: bytes, orders: list[Order]) -> list[Made]:
    """The pictures ordered; `original` is one of ours, upright and clean."""
    if not orders:
        return []
    image, scale = _opened(original, orders)
    graphic = image.format == "PNG"
    exif = image.info.get("exif", b"")
    image.info.clear()
    resized: dict[tuple[Box, Size], Image.Image] = {}
    encoded: dict[tuple[Box, Size, str], bytes] = {}
    for order in orders:
        shape = (order.box, order.size)
        if shape not in resized:
            resized[shape] = _resize(image, scale, order)
        # Of a picture in the cards' own shape, a card is the whole picture.
        key = (*shape, order.form)
        if key not in encoded:
            encoded[key] = _encode(resized[shape], order.form, exif, graphic)
    return [
        Made(order.spec, order.form, order.size, encoded[order.box, order.size, order.form])
        for order in orders
    ]
