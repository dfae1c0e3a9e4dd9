"""System checks of a newspaper: what `hwalja check` (and `--deploy`) looks at.

Those that ask the database bear Django's tag for it, so that other commands start without one.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

from hwalja.config import sqlite, static_files

Apps = Sequence[Any] | None

# 신문 등의 진흥에 관한 법률 21조: what an internet newspaper must show.
PRESS_LAW = (
    "registration_number",
    "registered_on",
    "first_issued_on",
    "publisher",
    "editor",
    "address",
    "telephone",
    "youth_officer",
)


@register("hwalja")
def secret_key(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """The key is a file that only its owner can read."""
    path = settings.SECRET_KEY_FILE
    if not path.is_file() or not path.stat().st_mode & 0o077:
        return []
    hint = f"chmod 600 {path} 로 권한을 줄이십시오."
    return [Error(f"{path} 파일을 다른 사용자가 읽을 수 있습니다.", hint=hint, id="hwalja.E001")]


@register("hwalja", deploy=True)
def key_is_there(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    if settings.SECRET_KEY_FILE.is_file():
        return []
    return [Error("비밀 키가 없습니다.", hint="hwalja init 을 실행하십시오.", id="hwalja.E002")]


@register("hwalja", deploy=True)
def base_url(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """Readers reach the paper under a public name, encrypted."""
    found: list[CheckMessage] = []
    hint = "HWALJA_BASE_URL=https://news.example.kr 처럼 독자가 쓸 주소를 정하십시오."
    if settings.IS_LOOPBACK:
        found.append(Warning("신문의 주소가 이 기계 안의 주소입니다.", hint=hint, id="hwalja.W001"))
    if not settings.IS_HTTPS:
        found.append(Warning("신문의 주소가 https가 아닙니다.", hint=hint, id="hwalja.W002"))
    return found


@register("hwalja", deploy=True)
def mail(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """Password resets reach the newsroom."""
    if settings.EMAIL_HOST:
        return []
    hint = "HWALJA_MAIL_HOST 등을 정하십시오. 그때까지 메일은 HWALJA_HOME/mail 에 쌓입니다."
    return [Warning("메일 서버가 없습니다.", hint=hint, id="hwalja.W003")]


@register("hwalja")
def folders(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """Photos can be written."""
    path = Path(settings.MEDIA_ROOT)
    if not path.exists() or os.access(path, os.W_OK | os.X_OK):
        return []
    hint = "이 명령을 실행하는 사용자가 쓸 수 있게 하십시오."
    return [Error(f"{path} 폴더에 쓸 수 없습니다.", hint=hint, id="hwalja.E003")]


@register("hwalja", deploy=True)
def static(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """Style sheets are those of this version."""
    if static_files.are_current():
        return []
    hint = "hwalja init 을 실행하십시오."
    return [Error("정적 파일이 이 판의 것이 아닙니다.", hint=hint, id="hwalja.E004")]


@register(Tags.database, "hwalja")
def database(
    app_configs: Apps, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """A library that loses nothing, in the mode that promises it."""
    if not databases:
        return []
    if connections["default"].vendor == "sqlite":
        return _sqlite()
    return _postgres()


def _sqlite() -> list[CheckMessage]:
    found: list[CheckMessage] = []
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT sqlite_version(), journal_mode, synchronous"
            " FROM pragma_journal_mode, pragma_synchronous"
        )
        version, mode, synchronous = cursor.fetchone()
    if tuple(int(part) for part in version.split(".")) < sqlite.REPAIRED:
        hint = "pip install --upgrade pysqlite3"
        text = f"SQLite {version}은 확정된 기록을 잃을 수 있습니다."
        found.append(Error(text, hint=hint, id="hwalja.E005"))
    if (mode, synchronous) != ("wal", 2):
        text = f"SQLite가 WAL과 FULL이 아니라 {mode}와 {synchronous}로 열립니다."
        hint = "데이터베이스가 네트워크 폴더에 있으면 이 기계의 디스크로 옮기십시오."
        found.append(Error(text, hint=hint, id="hwalja.E006"))
    return found


def _postgres() -> list[CheckMessage]:
    with connections["default"].cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        version = int(cursor.fetchone()[0])
    if version >= 150_000:
        return []
    text = f"PostgreSQL {version // 10_000}은 너무 옛것입니다."
    return [Error(text, hint="15 이상으로 올리십시오.", id="hwalja.E007")]


@register(Tags.database, "hwalja")
def press_law(
    app_configs: Apps, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """What press law makes the paper show is filled in."""
    if not databases:
        return []
    from hwalja.masthead.models import Masthead

    masthead = Masthead.objects.first() or Masthead()
    empty = [
        str(Masthead._meta.get_field(name).verbose_name)
        for name in PRESS_LAW
        if not getattr(masthead, name)
    ]
    if not empty:
        return []
    text = f"신문법 21조의 표시 사항이 비어 있습니다: {', '.join(empty)}."
    hint = "편집국의 설정 › 신문 설정에서 채우십시오."
    return [Warning(text, hint=hint, id="hwalja.W004")]
