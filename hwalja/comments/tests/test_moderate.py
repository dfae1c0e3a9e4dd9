"""`hwalja moderate`: one line of JSON for each line of text."""

import json
import sys
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def moderate(monkeypatch: pytest.MonkeyPatch, text: bytes) -> list[dict[str, object]]:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text)))
    out = StringIO()
    call_command("moderate", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("line", "verdict", "rule"),
    [
        ("기사 잘 읽었습니다.", "visible", ""),
        ("이런 개새끼를 봤나", "refused", "banned_words"),
        ("아이가 새끼손가락을 다쳤다", "visible", ""),
        ("상담은 010-1234-5678", "waiting", "links"),
        ("850101-1234567", "refused", "personal_data"),
        ("", "refused", "empty"),
        ("가" * 201, "refused", "length"),
    ],
)
def test_verdicts(monkeypatch: pytest.MonkeyPatch, line: str, verdict: str, rule: str) -> None:
    found = moderate(monkeypatch, line.encode() + b"\n")[0]
    assert (found["text"], found["verdict"], found["rule"]) == (line, verdict, rule)
    assert set(found) == {"text", "verdict", "rule", "spans", "score", "label"}


def test_spans_are_in_the_line_as_given(monkeypatch: pytest.MonkeyPatch) -> None:
    found = moderate(monkeypatch, "  전화 010-1234-5678 \n".encode())[0]
    text, (start, end) = str(found["text"]), found["spans"][0]  # type: ignore[index]
    assert text[start:end] == "010-1234-5678"


def test_a_line_for_each_line(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["하나", "", "\u2028둘\x85", "셋\x0b"]
    found = moderate(monkeypatch, "\n".join(lines).encode() + b"\n\xff\xfe\n")
    assert len(found) == 5
