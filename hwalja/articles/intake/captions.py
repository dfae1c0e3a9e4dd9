"""Photo captions and their credits, in the forms Korean newspapers print them."""

import re

from hwalja.articles.intake.bylines import EMAIL
from hwalja.articles.intake.record import Caption
from hwalja.hangul.normalise import collapse

_MARK = re.compile(
    r"^\s*(?:[▲△▼▽◀▶◁▷☝⬆↑]+|\(?(?:위|아래|왼쪽|오른쪽)\)?\s?사진[:=]|(?:사진|이미지|그림)\s?(?:설명|캡션)\s?[:=▲]?|"
    r"\[\s?(?:사진|그래픽|이미지)\s?설명\s?\]|photo\s?[:=])\s*",
    re.I,
)
_LABEL = (
    r"(?:(?:사진|그래픽|자료|이미지|영상|그림|일러스트|삽화|지도|도표|화면|포토|출처|photo|image|자료\s?사진|"
    r"자료\s?출처|사진\s?출처|이미지\s?출처|그래픽\s?출처)\s?(?:제공|출처|캡처|갈무리)?)"
)
_AGENCIES = (
    r"(?:(?:AP|AFP|EPA|UPI|로이터|신화|타스|교도|게티이미지\s?\w{0,6}|Getty\s?Images?\w{0,6}|Reuters|Bloomberg|블룸버그)\s?"
    r"[·/=,]?\s?)?(?:연합뉴스(?:TV)?|뉴시스|뉴스1|뉴스핌|게티이미지\w{0,6}|게티이미지|로이터|AFP|AP|EPA|신화|픽사베이|언스플래시|"
    r"셔터스톡|Reuters|Getty\s?Images?\w{0,6}|Bloomberg|셀프)"
)
_OPEN, _CLOSE = "<＜〈《[［(（{【「", ">＞〉》]］)）}】」"
_BRACKET = re.compile(
    rf"\s*[{re.escape(_OPEN)}](?P<in>[^{re.escape(_OPEN + _CLOSE)}]{{1,60}})[{re.escape(_CLOSE)}]\s*\.?$"
)
_TAIL = re.compile(
    rf"\s*(?:[/|ㅣ·,]\s*)?(?:{_LABEL}\s?[=:：ⓒ©|ㅣ/]\s?|[ⓒ©]\s?|(?:사진|자료)\s?제공\s)(?P<label>[^=:<>\[\]()]{{1,50}})$"
    rf"|(?<=[.”\"'’)가-힣\d])\s*[/=|]\s?(?P<slash>[^/=|.]{{2,30}})$"
    rf"|(?<=[.”\"'’)])\s{{0,3}}(?P<given>(?:{_AGENCIES}|[^.\s/|][^./|]{{0,28}})(?:\s?(?:제공|갈무리|캡처|자료\s?사진))?)$",
    re.I,
)
# Without a mark in front, only what is surely a source counts as a credit.
_SOURCE = re.compile(
    rf"(?:{_AGENCIES}|.{{1,26}}(?:제공|갈무리|캡처|자료\s?사진|뉴스|신문|일보|통신|[DdSs][BbNn][Ss]?|사진\s?기자))$",
    re.I,
)
# The caption form of one wire service: dateline, text, date, the photo desk's mail.
_WIRE = re.compile(
    r"^[\[【(][^\]】)=]{1,12}=\s?(?P<credit>[^\]】)]{2,10})[\]】)]\s?(?:[가-힣·\s]{2,20}기자\s?=\s?)?(?P<text>.{5,300}?)\s*"
    r"\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?\s*[\w.+-]{1,30}@[\w.-]{4,30}$"
)
# News1 and those who do as it does: the day, the outlet, and again the outlet with its reporter.
_DAY_OUTLET = re.compile(
    r"^(?P<text>.{5,300}?)\s*\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?\s?/\s?[^/ⓒ©]{2,15}\s?[ⓒ©]\s?(?P<credit>[^ⓒ©=]{2,40})$"
)
# The credit in front: "[사진=한강통신] 다시 문을 연 책방."
_CREDIT_FIRST = re.compile(
    rf"^[\[(（【<〈]\s?{_LABEL}\s?[=:：ⓒ©]\s?(?P<credit>[^\[\]()（）【】<>〈〉]{{2,40}}?)\s?[\])）】>〉]\s*(?P<text>.{{4,300}})$"
)
# What wires forbid behind a picture.
_FORBIDDEN = re.compile(
    r"\s*[.,*]?\s*(?:무단\s?(?:전재|사용)\S{0,3}\s?)?재판매\s?(?:및|·)\s?DB\s?(?:제작\s?)?금지\s*"
)
_DATELINE = re.compile(
    r"^[\[【(][^\]】)=]{1,12}=[^\]】)]{2,12}[\]】)]\s?(?:[가-힣·\s]{2,20}기자\s?=\s?)?"
)
_ONLY = re.compile(
    rf"^\W*(?:\[사진\]\s|{_LABEL}\s?[=:：ⓒ©|ㅣ/]\s?|[ⓒ©]\s?)(?P<a>[^=:]{{1,50}}?)[\s\]\)>＞〉】]*$"
    rf"|^[<\[(〈＜【]\s?(?P<b>{_AGENCIES}|[^<>\[\]()]{{1,26}}\s(?:제공|자료\s?사진|캡처|갈무리))\s?[>\])〉＞】]$",
    re.I,
)
_PREFIX = re.compile(
    rf"^(?:{_LABEL}\s?(?:[=:：|ㅣ/]\s?[ⓒ©]?|[ⓒ©]|(?<=제공)\s|(?<=출처)\s)|[ⓒ©]|제공\s?[=:])\s*",
    re.I,
)
_LABELLED = re.compile(rf"^{_LABEL}[\s=:：|ㅣ/ⓒ©]", re.I)
# A credit in brackets is a short name; what reads like a remark belongs to the caption.
_REMARK = re.compile(
    r"[가-힣]{2}다$|[.?!]$|^(?:왼쪽|오른쪽|가운데|앞줄|뒷줄|맨|위|아래|왼|첫|두|세|네|오른)"
)
_DATE_BEFORE = re.compile(r"\s*\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?\s*$")
# These point at photos too, but more often at a subheading or a link.
_POINTERS = frozenset("▶▷▼▽")
# "△가나 △다라": the same mark again is a list in the story, not a photo.
_LISTED = re.compile(r"^\s*(?P<mark>[△▲▽▼◇▷▶]).+(?P=mark)")
# Titles and remarks in a caption are no credit: "<강의 밤>을", "(오른쪽 <대표>)".
_TITLE = r"<[^<>▲△]{1,40}>(?=[)’”」』]|(?:이|가|은|는|을|를|의|와|과|도|로|에서?)[\s가-힣])"
_INLINE = re.compile(
    rf"\s*(?P<caption>[▲△]\s?(?:[^▲△<>\[\]]|{_TITLE}){{1,250}}"
    r"(?:[<＜〈]\s?[^<>＜〈]{1,40}\s?[>＞〉]|[\[(]\s?(?:사진|제공|그래픽|자료)[^\])]{1,40}[\])]))\s*"
)
LONGEST = 400
_FORMS = (_WIRE, _DAY_OUTLET, _CREDIT_FIRST)


