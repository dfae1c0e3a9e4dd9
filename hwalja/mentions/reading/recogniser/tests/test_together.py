"""A foreign name taken for two people is one again, and no two people become one."""

import pytest

from hwalja.mentions.reading.recogniser.spans import Span
from hwalja.mentions.reading.recogniser.together import is_long, together


def found(text: str, *names: str, label: str = "PS") -> list[str]:
    spans = [Span(text.index(name), text.index(name) + len(name), label) for name in names]
    return [text[one.start : one.end] for one in together(spans, text)]


@pytest.mark.parametrize(
    ("text", "names", "label", "one"),
    [
        ("어제 리처드 닉슨이 왔다", ("리처드", "닉슨"), "PS", True),
        ("조지 W. 부시가 왔다", ("조지 W.", "부시"), "PS", True),
        ("리처드, 닉슨이 왔다", ("리처드", "닉슨"), "PS", False),
        ("리처드와 닉슨이 왔다", ("리처드", "닉슨"), "PS", False),
        ("홍가온 닉슨이 왔다", ("홍가온", "닉슨"), "PS", False),
        ("리처드 이 씨가 왔다", ("리처드", "이"), "PS", False),
        ("마루시 나래구", ("마루시", "나래구"), "LC", False),
    ],
)
def test_what_is_one_name(text: str, names: tuple[str, str], label: str, one: bool) -> None:
    begin, end = text.index(names[0]), text.index(names[1]) + len(names[1])
    assert found(text, *names, label=label) == ([text[begin:end]] if one else list(names))


def test_it_is_as_sure_as_its_less_sure_part() -> None:
    (one,) = together([Span(0, 3, "PS", 0.9), Span(4, 6, "PS", 0.5)], "리처드 닉슨")
    assert one == Span(0, 6, "PS", 0.5)


def test_what_is_long() -> None:
    assert is_long("리처드 닉슨", "PS")
    assert not is_long("닉슨", "PS")
    assert not is_long("나래 은행", "OG")
