"""The captured sample page, where its folder is named by HWALJA_SAMPLE."""

import os
from pathlib import Path

import pytest

from hwalja.articles.intake import Record, read

SAMPLE = os.environ.get("HWALJA_SAMPLE", "")


@pytest.mark.skipif(not SAMPLE, reason="HWALJA_SAMPLE names no folder")
class TestSample:
    @pytest.fixture(scope="class")
    def record(self) -> Record:
        file = sorted(Path(SAMPLE).glob("*.txt"))[0]
        return read(file.read_bytes(), file.name)

    def test_head(self, record: Record) -> None:
        assert (record.section, record.subsection) == ("기업과산업", "인터넷·게임·콘텐츠")
        assert [one.name for one in record.reporters] == ["이근호"]
        assert record.reporters[0].email
        assert record.as_dict()["published_at"] == "2025-01-12T06:00:00+09:00"
        assert record.modified_at is None
        assert record.outlet_tag == "비즈니스포스트"
        assert record.deck is None

    def test_photos(self, record: Record) -> None:
        assert [one.credit for one in record.captions] == ["오픈AI", "연합뉴스"]

    def test_body(self, record: Record) -> None:
        assert record.body[0].startswith("도널드 트럼프 미국 대통령 당선인의")
        assert record.body[-1].endswith("바라봤다.")
        assert len(record.body) == len(set(record.body)) == 24
        assert record.headline not in record.body

    def test_tail(self, record: Record) -> None:
        assert len(record.related) == 10
        assert record.headline in record.related
        assert (record.comment_limit.characters, record.comment_limit.bytes) == (200, 400)
        assert record.warnings == []
