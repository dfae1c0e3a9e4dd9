"""What a front asks the app to press."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from hwalja.press import compose, on_demand
from hwalja.press.tests.presses import keep_open
from hwalja.testing import Newsroom

FRONT = {"x-hwalja-press": "1"}


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch, pressed_root: Path) -> list[str]:
    """Keys of what was composed, in an empty store."""
    keys: list[str] = []

    def counting(key: str, edition: int) -> Any:
        keys.append(key)
        keep_open()
        return compose.compose(key, edition)

    monkeypatch.setattr(on_demand, "compose", counting)
    return keys


def test_a_page_is_kept_and_not_sent(newsroom: Newsroom, rendered: list[str]) -> None:
    article = newsroom.publish()
    path = f"/news/{article.number}/"
    answer = Client().get(path, headers=FRONT)
    assert (answer["X-Hwalja-Pressed"], answer.content) == ("1", b"")
    assert Client().get(path, headers=FRONT)["X-Hwalja-Pressed"] == "1"
    assert rendered == [path]


def test_nothing_is_said_once_and_never_kept(
    newsroom: Newsroom, rendered: list[str], pressed_root: Path
) -> None:
    answer = Client().get("/none/", headers=FRONT)
    plain = Client().get("/none/")
    assert answer.status_code == 404 and "X-Hwalja-Pressed" not in answer
    assert answer.content == plain.content
    assert rendered == ["/none/"]
    kept = {path.name for path in pressed_root.glob("pages/??/??/*")}
    Client().get("/none/2/", headers=FRONT)
    assert {path.name for path in pressed_root.glob("pages/??/??/*")} == kept, "its parts, once"


def test_what_is_for_one_reader_is_not_kept(
    newsroom: Newsroom, rendered: list[str], pressed_root: Path
) -> None:
    answer = Client().get("/account/login/", headers=FRONT)
    assert answer.status_code == 200 and "X-Hwalja-Pressed" not in answer
    assert "로그인" in answer.content.decode()
    assert not list(pressed_root.glob("pages/??/??/*"))
