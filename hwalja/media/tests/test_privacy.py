"""What a file says of its origin is kept; where it was taken is not."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image, IptcImagePlugin

from hwalja.media.actions.add_photo import add_photo
from hwalja.media.models import Photo
from hwalja.media.original import take_in
from hwalja.media.renditions import make_renditions
from hwalja.media.tests.pictures import drawn

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
SERIAL = "SN-8841-2207"
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    'xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'exif:GPSLatitude="37,33.9N" photoshop:City="XMPCITY" photoshop:Credit="달빛통신">'
    "<dc:description><rdf:Alt><rdf:li>달빛은행 본점</rdf:li></rdf:Alt></dc:description>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
).encode()


def located_exif() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "김하늘".encode()
    exif[ExifTags.Base.Copyright] = "활자경제".encode()
    exif[ExifTags.Base.ImageDescription] = "강은전자 새 공장".encode()
    exif[ExifTags.Base.Make] = "Camera"
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.DateTimeOriginal] = "2025:01:12 06:00:00"
    inner[ExifTags.Base.BodySerialNumber] = SERIAL
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "N"
    place[ExifTags.GPS.GPSLatitude] = (37.0, 33.0, 54.0)
    place[ExifTags.GPS.GPSMapDatum] = "WGS-84-HERE"
    return exif


def located(form: str) -> bytes:
    output = BytesIO()
    extra = {} if form == "PNG" else {"xmp": XMP}
    drawn((900, 600)).save(output, form, exif=located_exif(), **extra)
    return output.getvalue()


def iptc(*records: tuple[int, int, bytes]) -> bytes:
    """A JPEG with an agency's IPTC block."""
    data = b"".join(
        b"\x1c" + bytes((record, field)) + len(text).to_bytes(2, "big") + text
        for record, field, text in records
    )
    block = b"8BIM\x04\x04\0\0" + len(data).to_bytes(4, "big") + data + b"\0" * (len(data) % 2)
    segment = b"Photoshop 3.0\0" + block
    output = BytesIO()
    drawn((900, 600)).save(output, "JPEG")
    jpeg = output.getvalue()
    return jpeg[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + jpeg[2:]


def assert_no_place(data: bytes, where: str) -> None:
    for mark in (b"WGS-84-HERE", SERIAL.encode(), b"GPSLatitude", b"XMPCITY", b"Busan", b"Camera"):
        assert mark not in data, f"{mark!r} in {where}"
    with Image.open(BytesIO(data)) as image:
        exif = image.getexif()
        assert not exif.get_ifd(ExifTags.IFD.GPSInfo), where
        assert set(exif) <= {
            ExifTags.Base.ImageDescription, ExifTags.Base.Artist, ExifTags.Base.Copyright,
            ExifTags.IFD.Exif,
        }, where  # fmt: skip
        assert not image.info.get("xmp") and not image.info.get("photoshop"), where
        assert not IptcImagePlugin.getiptcinfo(image), where  # type: ignore[arg-type]


def test_the_test_pictures_do_say_where_they_were_taken() -> None:
    for form in FORMATS:
        with Image.open(BytesIO(located(form))) as image:
            assert image.getexif().get_ifd(ExifTags.IFD.GPSInfo), form
    assert b"Busan" in iptc((2, 90, b"Busan"))


@pytest.mark.django_db
@pytest.mark.parametrize("form", [*FORMATS, "IPTC"])
def test_no_place_in_the_original_nor_in_any_size(form: str, store: Path) -> None:
    data = iptc((2, 90, b"Busan"), (2, 92, b"Busan pier")) if form == "IPTC" else located(form)
    photo = add_photo(data, title="공장")
    make_renditions.call(photo.pk)
    files = [path for path in store.rglob("*") if path.is_file()]
    assert len(files) >= 12
    for path in files:
        assert_no_place(path.read_bytes(), path.name)


@pytest.mark.parametrize("form", FORMATS)
def test_words_of_the_file(form: str) -> None:
    said = take_in(located(form)).words
    expected = ("강은전자 새 공장", "김하늘") if form == "PNG" else ("달빛은행 본점", "달빛통신")
    assert (said.caption, said.credit) == expected
    assert said.copyright == "활자경제" and said.taken_on == date(2025, 1, 12)


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_an_agencys_words_come_first(encoding: str) -> None:
    data = iptc(
        (2, 55, b"20250112"),
        (2, 80, "이근호".encode(encoding)),
        (2, 110, "연합뉴스".encode(encoding)),
        (2, 120, "사진은\r\n설명입니다".encode(encoding)),
    )
    said = take_in(data).words
    assert (said.caption, said.credit) == ("사진은 설명입니다", "연합뉴스")
    assert said.taken_on == date(2025, 1, 12)


@pytest.mark.parametrize(
    "exif",
    [b"", b"Exif\0\0", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff", b"Exif\0\0II*\0\xff\xff\xff\xff"],
)
def test_broken_words_are_no_reason_to_refuse(exif: bytes) -> None:
    output = BytesIO()
    drawn((90, 60)).save(output, "JPEG", exif=exif)
    assert take_in(output.getvalue()).pixels == (90, 60)


def test_a_camera_brand_is_no_caption() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = "OLYMPUS DIGITAL CAMERA         "
    output = BytesIO()
    drawn((90, 60)).save(output, "JPEG", exif=exif)
    assert take_in(output.getvalue()).words.caption == ""


@pytest.mark.django_db
def test_what_the_caller_says_goes_before_what_the_file_says() -> None:
    photo = add_photo(located("JPEG"), title="공장", credit="활자경제", caption="")
    again = Photo.objects.get(pk=photo.pk)
    assert (again.credit, again.caption) == ("활자경제", "달빛은행 본점")
    assert again.taken_on == date(2025, 1, 12)


@pytest.mark.django_db
def test_the_copyright_travels_with_every_size(store: Path) -> None:
    photo = add_photo(located("JPEG"), title="공장")
    make_renditions.call(photo.pk)
    sizes = Photo.objects.get(pk=photo.pk).sizes["full"]
    for rows in sizes.values():
        with Image.open(store / rows[0][0]) as image:
            found = image.getexif()[ExifTags.Base.Copyright]
            assert found.encode("latin-1").decode() == "활자경제"
