"""`hwalja intake`: files and folders at the command line."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from hwalja.articles.models import Article, Section
from hwalja.articles.tests.intake_layouts import nd, window
from hwalja.articles.tests.intake_stories import BANK, FACTORY, STORIES
from hwalja.media.models import Photo
from hwalja.media.tests.pictures import encoded
from hwalja.testing import Newsroom

FIELDS = [
    "file", "id", "url", "headline", "deck", "section", "subsection", "reporters", "published_at", "modified_at",
    "captions", "body", "outlet_tag", "related", "comment_limit", "warnings",
]  # fmt: skip


def intake(*args: Any) -> tuple[int, list[str], str]:
    """Exit status, lines of standard output, standard error."""
    out, err = StringIO(), StringIO()
    status = 0
    try:
        call_command("intake", *map(str, args), stdout=out, stderr=err)
    except SystemExit as left:
        status = int(left.code or 0)
    return status, out.getvalue().splitlines(), err.getvalue()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "쪽.txt"
    file.write_text(window(BANK).text)
    return file


def test_one_json_line_of_the_agreed_shape(newsroom: Newsroom, page: Path, reader: Client) -> None:
    status, lines, err = intake(page, "--publish", "--json")
    assert (status, len(lines), err) == (0, 1, "")
    told = json.loads(lines[0])
    assert list(told) == FIELDS
    assert (told["file"], told["section"], told["subsection"]) == ("쪽.txt", "경제", "금융")
    assert told["published_at"] == "2025-01-08T14:05:00+09:00"
    assert told["modified_at"] is None
    assert told["comment_limit"] == {"characters": 200, "bytes": 400}
    assert told["captions"] == [{"text": BANK.captions[0][0], "credit": "누리은행"}]
    assert told["id"] == Article.objects.get().number
    assert reader.get(f"/news/{told['id']}/").status_code == 200


def test_what_is_absent_is_null(newsroom: Newsroom, tmp_path: Path) -> None:
    file = tmp_path / "쪽.txt"
    file.write_text(
        "동네 책방 다시 연다\n\n한가람 기자 2025-01-08 14:05\n\n강가 책방이 다시 문을 연다.\n\n값은 그대로다.\n"
    )
    told = json.loads(intake(file, "--json")[1][0])
    absent = ["url", "deck", "section", "subsection", "modified_at", "outlet_tag", "comment_limit"]
    assert [told[name] for name in absent] == [None] * len(absent)


def test_the_address_is_the_page_s_own_or_else_ours(
    newsroom: Newsroom, page: Path, tmp_path: Path
) -> None:
    own = json.loads(intake(page, "--publish", "--json")[1][0])
    assert own["url"] == f"{settings.BASE_URL}/news/{own['id']}/"
    again = json.loads(intake(page, "--json")[1][0])
    assert again["url"] == own["url"]
    other = tmp_path / "남.txt"
    other.write_text(f"{nd(FACTORY).text}\nhttps://hangang.example/news/20412\n")
    told = json.loads(intake(other, "--publish", "--json")[1][0])
    assert (told["url"], told["id"]) == ("https://hangang.example/news/20412", own["id"] + 1)


def test_without_json_it_is_told_in_korean(newsroom: Newsroom, page: Path) -> None:
    _, lines, _ = intake(page)
    assert lines == [f"쪽.txt: 1번 ‘{BANK.headline}’ (초안)"]


def test_the_same_file_again_changes_nothing_and_says_so(newsroom: Newsroom, page: Path) -> None:
    intake(page, "--publish")
    page.write_bytes(page.read_text().replace("\n", "\r\n").encode("utf-16"))
    status, lines, _ = intake(page, "--json")
    assert status == 0
    told = json.loads(lines[0])
    assert told["id"] == Article.objects.get().number
    assert any("이미 넣은 원고" in warning for warning in told["warnings"])
    assert Article.objects.get().revisions.count() == 1


def test_photos_are_attached(newsroom: Newsroom, page: Path, tmp_path: Path) -> None:
    picture = tmp_path / "사진.jpg"
    picture.write_bytes(encoded("JPEG"))
    assert intake(page, "--photo", picture)[0] == 0
    photo = Photo.objects.get()
    assert (photo.caption, photo.credit) == BANK.captions[0]


def test_no_article_is_status_2_and_one_korean_line(newsroom: Newsroom, tmp_path: Path) -> None:
    file = tmp_path / "로그인.txt"
    file.write_text("로그인\n아이디\n비밀번호를 잊으셨나요?\n회원가입을 해 주세요.\n")
    status, lines, err = intake(file, "--publish", "--json")
    assert (status, lines) == (2, [])
    assert err.startswith(f"{file}: ")
    assert err.count("\n") == 1
    assert not Article.objects.exists()
    assert not Section.objects.filter(title="미분류").exists()


@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 20])
def test_empty_and_binary_files(newsroom: Newsroom, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.txt"
    file.write_bytes(content)
    assert intake(file)[0] == 2


def test_a_missing_file_is_one_line(newsroom: Newsroom, tmp_path: Path) -> None:
    status, _, err = intake(tmp_path / "없음.txt")
    assert status == 2
    assert err == f"{tmp_path / '없음.txt'}: 파일이 없습니다.\n"


def test_a_file_one_may_not_read_is_one_line(
    newsroom: Newsroom, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(file))

    # Taking the right away from a file does not stop root, as whom tests may run.
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert intake(page) == (2, [], f"{page}: 읽을 권한이 없습니다.\n")


def test_the_extraction_library_says_nothing_of_its_own(
    newsroom: Newsroom, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "빈.html"
    file.write_text("<!doctype html><html><body><p></p></body></html>")
    status, _, err = intake(file)
    assert (status, err.count("\n"), caplog.text) == (2, 1, "")


def test_a_bad_photo_saves_nothing(newsroom: Newsroom, page: Path, tmp_path: Path) -> None:
    picture = tmp_path / "사진.jpg"
    picture.write_bytes(b"<svg onload=alert(1)>")
    status, _, err = intake(page, "--photo", picture)
    assert (status, err.count("\n")) == (2, 1)
    assert not Article.objects.exists()


def test_a_folder_goes_on_after_a_bad_file(
    newsroom: Newsroom, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for n, (name, told) in enumerate(STORIES.items()):
        folder = tmp_path / f"{n}"
        folder.mkdir()
        (folder / f"{name}.txt").write_text(nd(told).text)
    (tmp_path / "2" / "bad.txt").write_text("글이 아니다")
    (tmp_path / ".hidden").write_text("숨은 파일")
    status, lines, err = intake(tmp_path, "--json")
    assert (status, len(lines)) == (2, len(STORIES))
    assert err.count("\n") == 1
    assert Article.objects.count() == len(STORIES)
    assert f"{len(STORIES) + 1}/{len(STORIES) + 1}건 처리, 1건 넣지 못함" in capfd.readouterr().err


def test_photos_need_a_single_file(newsroom: Newsroom, page: Path, tmp_path: Path) -> None:
    other = tmp_path / "둘.txt"
    other.write_text(window(FACTORY).text)
    with pytest.raises(Exception, match="파일 하나"):
        intake(page, other, "--photo", page)
