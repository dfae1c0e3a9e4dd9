"""Sizes: made by the task, shown when they are there, gone when they are stale."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult
from PIL import Image

from hwalja.media import pixels
from hwalja.media.actions.add_photo import add_photo
from hwalja.media.models import Photo, Rendition
from hwalja.media.picture import html, picture
from hwalja.media.renditions import make_renditions
from hwalja.media.signals import photo_changed
from hwalja.media.tests.pictures import encoded

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.both]


def made(size: tuple[int, int] = (1600, 1067), form: str = "JPEG", **options: Any) -> Photo:
    mode = options.pop("mode", "RGB")
    photo = add_photo(encoded(form, size, mode), title="공장", **options)
    make_renditions.call(photo.pk)
    return Photo.objects.get(pk=photo.pk)


def widths(photo: Photo, form: str, crop: bool = False) -> list[int]:
    return [size.width for size in picture(photo, crop=crop).sources.get(form, [])]


def test_every_size_is_what_it_says(store: Path) -> None:
    photo = made()
    for use in photo.sizes.values():
        for form, rows in use.items():
            for name, width, height in rows:
                with Image.open(store / name) as image:
                    image.load()
                    assert image.format == form.upper()
                    assert image.size == (width, height)
    assert widths(photo, "avif") == widths(photo, "webp") == [400, 800, 1280]
    assert widths(photo, "jpeg") == [800, 1600]
    assert widths(photo, "avif", crop=True) == [400, 800, 1280]


@pytest.mark.parametrize(
    ("width", "expected"),
    [(1, [1]), (300, [300]), (410, [400]), (500, [400, 500]), (1000, [400, 800, 1000]),
     (1281, [400, 800, 1280])],
)  # fmt: skip
def test_never_larger_than_the_original_and_never_twice(width: int, expected: list[int]) -> None:
    photo = made((width, max(1, width * 2 // 3)), "PNG")
    assert widths(photo, "avif") == expected
    names = [row[0] for use in photo.sizes.values() for rows in use.values() for row in rows]
    assert len(names) == len(set(names))


@pytest.mark.slow
def test_cards_show_the_focal_point() -> None:
    """The picture is red on the left and something else on the right."""
    focus = {"focal_point_y": 500, "focal_point_width": 100, "focal_point_height": 100}
    for x, is_red in ((100, True), (2900, False)):
        photo = made((3000, 1000), "PNG", focal_point_x=x, **focus)
        size = picture(photo, crop=True).sources["jpeg"][0]
        assert (size.width, size.height) == (400, 250)
        with photo.file.storage.open(size.name) as file, Image.open(file) as image:
            red, green, _ = image.convert("RGB").getpixel((200, 246))
        assert (red > 150 and green < 80) is is_red


def test_transparency_is_kept_and_white_in_the_fallback(store: Path) -> None:
    output = BytesIO()
    Image.new("RGBA", (600, 400), (255, 0, 0, 0)).save(output, "PNG")
    photo = add_photo(output.getvalue(), title="로고")
    make_renditions.call(photo.pk)
    sizes = Photo.objects.get(pk=photo.pk).sizes["full"]
    for form in ("avif", "webp"):
        with Image.open(store / sizes[form][0][0]) as image:
            assert image.convert("RGBA").getpixel((5, 5))[3] == 0
    with Image.open(store / sizes["jpeg"][0][0]) as image:
        assert image.getpixel((5, 5)) == (255, 255, 255)


def test_before_the_task_a_box_of_the_right_shape_and_nothing_made() -> None:
    photo = add_photo(encoded("JPEG", (900, 600)), title="공장")
    shown = html(photo, sizes="100vw", alt="공장 전경")
    assert 'width="900" height="600" alt="공장 전경"' in shown and "picture-pending" in shown
    assert 'width="640" height="400"' in html(photo, sizes="100vw", alt="", crop=True)
    assert not Rendition.objects.exists()


def test_html_of_a_made_photo() -> None:
    photo = made()
    shown = html(photo, sizes="50vw", alt="공장")
    assert shown.index("image/avif") < shown.index("image/webp") < shown.index("<img ")
    assert 'width="800" height="533"' in shown and 'loading="lazy" decoding="async"' in shown
    lead = html(photo, sizes="50vw", alt="공장", eager=True)
    assert 'fetchpriority="high"' in lead and "lazy" not in lead


def test_sizes_go_before_other_work(django_capture_on_commit_callbacks: Any) -> None:
    """Wagtail's own small tasks come by the thousand."""
    with django_capture_on_commit_callbacks(execute=True):
        add_photo(encoded("JPEG", (500, 400)), title="공장")
    assert DBTaskResult.objects.ready().count() > 1
    first = DBTaskResult.objects.ready().first()
    assert first is not None and first.task_path.endswith("make_renditions")


