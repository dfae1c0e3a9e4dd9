"""What may come in as a photo: judged by its bytes, before a pixel of it is decoded.

Neither the name nor the content type the sender gives is looked at.
"""

import re
from io import BytesIO
from typing import Final

from django.core.exceptions import ValidationError
from PIL import Image, ImageFile, JpegImagePlugin

# 40 MB holds a 60-megapixel JPEG of the finest quality.
MOST_BYTES: Final = 40 * 1024 * 1024
# Width × height × frames. The largest press cameras make 61 million; decoding takes four
# bytes a pixel, and the other formats need several copies of them while they are decoded.
MOST_PIXELS: Final = {"JPEG": 64_000_000}
MOST_PIXELS_ELSE: Final = 40_000_000
# WebP, one of the formats we write, ends at 16,383.
LONGEST_SIDE: Final = 16_000
MOST_FRAMES: Final = 1_000
# A progressive JPEG needs about ten; each further scan decodes the whole picture again.
MOST_SCANS: Final = 64

ACCEPTED = "JPEG, PNG, WebP, GIF, AVIF"

# Formats people do send, so that the message can name them.
OTHERS: Final = (
    (b"<svg", "SVG"),
    (b"<?xml", "SVG·XML"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "BigTIFF"),
    (b"MM\0+", "BigTIFF"),
    (b"\0\0\1\0", "ICO"),
    (b"8BPS", "PSD"),
    (b"%PDF", "PDF"),
    (b"%!PS", "EPS"),
    (b"SIMPLE  =", "FITS"),
    (b"\xb1\x68\xde\x3a", "DCX"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"PK\3\4", "ZIP"),
    (b"<!doctype", "HTML"),
    (b"<html", "HTML"),
)
HEIF_BRANDS: Final = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}

# No photograph says these. Re-encoding would drop them too: two locks on one door.
ACTIVE: Final = re.compile(
    rb"<script|<html|<!doctype|<svg[\s>]|<iframe|<\?php|javascript:|%pdf-1", re.IGNORECASE
)


def refusal(message: str, code: str) -> ValidationError:
    return ValidationError(message, code=code)


def _brands(data: bytes) -> set[bytes]:
    """The brands of an ISO media file (AVIF, HEIC, MP4); none for other files."""
    if data[4:8] != b"ftyp":
        return set()
    end = min(int.from_bytes(data[:4], "big"), len(data), 256)
    return {data[8:12], *(data[at : at + 4] for at in range(16, end, 4))}


def kind(data: bytes) -> str | None:
    """Pillow's name of the format that the bytes begin as; None for all we do not take."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if _brands(data) & {b"avif", b"avis"}:
        return "AVIF"
    return None


def _name_of_other(data: bytes) -> str:
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for prefix, name in OTHERS:
        if head.startswith(prefix.lower()) or data.startswith(prefix):
            return name
    return "HEIC" if _brands(data) & HEIF_BRANDS else ""


def _refuse_other(data: bytes) -> ValidationError:
    name = _name_of_other(data)
    what = f"{name} 파일은" if name else "사진이 아닌 파일은"
    return refusal(f"{what} 받지 않습니다. {ACCEPTED} 파일을 올리십시오.", "not_a_photo")


def gif_frames(data: bytes, most: int) -> int:
    """Frames of a GIF, counted along its blocks without decoding; stops past `most`."""

    def colours(flags: int) -> int:
        return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0

    frames, at = 0, 13 + colours(data[10])
    while at < len(data) and frames <= most:
        if data[at] == 0x2C and at + 10 < len(data):  # an image
            frames += 1
            at += 11 + colours(data[at + 9])
        elif data[at] == 0x21:  # an extension
            at += 2
        else:  # the trailer, or rubbish
            break
        while at < len(data) and data[at]:
            at += data[at] + 1
        at += 1
    return frames


def _frames(image: ImageFile.ImageFile, data: bytes) -> int:
    if image.format == "GIF":
        return gif_frames(data, MOST_FRAMES)
    return getattr(image, "n_frames", 1)


def _open(data: bytes, form: str) -> ImageFile.ImageFile:
    """The picture with its header read; its pixels stay in the file."""
    if form == "JPEG":
        # By itself, so that further pictures in the file (MPO) are never looked at.
        return JpegImagePlugin.JpegImageFile(BytesIO(data))
    return Image.open(BytesIO(data), formats=[form])


def _check_extent(image: ImageFile.ImageFile, frames: int) -> None:
    most = MOST_PIXELS.get(image.format or "", MOST_PIXELS_ELSE)
    if max(image.size) > LONGEST_SIDE or image.width * image.height > most:
        raise refusal(
            f"사진이 너무 큽니다({image.width:,}×{image.height:,}픽셀). "
            f"{most // 1_000_000:,}백만 픽셀, 한 변 {LONGEST_SIDE:,}픽셀까지 받습니다.",
            "too_many_pixels",
        )
    if frames > MOST_FRAMES or image.width * image.height * frames > most:
        raise refusal(
            "움직이는 그림의 장면이 너무 많습니다. 장면을 줄이거나 한 장면만 올리십시오.",
            "too_many_frames",
        )


def damaged() -> ValidationError:
    return refusal(
        "사진이 손상되었거나 끝까지 올라오지 않았습니다. 원본을 다시 저장해 올리십시오.", "damaged"
    )


def _check_bytes(data: bytes) -> str:
    if not data:
        raise refusal("빈 파일입니다.", "empty")
    if len(data) > MOST_BYTES:
        raise too_large(len(data))
    form = kind(data)
    if form is None:
        raise _refuse_other(data)
    if ACTIVE.search(data):
        raise refusal(
            "사진 안에 그림이 아닌 내용(HTML이나 스크립트)이 들어 있어 받지 않습니다.", "active"
        )
    if form == "JPEG" and data.count(b"\xff\xda") > MOST_SCANS:
        raise damaged()
    return form


def too_large(size: int) -> ValidationError:
    return refusal(
        f"파일이 너무 큽니다({size / 1024 / 1024:.1f} MB). "
        f"{MOST_BYTES // 1024 // 1024} MB까지 받습니다.",
        "too_large",
    )


def admit(data: bytes) -> ImageFile.ImageFile:
    """The picture in `data`, header read and found fit to decode; else a ValidationError."""
    form = _check_bytes(data)
    try:
        image = _open(data, form)
        frames = _frames(image, data)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise refusal("사진의 픽셀이 너무 많습니다.", "too_many_pixels") from None
    except Exception:  # Pillow raises nearly anything on files made to harm it.
        raise damaged() from None
    _check_extent(image, frames)
    return image
