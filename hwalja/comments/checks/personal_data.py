"""What tells who somebody is: refused, to keep them and the author from harm."""

import re

from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, refused

_RESIDENT = re.compile(
    r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\s-]{0,3}[1-8]\d{6}(?!\d)"
)
_CARD = re.compile(r"(?<!\d)\d{4}([\s-])\d{4}\1\d{4}\1\d{4}(?!\d)")
_ACCOUNT = re.compile(r"(?<!\d)\d{2,6}-\d{2,6}-\d{4,8}(?:-\d{1,4})?(?!\d)")
_BANK = re.compile(r"은행|농협|수협|신협|새마을금고|우체국|카카오뱅크|토스뱅크|케이뱅크|계좌|입금")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,3}", re.ASCII)
_PASSPORT = re.compile(r"(?<![A-Za-z0-9])[MSROD]\d{3}[A-Z]?\d{4,5}(?!\d)")
_TELEPHONE = re.compile(r"0(?:1[016789]|2|[3-6][1-5]|70)-\d{3,4}-\d{4}")

KINDS = (
    ("주민등록번호", _RESIDENT),
    ("카드번호", _CARD),
    ("메일 주소", _MAIL),
    ("여권번호", _PASSPORT),
)


def personal_data(said: Said) -> Verdict | None:
    if not said.rules.holds_personal:
        return None
    text = said.text
    found = [(name, match.span()) for name, rule in KINDS for match in rule.finditer(text)]
    if _BANK.search(text):
        # A telephone number is written alike; that is another check's.
        accounts = (m for m in _ACCOUNT.finditer(text) if not _TELEPHONE.fullmatch(m.group()))
        found += [("계좌번호", match.span()) for match in accounts]
    if not found:
        return None
    names = ", ".join(dict.fromkeys(name for name, _ in found))
    message = f"개인정보({names})로 보이는 것이 있습니다. 지우고 다시 보내 주십시오."
    return refused("personal_data", message, *sorted(span for _, span in found))
