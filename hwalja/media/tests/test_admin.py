"""Photos come in through Wagtail's own views: one, many at once, the chooser's tab."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from hwalja.media.models import Photo, Rendition
from hwalja.media.renditions import make_renditions
from hwalja.media.tests import hostile
from hwalja.media.tests.pictures import encoded
from hwalja.media.tests.test_privacy import assert_no_place, located
from hwalja.testing import Newsroom, make_photo, make_user

pytestmark = [pytest.mark.slow, pytest.mark.both]

SOME = [
    "svg", "heic", "tiff", "pdf", "script behind a gif header", "html after a jpeg", "half a jpeg",
    "png with a chunk longer than the file", "jpeg of 4 billion pixels", "gif of 2,000 frames",
]  # fmt: skip


@pytest.fixture
def chief(db: None) -> Client:
    client = Client()
    client.force_login(make_user("chief", "최산", is_superuser=True))
    return client


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="image/jpeg")


def add_one(client: Client, data: bytes, name: str = "사진.jpg", **fields: Any) -> Any:
    fields = {"title": "공장", "collection": "1", **fields}
    return client.post(reverse("wagtailimages:add"), {**fields, "file": upload(name, data)})


def add_many(client: Client, data: bytes, name: str = "../../사진.php") -> Any:
    return client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": name, "collection": "1", "files[]": upload(name, data)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )


def add_in_chooser(client: Client, data: bytes) -> Any:
    prefix = "image-chooser-upload"
    return client.post(
        reverse("wagtailimages_chooser:create"),
        {f"{prefix}-title": "공장", f"{prefix}-collection": "1",
         f"{prefix}-file": upload("사진.jpg", data)},
    )  # fmt: skip


@pytest.mark.parametrize("name", SOME)
def test_no_door_lets_a_hostile_file_in(chief: Client, store: Path, name: str) -> None:
    data = hostile.file(name)
    page = add_one(chief, data)
    assert page.status_code == 200 and page.context["form"].errors["file"]
    assert 'value="공장"' in page.content.decode(), "what was typed is lost"
    many = add_many(chief, data).json()
    assert many["success"] is False and any(char >= "가" for char in many["error_message"])
    assert add_in_chooser(chief, data).json()["step"] != "chosen"
    assert not Photo.objects.exists()
    assert not [path for path in store.rglob("*") if path.is_file()]


@pytest.mark.parametrize("door", [add_one, add_many, add_in_chooser])
def test_every_door_cleans_and_names_the_file(chief: Client, store: Path, door: Any) -> None:
    assert door(chief, located("JPEG")).status_code in {200, 302}
    photo = Photo.objects.get()
    assert photo.file.name.startswith("original_images/") and "사진" not in photo.file.name
    assert len(photo.token) == 16 and photo.file.name.endswith(".jpg")
    assert_no_place((store / photo.file.name).read_bytes(), "original")
    assert (photo.caption, photo.credit) == ("달빛은행 본점", "달빛통신")
    assert str(photo.taken_on) == "2025-01-12"
    assert photo.uploaded_by_user.username == "chief"
    assert photo.file_size == (store / photo.file.name).stat().st_size and photo.file_hash


def test_what_wagtail_lays_aside_is_clean_too(chief: Client, store: Path) -> None:
    """With a title too long, it keeps the upload until the form is right."""
    answer = chief.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "가" * 300, "collection": "1", "files[]": upload("집.jpg", located("JPEG"))},
        headers={"x-requested-with": "XMLHttpRequest"},
    ).json()
    (kept,) = [path for path in store.rglob("*") if path.is_file()]
    assert "집" not in kept.name
    assert_no_place(kept.read_bytes(), "laid aside")
    aside = answer["uploaded_file_id"]
    chief.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=(aside,)),
        {f"uploaded-image-{aside}-title": "집", f"uploaded-image-{aside}-collection": "1"},
    )
    photo = Photo.objects.get()
    assert photo.title == "집" and len(photo.token) == 16
    assert [path.name for path in store.rglob("*") if path.is_file()] == [photo.filename]


def test_there_is_no_other_door_for_pictures(chief: Client, store: Path) -> None:
    """Wagtail's profile picture takes every format that Pillow knows."""
    page = chief.get(reverse("wagtailadmin_account"))
    assert page.status_code == 200 and b"avatar-avatar" not in page.content
    bmp = SimpleUploadedFile("me.bmp", hostile.file("bmp"))
    chief.post(reverse("wagtailadmin_account"), {"avatar-avatar": bmp})
    assert not [path for path in store.rglob("*") if path.is_file()]
    assert Client().get(reverse("wagtailadmin_account")).status_code == 302


def test_bytes_count_not_the_name(chief: Client) -> None:
    add_one(chief, encoded("PNG"), name="사진.jpg")
    assert Photo.objects.get().file.name.endswith(".png")


