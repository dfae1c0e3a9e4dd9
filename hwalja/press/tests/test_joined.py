"""Whole pages for a web server in front: there only as long as they are right."""

import errno
import gzip
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from hwalja.press.compose import standing_headers
from hwalja.press.front.joiner import Joiner
from hwalja.press.front.page import Page, Part, pack
from hwalja.press.front.shelf import part_key
from hwalja.press.store import Store

COMMON = [["x-content-type-options", "nosniff"]]
HTML = ("content-type", "text/html; charset=utf-8")
HEADERS = (HTML, ("X-Content-Type-Options", "nosniff"))


def page(text: str, key: str = "/news/1/", edition: int = 1, status: int = 200) -> Page:
    segments = (pack(text.encode()), Part(("latest",)))
    return Page(key=key, status=status, headers=HEADERS, edition=edition, segments=segments)


def part(text: str, name: str = "latest", edition: int = 1) -> Page:
    packed = (pack(text.encode()),)
    return Page(key=part_key(name), status=200, headers=(), edition=edition, segments=packed)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    found = Store(tmp_path)
    found.write(part("상자"))
    found.write(page("기사"))
    return found


@pytest.fixture
def joiner(store: Store, monkeypatch: pytest.MonkeyPatch) -> Joiner:
    """One whose thread leaves nothing by itself."""
    monkeypatch.setattr(Joiner, "_work", lambda self: None)
    store.have_joined(COMMON)
    return Joiner(store.root)


def found(store: Store, tree: str = "current", path: str = "news/1") -> str:
    """What a web server finds."""
    file = store.root / "joined" / tree / path / "index.html.gz"
    return gzip.decompress(file.read_bytes()).decode() if file.exists() else ""


def test_a_page_is_left_whole(store: Store, joiner: Joiner) -> None:
    assert joiner.leave("/news/1/")
    assert found(store) == found(store, "kept") == "기사상자"


@dataclass
class Moments:
    """What a web server finds when a file takes its place, and when the fronts are told."""

    placed: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


@pytest.fixture
def moments(store: Store, joiner: Joiner, monkeypatch: pytest.MonkeyPatch) -> Moments:
    seen, rename = Moments(), Path.rename

    def placing(self: Path, target: Path) -> Path:
        if "pages" in target.parts:
            seen.placed.append(found(store))
        return rename(self, target)

    joiner.leave("/news/1/")
    monkeypatch.setattr(Path, "rename", placing)
    monkeypatch.setattr(store.ring, "tell", lambda key: seen.told.append(found(store)))
    return seen


def test_a_changed_page_goes_before_the_new_one_is_there(store: Store, moments: Moments) -> None:
    """Whoever is killed in between leaves nothing stale."""
    store.write(page("고친 기사", edition=2))
    assert moments.placed == moments.told == [""] and found(store) == ""
    assert found(store, "kept") == "고친 기사상자"


def test_a_changed_part_takes_every_page_along_before_the_new_one_is_there(
    store: Store, joiner: Joiner, moments: Moments
) -> None:
    store.write(part("새 상자", edition=2))
    assert moments.placed == moments.told == [""]
    assert found(store, "kept") == "기사상자"
    assert joiner.leave("/news/1/") and found(store) == "기사새 상자"


def test_a_removed_page_goes_before_any_front_is_told(store: Store, moments: Moments) -> None:
    store.remove("/news/1/")
    assert moments.told == [""]


def full(*arguments: object, **more: object) -> None:
    raise OSError(errno.ENOSPC, "disk full")


@pytest.mark.parametrize("change", [page("고친 기사", edition=2), part("새 상자", edition=2)])
def test_what_cannot_be_taken_away_is_not_changed(
    store: Store, joiner: Joiner, monkeypatch: pytest.MonkeyPatch, change: Page
) -> None:
    """The press tries it again; until then readers get the same everywhere."""
    joiner.leave("/news/1/")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", full)
        patch.setattr(Path, "mkdir", full)
        with pytest.raises(OSError, match="disk full"):
            store.joined.forget(change.key)
    with monkeypatch.context() as patch:
        patch.setattr(store.joined, "forget", full)
        with pytest.raises(OSError, match="disk full"):
            store.write(change)
    assert store.read(change.key) != change and found(store) == "기사상자"


def test_a_page_is_changed_though_it_cannot_be_kept(
    store: Store, joiner: Joiner, monkeypatch: pytest.MonkeyPatch
) -> None:
    joiner.leave("/news/1/")
    word = store.ring.now()
    monkeypatch.setattr(store.joined, "keep", full)
    assert store.write(page("고친 기사", edition=2))
    assert store.ring.now() != word and found(store, "kept") == ""


