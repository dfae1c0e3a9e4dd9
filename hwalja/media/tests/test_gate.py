"""What may come in as a photo, and what of it is kept."""

import random
import subprocess
import sys
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from hwalja.media import gate
from hwalja.media.original import take_in
from hwalja.media.tests import hostile
from hwalja.media.tests.pictures import drawn, encoded


def test_the_list_of_hostile_files_is_long() -> None:
    assert len(hostile.HOSTILE) >= 80


# Seconds to make.
HEAVY = ("avif of 26 large frames", "webp of 26 large frames", "png of 144 million zeros")


def files(names: Iterable[str]) -> list[Any]:
    marks = {name: [pytest.mark.slow] if name in HEAVY else [] for name in names}
    return [pytest.param(name, marks=mark) for name, mark in marks.items()]


@pytest.mark.parametrize("name", files(hostile.HOSTILE))
def test_refused_with_a_reason_in_korean(name: str) -> None:
    with pytest.raises(ValidationError) as refused:
        take_in(hostile.file(name))
    (message,) = refused.value.messages
    assert any("가" <= char <= "힣" for char in message)


@pytest.mark.parametrize("name", files(hostile.BOMBS))
def test_a_bomb_is_refused_before_it_is_decoded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def decoded(*_: object, **__: object) -> None:
        raise AssertionError("decoded")

    data = hostile.file(name)
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decoded)
    with pytest.raises(ValidationError):
        gate.admit(data)


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(ValidationError, match="파일이 너무 큽니다"):
        gate.admit(encoded("JPEG") + b"\0" * gate.MOST_BYTES)


@pytest.mark.parametrize(
    ("name", "said"),
    [("heic", "HEIC"), ("svg", "SVG"), ("tiff", "TIFF"), ("psd", "PSD"), ("pdf", "PDF"),
     ("fits", "FITS"), ("dcx", "DCX"), ("bmp", "BMP"), ("ico", "ICO")],
)  # fmt: skip
def test_the_refusal_names_the_format(name: str, said: str) -> None:
    with pytest.raises(ValidationError, match=f"{said}.*받지 않습니다.*JPEG"):
        gate.admit(hostile.file(name))


GOOD = {
    "jpeg": lambda: encoded("JPEG"),
    "progressive jpeg": lambda: encoded("JPEG", progressive=True),
    "grey jpeg": lambda: encoded("JPEG", mode="L"),
    "cmyk jpeg": lambda: encoded("JPEG", mode="CMYK"),
    "png": lambda: encoded("PNG"),
    "png with transparency": lambda: encoded("PNG", mode="RGBA"),
    "png with a palette": lambda: encoded("PNG", mode="P"),
    "black and white png": lambda: encoded("PNG", mode="1"),
    "grey png with transparency": lambda: encoded("PNG", mode="LA"),
    "sixteen-bit png": lambda: encoded("PNG", mode="I;16"),
    "webp": lambda: encoded("WEBP"),
    "lossless webp": lambda: encoded("WEBP", lossless=True),
    "webp with transparency": lambda: encoded("WEBP", mode="RGBA"),
    "gif": lambda: encoded("GIF"),
    "moving gif": lambda: hostile.animated("GIF", (320, 200), 10),
    "moving webp": lambda: hostile.animated("WEBP", (320, 200), 10),
    "avif": lambda: encoded("AVIF"),
    "avif with transparency": lambda: encoded("AVIF", mode="RGBA"),
    "stereo jpeg": lambda: hostile.animated("MPO", (320, 200), 2),
    "jpeg with another behind it": lambda: encoded("JPEG") + encoded("JPEG"),
}


@pytest.mark.parametrize("name", GOOD)
def test_taken_in_as_one_still_of_the_same_size(name: str) -> None:
    original = take_in(GOOD[name]())
    data = original.read()
    with Image.open(BytesIO(data)) as image:
        image.load()
        assert image.format in {"JPEG", "PNG"} and image.mode in {"RGB", "RGBA"}
        assert image.size == (320, 200) == original.pixels
        assert getattr(image, "n_frames", 1) == 1
    assert data.count(b"\xff\xd8\xff") <= 1, "a second picture was kept"


def test_sixteen_bits_are_scaled_not_clipped() -> None:
    source = Image.new("I;16", (64, 64), 32_768)
    output = BytesIO()
    source.save(output, "PNG")
    with Image.open(take_in(output.getvalue())) as image:
        assert image.getpixel((5, 5)) == (128, 128, 128)


def test_a_jpeg_keeps_its_quality_and_size() -> None:
    source = drawn((1200, 800)).resize((1200, 800)).effect_spread(3)
    output = BytesIO()
    source.save(output, "JPEG", quality=80)
    before = output.getvalue()
    original = take_in(before)
    after = original.read()
    assert len(after) == pytest.approx(len(before), rel=0.05)
    with Image.open(BytesIO(before)) as one, Image.open(BytesIO(after)) as two:
        assert one.quantization == two.quantization  # type: ignore[attr-defined]
        differences = [abs(a - b) for a, b in zip(one.tobytes(), two.tobytes(), strict=True)]
    assert sum(differences) / len(differences) < 0.5


def test_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    original = take_in(encoded("JPEG", (320, 200), exif=exif))
    assert original.pixels == (200, 320)
    with Image.open(original) as image:
        assert image.getexif().get(0x0112) is None


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_flipped_bytes_are_taken_in_or_refused_and_nothing_else(form: str) -> None:
    dice = random.Random(form)
    good = encoded(form, (64, 40))
    for _ in range(60):
        data = bytearray(good)
        for _ in range(dice.randint(1, 12)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            take_in(bytes(data))
        except ValidationError:
            continue


LIMITED = """
import resource, sys
from django.conf import settings
settings.configure(USE_I18N=False)
from django.core.exceptions import ValidationError
from hwalja.media.original import take_in
from hwalja.media.tests import hostile
files = {name: make() for name, make in hostile.BOMBS.items()}
with open("/proc/self/statm") as statm:
    now = int(statm.read().split()[0]) * resource.getpagesize()
limit = now + 200 * 1024 * 1024
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
for name, data in files.items():
    try:
        take_in(data)
    except ValidationError as refused:
        # libavif itself finds one of them damaged.
        assert refused.code.startswith("too_many") or "avif" in name, (name, refused)
    else:
        sys.exit(f"{name} came in")
"""


@pytest.mark.slow
def test_no_bomb_takes_two_hundred_megabytes() -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr + done.stdout
