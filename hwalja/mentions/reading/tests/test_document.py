"""Zones, and offsets that count the file's own text."""

import unicodedata

from hwalja.mentions.reading import document
from hwalja.mentions.reading.shapes import Sentence
from hwalja.mentions.reading.tests.reading import splitter

STORY = """가온시 새 다리 내년 봄 개통
공사 두 해 만에

(가온=나래통신) 이루리 기자 = 가온시가 새 다리를 연다. 홍가람 시장은 “봄에 연다”고 말했다.

▲ 홍가람 시장이 다리를 보고 있다. <가온시>

공사는 순조롭다. 이루리 기자 ruri@example.com

저작권자 ⓒ 가온일보, 무단전재 및 재배포 금지

관련기사
홍가람 시장 다시 나서나, 나래건설 주가 오름세
"""


def zones(text: str) -> list[tuple[str, str]]:
    found = document.plain(text, splitter())
    return [(one.zone, found.of(one)) for one in found.paragraphs]


def test_zones_of_a_plain_text() -> None:
    found = zones(STORY)
    assert [zone for zone, _ in found] == [
        "headline", "deck", "byline", "body", "caption", "body", "byline", "boilerplate",
        "boilerplate", "boilerplate",
    ]  # fmt: skip
    assert found[3][1].startswith("가온시가 새")
    assert found[5][1] == "공사는 순조롭다."


def test_offsets_count_nfc_code_points() -> None:
    text = "제목\r\n\r\n홍가람\u00a0시장은 \u201e연다\u201f고 말했다."
    found = document.plain(unicodedata.normalize("NFD", text), splitter())
    assert found.text == "제목\n\n홍가람\u00a0시장은 \u201e연다\u201f고 말했다."
    assert found.of(found.paragraphs[1]) == found.text[4:]
    token = found.paragraphs[1].sentences[0].tokens[0]
    assert found.text[token.start : token.end] == "홍가람"


def test_flat_moves_nothing() -> None:
    odd = "가\u00a0나\u200b다ㆍ라・마＂바＂사\u3000아"
    assert len(document.flat(odd)) == len(odd)
    assert document.flat(odd) == '가 나 다·라·마"바"사 아'


def test_sentences_stand_where_they_stand_in_the_text() -> None:
    def split(text: str) -> list[Sentence]:
        return [Sentence(0, len(text))]

    found = document.body("하나.\n\n  둘은 길다. ", split)
    assert [found.of(one) for one in found.paragraphs] == ["하나.", "둘은 길다."]
    assert [found.of(one.sentences[0]) for one in found.paragraphs] == ["하나.", "둘은 길다."]
