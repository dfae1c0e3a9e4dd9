"""What `hwalja check` says."""

from pathlib import Path
from typing import Any

import pytest
from django.core.checks import CheckMessage, Tags, run_checks
from django.db import connection

from hwalja.config import checks, sqlite
from hwalja.masthead.models import Masthead


def ids(found: list[CheckMessage]) -> list[str]:
    return [str(message.id) for message in found]


@pytest.mark.parametrize(("mode", "expected"), [(0o600, []), (0o640, ["hwalja.E001"])])
def test_others_must_not_read_the_key(
    settings: Any, tmp_path: Path, mode: int, expected: list[str]
) -> None:
    settings.SECRET_KEY_FILE = tmp_path / "secret_key"
    settings.SECRET_KEY_FILE.write_text("key")
    settings.SECRET_KEY_FILE.chmod(mode)
    assert ids(checks.secret_key(None)) == expected
    assert checks.key_is_there(None) == []


def test_a_public_paper_has_a_public_encrypted_address(settings: Any) -> None:
    settings.IS_LOOPBACK, settings.IS_HTTPS = True, False
    assert ids(checks.base_url(None)) == ["hwalja.W001", "hwalja.W002"]
    settings.IS_LOOPBACK, settings.IS_HTTPS = False, True
    assert checks.base_url(None) == []


def test_only_ours_speaks_of_a_paper_without_https(settings: Any) -> None:
    settings.IS_HTTPS = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    settings.SECURE_HSTS_SECONDS = 0
    found = run_checks(tags=[Tags.security, "hwalja"], include_deployment_checks=True)
    heard = ids([message for message in found if not message.is_silenced()])
    assert "hwalja.W002" in heard
    assert not {"security.W004", "security.W012", "security.W016", "security.W019"} & {*heard}


def test_mail_is_wanted(settings: Any) -> None:
    settings.EMAIL_HOST = ""
    assert ids(checks.mail(None)) == ["hwalja.W003"]


def test_uncollected_static_files_are_found(settings: Any, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    assert ids(checks.static(None)) == ["hwalja.E004"]


@pytest.mark.django_db
def test_a_library_that_loses_rows_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.database(None, databases=["default"]) == []
    if connection.vendor == "sqlite":
        monkeypatch.setattr(sqlite, "REPAIRED", (99, 0, 0))
        assert ids(checks.database(None, databases=["default"])) == ["hwalja.E005"]


@pytest.mark.django_db
def test_empty_press_law_fields_are_named() -> None:
    (found,) = checks.press_law(None, databases=["default"])
    assert "등록번호" in found.msg and "청소년보호책임자" in found.msg and "신문 설정" in found.hint
    Masthead.objects.update_or_create(
        pk=1,
        defaults={
            name: "2020-01-01" if name.endswith("_on") else "값" for name in checks.PRESS_LAW
        },
    )
    assert checks.press_law(None, databases=["default"]) == []


@pytest.mark.slow
def test_the_command_speaks_of_a_real_home(home: Path, tmp_path: Path) -> None:
    from hwalja.config.tests.homes import hwalja

    done = hwalja(home, "check", "--deploy")
    assert done.returncode == 0, done.stderr
    for expected in ("hwalja.W001", "hwalja.W003", "hwalja.W004"):
        assert expected in done.stderr
    (home / "secret_key").chmod(0o644)
    assert hwalja(home, "check").returncode == 1
    none = hwalja(tmp_path / "none", "check")
    assert none.returncode == 1 and none.stderr.count("\n") == 1