def test_generations_that_are_over_are_thrown_away(store: Store, joiner: Joiner) -> None:
    for number in range(3):
        joiner.leave("/news/1/")
        store.write(part(f"{number}번 상자", edition=number + 2))
    assert list(store.joined.left.rglob("*.gz"))
    joiner.store.joined.tidy()
    assert not list(store.joined.left.iterdir())
    assert len(list((store.root / "joined/generations").iterdir())) == 1
    assert not [file for file in store.unfinished.rglob("*") if file.is_file()]


def test_the_page_for_when_nobody_answers_is_left_at_once(store: Store, joiner: Joiner) -> None:
    for text in ("잠시 뒤", "조금 뒤"):
        store.write(page(text, key="error:503", status=503))
        assert found(store, "errors", "503") == f"{text}상자"


@pytest.mark.parametrize("status", [404, 410, 301])
def test_what_is_withdrawn_is_not_kept_either(store: Store, joiner: Joiner, status: int) -> None:
    joiner.leave("/news/1/")
    store.write(page("없음", edition=2, status=status))
    assert found(store) == found(store, "kept") == ""
    assert joiner.leave("/news/1/") and "/news/1/" in joiner.unfit
    assert found(store) == ""


def test_what_is_removed_is_not_kept_either(store: Store, joiner: Joiner) -> None:
    joiner.leave("/news/1/")
    store.remove("/news/1/")
    assert found(store) == found(store, "kept") == ""


def test_a_page_that_changed_while_it_was_joined_is_not_left(store: Store, joiner: Joiner) -> None:
    read = joiner.store.read

    def slow(key: str) -> Page | None:
        old = read(key)
        if key == "/news/1/":
            store.write(page("고친 기사", edition=2))
        return old

    joiner.store.read = slow  # type: ignore[method-assign]
    assert not joiner.leave("/news/1/")
    assert found(store) == ""


@pytest.mark.parametrize(
    "change",
    [
        {"headers": (*HEADERS, ("content-security-policy", "frame-src video.example"))},
        {"headers": (("content-type", "image/png"), HEADERS[1])},
        {"headers": (HTML,)},
        {"key": "/latest/?page=2"},
        {"key": "/news/1"},
        {"key": "/a//b/"},
        {"key": "/a/../news/1/"},
        {"key": "/.git/"},
        {"key": "/" + "가" * 100 + "/"},
    ],
)
def test_pages_that_need_a_front_are_left_to_it(
    store: Store, joiner: Joiner, change: dict[str, object]
) -> None:
    other = replace(page("기사"), **change)  # type: ignore[arg-type]
    store.write(other)
    joiner.leave(other.key)
    assert not list((store.root / "joined").rglob("*.gz"))


def test_front_page_and_korean_paths_are_left(store: Store, joiner: Joiner) -> None:
    for key in ("/", "/경제/"):
        store.write(page(key, key=key))
        joiner.leave(key)
    assert found(store, path="") == "/상자" and found(store, path="경제") == "/경제/상자"


def test_two_versions_of_one_size_differ_in_time(store: Store, joiner: Joiner) -> None:
    """The web server's ETag is made of both."""
    times = set()
    for number in range(9):
        store.write(page(f"{number}번 기사", edition=number + 2))
        joiner.leave("/news/1/")
        file = store.root / "joined/current/news/1/index.html.gz"
        times.add(int(file.stat().st_mtime))
    assert len(times) == 9


def test_a_store_let_go_of_leaves_nothing(store: Store, joiner: Joiner) -> None:
    joiner.leave("/news/1/")
    store.clear()
    assert found(store) == found(store, "kept") == ""
    store.write(part("상자"))
    store.write(page("기사"))
    assert joiner.leave("/news/1/") and found(store)


@pytest.mark.parametrize("common", [None, [["x-frame-options", "DENY"]]])
def test_without_a_web_server_or_with_other_headers_nothing_is_left(
    store: Store, joiner: Joiner, common: list[list[str]] | None
) -> None:
    joiner.leave("/news/1/")
    store.have_joined([*COMMON])
    assert found(store), "the same again changes nothing"
    store.have_joined(common)
    assert not list(store.root.rglob("*.gz"))


def test_after_a_power_cut_nothing_is_left(
    store: Store, joiner: Joiner, monkeypatch: pytest.MonkeyPatch
) -> None:
    joiner.leave("/news/1/")
    monkeypatch.setattr("hwalja.press.joined._boot", lambda: "another")
    store.have_joined(COMMON)
    assert not list(store.root.rglob("*.gz"))


@pytest.mark.django_db
def test_standing_headers_ask_no_database(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        names = [name for name, _ in standing_headers()]
    assert "content-security-policy" in names and "content-type" not in names