def test_asking_again_makes_nothing(store: Path) -> None:
    photo = made()
    before = sorted(path.name for path in store.rglob("*.*"))
    make_renditions.call(photo.pk)
    assert sorted(path.name for path in store.rglob("*.*")) == before


def test_another_focal_point_makes_new_cards_and_drops_the_old(
    store: Path, work: Any, django_capture_on_commit_callbacks: Any
) -> None:
    photo = made()
    old = {row[0] for rows in photo.sizes["card"].values() for row in rows}
    full = photo.sizes["full"]
    photo.focal_point_x = photo.focal_point_y = 10
    photo.focal_point_width = photo.focal_point_height = 20
    with django_capture_on_commit_callbacks(execute=True):
        photo.save()
    work()
    again = Photo.objects.get(pk=photo.pk)
    new = {row[0] for rows in again.sizes["card"].values() for row in rows}
    assert not old & new and again.sizes["full"] == full
    assert not any((store / name).exists() for name in old)
    assert all((store / name).exists() for name in new)


def test_a_replaced_file_is_not_shown_a_moment_longer(
    store: Path, work: Any, django_capture_on_commit_callbacks: Any
) -> None:
    photo = made()
    old = [path for path in (store / "images").iterdir() if photo.token in path.name]
    assert len(old) == 17
    with django_capture_on_commit_callbacks(execute=True):
        photo.file.save("other.png", BytesIO(encoded("PNG", (640, 480))), save=True)
    assert "picture-pending" in html(Photo.objects.get(pk=photo.pk), sizes="", alt="")
    work()
    assert widths(Photo.objects.get(pk=photo.pk), "avif") == [400, 640]
    assert not any(path.exists() for path in old)


def test_a_deleted_photo_takes_its_files_along_after_commit(
    store: Path, work: Any, django_capture_on_commit_callbacks: Any
) -> None:
    photo = made()
    assert [path for path in store.rglob("*") if path.is_file()]
    with django_capture_on_commit_callbacks(execute=True):
        photo.delete()
        assert [path for path in store.rglob("*") if path.is_file()], "too early"
    work()
    assert not [path for path in store.rglob("*") if path.is_file()]


def test_made_of_a_file_that_was_replaced_meanwhile_they_are_thrown_away(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = add_photo(encoded("JPEG", (500, 400)), title="공장")
    make = pixels.make

    def slow(*args: Any) -> Any:
        Photo.objects.filter(pk=photo.pk).update(file="original_images/other.jpg")
        return make(*args)

    monkeypatch.setattr(pixels, "make", slow)
    make_renditions.call(photo.pk)
    assert not Rendition.objects.exists()
    assert not list((store / "images").iterdir())


def test_others_are_told_when_sizes_are_ready_and_when_words_change(
    django_capture_on_commit_callbacks: Any,
) -> None:
    heard: list[int] = []

    def hear(photo_id: int, **kwargs: Any) -> None:
        heard.append(photo_id)

    photo_changed.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            photo = add_photo(encoded("JPEG", (500, 400)), title="공장")
        heard.clear()
        with django_capture_on_commit_callbacks(execute=True):
            make_renditions.call(photo.pk)
        assert heard == [photo.pk]
        with django_capture_on_commit_callbacks(execute=True):
            photo.caption = "새 설명"
            photo.save()
        assert heard == [photo.pk] * 2
    finally:
        photo_changed.disconnect(hear)
