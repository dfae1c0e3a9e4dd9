"""Pages in the manner of many papers are read as a person would read them."""

import unicodedata

import pytest

from hwalja.articles.intake import read
from hwalja.articles.tests.captured import Captured, pages

PAGES = pages()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_as_a_person_would(page: Captured) -> None:
    record = read(page.text.encode()).as_dict()
    told = page.told()
    assert {name: record[name] for name in told} == told


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_however_it_was_saved(page: Captured) -> None:
    record = read(page.text.encode())
    saved = [
        page.text.encode("utf-16"),
        page.text.replace("\n", "\r\n").encode("utf-8-sig"),
        page.text.replace(" ", "\u00a0").encode(),
        unicodedata.normalize("NFD", page.text).encode(),
    ]
    older = page.text.encode("cp949", errors="ignore").decode("cp949")
    assert [read(data) for data in saved] == [record] * len(saved)
    assert read(older.encode("cp949")) == read(older.encode())