def is_sure(text: str) -> bool:
    """Whether a line can be nothing but a caption, wherever it stands on a page."""
    text = text.lstrip()
    caption = read(text)
    if caption is None or not caption.credit:
        return False
    return text[:1] in "▲△" or any(form.match(text) for form in (_WIRE, _DAY_OUTLET))


def has_mark(text: str) -> bool:
    """Whether a line begins with the mark that points at a photo."""
    return bool(_MARK.match(text))


def split_inline(text: str) -> list[str]:
    """A line cut around captions that stand in the middle of a paragraph."""
    if "▲" not in text and "△" not in text:
        return [text]
    if text.count("▲") + text.count("△") == 1 and text.lstrip()[0] in "▲△" and is_sure(text):
        return [text]
    return [part for part in _INLINE.split(text) if re.search(r"\w", part)]


_PICTURED = re.compile(
    r"있다\.?$|곳이다\.?$|모습|장면|전경|조감도|사진|이미지|갈무리|캡처|화면|로고|왼쪽|오른쪽|가운데|포스터|그래픽"
)


def is_bare(text: str) -> bool:
    """Whether nothing but its mark makes a line a caption: no credit, no words of a picture."""
    caption = read(text)
    return caption is not None and not caption.credit and not is_pictured(caption.text)


