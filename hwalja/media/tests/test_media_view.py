"""Files of photos as they are handed out."""

from pathlib import Path

import pytest
from django.test import Client

from hwalja.media.actions.add_photo import add_photo
from hwalja.media.models import Photo
from hwalja.media.renditions import make_renditions
from hwalja.media.tests.pictures import encoded
from hwalja.testing import make_user

pytestmark = [pytest.mark.slow, pytest.mark.both]


@pytest.fixture
def photo(db: None) -> Photo:
    photo = add_photo(encoded("JPEG", (500, 400)), title="공장")
    make_renditions.call(photo.pk)
    return Photo.objects.get(pk=photo.pk)


def address(photo: Photo, form: str = "avif") -> str:
    return f"/media/{photo.sizes['full'][form][0][0]}"


def test_a_size_is_kept_for_ever_and_can_be_nothing_but_a_picture(
    photo: Photo, reader: Client, store: Path, django_assert_num_queries
) -> None:
    with django_assert_num_queries(0):
        page = reader.get(address(photo), headers={"accept-encoding": "gzip, br"})
    assert b"".join(page.streaming_content) == (store / address(photo)[7:]).read_bytes()
    assert page["Content-Type"] == "image/avif"
    assert page["Cache-Control"] == "public, max-age=31536000, immutable"
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "Content-Encoding" not in page and not page.cookies and "Vary" not in page


def test_head_and_conditional(photo: Photo, reader: Client) -> None:
    head = reader.head(address(photo))
    whole = b"".join(reader.get(address(photo)).streaming_content)
    assert head.status_code == 200 and int(head["Content-Length"]) == len(whole)
    again = reader.get(address(photo), headers={"if-none-match": head["ETag"]})
    assert again.status_code == 304
    assert reader.post(address(photo)).status_code == 405


@pytest.mark.parametrize(
    "path",
    ["/media/", "/media/images/", "/media/images", "/media/images/../db.sqlite3", "/media/nothing.jpg",
     "/media/images/..%2f..%2fdb.sqlite3", "/media/images/%2e%2e/%2e%2e/secret_key",
     "/media//etc/passwd", "/media/images//etc/passwd", "/media/images/x.svg", "/media/images/x.html",
     "/media/images/x.jpg%00.png", "/media/images/x.jpg%0a", "/media/images/.hidden.jpg",
     "/media/wagtail_uploads/x.jpg", "/media/avatar_images/x.jpg", "/media/images/" + "a" * 300 + ".jpg",
     "/media/images/%EC%82%AC%EC%A7%84.jpg", "/media/images/%ff%fe.jpg", "/media/images\\..\\x.jpg"],
)  # fmt: skip
def test_no_other_file_has_an_address(photo: Photo, reader: Client, store: Path, path: str) -> None:
    for name in ("nothing.jpg", "images/x.svg", "images/x.html", "images/.hidden.jpg",
                 "wagtail_uploads/x.jpg", "avatar_images/x.jpg"):  # fmt: skip
        (store / name).parent.mkdir(parents=True, exist_ok=True)
        (store / name).write_bytes(b"secret")
    page = reader.get(path, follow=True)
    assert page.status_code in {400, 404}
    assert b"secret" not in page.getvalue()


def test_originals_are_for_the_newsroom(photo: Photo, reader: Client) -> None:
    path = f"/media/{photo.file.name}"
    assert reader.get(path).status_code == 403
    reader.force_login(make_user("guest", "손님"))
    assert reader.get(path).status_code == 403
    reader.force_login(make_user("chief", "최산", is_superuser=True))
    page = reader.get(path)
    assert page.status_code == 200 and "no-store" in page["Cache-Control"]
    assert "sandbox" in page["Content-Security-Policy"]
    assert reader.get("/media/original_images/none.jpg").status_code == 404
