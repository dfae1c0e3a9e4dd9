"""The press's own terms, as the operator reads them."""

import errno
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from hwalja.press.marks import Order

ORDERS = {
    Order.REMOVAL: "거두는 쪽",
    Order.ARTICLE: "기사",
    Order.FRONT: "1면과 목록",
    Order.REST: "그 밖의 쪽",
    Order.KEPT: "독자가 찾은 쪽",
    Order.BULK: "긴 일",
}
WALKS = {
    "first": "새 기계의 첫 조판",
    "version": "새 판으로 모두 다시 조판",
    "tag:*": "모든 쪽 다시 조판",
}
FAULTS = {
    errno.ENOSPC: "디스크가 가득 찼습니다",
    errno.EDQUOT: "디스크 할당량을 다 썼습니다",
    errno.EROFS: "읽기만 되는 디스크입니다",
    errno.EACCES: "쓸 권한이 없습니다",
    errno.EIO: "디스크가 고장 났습니다",
}
SECONDS = {"일": 86_400, "시간": 3600, "분": 60, "초": 1}

_TAGS: dict[str, Callable[[str], str]] = {}


def call(kind: str, named: Callable[[str], str]) -> None:
    """Register how a room calls the pages with its tag `kind-<key>`; `named` gets the key."""
    _TAGS[kind] = named


def walk(name: str) -> str:
    """What a walk is about."""
    if name in WALKS:
        return WALKS[name]
    tag = name.removeprefix("tag:")
    kind, _, key = tag.partition("-")
    return _TAGS[kind](key) if kind in _TAGS else f"‘{tag}’ 갈래의 쪽"


def key(name: str) -> str:
    """What stands under a key: an address as it is, anything else by its kind."""
    kind, colon, rest = name.partition(":")
    if not colon or kind.startswith("/"):
        return name
    named = {"part": f"부분 {rest}", "error": f"오류 쪽 {rest}", "pages": f"{rest} 뒤쪽들"}
    return named.get(kind) or walk(name)


def fault(error: Exception) -> str:
    """Why a page could not be pressed: of the machine's faults the usual ones in Korean."""
    if isinstance(error, OSError) and error.errno in FAULTS:
        return f"{FAULTS[error.errno]}: {error.filename}" if error.filename else FAULTS[error.errno]
    return str(error)


def span(seconds: float) -> str:
    """A length of time in its largest unit: 12초, 3분, 2시간, 4일."""
    whole = max(int(seconds), 0)
    unit = next((name for name, size in SECONDS.items() if whole >= size), "초")
    return f"{whole // SECONDS[unit]}{unit}"


def wait(milliseconds: float) -> str:
    """How long a change took to reach readers: 80 ms, 1.4초, 3분."""
    if milliseconds < 1000:
        return f"{milliseconds:.0f} ms"
    return (
        f"{round(milliseconds / 1000, 1):g}초"
        if milliseconds < 59_950
        else span(milliseconds / 1000)
    )


def rate(pages_a_minute: int) -> str:
    """Pages per second of a minute."""
    each = pages_a_minute / 60
    return f"{each:.1f}" if each < 10 else f"{each:,.0f}"


def left(seconds: float) -> str:
    """When something ends, as far as can be told: 약 3분 뒤(14:05)."""
    end = timezone.localtime() + timedelta(seconds=seconds)
    return f"약 {span(seconds)} 뒤({end:%H:%M})"
