"""What a reader's phone has to fetch; the limits only go down."""

import gzip
from pathlib import Path

import pytest
from django.test import Client

import hwalja
from hwalja.testing import Newsroom, make_photo

LOOK = Path(hwalja.__file__).parent / "look" / "static" / "look"
KB = 1000
PARAGRAPH = (
    "강은전자는 충남 아산에 새 공장을 짓는다고 {n}일 밝혔다. 투자액은 1조{n}천억 원으로 "
    "지난해 매출의 {n}%에 이른다. 업계에서는 “수요보다 빠르다”는 걱정과 “지금이 아니면 늦는다”는 "
    "기대가 엇갈린다. {n}년 하반기 첫 제품이 나온다. "
)


def weight(data: bytes) -> int:
    return len(gzip.compress(data, 9))


@pytest.mark.parametrize(("kind", "most"), [("css", 8 * KB), ("js", 4 * KB)])
def test_weight_of_files(kind: str, most: int) -> None:
    assert sum(weight(path.read_bytes()) for path in LOOK.glob(f"*.{kind}")) <= most


def test_weight_of_a_long_article(newsroom: Newsroom, reader: Client) -> None:
    for number in range(12):
        newsroom.publish(title=f"지난 기사 {number}, 반도체 설비 투자 다시 늘어난다")
    photos = [make_photo(f"사진 {n}", caption=f"{n}동 전경", credit="활자경제") for n in range(3)]
    body: list[tuple[str, object]] = []
    for number in range(24):
        text = PARAGRAPH.format(n=number * 7 + 3)
        body.append(("paragraph", f"<p>{text}{chr(0xAC00 + number * 53) * 3}</p>"))
        if number % 8 == 4:
            photo = {"photo": photos[number // 8], "caption": "", "credit": ""}
            body.append(("photo", photo))
    article = newsroom.publish(body=body, deck="부제 한 줄", tags=["반도체", "아산"])
    page = reader.get(article.get_absolute_url())
    assert weight(page.content) <= 14 * KB