def credit_only(text: str) -> str | None:
    """The credit on a line which holds nothing else ("사진=연합뉴스"), or None."""
    text = _FORBIDDEN.sub("", text)
    found = _ONLY.match(text) if len(text) <= 70 else None
    return _plain(found["a"] or found["b"]) if found else None


def read(text: str) -> Caption | None:
    """The caption a line is, with its credit; None for a line with neither mark nor credit."""
    if len(text) > LONGEST:
        return None
    text = _FORBIDDEN.sub("", text)
    form = next((one for one in (p.match(text) for p in _FORMS) if one), None)
    if form:
        return Caption(collapse(form["text"]), _plain(form["credit"]))
    # Behind a pointer only what is surely a source is a credit.
    marked = has_mark(text) and not _LISTED.search(text) and text.lstrip()[:1] not in _POINTERS
    rest = EMAIL.sub("", _MARK.sub("", text)).strip()
    caption, credit = _credit(rest, marked)
    if not marked and (credit is None or caption.count("다. ") > 2):
        return None
    caption = _DATE_BEFORE.sub("", caption)
    return Caption(collapse(_DATELINE.sub("", caption) if credit else caption), credit)


_SIGNED = re.compile(
    r"^(?P<text>[^/=]{4,200}?)(?:\s*[/=]\s?|(?<=[가-힣][.])\s)(?P<credit>[가-힣]{2,4}\s?(?:[가-힣]{0,4}기자))$"
)
# Whoever gave it, named behind words that tell a picture: "… 답하고 있다. 공동취재단".
_GIVEN = re.compile(
    r"^(?P<text>.{8,200}(?:있다|모습(?:이다)?|장면(?:이다)?|전경(?:이다)?)\.)\s"
    r"(?P<credit>(?!.*[다요까죠네나]$)[가-힣A-Za-z0-9·]{2,12}(?:\s[가-힣A-Za-z0-9·]{1,10})?)$"
)


def signed(text: str) -> Caption | None:
    """A caption whose credit looks like a sign-off ("… 모습. /홍길동 기자"), or None.

    It may be a story's last sentence as well: what follows on the page decides.
    """
    bare = EMAIL.sub("", text).strip()
    found = _SIGNED.match(bare) or _GIVEN.match(bare)
    return Caption(found["text"], found["credit"]) if found else None


def is_pictured(text: str) -> bool:
    """Whether words tell what a picture shows."""
    return bool(_PICTURED.search(text))


def _credit(text: str, marked: bool) -> tuple[str, str | None]:
    """A caption and the credit at its end; credits in several brackets are joined."""
    bracket = _BRACKET.search(text)
    if bracket and not _REMARK.search(bracket["in"].strip()) and _is_credit(bracket, text, marked):
        return text[: bracket.start()], _plain(bracket["in"])
    tail = _TAIL.search(text[-120:])
    credit = next((value for value in tail.groups() if value), None) if tail else None
    if not tail or not credit or not (tail["label"] or marked or _SOURCE.match(credit)):
        return text, None
    return text[: len(text) - len(text[-120:]) + tail.start()], _plain(credit)


def _is_credit(bracket: re.Match[str], text: str, marked: bool) -> bool:
    """Brackets hold a credit if angled or labelled, or if they follow the end of a sentence."""
    inside = bracket["in"].strip()
    if "=" in inside and not _LABELLED.match(inside):
        return False  # "(서울=한강통신)" is a dateline.
    before = text[: bracket.start()].rstrip()
    if bracket[0].lstrip()[0] in "<＜〈" or _LABELLED.match(inside):
        return True
    named = re.fullmatch(
        rf"{_AGENCIES}|.{{1,30}}(?:제공|갈무리|캡처|자료사진|뉴스|통신|기자)", inside, re.I
    )
    return bool(named) or (marked and before.endswith("."))


def _plain(credit: str) -> str | None:
    """A credit without its label and mail: "사진제공=가나전자" is 가나전자."""
    bare = EMAIL.sub("", _DATE_BEFORE.sub("", credit)).strip(" .,/|")
    return collapse(_PREFIX.sub("", bare)).strip(" =:/ⓒ©,|") or None
