"""Typed readers of the environment: a malformed value stops the start with one line naming it."""

import os
import re
from collections.abc import Sequence
from email.utils import parseaddr
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email


class BadSetting(SystemExit):
    """A setting that cannot be used: the process ends with this one line."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f"{name}={value!r}: 값이 잘못되었습니다. {expected}")


# Every name that was asked for.
KNOWN: set[str] = set()


def text(name: str, default: str = "") -> str:
    KNOWN.add(name)
    return os.environ.get(name, "").strip() or default


def refuse_unknown(*, besides: set[str]) -> None:
    """A misspelt setting must not be passed over in silence."""
    for name in sorted(os.environ):
        if name.startswith("HWALJA_") and name not in KNOWN | besides:
            raise BadSetting(name, os.environ[name], "그런 설정은 없습니다.")


def keys(name: str) -> tuple[str, str] | None:
    """`name`_KEY and `name`_SECRET: both, or nothing."""
    key, hidden = f"{name}_KEY", f"{name}_SECRET"
    found = {one: text(one) for one in (key, hidden)}
    if not any(found.values()):
        return None
    for one, other in ((key, hidden), (hidden, key)):
        if not found[other]:
            # What is set may be the secret, so the line shows none of it.
            raise BadSetting(one, "…", f"{other}도 함께 쓰십시오.")
    return found[key], found[hidden]


def host(name: str) -> str:
    """The name or address of a server, or nothing."""
    value = text(name)
    if value and not re.fullmatch(r"[A-Za-z0-9.:_-]+", value):
        raise BadSetting(name, value, "mail.example.kr 처럼 쓰십시오.")
    return value


def mail_address(name: str, default: str) -> str:
    """news@example.kr, or 활자경제 <news@example.kr>."""
    value = text(name, default)
    try:
        validate_email(parseaddr(value)[1])
    except ValidationError:
        raise BadSetting(name, value, "news@example.kr 처럼 쓰십시오.") from None
    return value


def boolean(name: str, default: bool) -> bool:
    value = text(name).lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise BadSetting(name, value, "1 또는 0을 쓰십시오.")


def integer(name: str, default: int, *, low: int, high: int) -> int:
    value = text(name)
    if not value:
        return default
    if value.isascii() and value.isdigit() and low <= int(value) <= high:
        return int(value)
    raise BadSetting(name, value, f"{low}에서 {high} 사이의 정수를 쓰십시오.")


def choice(name: str, choices: Sequence[str], default: str) -> str:
    value = text(name, default).lower()
    if value in choices:
        return value
    raise BadSetting(name, value, f"{', '.join(choices)} 가운데 하나를 쓰십시오.")


def names(name: str) -> list[str]:
    """A comma-separated list; empty items are dropped."""
    return [item.strip() for item in text(name).split(",") if item.strip()]


def folder(name: str, default: str) -> Path:
    """A folder that is there, or that could be made: below folders we may enter."""
    value = text(name, default)
    try:
        path = Path(value).expanduser().resolve()
        there = next(one for one in (path, *path.parents) if one.exists())
        usable = there.is_dir() and os.access(there, os.X_OK)
    except (OSError, RuntimeError):  # Links in a circle, a user nobody knows.
        usable = False
    if not usable:
        raise BadSetting(name, value, "들어갈 수 있는 폴더의 경로를 쓰십시오.")
    return path


def secret(path: Path) -> str:
    """What the file holds, or nothing where there is none."""
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        raise SystemExit(f"{path}: 비밀 키를 읽을 수 없습니다. 파일의 권한을 보십시오.") from None


def base_url(name: str, default: str) -> str:
    """Scheme and host (with port) in ASCII, without a path and without a trailing slash."""
    return _server(name, text(name, default), "https://news.example.kr")


def servers(name: str) -> list[str]:
    """Addresses of servers, comma-separated, each as in `base_url`."""
    return [_server(name, item, "http://127.0.0.1:6081") for item in names(name)]


def _server(name: str, value: str, example: str) -> str:
    value = value.rstrip("/")
    try:
        parts = urlsplit(value)
        port = "" if parts.port is None else f":{parts.port}"
        host = str(parts.hostname or "")
        ascii_host = f"[{ip_address(host)}]" if ":" in host else host.encode("idna").decode()
    except ValueError:
        raise BadSetting(name, value, f"{example} 처럼 쓰십시오.") from None
    if parts.scheme not in {"http", "https"} or not re.fullmatch(r"[\w.\[\]:-]+", ascii_host):
        raise BadSetting(name, value, f"{example} 처럼 쓰십시오.")
    if parts.path or parts.query or parts.fragment or parts.username:
        raise BadSetting(name, value, "주소 뒤에 경로를 붙이지 마십시오.")
    return f"{parts.scheme}://{ascii_host}{port}"


def postgres(name: str) -> dict[str, Any]:
    """A PostgreSQL address as Django's database settings; nothing where it is not set."""
    value = text(name)
    if not value:
        return {}
    # The address holds a password, so the line that refuses it shows none of it.
    if not value.startswith(("postgres://", "postgresql://")):
        raise BadSetting(name, "…", "postgres://사용자:비밀번호@서버/이름 처럼 쓰십시오.")
    try:
        found = dict(dj_database_url.parse(value))
    except (ValueError, ImproperlyConfigured):
        raise BadSetting(name, "…", "postgres://사용자:비밀번호@서버/이름 처럼 쓰십시오.") from None
    if not found.get("NAME"):
        raise BadSetting(name, "…", "주소 끝에 데이터베이스의 이름을 쓰십시오.")
    return found


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Addresses or networks, comma-separated: 10.0.0.7, 192.168.0.0/24, ::1."""
    found = []
    for item in names(name):
        try:
            found.append(ip_network(item, strict=False))
        except ValueError:
            raise BadSetting(name, item, "10.0.0.7 또는 10.0.0.0/24 처럼 쓰십시오.") from None
    return found