def test_what_is_typed_goes_before_what_the_file_says(chief: Client) -> None:
    add_one(chief, located("JPEG"), credit="활자경제", taken_on="2024-12-31")
    photo = Photo.objects.get()
    assert (photo.credit, str(photo.taken_on)) == ("활자경제", "2024-12-31")


def test_too_large_a_file_says_how_large_it_may_be(chief: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("hwalja.media.gate.MOST_BYTES", 1000)
    page = add_one(chief, encoded("JPEG"))
    assert "파일이 너무 큽니다" in page.content.decode()


def test_whoever_saves_a_photo_goes_through_the_gate(db: None) -> None:
    photo = make_photo()
    assert len(photo.token) == 16 and photo.file.name.endswith(".jpg")
    with pytest.raises(Exception, match="받지 않습니다"):
        Photo.objects.create(title="x", file=upload("x.jpg", hostile.file("svg")))


def test_a_new_file_replaces_the_old_one_when_the_change_is_sure(
    chief: Client, store: Path, work: Any, django_capture_on_commit_callbacks: Any
) -> None:
    add_one(chief, encoded("JPEG", (500, 400)))
    photo = Photo.objects.get()
    make_renditions.call(photo.pk)
    old = {path for path in store.rglob("*") if path.is_file()}
    with django_capture_on_commit_callbacks(execute=True):
        page = chief.post(
            reverse("wagtailimages:edit", args=(photo.pk,)),
            {
                "title": "새 공장",
                "collection": "1",
                "file": upload("b.png", encoded("PNG", (640, 480))),
            },
        )
        assert page.status_code == 302
        assert (store / photo.file.name).exists(), "too early"
    work()
    again = Photo.objects.get()
    assert (again.width, again.height) == (640, 480) and again.sizes
    assert not any(path.exists() for path in old)
    assert len({path for path in store.rglob("*") if path.is_file()}) == 1 + len(
        Rendition.objects.all()
    )


def test_the_admin_shows_what_is_made_already(chief: Client) -> None:
    photo = make_photo()
    make_renditions.call(photo.pk)
    before = Rendition.objects.count()
    for name, args in (("index", ()), ("edit", (photo.pk,))):
        assert chief.get(reverse(f"wagtailimages:{name}", args=args)).status_code == 200
    assert chief.get(reverse("wagtailimages_chooser:choose")).status_code == 200
    assert chief.get(reverse("wagtailimages_chooser:chosen", args=(photo.pk,))).status_code == 200
    assert Rendition.objects.count() == before


def test_before_deleting_it_says_where_a_photo_is_used(newsroom: Newsroom, work: Any) -> None:
    photo = make_photo()
    newsroom.publish(body=[("photo", {"photo": photo, "caption": "", "credit": ""})])
    work()
    client = Client()
    client.force_login(newsroom.chief)
    page = client.get(reverse("wagtailimages:delete", args=(photo.pk,)))
    assert page.context["usage_count"] == 1
    assert page.context["usage_url"] in page.content.decode()


def test_found_by_caption_credit_and_alternative_text(
    chief: Client, work: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        make_photo(caption="강은전자 공장", credit="달빛통신", description="반도체 장비")
        make_photo(title="다른 사진")
    work()
    for words in ("강은전자", "달빛통신", "반도체"):
        page = chief.get(reverse("wagtailimages:index"), {"q": words})
        assert [photo.title for photo in page.context["images"]] == ["공장"], words


@pytest.fixture
def two_photos(work: Any, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        make_photo("공장", credit="달빛통신", taken_on="2025-01-12", description="장비")
        make_photo("다른 사진")
    work()


FILTERS: list[tuple[dict[str, str], list[str]]] = [
    ({"credit": "달빛"}, ["공장"]),
    ({"undescribed": "true"}, ["다른 사진"]),
    ({"undescribed": "false"}, ["공장"]),
    ({"taken_on_from": "2025-01-01", "taken_on_to": "2025-01-31"}, ["공장"]),
    ({"q": "사진", "undescribed": "true"}, ["다른 사진"]),
    ({"q": "공장", "credit": "달빛"}, ["공장"]),
    ({"taken_on_from": "x"}, ["공장", "다른 사진"]),
    ({"ordering": "-taken_on", "layout": "list"}, ["공장", "다른 사진"]),
]


def test_the_list_is_filtered_and_shows_credit_and_date(chief: Client, two_photos: None) -> None:
    for asked, expected in FILTERS:
        for name in ("index", "index_results"):
            page = chief.get(reverse(f"wagtailimages:{name}"), {"layout": "list", **asked})
            assert page.status_code == 200, asked
            assert sorted(photo.title for photo in page.context["images"]) == expected, asked
            assert ("달빛통신" in page.content.decode()) is ("공장" in expected), asked
    assert Client().get(reverse("wagtailimages:index")).status_code == 302
