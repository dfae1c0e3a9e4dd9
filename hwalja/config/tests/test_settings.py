"""Settings: documented, typed, and loud when wrong."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hwalja.config import environ, sqlite
from hwalja.config.tests.homes import hwalja
from hwalja.testing import Newsroom

DOCUMENT = Path(__file__).resolve().parents[3] / "docs/settings.md"

MALFORMED = [
    ("HWALJA_HOME", "/dev/null"),
    ("HWALJA_DEBUG", "maybe"),
    ("HWALJA_BASE_URL", "news.example.kr"),
    ("HWALJA_BASE_URL", "ftp://news.example.kr"),
    ("HWALJA_BASE_URL", "https://news.example.kr/paper"),
    ("HWALJA_BASE_URL", "https://news.example.kr:99999"),
    ("HWALJA_BASE_URL", "https://"),
    ("HWALJA_BASE_URL", "https://a b"),
    ("HWALJA_BASE_URL", "https://*"),
    ("DATABASE_URL", "mysql://localhost/paper"),
    ("DATABASE_URL", "postgres://localhost:x/paper"),
    ("DATABASE_URL", "postgres://localhost"),
    ("HWALJA_DB_POOL", "0"),
    ("HWALJA_JOINED_FILES", "nginx"),
    ("HWALJA_PURGE_URLS", "127.0.0.1:6081"),
    ("HWALJA_PURGE_URLS", "http://127.0.0.1:6081, varnish"),
    ("HWALJA_PURGE_URLS", "http://127.0.0.1:6081/purge"),
    ("HWALJA_LARGEST_PAGE", "0"),
    ("HWALJA_FRONT_MEMORY", "many"),
    ("HWALJA_PRESSED_LIMIT", "0"),
    ("HWALJA_APP_REQUESTS", "0"),
    ("HWALJA_APP_SECONDS", "-1"),
    ("HWALJA_TRUSTED_PROXIES", "10.0.0.300"),
    ("HWALJA_TRUSTED_PROXIES", "10.0.0.1, proxy"),
    ("HWALJA_REQUIRE_SECOND_FACTOR", "2"),
    ("HWALJA_MEMBERS", "open"),
    ("HWALJA_ANALYST", "perhaps"),
    ("HWALJA_KAKAO_KEY", "without-its-secret"),
    ("HWALJA_KAKAO_SECRET", "without-its-key"),
    ("HWALJA_NAVER_KEY", "without-its-secret"),
    ("HWALJA_NAVER_SECRET", "without-its-key"),
    ("HWALJA_MAIL_HOST", "mail example"),
    ("HWALJA_MAIL_PORT", "99999"),
    ("HWALJA_MAIL_PORT", "５８７"),
    ("HWALJA_MAIL_TLS", "ssl"),
    ("HWALJA_MAIL_FROM", "newsroom"),
    ("HWALJA_LOG_LEVEL", "loud"),
    ("HWALJA_LOG_FORMAT", "xml"),
    ("HWALJA_BASE_ULR", "https://news.example.kr"),
]
# Any text will do for these.
FREE = {"HWALJA_MAIL_USER", "HWALJA_MAIL_PASSWORD"}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "value"), MALFORMED)
def test_a_malformed_value_stops_the_start_with_one_line(
    tmp_path: Path, name: str, value: str
) -> None:
    stopped = hwalja(tmp_path / "home", "version", **{name: value})
    assert stopped.returncode == 1
    assert stopped.stderr.startswith(f"{name}=") and stopped.stderr.count("\n") == 1
    assert not stopped.stdout and not (tmp_path / "home").exists()


def test_every_setting_is_tried_with_a_malformed_value() -> None:
    assert {name for name, _ in MALFORMED} - {"HWALJA_BASE_ULR"} | FREE == environ.KNOWN


def test_every_setting_is_documented() -> None:
    rows = set(re.findall(r"^\| `(\w+)` \|", DOCUMENT.read_text(), re.M))
    assert rows == environ.KNOWN


def test_a_password_in_the_address_is_not_repeated(tmp_path: Path) -> None:
    stopped = hwalja(tmp_path, "version", DATABASE_URL="mysql://paper:secret@localhost/paper")
    assert "secret" not in stopped.stderr


def test_a_korean_host_is_asked_for_in_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HWALJA_BASE_URL", "https://활자경제.한국/")
    found = environ.base_url("HWALJA_BASE_URL", "")
    assert found.startswith("https://xn--") and found.isascii()


@pytest.mark.django_db
def test_sqlite_keeps_what_it_promised() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("SQLite only")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone() == (2,), "2 is FULL"
        cursor.execute("SELECT sqlite_version()")
        version = tuple(int(part) for part in cursor.fetchone()[0].split("."))
    assert version >= sqlite.REPAIRED


def test_an_affected_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite.pysqlite3, "sqlite_version_info", (3, 51, 2))
    monkeypatch.setattr(sqlite.pysqlite3, "sqlite_version", "3.51.2")
    with pytest.raises(SystemExit, match=r"^SQLite 3\.51\.2"):
        sqlite.use_repaired_library()


def test_public_pages_ask_no_cache(newsroom: Newsroom, reader: Client) -> None:
    """The cache is a table: good for throttling, a wasted query anywhere else."""
    number = newsroom.publish().number
    with CaptureQueriesContext(connection) as captured:
        for path in (f"/news/{number}/", "/", "/industry/", "/latest/", "/about/", "/search/?q=a"):
            assert reader.get(path).status_code == 200, path
    assert not [query for query in captured.captured_queries if "django_cache" in query["sql"]]


def test_postgres_is_pooled_and_recent() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL only")
    assert settings.DATABASES["default"]["OPTIONS"]["pool"]["max_size"] == 8


@pytest.mark.django_db
def test_a_frozen_machine_holds_no_lock_for_long() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL only")
    with connection.cursor() as cursor:
        cursor.execute("SHOW idle_in_transaction_session_timeout")
        assert cursor.fetchone() == ("1min",)
