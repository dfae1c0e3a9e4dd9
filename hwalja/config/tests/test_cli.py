"""The `hwalja` command."""

import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command, get_commands

from hwalja.accounts.models import User
from hwalja.accounts.names import split_name
from hwalja.config import cli
from hwalja.testing import Newsroom


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr("sys.argv", ["hwalja", *arguments])
    cli.main()


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",), ("help",)])
def test_it_lists_our_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: Any, arguments: tuple[str, ...]
) -> None:
    run(monkeypatch, *arguments)
    shown = capsys.readouterr().out
    assert re.search("serve +신문을 엽니다", shown) and "makemigrations" not in shown


def test_what_is_listed_is_what_there_is() -> None:
    ours = {name for name, app in get_commands().items() if str(app).startswith("hwalja")}
    listed = {name.replace("-", "_") for name in cli.COMMANDS}
    assert listed - {"version"} == ours - cli.INNER


@pytest.mark.parametrize("flag", ["version", "--version"])
def test_version(monkeypatch: pytest.MonkeyPatch, capsys: Any, flag: str) -> None:
    run(monkeypatch, flag)
    assert capsys.readouterr().out.startswith("Hwalja 0.")


def test_an_unknown_command_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(
        SystemExit, match=r"^‘sreve’ 명령은 없습니다\. serve 명령을 뜻하셨습니까\?$"
    ):
        run(monkeypatch, "sreve")


def test_djangos_own_are_reachable(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    run(monkeypatch, "help", "--commands")
    assert "makemigrations" in capsys.readouterr().out


@pytest.fixture
def _ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hwalja.config.serve.readiness.home", lambda: None)
    monkeypatch.setattr("hwalja.config.serve.readiness.database", lambda: None)


@pytest.mark.usefixtures("_ready")
def test_a_first_editor_in_chief(newsroom: Newsroom) -> None:
    from hwalja.articles.actions.appoint import appoint

    appoint()
    said = StringIO()
    options = {"name": "남궁가온", "mail": "n@paper.example", "role": "편집국장"}
    call_command("account", "namgung", stdout=said, **options)
    user = User.objects.get(username="namgung")
    assert (user.last_name, user.first_name, str(user)) == ("남궁", "가온", "남궁가온")
    assert user.has_perm("wagtailadmin.access_admin") and not user.is_superuser
    password = said.getvalue().partition("비밀번호: ")[2].split()[0]
    assert user.check_password(password)
    call_command("account", "namgung", stdout=StringIO())
    user.refresh_from_db()
    assert user.check_password(password) and user.groups.count() == 1


@pytest.mark.usefixtures("_ready")
@pytest.mark.parametrize(
    ("username", "options", "line"),
    [
        ("new", {"role": "사장"}, "‘사장’ 역할은 없습니다"),
        ("new", {"mail": "nowhere"}, "메일"),
        ("a b", {}, "올바른 아이디"),
    ],
)
def test_a_wrong_account_is_one_line_and_not_made(
    newsroom: Newsroom, username: str, options: dict[str, str], line: str
) -> None:
    with pytest.raises(CommandError, match=line) as refused:
        call_command("account", username, stdout=StringIO(), **options)
    assert "\n" not in str(refused.value)
    assert not User.objects.filter(username=username).exists()


@pytest.mark.parametrize(
    ("option", "value"),
    [("--port", "70000"), ("--port", "x"), ("--workers", "0"), ("--workers", "x")],
)
def test_a_wrong_number_is_one_line(option: str, value: str) -> None:
    with pytest.raises(CommandError, match=rf"^{option} {value}: 1에서 .* 사이의 수") as refused:
        call_command("serve", option, value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("command", ["init", "serve"])
def test_a_home_that_cannot_be_is_one_line(settings: Any, command: str) -> None:
    settings.HOME = Path("/proc/x")
    settings.SECRET_KEY_FILE = settings.HOME / "secret_key"
    with pytest.raises(CommandError, match=r"^HWALJA_HOME=/proc/x") as refused:
        call_command(command)
    assert "\n" not in str(refused.value)


def test_names() -> None:
    assert split_name("김하늘") == ("김", "하늘")
    assert split_name("제갈량") == ("제갈", "량")
    assert split_name("선우") == ("선", "우")
