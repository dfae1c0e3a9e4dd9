"""Which key the operator means: a path, a full URL of the paper, or a key as the press says it."""

from urllib.parse import parse_qs, urlsplit

from django.conf import settings

from hwalja.press import errors, parts
from hwalja.press.compose import path_of
from hwalja.press.marks import LONGEST
from hwalja.press.press import PART


class Unknown(ValueError):
    """It names nothing of ours; the text is for the operator."""


def key_of(text: str) -> str:
    """The key that `text` names. Raises `Unknown`."""
    if text.startswith((PART, errors.ERROR)):
        return _kept(text)
    if "://" in text:
        _ours(text)
    elif not text.startswith("/") or text.startswith("//"):
        raise Unknown(f"‘{text}’: /로 시작하는 경로나 신문의 전체 주소를 쓰십시오.")
    return _path(text)


def _kept(text: str) -> str:
    """A part, all of it, or an error page."""
    kind, _, name = text.partition(":")
    if kind == "error" and name.isdecimal() and int(name) in errors.STATUSES:
        return text
    of = name.partition("/")[0]
    if kind == "part" and of.partition(".")[0] in parts.PARTS:
        return f"{PART}{of}"
    raise Unknown(f"‘{text}’: 그런 부분이나 오류 쪽은 없습니다.")


def _ours(url: str) -> None:
    try:
        host, port = urlsplit(url).hostname or "", urlsplit(url).port
    except ValueError:
        raise Unknown(f"‘{url}’: 올바른 주소가 아닙니다.") from None
    base = urlsplit(settings.BASE_URL)
    names = settings.LOOPBACK if settings.IS_LOOPBACK else {base.hostname}
    if host not in names or (port or base.port) != base.port:
        raise Unknown(f"‘{url}’: 이 신문({settings.BASE_URL})의 주소가 아닙니다.")


def _path(text: str) -> str:
    """Of the query only the number of a page counts, as for readers."""
    found = urlsplit(text)
    number = parse_qs(found.query).get("page", [""])[-1]
    key = path_of(found.path or "/")
    if number.isdecimal() and int(number) > 1:
        key = f"{key}?page={int(number)}"
    if len(key) > LONGEST:
        raise Unknown(f"‘{text[:60]}…’: 너무 긴 주소입니다.")
    return key
