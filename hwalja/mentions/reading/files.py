"""A directory from a file: the form people type, and the form a register of candidates has."""

from collections.abc import Mapping
from typing import Any

from hwalja.mentions.reading.shapes import Entry, Post


class BadDirectory(ValueError):
    """The file is no directory; the message is one Korean line that names the row."""


# Polling days of the National Assembly's elections: what a register's number of an assembly means.
POLLS = {
    1: "1948-05-10", 2: "1950-05-30", 3: "1954-05-20", 4: "1958-05-02", 5: "1960-07-29",
    6: "1963-11-26", 7: "1967-06-08", 8: "1971-05-25", 9: "1973-02-27", 10: "1978-12-12",
    11: "1981-03-25", 12: "1985-02-12", 13: "1988-04-26", 14: "1992-03-24", 15: "1996-04-11",
    16: "2000-04-13", 17: "2004-04-15", 18: "2008-04-09", 19: "2012-04-11", 20: "2016-04-13",
    21: "2020-04-15", 22: "2024-04-10",
}  # fmt: skip


def entries(data: Any) -> list[Entry]:
    """The entries of a list as JSON gives it; raises BadDirectory.

    Rows without an id get one that no other row has. The same id twice is an error.
    """
    if not isinstance(data, list):
        raise BadDirectory("인물 파일은 목록([…])이어야 합니다.")
    found = [_entry(row, number) for number, row in enumerate(data, 1)]
    seen: dict[str, int] = {}
    for number, entry in enumerate(found, 1):
        if entry.id in seen:
            raise BadDirectory(
                f"{number}번째 항목: id {entry.id}은(는) {seen[entry.id]}번째에도 있습니다."
            )
        seen[entry.id] = number
    return found


def _entry(row: Any, number: int) -> Entry:
    if not isinstance(row, Mapping):
        raise BadDirectory(f"{number}번째 항목: 이름과 값의 묶음({{…}})이 아닙니다.")
    name = _text(row, "name", number)
    if not name:
        raise BadDirectory(f"{number}번째 항목: 이름(name)이 없습니다.")
    kind = _text(row, "kind", number) or "person"
    if kind not in ("person", "organisation"):
        raise BadDirectory(
            f"{number}번째 항목({name}): kind는 person이나 organisation이어야 합니다."
        )
    known = _text(row, "id", number) or _text(row, "person_id", number)
    return Entry(
        id=known or f"#{number}",
        name=name,
        kind="organisation" if kind == "organisation" else "person",
        aliases=_texts(row, "aliases", number),
        posts=_posts(row, number),
        birthday=_text(row, "birthday", number),
    )


def _posts(row: Mapping[str, Any], number: int) -> tuple[Post, ...]:
    """What the row itself says of a post, and every candidacy under `stood`."""
    own = Post(
        organisation=_text(row, "org", number),
        title=_text(row, "title", number),
        party=_text(row, "party", number),
        district=_texts(row, "district", number),
    )
    stood = row.get("stood") or []
    if not isinstance(stood, list) or not all(isinstance(one, Mapping) for one in stood):
        raise BadDirectory(f"{number}번째 항목: stood는 출마 기록의 목록이어야 합니다.")
    candidacies = tuple(_candidacy(one, number) for one in stood)
    return ((own,) if own != Post() else ()) + candidacies


def _candidacy(row: Mapping[str, Any], number: int) -> Post:
    assembly = _text(row, "assembly", number)
    return Post(
        title="국회의원" if row.get("elected") else "국회의원 후보",
        party=_text(row, "party", number),
        district=_texts(row, "district", number),
        since=POLLS.get(int(assembly), "") if assembly.isdigit() else "",
    )


def _text(row: Mapping[str, Any], key: str, number: int) -> str:
    """A string or a number as text; nothing where the key is missing."""
    value = row.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadDirectory(f"{number}번째 항목: {key} 값은 글이어야 합니다.")
    return str(value).strip()


def _texts(row: Mapping[str, Any], key: str, number: int) -> tuple[str, ...]:
    """A list of strings; a single string is a list of one."""
    value = row.get(key) or []
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadDirectory(f"{number}번째 항목: {key} 값은 글의 목록이어야 합니다.")
    return tuple(one.strip() for one in value if one.strip())
