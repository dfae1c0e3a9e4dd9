"""A drawing surface of 1600×1000 units, painted at twice that and finished with grain, like a printed plate."""

import math
import random
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

WIDTH, HEIGHT = 1600, 1000
# Painted at 2× and halved: smooth edges at a quarter of the cost of 4×.
SCALE = 2
FONTS = Path(__file__).parents[3] / "look" / "fonts"

Point = tuple[float, float]
Rgb = tuple[int, int, int]

INK, NAVY, SEA, TEAL = "#10182b", "#16294a", "#1f4f70", "#2c7475"
PAPER, CREAM, SAND, MIST = "#f4efe4", "#faf6ec", "#dccfb4", "#c9d4d8"
BRICK, RUST, OCHRE, GOLD = "#b4412d", "#d0693a", "#d79a3a", "#f2c76a"
SLATE, STEEL, LEAF, ROSE = "#46566b", "#7d90a3", "#5c7f4f", "#d9a59a"


@cache
def rgb(color: str) -> Rgb:
    """Read a hex colour."""
    red, green, blue = ImageColor.getrgb(color)[:3]
    return red, green, blue


@lru_cache(65536)
def mix(first: str, second: str, share: float) -> str:
    """Blend two hex colours; share 0 gives the first, 1 the second."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@cache
def font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    """Load the shipped face once per size."""
    return ImageFont.truetype(FONTS / f"HwaljaSans-{'Bold' if bold else 'Regular'}.otf", size)


@cache
def _spot() -> Image.Image:
    """Make a round mask, bright in the middle, that fades as light does."""
    return Image.radial_gradient("L").point(
        [round(255 * max(0.0, 1 - v / 181) ** 2) for v in range(256)]
    )


@cache
def _grain(strength: int) -> Image.Image:
    """Make one sheet of even, repeatable noise around mid-grey."""
    source = random.Random(strength)
    tile = Image.frombytes("L", (400, 250), source.randbytes(100_000))
    low = 128 - strength
    tile = tile.point([round(low + v * strength / 128) for v in range(256)])
    sheet = Image.new("L", (WIDTH, HEIGHT))
    for x in range(0, WIDTH, 400):
        for y in range(0, HEIGHT, 250):
            turn = source.choice((Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM))
            sheet.paste(tile.transpose(turn), (x, y))
    return Image.merge("RGB", (sheet, sheet, sheet))


@cache
def _vignette() -> Image.Image:
    curve = [round(80 * max(0.0, (v - 120) / 135) ** 1.6) for v in range(256)]
    return (
        Image.radial_gradient("L").point(curve).resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR)
    )


@lru_cache(4096)
def strip(stops: tuple[str, ...]) -> Image.Image:
    """Make a one-pixel-wide column running through the colours from top to bottom."""
    column = Image.new("RGB", (1, len(stops)))
    column.putdata([rgb(stop) for stop in stops])
    return column


def ramp(stops: tuple[str, ...], size: tuple[int, int], across: bool = False) -> Image.Image:
    """Stretch the colours over a box, the first and last lying on its edges."""
    column, last = strip(stops), len(stops) - 1
    if not last:
        return column.resize(size)
    inside, thin = (0.0, 0.5, 1.0, last + 0.5), (1, size[1])
    if across:
        column = column.transpose(Image.Transpose.ROTATE_90)
        inside, thin = (0.5, 0.0, last + 0.5, 1.0), (size[0], 1)
    # Smooth along one pixel's width only, then spread: twenty times cheaper than smoothing it all.
    return column.resize(thin, Image.Resampling.BILINEAR, box=inside).resize(
        size, Image.Resampling.NEAREST
    )


class Scene:
    """One picture being painted; all lengths are in 1600×1000 units from the top left."""

    def __init__(self, name: str) -> None:
        self.rng = random.Random(name)
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def sky(self, *stops: str, top: float = 0, bottom: float = HEIGHT) -> None:
        """Fill a band across the picture with a vertical run of colours."""
        size = (WIDTH * SCALE, round((bottom - top) * SCALE))
        self.image.paste(ramp(stops, size), (0, round(top * SCALE)))

    def poly(self, points: Sequence[Point], color: str, alpha: int = 255) -> None:
        """Fill a shape."""
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], (*rgb(color), alpha))

    def rect(
        self, x: float, y: float, wide: float, high: float, color: str, alpha: int = 255
    ) -> None:
        """Fill a box given by its top left corner and its size."""
        if wide > 0 and high > 0:
            box = (x * SCALE, y * SCALE, (x + wide) * SCALE - 1, (y + high) * SCALE - 1)
            self.pen.rectangle(box, (*rgb(color), alpha))

    def round(
        self,
        x: float,
        y: float,
        wide: float,
        high: float,
        radius: float,
        color: str,
        alpha: int = 255,
    ) -> None:
        """Fill a box with rounded corners."""
        box = (x * SCALE, y * SCALE, (x + wide) * SCALE, (y + high) * SCALE)
        self.pen.rounded_rectangle(box, radius * SCALE, (*rgb(color), alpha))

    def line(self, points: Sequence[Point], color: str, width: float = 2, alpha: int = 255) -> None:
        """Stroke a run of points."""
        path = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(path, (*rgb(color), alpha), max(1, round(width * SCALE)), joint="curve")

    def disc(
        self, x: float, y: float, radius: float, color: str, alpha: int = 255, high: float = 0
    ) -> None:
        """Fill a circle, or an ellipse if its half height is given."""
        tall = high or radius
        box = ((x - radius) * SCALE, (y - tall) * SCALE, (x + radius) * SCALE, (y + tall) * SCALE)
        self.pen.ellipse(box, (*rgb(color), alpha))

    def arc(
        self, x: float, y: float, radius: float, start: float, end: float, color: str, width: float
    ) -> None:
        """Stroke part of a circle; degrees clockwise from three o'clock."""
        box = (
            (x - radius) * SCALE,
            (y - radius) * SCALE,
            (x + radius) * SCALE,
            (y + radius) * SCALE,
        )
        self.pen.arc(box, start, end, (*rgb(color), 255), round(width * SCALE))

    def pie(self, x: float, y: float, radius: float, start: float, end: float, color: str) -> None:
        """Fill a slice of a circle; degrees clockwise from three o'clock."""
        box = (
            (x - radius) * SCALE,
            (y - radius) * SCALE,
            (x + radius) * SCALE,
            (y + radius) * SCALE,
        )
        self.pen.pieslice(box, start, end, (*rgb(color), 255))

    def shade(
        self, points: Sequence[Point], *stops: str, alpha: int = 255, across: bool = False
    ) -> None:
        """Fill a shape with a run of colours from top to bottom, or left to right."""
        path = [(x * SCALE, y * SCALE) for x, y in points]
        left, top = math.floor(min(x for x, _ in path)), math.floor(min(y for _, y in path))
        wide = math.ceil(max(x for x, _ in path)) - left + 1
        high = math.ceil(max(y for _, y in path)) - top + 1
        mask = Image.new("L", (wide, high))
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in path], alpha)
        self.image.paste(ramp(stops, (wide, high), across), (left, top), mask)

    def block(
        self, x: float, y: float, wide: float, high: float, *stops: str, across: bool = False
    ) -> None:
        """Fill a box with a run of colours."""
        size = (max(1, round(wide * SCALE)), max(1, round(high * SCALE)))
        self.image.paste(ramp(stops, size, across), (round(x * SCALE), round(y * SCALE)))

    def glow(
        self, x: float, y: float, radius: float, color: str, strength: float = 1, high: float = 0
    ) -> None:
        """Lay a soft light on the picture."""
        wide, tall = radius * SCALE, (high or radius) * SCALE
        left, top = x * SCALE - wide, y * SCALE - tall
        edges = (
            max(0.0, left),
            max(0.0, top),
            min(WIDTH * SCALE, left + 2 * wide),
            min(HEIGHT * SCALE, top + 2 * tall),
        )
        size = (round(edges[2] - edges[0]), round(edges[3] - edges[1]))
        if min(size) < 1:
            return
        fit_x, fit_y = 128 / wide, 128 / tall
        part = (
            (edges[0] - left) * fit_x,
            (edges[1] - top) * fit_y,
            (edges[2] - left) * fit_x,
            (edges[3] - top) * fit_y,
        )
        mask = _spot().point([min(255, round(v * strength)) for v in range(256)])
        mask = mask.resize(size, Image.Resampling.BILINEAR, box=part)
        self.image.paste(rgb(color), (round(edges[0]), round(edges[1])), mask)

    def haze(self, top: float, bottom: float, color: str, above: int, below: int) -> None:
        """Lay a band of mist whose thickness (0–255) changes from top to bottom."""
        size = (WIDTH * SCALE, round((bottom - top) * SCALE))
        fade = (
            Image.linear_gradient("L")
            .crop((0, 0, 1, 256))
            .point([round(above + (below - above) * v / 255) for v in range(256)])
        )
        mask = fade.resize((1, size[1]), Image.Resampling.BILINEAR).resize(
            size, Image.Resampling.NEAREST
        )
        self.image.paste(rgb(color), (0, round(top * SCALE)), mask)

    def mirror(self, line: float, tint: str, share: float = 0.45, sway: float = 6) -> None:
        """Reflect what stands above a water line into what lies below it."""
        level, depth = round(line * SCALE), round((HEIGHT - line) * SCALE)
        source = self.image.crop((0, max(0, level - depth), WIDTH * SCALE, level))
        flipped = source.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        flipped.paste(rgb(tint), (0, 0), Image.new("L", flipped.size, round(share * 255)))
        for y in range(0, flipped.height, 5):
            far = 0.3 + 1.6 * y / max(1, depth)
            shift = round((math.sin(y * 0.11) + self.rng.uniform(-1, 1)) * sway * far * SCALE / 2)
            self.image.paste(flipped.crop((0, y, WIDTH * SCALE, y + 5)), (shift, level + y))

    def ripples(self, top: float, bottom: float, color: str, count: int, alpha: int = 60) -> None:
        """Scatter short flat glints that grow longer towards the reader."""
        for _ in range(count):
            depth = self.rng.random() ** 1.7
            y = top + (bottom - top) * depth
            half = 6 + 70 * depth * self.rng.random()
            x = self.rng.uniform(0, WIDTH)
            self.line([(x - half, y), (x + half, y)], color, 0.8 + 2.2 * depth, alpha)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        color: str,
        bold: bool = True,
        at: str = "ls",
    ) -> None:
        """Write words; `at` is Pillow's anchor (ls: left end of the base line)."""
        self.pen.text(
            (x * SCALE, y * SCALE), words, rgb(color), font(round(size * SCALE), bold), at
        )

    def done(self, grain: int = 12, vignette: bool = True) -> Image.Image:
        """Halve the painting, darken its corners and lay the grain on it."""
        plate = self.image.reduce(SCALE)
        if vignette:
            plate.paste(rgb(INK), (0, 0), _vignette())
        return ImageChops.overlay(plate, _grain(grain)) if grain else plate


Painter = Callable[[Scene], None]
PAINTERS: dict[str, tuple[Painter, int, bool]] = {}


def picture(name: str, grain: int = 12, vignette: bool = True) -> Callable[[Painter], Painter]:
    """Register the function that paints the named picture."""

    def register(painter: Painter) -> Painter:
        PAINTERS[name] = (painter, grain, vignette)
        return painter

    return register
