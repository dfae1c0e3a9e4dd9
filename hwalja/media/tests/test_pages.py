"""A reader's page never makes a size; it shows those that are there."""

from typing import Any

import pytest
from django.test import Client

from hwalja.media.models import Rendition
from hwalja.media.renditions import make_renditions
from hwalja.testing import Newsroom, make_photo


@pytest.fixture
def no_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever decodes or encodes a picture now has failed."""

    def touched(*_: object, **__: object) -> None:
        raise AssertionError("a page request worked on pixels")

    for name in ("open", "Image.save", "Image.resize"):
        monkeypatch.setattr(f"PIL.Image.{name}", touched)
    monkeypatch.setattr("willow.Image.open", touched)


def test_pages_of_a_photo_that_is_not_made_yet(
    newsroom: Newsroom, reader: Client, request: Any
) -> None:
    photo = make_photo(size=(1600, 1200), caption="공장 전경")
    block = {"photo": photo, "caption": "", "credit": ""}
    article = newsroom.publish(
        lead_photo=photo, body=[("photo", block), ("gallery", {"title": "", "photos": [block] * 2})]
    )
    newsroom.kim.photo = photo
    newsroom.kim.save()
    request.getfixturevalue("no_pixels")
    pages = [f"/news/{article.number}/", "/", "/industry/", "/latest/", "/reporters/kim/", "/feed/"]
    for path in pages:
        answer = reader.get(path)
        assert answer.status_code == 200, path
        assert "/media/" not in answer.content.decode(), path
    assert not Rendition.objects.exists()
    assert 'width="1600" height="1200"' in reader.get(pages[0]).content.decode()


def test_pages_show_the_photo_when_the_task_is_done(newsroom: Newsroom, reader: Client) -> None:
    photo = make_photo(size=(1600, 1200), caption="공장 전경")
    article = newsroom.publish(
        lead_photo=photo, body=[("photo", {"photo": photo, "caption": "", "credit": ""})]
    )
    path = f"/news/{article.number}/"
    assert "picture-pending" in reader.get(path).content.decode()
    make_renditions.call(photo.pk)
    page = reader.get(path).content.decode()
    assert "picture-pending" not in page
    assert f"/media/images/{photo.token}-1280.avif 1280w" in page
    assert f'href="/media/images/{photo.token}-1600.jpg"' in page, "nothing to enlarge to"
    assert f"/media/images/{photo.token}-400-" in reader.get("/").content.decode()
