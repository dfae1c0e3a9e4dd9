"""Both forms of a directory file, and one Korean line for each thing wrong with one."""

from typing import Any

import pytest

from hwalja.mentions.reading.files import BadDirectory, entries
from hwalja.mentions.reading.shapes import Post


def test_the_plain_form() -> None:
    row = {
        "id": 7, "name": "홍가람", "aliases": ["Garam Hong"], "kind": "person", "org": "나래건설",
        "title": "대표", "party": None, "district": "서울 노원병", "birthday": "1970-03-01",
    }  # fmt: skip
    (found,) = entries([row])
    assert (found.id, found.aliases, found.birthday) == ("7", ("Garam Hong",), "1970-03-01")
    assert found.posts == (Post("나래건설", "대표", "", ("서울 노원병",)),)


def test_the_form_of_a_register() -> None:
    stood = [
        {"party": "가온당", "district": ["가온도", "노원구"], "assembly": "19", "elected": True}
    ]
    (found,) = entries(
        [{"person_id": "a1", "name": "홍가람", "birthday": "19700301", "stood": stood}]
    )
    assert found.id == "a1"
    assert found.posts == (Post("", "국회의원", "가온당", ("가온도", "노원구"), "2012-04-11"),)


def test_rows_without_an_id_get_one_each() -> None:
    found = entries([{"name": "홍가람"}, {"name": "홍가람"}])
    assert len({one.id for one in found}) == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "목록"),
        (["홍가람"], "1번째"),
        ([{"name": "홍가람"}, {"org": "나래"}], "2번째"),
        ([{"name": "홍가람", "kind": "city"}], "kind"),
        ([{"name": "홍가람", "aliases": [3]}], "aliases"),
        ([{"name": "홍가람", "stood": "19"}], "stood"),
        ([{"id": "1", "name": "홍가람"}, {"id": "1", "name": "민하늘"}], "1번째에도"),
        ([{"name": "홍가람", "title": ["대표"]}], "title"),
    ],
)
def test_what_is_wrong_is_named(data: Any, said: str) -> None:
    with pytest.raises(BadDirectory, match=said):
        entries(data)
