"""Typed readers of the environment: a malformed value stops the start with one line naming it."""

import os
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit


class BadSetting(SystemExit):
    """A setting that cannot be used: the process ends with this one line."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f"{name}={value!r}: 값이 잘못되었습니다. {expected}")


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


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
    value = text(name, default)
    path = Path(value).expanduser().resolve()
    if path.exists() and not path.is_dir():
        raise BadSetting(name, value, "폴더의 경로를 쓰십시오.")
    return path


def base_url(name: str, default: str) -> str:
    """Scheme and host (with port), without a path and without a trailing slash."""
    value = text(name, default).rstrip("/")
    try:
        parts = urlsplit(value)
        port_ok = parts.port is None or parts.port > 0
    except ValueError:
        raise BadSetting(name, value, "https://news.example.kr 처럼 쓰십시오.") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or not port_ok:
        raise BadSetting(name, value, "https://news.example.kr 처럼 쓰십시오.")
    if parts.path or parts.query or parts.fragment or parts.username:
        raise BadSetting(name, value, "주소 뒤에 경로를 붙이지 마십시오.")
    return value


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Addresses or networks, comma-separated: 10.0.0.7, 192.168.0.0/24, ::1."""
    found = []
    for item in names(name):
        try:
            found.append(ip_network(item, strict=False))
        except ValueError:
            raise BadSetting(name, item, "10.0.0.7 또는 10.0.0.0/24 처럼 쓰십시오.") from None
    return found
