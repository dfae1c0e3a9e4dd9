"""`hwalja link`: one JSON object, null where it is not sure, one Korean line where it cannot."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

PEOPLE = [
    {"id": "a", "name": "홍가람", "party": "가온당", "district": "서울 노원병"},
    {"id": "b", "name": "홍가람", "party": "나래당", "district": ["부산광역시", "사하구", "을"]},
]
CASES = [
    {"id": "1", "text": "가온당 홍가람 의원(서울 노원병)은 말했다."},
    {"id": "2", "text": "홍가람 씨가 왔다.", "date": "2024-04-10"},
    {"id": "3", "text": "부산 사하을의 나래당 홍가람 후보가 나섰다.", "assembly": "19"},
]


def link(folder: Path, cases: str, people: Any = PEOPLE) -> dict[str, str | None]:
    (folder / "cases.jsonl").write_text(cases, encoding="utf-8")
    (folder / "people.json").write_text(json.dumps(people), encoding="utf-8")
    out = StringIO()
    call_command("link", folder / "cases.jsonl", directory=str(folder / "people.json"), stdout=out)
    found: dict[str, str | None] = json.loads(out.getvalue())
    return found


def test_answers(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(case, ensure_ascii=False) for case in CASES)
    assert link(tmp_path, lines) == {"1": "a", "2": None, "3": "b"}


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        ("{", "1번째 줄"),
        ('{"id": "1"}', "text"),
        ('\n{"text": "글"}', "2번째 줄"),
        ('{"id": "1", "text": "글", "date": "어제"}', "date"),
    ],
)
def test_what_is_wrong_with_cases(tmp_path: Path, cases: str, said: str) -> None:
    with pytest.raises(CommandError, match=said):
        link(tmp_path, cases)


def test_what_is_wrong_with_a_directory(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="목록"):
        link(tmp_path, json.dumps(CASES[0]), {})
    with pytest.raises(CommandError, match="파일이 없습니다"):
        call_command("link", tmp_path / "none.jsonl")
