"""What must be in place before a newspaper is served; each fault is one line."""

import errno
import fcntl
import os
import socket
import time
from pathlib import Path
from threading import Event

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import Error

from hwalja.config import static_files


class Unreachable(CommandError):
    """No database answers; a wrong one is another matter."""


def home() -> None:
    """A prepared home: nothing here makes one."""
    if not settings.SECRET_KEY_FILE.is_file():
        raise CommandError(
            f"HWALJA_HOME={settings.HOME} 에 신문이 없습니다. 먼저 hwalja init 또는 hwalja demo 를 실행하십시오."
        )


def database() -> None:
    """A database that answers and stands at exactly our migrations."""
    name = settings.DATABASES["default"]["NAME"]
    if connection.vendor == "sqlite" and not Path(name).is_file():
        raise Unreachable(f"데이터베이스 {name} 이 없습니다. 먼저 hwalja init 을 실행하십시오.")
    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error as error:
        line = " ".join(str(error).split())
        raise Unreachable(f"데이터베이스에 이어지지 않습니다: {line}") from None
    if plan:
        raise CommandError("데이터베이스가 이 판보다 옛것입니다. hwalja init 을 실행하십시오.")
    if unknown(executor):
        raise CommandError("데이터베이스가 이 판보다 새것입니다. Hwalja를 새 판으로 올리십시오.")


def has_pressed_pages() -> bool:
    """Is there anything that a front can hand out without a database?"""
    return any(Path(settings.PRESSED_ROOT, "pages").glob("??"))


def wait_for_database(ready: Event, every: float = 1.0) -> None:
    """Set `ready` once the database answers, and stands at our migrations."""
    while not ready.is_set():
        try:
            database()
        except CommandError:
            connection.close()
            time.sleep(every)
        else:
            ready.set()


def unknown(executor: MigrationExecutor) -> list[tuple[str, str]]:
    """Migrations of ours that the database has seen and this version does not know."""
    loader = executor.loader
    return [
        key
        for key in loader.applied_migrations or {}
        if key not in loader.disk_migrations and key[0] in loader.migrated_apps
    ]


def static() -> None:
    """Style sheets and scripts collected for exactly this version."""
    if not static_files.are_current():
        raise CommandError("정적 파일이 이 판의 것이 아닙니다. hwalja init 을 실행하십시오.")


def port(host: str, number: int) -> None:
    """An address that nobody listens on."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(
            host, number, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        raise CommandError(f"--host {host}: 그런 주소가 없습니다.") from None
    except OSError as error:
        raise CommandError(_why(error, host, number)) from None


def _why(error: OSError, host: str, number: int) -> str:
    where = f"{host}:{number}"
    if error.errno == errno.EADDRINUSE:
        return f"{where} 포트를 다른 프로그램이 쓰고 있습니다. --port 로 다른 포트를 고르십시오."
    if error.errno == errno.EACCES:
        return f"{where} 포트를 열 권한이 없습니다. 1024 이상의 포트를 고르십시오."
    return f"{where} 에서 열 수 없습니다: {os.strerror(error.errno or 0)}"


def alone() -> int:
    """One supervisor for one home: the lock is held as long as the descriptor is open."""
    folder = Path(settings.HOME, "run")
    folder.mkdir(exist_ok=True)
    handle = os.open(folder / "serve.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CommandError(f"{settings.HOME} 의 신문은 이미 돌고 있습니다.") from None
    return handle
