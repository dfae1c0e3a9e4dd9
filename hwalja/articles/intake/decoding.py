"""From the bytes of a captured page to its text, whatever it was saved in."""

import codecs
import re

from hwalja.articles.intake.record import NotAnArticle
from hwalja.hangul.normalise import clean, hangul_share

# Longest first: the UTF-32 mark begins like the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("cp949", "utf-16-le", "utf-16-be")
# A captured page weighs some 10 kB, a whole HTML page under 2 MB.
MAX_BYTES = 10_000_000
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""", re.I)


def decode(data: bytes) -> str:
    """The text of a file, composed and with plain spaces; raises NotAnArticle."""
    if len(data) > MAX_BYTES:
        raise NotAnArticle("파일이 너무 큽니다(10MB까지 읽습니다).")
    if not data.strip():
        raise NotAnArticle("빈 파일입니다.")
    text = _marked(data) or _unmarked(data)
    if text is None:
        raise NotAnArticle("글이 아닌 파일입니다(글자를 읽을 수 없습니다).")
    return clean(text)


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    return None


def _unmarked(data: bytes) -> str | None:
    """UTF-8 if it is valid, else the encoding which makes the most Korean of it."""
    if 0 not in data:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    tries = [_attempt(data, encoding) for encoding in (*_declared(data), *_LEGACY, "utf-8")]
    best = max(tries, key=_legibility)
    return best if _legibility(best) > 0.2 else None


def _declared(data: bytes) -> tuple[str, ...]:
    """The encoding which an HTML page names, if Python knows it as a text encoding."""
    found = _DECLARED.search(data[:4096])
    if not found:
        return ()
    name = found[1].decode("ascii").lower()
    return ("cp949",) if name.replace("-", "_") in {"euc_kr", "ks_c_5601_1987"} else ()


def _attempt(data: bytes, encoding: str) -> str:
    return data.decode(encoding, errors="replace")


def _legibility(text: str) -> float:
    """How Korean a decoding looks, from its head: Hangul up, broken and control characters down."""
    head = clean(text[:20_000].replace("\x00", "\ufffd"))
    if not head:
        return 0.0
    broken = head.count("\ufffd") / len(head)
    odd = sum(1 for char in head if ord(char) > 0x3000 and not "가" <= char <= "힣") / len(head)
    return hangul_share(head) - 5 * broken - odd
