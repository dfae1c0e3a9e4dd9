"""Files of people and organisations: a list of entries, or a register of candidates.

Everything is read and checked before anything is written.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from hwalja.hangul.normalise import clean, collapse
from hwalja.people import ids, partial
from hwalja.people.records import PostRecord, Record

ENTRY = {"id", "name", "aliases", "kind", "org", "title", "party", "district", "birthday"}
REGISTER = {"person_id", "name", "birthday", "stood"}
KINDS = {"person": "person", "organisation": "organisation", "organization": "organisation"}
KINDS |= {"인물": "person", "사람": "person", "기관": "organisation", "단체": "organisation"}
# Characters, as the columns of the database have room for.
ROOM = {"name": 100, "aliases": 100, "org": 100, "title": 100, "party": 60, "district": 120}
AT_MOST = 20  # Faults told of one file.


class BadFile(Exception):
    """Nothing of the file can be taken; `faults`: what is wrong, a line for each row."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class _Wrong(Exception):
    """What is wrong with one row."""


@dataclass(frozen=True)
class File:
    """The records of a file, each with an id; names in its rows that mean nothing here."""

    records: list[Record]
    unknown: list[str]


def read(text: str) -> File:
    """Raises `BadFile`."""
    unknown: dict[str, None] = {}
    found: list[Record] = []
    faults: list[str] = []
    for number, row in enumerate(_rows(text), 1):
        try:
            found.append(_record(row))
            unknown |= dict.fromkeys(set(row) - (REGISTER if _is_register(row) else ENTRY))
        except _Wrong as wrong:
            faults.append(f"{_named(number, row)}: {wrong}")
    faults = faults or list(_twice(found))
    if faults:
        more = len(faults) - AT_MOST
        raise BadFile(faults[:AT_MOST] + ([f"… 그 밖에 {more:,}곳"] if more > 0 else []))
    return File(list(dict.fromkeys(found)), sorted(unknown))


def _rows(text: str) -> list[Any]:
    try:
        rows = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        where = f"{error.lineno}째 줄 {error.colno}째 글자"
        raise BadFile([f"JSON이 아닙니다: {where}에서 읽지 못했습니다."]) from None
    except RecursionError:
        raise BadFile(["JSON이 너무 깊습니다."]) from None
    if not isinstance(rows, list):
        raise BadFile(["목록이 아닙니다. [ ]로 묶은 항목들이어야 합니다."])
    if not rows:
        raise BadFile(["항목이 하나도 없습니다."])
    return rows


def _named(number: int, row: Any) -> str:
    name = row.get("name") if isinstance(row, dict) else None
    return f"{number}번째 항목({name})" if isinstance(name, str) and name else f"{number}번째 항목"


def _record(row: Any) -> Record:
    if not isinstance(row, dict):
        raise _Wrong("{ }로 묶은 항목이 아닙니다.")
    made = _of_register(row) if _is_register(row) else _of_entry(row)
    # Without an id, the same words are the same person the next time, too.
    return made if made.id else replace(made, id=_identity(made))


def _is_register(row: dict[str, Any]) -> bool:
    return "stood" in row or "person_id" in row


def _identity(made: Record) -> str:
    where = "" if made.birthday or not made.posts else made.posts[0].organisation
    return ids.of_content(made.kind, made.name, made.birthday, where)


def _of_entry(row: dict[str, Any]) -> Record:
    kind = KINDS.get(_text(row, "kind") or "person")
    if kind is None:
        raise _Wrong("kind는 person(인물)이나 organisation(기관)입니다.")
    post = PostRecord(
        _text(row, "org"), _text(row, "title"), _text(row, "party"), _district(row.get("district"))
    )
    return Record(
        name=_name(row),
        kind=kind,
        id=_id(row, "id"),
        aliases=tuple(_aliases(row)),
        posts=(post,) if post != PostRecord() else (),
        birthday=_birthday(row),
    )


def _of_register(row: dict[str, Any]) -> Record:
    stood = row.get("stood") or []
    if not isinstance(stood, list) or not all(isinstance(one, dict) for one in stood):
        raise _Wrong("stood는 { }의 목록입니다.")
    return Record(
        name=_name(row),
        id=_id(row, "person_id"),
        posts=tuple(dict.fromkeys(map(_candidacy, stood))),
        birthday=_birthday(row),
    )


def _candidacy(one: dict[str, Any]) -> PostRecord:
    """A candidate of an election to the National Assembly, or who won it."""
    assembly = _text(one, "assembly")
    elected = one.get("elected")
    if elected not in (None, True, False):
        raise _Wrong("elected는 true나 false입니다.")
    term = f"제{assembly}대 " if assembly else ""
    title = f"{term}국회의원" if elected else f"{term}국회의원 후보"
    place = _district(one.get("district"))
    return PostRecord("국회" if elected else "", title, _text(one, "party"), place)


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise _Wrong(f"{name}은 글이어야 합니다.")
    return _fitting(value, name)


def _fitting(value: str, name: str) -> str:
    text = collapse(clean(value))
    if len(text) > ROOM.get(name, 100):
        raise _Wrong(f"{name}이 너무 깁니다({len(text)}자).")
    return text


def _name(row: dict[str, Any]) -> str:
    name = _text(row, "name")
    if not name:
        raise _Wrong("name이 없습니다.")
    return name


def _id(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    if value is None or value == "":
        return ""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not ids.is_id(text):
        raise _Wrong(f"{name} {value!r}은 쓸 수 없습니다. 빈칸과 / ? # 없이 64자까지 씁니다.")
    return text


def _aliases(row: dict[str, Any]) -> Iterator[str]:
    aliases = row.get("aliases")
    if aliases is None:
        return
    if not isinstance(aliases, list) or not all(isinstance(one, str) for one in aliases):
        raise _Wrong("aliases는 이름의 목록입니다.")
    yield from filter(None, (_fitting(one, "aliases") for one in aliases))


def _district(value: Any) -> str:
    """The parts from the largest, divided by spaces."""
    parts = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise _Wrong("district는 글이거나, 큰 곳부터 적은 글의 목록입니다.")
    return _fitting(" ".join(parts), "district")


def _birthday(row: dict[str, Any]) -> str:
    text = _text(row, "birthday")
    if not text:
        return ""
    try:
        return partial.read(text)
    except ValueError:
        raise _Wrong(f"birthday {text!r}은 날짜가 아닙니다(19580512, 1958-05-12, 1958).") from None


def _twice(found: list[Record]) -> Iterator[str]:
    """Different rows with one id, given or made of what they say."""
    seen: dict[str, Record] = {}
    for number, record in enumerate(found, 1):
        earlier = seen.setdefault(record.id, record)
        if earlier != record:
            yield (
                f"{number}번째 항목({record.name}): 앞의 {earlier.name} 항목과 번호가 같거나, 누구인지 "
                "가릴 것이 없습니다. id나 birthday를 적어 주십시오."
            )
