"""The picture shown when an article without a photo is shared: its headline, set in type."""

from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from unicodedata import category, normalize

from PIL import Image, ImageDraw, ImageFont

from hwalja import look
from hwalja.articles.models import Article
from hwalja.masthead.shared import PAPER

SIZE = (1200, 630)  # Pixels: what Facebook, X and KakaoTalk show uncut.
MARGIN = 80
# Headlines are set as large as they fit; the smallest shows about 120 characters.
TYPE_SIZES = (84, 72, 60, 50)
LINES = (3, 4, 4, 5)
LEADING = 1.32
PAPER_COLOUR, INK, GREY, RULE = "#fdfcf8", "#16181d", "#5d6470", "#b3122b"
LAYOUT = 2  # Raise it when the drawing changes: caches then ask for the new one.
FONTS = Path(look.__file__).parent / "fonts"
FACES = ("HwaljaSans-Bold.otf", "HwaljaHanja-Bold.ttf")

# A headline without one of its letters would say something else.
_NO_LETTER = "□"

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def _words(article: Article) -> tuple[str, str, str]:
    """Headline, section, the paper's name."""
    section = " · ".join(item.title for item in article.breadcrumb)
    label = f"광고 · {section}" if article.sponsored else section
    return article.title, label, PAPER.get().masthead.name


def version(article: Article) -> str:
    """Changes when anything in the picture does."""
    return sha256("\n".join((*_words(article), str(LAYOUT))).encode()).hexdigest()[:12]


def address(article: Article) -> str:
    """The picture's path; another one after each change, so that nobody keeps the old."""
    return f"{article.get_absolute_url()}share.png?v={version(article)}"


def png(article: Article) -> bytes:
    return _draw(*_words(article))


@lru_cache(maxsize=32)
def _faces(size: int) -> list[Font]:
    found: list[Font] = [
        # The plain layout: it refuses no text, and Hangul needs no shaping.
        ImageFont.truetype(FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)
        for name in FACES
        if (FONTS / name).is_file()
    ]
    return found or [ImageFont.load_default(size)]


@lru_cache(maxsize=4096)
def _face(mark: str, size: int) -> Font | None:
    """The first face that has the character; none has emoji, and they are left out."""
    if mark.isspace():
        return _faces(size)[0]
    if category(mark).startswith("C"):  # Controls and invisible directions.
        return None
    for face in _faces(size):
        missing = bytes(face.getmask("\U0010ffff"))
        if (drawn := bytes(face.getmask(mark))) and drawn != missing:
            return face
    return None


def _settable(text: str, size: int) -> str:
    """The text in one line of characters that can be drawn."""
    return " ".join("".join(_drawable(mark, size) for mark in normalize("NFC", text)).split())


def _drawable(mark: str, size: int) -> str:
    """The character, an empty square for a letter no face has, nothing for an emoji."""
    if _face(mark, size):
        return mark
    return _NO_LETTER if category(mark).startswith("L") else ""


def _advance(mark: str, size: int) -> float:
    face = _face(mark, size)
    return face.getlength(mark) if face else 0.0


def _width(text: str, size: int) -> float:
    return sum(_advance(mark, size) for mark in text)


def _pieces(word: str, size: int, room: float) -> list[str]:
    """A word, cut only where it is wider than a whole line."""
    pieces, width = [""], 0.0
    for mark in word:
        step = _advance(mark, size)
        if pieces[-1] and width + step > room:
            pieces.append("")
            width = 0.0
        pieces[-1] += mark
        width += step
    return pieces


def _wrap(text: str, size: int, room: float) -> list[str]:
    """Lines broken at spaces, as Korean headlines are."""
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, size, room):
            joined = f"{lines[-1]} {piece}" if lines else piece
            if lines and _width(joined, size) <= room:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _fitted(headline: str, room: float) -> tuple[int, list[str]]:
    """The largest type that holds the headline, and its lines; the longest are cut."""
    for size, most in zip(TYPE_SIZES, LINES, strict=True):
        lines = _wrap(_settable(headline, size), size, room)
        if len(lines) <= most:
            return size, lines
    kept = lines[:most]
    while kept[-1] and _width(kept[-1] + "…", size) > room:
        kept[-1] = kept[-1][:-1]
    return size, [*kept[:-1], kept[-1].rstrip() + "…"]


def _write(
    draw: ImageDraw.ImageDraw, place: tuple[float, float], text: str, size: int, ink: str
) -> None:
    """Character by character: each in the face that has it, on one baseline."""
    x, y = place
    for mark in text:
        face = _face(mark, size)
        if isinstance(face, ImageFont.FreeTypeFont):
            draw.text((x, y), mark, font=face, fill=ink, anchor="ls")
        elif face is not None:
            draw.text((x, y - size), mark, font=face, fill=ink)
        x += _advance(mark, size)


def _cut(text: str, size: int, room: float) -> str:
    """One line of a name, as much of it as there is room for."""
    text = _settable(text, size)
    while text and _width(text, size) > room:
        text = text[:-1]
    return text


@lru_cache(maxsize=64)
def _draw(headline: str, section: str, paper: str) -> bytes:
    """A sheet of the paper: its name over a rule, the section, the headline."""
    image = Image.new("RGB", SIZE, PAPER_COLOUR)
    draw = ImageDraw.Draw(image)
    width, height = SIZE
    room = width - 2 * MARGIN
    _write(draw, (MARGIN, 122), _cut(paper, 46, room), 46, INK)
    draw.rectangle((MARGIN, 150, width - MARGIN, 155), fill=INK)
    draw.rectangle((MARGIN, 161, width - MARGIN, 162), fill=INK)
    _write(draw, (MARGIN, 222), _cut(section, 32, room), 32, RULE)
    size, lines = _fitted(headline, room)
    for place, line in enumerate(lines):
        _write(draw, (MARGIN, 262 + size * (0.86 + place * LEADING)), line, size, INK)
    draw.rectangle((0, height - 14, width, height), fill=RULE)
    out = BytesIO()
    # Few colours: a palette makes the file a third of its size.
    image.quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()
