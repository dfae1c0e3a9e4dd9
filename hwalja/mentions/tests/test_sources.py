"""A captured page is read as intake reads it, with offsets into the file's own text."""

import os
from pathlib import Path

import pytest

from hwalja.articles.intake import NotAnArticle
from hwalja.mentions import sources
from hwalja.mentions.reading.shapes import Document
from hwalja.mentions.reading.tests.reading import splitter

SAMPLE = os.environ.get("HWALJA_SAMPLE", "")
PAGE = """가온일보
정치  행정

가온시 새 다리 내년 봄 개통

이루리 기자 ruri@example.com 2025-01-12\u00a006:00:00
공유하기
가온시가 새 다리를 내년 봄에 연다고 12일 밝혔다.

홍가람\u00a0시장은 “다리가 열리면 20분이 준다”고 말했다. 이루리 기자

최신기사

남궁슬이 뿌린 씨앗 마루리가 수확, 나래건설 주가 오름세
"""


def of_zone(document: Document, zone: str) -> list[str]:
    return [document.of(one) for one in document.paragraphs if one.zone == zone]


def test_a_captured_page() -> None:
    found = sources.read(PAGE.encode(), splitter())
    assert found.text == PAGE
    assert of_zone(found, "headline") == ["가온시 새 다리 내년 봄 개통"]
    assert of_zone(found, "body") == [
        "가온시가 새 다리를 내년 봄에 연다고 12일 밝혔다.",
        "홍가람\u00a0시장은 “다리가 열리면 20분이 준다”고 말했다.",
    ]
    assert "남궁슬이 뿌린 씨앗 마루리가 수확, 나래건설 주가 오름세" in of_zone(found, "boilerplate")
    assert any("이루리 기자" in one for one in of_zone(found, "byline"))


def test_other_encodings() -> None:
    bare = PAGE.replace("\u00a0", " ")
    for encoding in ("utf-8-sig", "utf-16", "cp949"):
        assert sources.read(bare.encode(encoding), splitter()).text == bare


def test_markup_is_read_as_its_article() -> None:
    page = f"<html><head><title>가온시 새 다리</title></head><body><article><h1>가온시 새 다리 내년 봄 개통</h1><p>이루리 기자 2025-01-12 06:00</p><p>{'가온시가 새 다리를 내년 봄에 연다고 12일 밝혔다. ' * 3}</p><p>홍가람 시장은 &quot;봄에 연다&quot;고 말했다.</p></article></body></html>"
    found = sources.read(page.encode(), splitter())
    assert "<" not in found.text
    assert any("홍가람 시장" in one for one in of_zone(found, "body"))


def test_nothing_to_read() -> None:
    with pytest.raises(NotAnArticle):
        sources.read(b" \n", splitter())


@pytest.mark.skipif(not SAMPLE, reason="HWALJA_SAMPLE names no folder")
def test_the_captured_sample() -> None:
    file = sorted(Path(SAMPLE).glob("*.txt"))[0]
    found = sources.read(file.read_bytes(), splitter())
    assert found.text == file.read_text(encoding="utf-8")
    zones = [one.zone for one in found.paragraphs]
    assert (zones.count("headline"), zones.count("body"), zones.count("caption")) == (1, 24, 2)
    assert all(one.sentences for one in found.paragraphs if one.zone == "body")
