"""Files of people: both forms, what is wrong with them, the same one twice."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from hwalja.people import entries, files
from hwalja.people.actions import hide, load, merge
from hwalja.people.models import Fact, LogRow, Name, Post, Profile

LIST = [
    {
        "id": "g1",
        "name": "강가람",
        "aliases": ["姜佳藍", "Garam Gang", "가람이"],
        "kind": "person",
        "org": "누리전자",
        "title": "대표",
        "birthday": "1970-02-03",
    },
    {"name": "누리전자", "kind": "organisation", "aliases": None},
    {"id": 7, "name": "윤슬", "party": "새물결당", "district": "한내시 갑"},
]
REGISTER = [
    {
        "person_id": "1958001",
        "name": "남보라",
        "birthday": "19580100",
        "stood": [
            {
                "party": "새물결당",
                "district": ["한내도", "한내시"],
                "assembly": "9",
                "elected": True,
            },
            {"party": "무소속", "district": ["한내도"], "assembly": "10", "elected": False},
        ],
    }
]


def dump(rows: Any) -> str:
    return json.dumps(rows, ensure_ascii=False)


def take(rows: Any) -> load.Loaded:
    return load.load(files.read(dump(rows)).records, None, document="사람.json")


def by_id() -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in entries.rows()}


def test_a_list_is_taken_in(db: None) -> None:
    done = take(LIST)
    assert (done.new, done.same) == (3, 0)
    rows = by_id()
    assert rows["g1"]["birthday"] == "1970-02-03"
    assert rows["g1"]["aliases"] == ["姜佳藍", "Garam Gang", "가람이"]
    assert rows["g1"]["posts"][0]["organisation"] == "누리전자"
    assert rows["7"]["posts"] == [
        {
            "organisation": "",
            "title": "",
            "party": "새물결당",
            "district": ("한내시", "갑"),
            "since": "",
            "until": "",
        }
    ]
    assert sorted(row["kind"] for row in rows.values()) == ["organisation", "person", "person"]
    kinds = Name.objects.filter(profile="g1").values_list("kind", flat=True)
    assert list(kinds) == ["hanja", "english", "alias"]
    assert Post.objects.get(profile="g1").source_document == "사람.json"


def test_a_register_is_taken_in(db: None) -> None:
    take(REGISTER)
    row = by_id()["1958001"]
    assert row["birthday"] == "1958-01"
    told = {(post["organisation"], post["title"], post["district"]) for post in row["posts"]}
    assert told == {
        ("국회", "제9대 국회의원", ("한내도", "한내시")),
        ("", "제10대 국회의원 후보", ("한내도",)),
    }


@pytest.mark.parametrize("rows", [LIST, REGISTER])
def test_the_same_file_twice_changes_nothing(db: None, rows: Any) -> None:
    take(rows)
    before = list(entries.rows()), entries.version(), LogRow.objects.count()
    done = take(rows)
    assert (done.new, done.added_to, done.same) == (0, 0, len(rows))
    assert (list(entries.rows()), entries.version(), LogRow.objects.count()) == before


def test_what_is_new_is_added_to_what_editors_wrote(db: None) -> None:
    take([{"id": "g1", "name": "강가람", "birthday": "1970"}])
    Fact.objects.update(text="1971")
    done = take(LIST)
    assert (done.new, done.added_to) == (2, 1)
    row = by_id()["g1"]
    assert row["birthday"] == "1971"
    assert row["posts"][0]["title"] == "대표"


def test_a_run_that_was_broken_off_is_taken_up(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "CHUNK", 2)
    records = files.read(dump(LIST)).records

    def stop(so_far: load.Loaded) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load.load(records, None, document="사람.json", told=stop)
    assert Profile.objects.count() == 2
    done = load.load(records, None, document="사람.json")
    assert (done.new, done.same) == (1, 2)


def test_hidden_and_merged_people_stay_as_they_are(db: None) -> None:
    take(LIST)
    take([{"id": "g2", "name": "강가람"}])
    merge.merge("g1", "g2", None, why="한 사람")
    hide.hide("7", None, why="본인 요청")
    done = take([{"id": "g2", "name": "강가람", "title": "고문"}, {**LIST[2], "title": "위원"}])
    assert (done.added_to, done.hidden) == (1, 1)
    assert {post["title"] for post in by_id()["g1"]["posts"]} == {"대표", "고문"}
    assert set(by_id()).isdisjoint({"g2", "7"})


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ({"name": "강가람"}, "목록이 아닙니다"),
        ([], "항목이 하나도 없습니다"),
        (["강가람"], "1번째 항목: { }로 묶은"),
        ([{"id": "a"}], "1번째 항목: name이 없습니다"),
        ([{"name": "강가람", "id": "a b"}], "1번째 항목(강가람): id 'a b'은 쓸 수 없습니다"),
        ([{"name": "강가람", "birthday": "1970-13"}], "birthday '1970-13'은 날짜가 아닙니다"),
        ([{"name": "강가람", "aliases": "가람"}], "aliases는 이름의 목록입니다"),
        ([{"name": "강가람", "kind": "회사"}], "kind는 person"),
        ([{"name": ["강가람"]}], "name은 글이어야 합니다"),
        ([{"name": "가" * 101}], "너무 깁니다(101자)"),
        ([{"person_id": "1", "name": "남보라", "stood": "x"}], "stood는 { }의 목록입니다"),
        ([{"id": "a", "name": "강가람"}, {"id": "a", "name": "윤슬"}], "2번째 항목(윤슬)"),
        ([{"name": "강가람"}, {"name": "강가람", "title": "대표"}], "id나 birthday를"),
    ],
)
def test_what_is_wrong_is_said_by_row(rows: Any, told: str) -> None:
    with pytest.raises(files.BadFile) as bad:
        files.read(dump(rows))
    assert told in str(bad.value)


def test_a_file_with_one_bad_row_is_not_taken_at_all(db: None, tmp_path: Path) -> None:
    path = tmp_path / "people.json"
    path.write_text(dump([*LIST, {"id": "x"}]), encoding="utf-8")
    with pytest.raises(CommandError, match="4번째 항목: name이 없습니다"):
        call_command("people", "load", str(path))
    assert not Profile.objects.exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"[{", "1째 줄"), (b"\xff\xfe", "UTF-8이 아닙니다"), (b"[" * 100_000, "너무 깊습니다")],
)
def test_what_is_no_json_is_said(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "people.json"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=told):
        call_command("people", "load", str(path))
    with pytest.raises(CommandError, match="파일이 없습니다"):
        call_command("people", "load", str(tmp_path / "none.json"))


def test_the_command_says_what_it_did(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "people.json"
    path.write_text("\ufeff" + dump([*LIST, {"name": "하늬", "memo": "?"}]), encoding="utf-8")
    call_command("people", "load", str(path))
    said = capsys.readouterr()
    assert said.out == "4건: 올림 4\n"
    assert "모르는 항목은 읽지 않았습니다: memo" in said.err
