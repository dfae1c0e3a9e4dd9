"""Pictures that the tests make: good ones, and ones made to harm."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw


def drawn(size: tuple[int, int] = (1600, 1000), mode: str = "RGB") -> Image.Image:
    """Something with edges and slopes, left half unlike the right."""
    small = (max(1, size[0] // 10), max(1, size[1] // 10))
    image = Image.linear_gradient("L").resize(small).convert("RGB").resize(size)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, size[0] // 2, size[1]), fill="#aa2211")
    draw.ellipse((size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4), fill="#2255aa")
    return image.convert(mode)


def encoded(
    form: str, size: tuple[int, int] = (320, 200), mode: str = "RGB", **options: Any
) -> bytes:
    output = BytesIO()
    drawn(size, mode).save(output, form, **options)
    return output.getvalue()
