"""Files that must not come in: by name, made when asked for."""

import gzip
import struct
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO

from PIL import Image

from hwalja.media import gate
from hwalja.media.tests.pictures import encoded

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<html><script>alert(1)</script></html>"
PNG = b"\x89PNG\r\n\x1a\n"
Maker = Callable[[], bytes]


def chunk(name: bytes, data: bytes) -> bytes:
    crc = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc)


def png(width: int, height: int, *chunks: bytes, rows: int = 1) -> bytes:
    """A PNG whose header says one size and whose data holds `rows` black grey rows."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = zlib.compress((b"\0" * (width + 1)) * rows)
    return PNG + header + b"".join(chunks) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def resized_jpeg(width: int, height: int) -> bytes:
    """A JPEG whose header lies about its size."""
    data = bytearray(encoded("JPEG"))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def resized_gif(width: int, height: int) -> bytes:
    data = bytearray(encoded("GIF"))
    data[6:10] = struct.pack("<HH", width, height)
    return bytes(data)


def resized_webp(width: int, height: int) -> bytes:
    data = bytearray(encoded("WEBP", xmp=b"<x/>"))
    assert data[12:16] == b"VP8X"
    data[24:30] = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return bytes(data)


def resized_lossless_webp(width: int, height: int) -> bytes:
    data = bytearray(encoded("WEBP", lossless=True))
    at = data.index(b"VP8L") + 9
    data[at : at + 4] = struct.pack("<I", (width - 1) | (height - 1) << 14)
    return bytes(data)


def resized_avif(width: int, height: int) -> bytes:
    data = bytearray(encoded("AVIF"))
    at = data.index(b"ispe") + 8
    data[at : at + 8] = struct.pack(">II", width, height)
    return bytes(data)


def animated(form: str, size: tuple[int, int], frames: int, **options: int) -> bytes:
    """Frames that differ, so that no encoder joins them."""
    pictures = [Image.new("RGB", size, (n * 5 % 256, n * 3 % 256, 90)) for n in range(frames)]
    output = BytesIO()
    pictures[0].save(output, form, save_all=True, append_images=pictures[1:], **options)
    return output.getvalue()


def tiny_frames(count: int, canvas: int = 1) -> bytes:
    """A GIF of very many frames, each of one pixel."""
    frame = b"\x2c\0\0\0\0\1\0\1\0\0\x02\x02\x44\x01\0"
    size = struct.pack("<HH", canvas, canvas)
    return b"GIF89a" + size + b"\x80\0\0" + b"\0\0\0\xff\xff\xff" + frame * count + b"\x3b"


def apng(frames: int) -> bytes:
    return png(1000, 1000, chunk(b"acTL", struct.pack(">II", frames, 0)), rows=1000)


def saved(form: str, mode: str = "RGB") -> Maker:
    return lambda: encoded(form, mode=mode)


def half(form: str, share: float = 0.5) -> Maker:
    def make() -> bytes:
        data = encoded(form, (640, 400))
        return data[: int(len(data) * share)]

    return make


def with_comment(form: str, words: bytes) -> bytes:
    return encoded(form, comment=words)


def box(brand: bytes, *others: bytes) -> bytes:
    body = brand + b"\0\0\0\0" + b"".join(others)
    return struct.pack(">I", 8 + len(body)) + b"ftyp" + body + b"\0" * 200


def bomb_of_zeros() -> bytes:
    """A true one: 144 million pixels in some 140 kB."""
    return png(12_000, 12_000, rows=12_000)


NO_PHOTOS: dict[str, Maker] = {
    "empty": lambda: b"",
    "one byte": lambda: b"\xff",
    "text": lambda: "사진이 아닙니다".encode(),
    "white space": lambda: b" \n" * 1000,
    "svg": lambda: SVG,
    "svg with prologue": lambda: b'<?xml version="1.0"?>\n' + SVG,
    "svg with byte order mark": lambda: b"\xef\xbb\xbf\n  " + SVG,
    "svgz": lambda: gzip.compress(SVG),
    "html": lambda: b"<!doctype html>" + HTML,
    "javascript": lambda: b"alert(1)//",
    "php": lambda: b"<?php system($_GET['c']); ?>",
    "pdf": lambda: b"%PDF-1.7\n1 0 obj\n",
    "postscript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n",
    "psd": lambda: b"8BPS\0\1" + b"\0" * 100,
    "bmp": saved("BMP"),
    "tiff": saved("TIFF"),
    "big-endian tiff": lambda: b"MM\0*" + b"\0\0\0\x08" * 20,
    "bigtiff": lambda: b"II+\0\x08\0\0\0" + b"\0" * 100,
    "ico": saved("ICO"),
    "icns": saved("ICNS"),
    "jpeg 2000": saved("JPEG2000"),
    "jpeg 2000 codestream": lambda: b"\xff\x4f\xff\x51" + b"\0" * 100,
    "jpeg xl": lambda: b"\xff\x0a" + b"\0" * 100,
    "jpeg xl in a box": lambda: b"\0\0\0\x0cJXL \r\n\x87\n" + b"\0" * 100,
    "heic": lambda: box(b"heic", b"mif1", b"heic"),
    "heif": lambda: box(b"mif1", b"mif1", b"heic"),
    "mp4": lambda: box(b"isom", b"mp41"),
    "fits": lambda: b"SIMPLE  =                    T" + b" " * 2850,
    "dcx": lambda: b"\xb1\x68\xde\x3a" + b"\0" * 100,
    "pcx": saved("PCX"),
    "ppm": saved("PPM"),
    "tga": saved("TGA"),
    "sgi": saved("SGI"),
    "dds": saved("DDS"),
    "qoi": saved("QOI"),
    "xbm": saved("XBM", "1"),
    "zip": lambda: b"PK\3\4" + b"\0" * 100,
    "elf": lambda: b"\x7fELF" + b"\0" * 100,
    "wav": lambda: b"RIFF\x24\0\0\0WAVEfmt ",
    "avi": lambda: b"RIFF\x24\0\0\0AVI LIST",
}

ONLY_A_HEADER: dict[str, Maker] = {
    "jpeg header": lambda: b"\xff\xd8\xff\xe0",
    "png header": lambda: PNG,
    "gif header": lambda: b"GIF89a",
    "webp header": lambda: b"RIFF\0\0\0\0WEBP",
    "avif header": lambda: box(b"avif", b"mif1", b"miaf"),
    "script behind a gif header": lambda: b"GIF89a=1;alert(document.cookie)//",
    "script behind a jpeg header": lambda: b"\xff\xd8\xff\xe0*/=alert(1)/*",
    "html behind a png header": lambda: PNG + b"<body onload=alert(1)>",
    "zip behind a jpeg header": lambda: b"\xff\xd8\xff\xe0" + b"PK\3\4" * 50,
}

POLYGLOTS: dict[str, Maker] = {
    "html after a jpeg": lambda: encoded("JPEG") + HTML,
    "html after a png": lambda: encoded("PNG") + HTML,
    "html after a gif": lambda: encoded("GIF") + b"<ScRiPt>alert(1)</ScRiPt>",
    "svg after a webp": lambda: encoded("WEBP") + SVG,
    "pdf after a jpeg": lambda: encoded("JPEG") + b"%PDF-1.4",
    "php in a jpeg comment": lambda: with_comment("JPEG", b"<?php phpinfo(); ?>"),
    "script in a gif comment": lambda: with_comment("GIF", b"<script>alert(1)</script>"),
    "script in png text": lambda: png(
        9, 9, chunk(b"tEXt", b"Comment\0<script>alert(1)</script>"), rows=9
    ),
    "svg in webp xmp": lambda: encoded("WEBP", xmp=SVG),
}

DAMAGED: dict[str, Maker] = {
    **{f"half a {form.lower()}": half(form) for form in ("JPEG", "PNG", "GIF", "WEBP", "AVIF")},
    "nine tenths of a jpeg": half("JPEG", 0.9),
    "nine tenths of a png": half("PNG", 0.9),
    "png with a false checksum": lambda: encoded("PNG").replace(b"IDAT", b"IDAT\0", 1),
    "png of no size": lambda: png(0, 0),
    "png without data": lambda: PNG + chunk(b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 0, 0, 0, 0)),
    "png with a chunk longer than the file": lambda: PNG + b"\x7f\xff\xff\xffIHDR" + b"\0" * 64,
    "png text that unpacks to 20 MB": lambda: png(
        9, 9, chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"\0" * 20_000_000)), rows=9
    ),
    "png profile that unpacks to 20 MB": lambda: png(
        9, 9, chunk(b"iCCP", b"icc\0\0" + zlib.compress(b"\0" * 20_000_000)), rows=9
    ),
    "jpeg of a thousand scans": lambda: encoded("JPEG") + b"\xff\xda\0\x08" * 1000,
    "jpeg of no size": lambda: resized_jpeg(0, 0),
}

BOMBS: dict[str, Maker] = {
    "png of 2.5 billion pixels": lambda: png(50_000, 50_000),
    "png as long as a road": lambda: png(gate.LONGEST_SIDE + 1, 1),
    "png of 144 million zeros": bomb_of_zeros,
    "jpeg of 4 billion pixels": lambda: resized_jpeg(65_500, 65_500),
    "jpeg just past the limit": lambda: resized_jpeg(8001, 8000),
    "gif of 4 billion pixels": lambda: resized_gif(65_535, 65_535),
    "webp of 268 million pixels": lambda: resized_webp(16_383, 16_383),
    "lossless webp of 268 million pixels": lambda: resized_lossless_webp(16_383, 16_383),
    "avif of 2.5 billion pixels": lambda: resized_avif(50_000, 50_000),
    "avif just past the limit": lambda: resized_avif(10_000, 5_000),
    "gif of 2,000 frames": lambda: tiny_frames(2_000),
    "gif of a million frames": lambda: tiny_frames(1_000_000),
    "gif of 50 large frames": lambda: tiny_frames(50, canvas=1000),
    "webp of 26 large frames": lambda: animated("WEBP", (1600, 1000), 26, method=0),
    "avif of 26 large frames": lambda: animated("AVIF", (1600, 1000), 26, speed=10),
    "png of a million frames": lambda: apng(1_000_000),
}

HOSTILE = {**NO_PHOTOS, **ONLY_A_HEADER, **POLYGLOTS, **DAMAGED, **BOMBS}


@cache
def file(name: str) -> bytes:
    """The file of that name; the larger ones take a second to make."""
    return HOSTILE[name]()
