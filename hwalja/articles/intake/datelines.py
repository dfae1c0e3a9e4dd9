"""What a story's first and last paragraphs carry besides the story: dateline and sign-off."""

import re
from dataclasses import dataclass, field

from hwalja.articles.intake import bylines, furniture
from hwalja.articles.intake.record import Byline
from hwalja.hangul.normalise import collapse

_BRACKET = re.compile(
    r"^\s*(?P<open>[\[【［(（])\s*(?P<inside>[^\[\]【】［］()（）]{2,60})\s*[\]】］)）]\s*"
)
_EQUAL = re.compile("[=＝]")
# "워싱턴=홍길동 특파원" with nothing behind it but the story.
_ABROAD = re.compile(
    r"^(?P<who>[가-힣·]{2,8}[=＝](?:[가-힣]{2,4}[·ㆍ,]?\s?){1,4}(?:특파원|기자|통신원))\s+(?=\S)"
)
_EQUALS = re.compile(
    r"^(?P<who>[^=＝.]{2,60}?(?:기자|특파원|위원|통신원|PD|피디|리포터)(?:\s?[가-힣]{2,4}\s?(?:기자|특파원))?\s?)[=＝]\s*"
)
# Labels in brackets that open a story and name no outlet.
_NO_OUTLET = re.compile(
    r"^(?:단독|속보|종합\d?|긴급|앵커|기자|리포트|인터뷰|칼럼|사설|기고|편집자\s?주|사진|영상|그래픽|표|알림|정정|부고|인사|동정|"
    r"기획|특집|연재|분석|현장|르포|팩트체크|q&a|질문|답변|앵커\s?멘트|자막|참고|주의|출처|\d.*)$",
    re.I,
)
# Where a sentence has closed and something else may begin on the same line.
_CLOSE = re.compile(
    r"(?:[.!?…][”\"'’」』)\]]{0,3}|(?<=[다요까죠])[”\"'’」』])(?=[\s/(<\[|〈〔─—–=▶◎]|[가-힣])"
)
_TAIL = 160
_ENDING = re.compile(r"(?:[.!?…][”\"’'」』)\]]{0,3}|[”\"’'」』)])$")
_IN_BRACKETS = re.compile(r"^\s*[\[(<〈【][^\[\]()<>〈〉【】]{2,50}[\])>〉】]\W*(?:\S+@\S+)?$")
_RIGHTS = re.compile(r"[<\[〈(]?\s?(?:저작권자|copyright|[ⓒ©]|무단\s?전재)", re.I)
_NOTE = re.compile(r"\s*[<(\[〈]\s?끝\s?[>)\]〉]\s*$")


@dataclass(slots=True)
class Trimmed:
    """A paragraph freed of its dateline or sign-off, and what those said."""

    text: str
    outlet: str | None = None
    reporters: list[Byline] = field(default_factory=list)


def dateline(paragraph: str) -> Trimmed:
    """Take "[서울=뉴시스] 홍길동 기자 =" and its kin off the front of a paragraph."""
    bracket = _BRACKET.match(paragraph)
    outlet: str | None = None
    people: list[Byline] = []
    rest = paragraph
    if bracket:
        outlet, people = _inside(bracket["inside"], bracket["open"] in "(（")
        rest = paragraph[bracket.end() :] if outlet or people else paragraph
    named = _EQUALS.match(rest) or _ABROAD.match(rest)
    if named and bylines.find(named["who"]):
        people += bylines.find(named["who"])
        rest = rest[named.end() :]
    return Trimmed(rest.strip(), outlet, people)


def _inside(text: str, round_brackets: bool) -> tuple[str | None, list[Byline]]:
    """The outlet and reporters in the brackets of a dateline; (None, []) if they are no dateline."""
    people = bylines.find(text)
    placed = bool(_EQUAL.search(text))
    if round_brackets and not (placed or people):
        return None, []
    before = text[: text.find(people[0].name)] if people else text
    parts = [collapse(part).strip(" |/") for part in _EQUAL.split(before)]
    names = [part for part in parts if part and part not in bylines.PLACES]
    name = names[-1] if names else ""
    return (name if _is_outlet(name) else None), people


def _is_outlet(name: str) -> bool:
    """Two to sixteen letters in at most three words, and not a label such as 단독."""
    plain = re.fullmatch(r"[가-힣A-Za-z0-9·&+.\s]{2,16}", name)
    return bool(plain) and len(name.split()) <= 3 and not _NO_OUTLET.match(name)


def outlet_of(line: str) -> str | None:
    """The outlet in the brackets of a line of its own, such as "[활자경제] 홍길동 기자"."""
    bracket = _BRACKET.match(line)
    if not bracket or re.search("[가-힣A-Za-z]", bylines.remove(line[bracket.end() :])):
        return None
    return _inside(bracket["inside"], bracket["open"] in "(（")[0]


def sign_off(paragraph: str) -> Trimmed:
    """Take a reporter's name, mail and copyright off the end of a paragraph's last sentence."""
    text = _NOTE.sub("", _without_copyright(paragraph))
    offset = max(len(text) - _TAIL, 0)
    for found in _CLOSE.finditer(text, offset):
        rest = text[found.end() :]
        if _is_sign(rest):
            return Trimmed(text[: found.end()].rstrip(), None, bylines.find(rest))
    return Trimmed(text)


def _is_sign(rest: str) -> bool:
    """Whether a tail holds only names with titles, mails, and at most a place or an outlet."""
    people, mails = bylines.find(rest), bylines.EMAIL.search(rest)
    if not (people or mails) or re.search(r"[다요][.][\s가-힣]", rest):
        return False
    left = furniture.strip_furniture(bylines.remove(rest))
    # An outlet's name stands in the brackets: "[한강경제 홍길동 기자]".
    most = 16 if people and _IN_BRACKETS.match(rest) else 12 if mails else 6
    return len(re.findall(r"[^\W\d_]", left)) <= most


def _without_copyright(paragraph: str) -> str:
    """Cut a copyright line that was captured onto the end of the last paragraph."""
    for found in _RIGHTS.finditer(paragraph, max(len(paragraph) - 250, 0)):
        before = paragraph[: found.start()].rstrip()
        closed = (
            _ENDING.search(before) or bylines.EMAIL.search(before[-60:]) or "기자" in before[-30:]
        )
        if before and closed and furniture.is_copyright(paragraph[found.start() :]):
            return before
    return paragraph
