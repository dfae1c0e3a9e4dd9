"""Links and telephone numbers, by which comments advertise."""

import re

from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, waiting

_LINK = re.compile(
    r"https?://\S+|www\.\S+"
    r"|(?<![\w@.])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{2,63}){0,3}"
    r"\.(?:com|net|org|kr|me|io|ly|gg|info|biz|shop|site|xyz|top|club|link)\b(?:/\S*)?",
    re.IGNORECASE | re.ASCII,
)
# 010-1234-5678, 02) 123-4567, 1588-1234, with spaces or dots between.
_TELEPHONE = re.compile(
    r"(?<!\d)(?:\(?0(?:1[016789]|2|[3-6][1-5]|70|50\d)\)?[\s.)-]{0,3}\d{3,4}[\s.-]{0,3}\d{4}"
    r"|1[568]\d\d[\s.-]{1,3}\d{4})(?!\d)"
)
_MESSENGER = re.compile(
    r"(?:카톡|카카오톡|텔레그램|텔레|라인)\s?(?:아이디|id|ID|문의|상담|친추)\S*"
)


def links(said: Said) -> Verdict | None:
    if not said.rules.holds_links:
        return None
    found = [
        match.span()
        for rule in (_LINK, _TELEPHONE, _MESSENGER)
        for match in rule.finditer(said.text)
    ]
    if not found:
        return None
    return waiting(
        "links", "링크나 연락처가 있어 담당자가 보고 싣습니다.", *sorted(found), score=0.6
    )
