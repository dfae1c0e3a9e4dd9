"""Who the subjects of a sentence are: a known name at the end of the phrase, or nobody."""

import re
from dataclasses import dataclass
from typing import Literal

from hwalja.mentions.reading import ranks, words
from hwalja.mentions.reading.grammar.animacy import is_animate
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame, Unit
from hwalja.mentions.reading.korean_names import GIVEN, SURNAMES
from hwalja.mentions.reading.media import is_medium
from hwalja.mentions.reading.organisation_words import is_body_noun
from hwalja.mentions.reading.shapes import Mention
from hwalja.mentions.reading.short import SEVERAL
from hwalja.mentions.reading.wordlist import listed

# `body`: a body that was named before (회사, 이 단체); `he`: 그, 고인.
Sort = Literal["named", "nobody", "he", "body", "thing", "medium"]
# An office speaks for its organisation: 은행 측, 대통령실 공보실, 서울중앙지법 형사합의25부.
_OFFICE = re.compile(
    r"(?:측|쪽|공보실|홍보실|홍보팀|홍보부|대변인실|공보관실|공보담당실|사무국|사무처|본사|"
    r"(?:제?\s?\d+\s?)?(?:형사|민사|행정|가사|특허)[가-힣]{0,6}\s?(?:제?\s?\d+\s?)?(?:재판)?부|제?\s?\d+\s?부|"
    r"(?:형사|민사|행정)\s?\d+\s?(?:단독|부))"
)
# Named, but nobody in particular.
_GENERIC = re.compile(
    r"(?:[가-힣]{0,4}\s?(?:당국|업계|학계|언론|외신)|경찰|검찰|법원|정부|재판부|군|여당|야당|여야|노조|수사팀|연구팀|연구진|특검팀|소방|해경)"
)
# What stands before the name of a medium: 일간지 NAME, 현지 매체 NAME.
_PRESS = listed(
    "매체 언론 신문 일간지 방송 통신사 주간지 잡지 외신 전문지 방송사 신문사 언론사 경제지 영자지 통신 월간지"
)
_ADVERBIAL = listed("관련 인터뷰 통화 함께 동시 별도 무관 비교")
_HE = listed("그 그녀 고인")


@dataclass(frozen=True, slots=True)
class Who:
    """The one a phrase means; `mention` only where the sort is `named`.

    `is_bare`: nothing describes or counts it; `is_this`: 이, 해당 points back.
    """

    sort: Sort
    mention: Mention | None = None
    text: str = ""
    is_bare: bool = False
    is_this: bool = False

    @property
    def name(self) -> str | None:
        return self.mention.name if self.mention else None


NOBODY = Who("nobody")


@dataclass(frozen=True, slots=True)
class Subject:
    """A phrase with 은/는, 이/가 or 도; `at` is its particle's unit, `first` its first unit."""

    at: int
    first: int
    mark: Literal["topic", "nominative", "also"]
    who: Who


def subjects(frame: Frame) -> list[Subject]:
    """The phrases outside the quoted words that may be the subject of a verb."""
    found = []
    for at, unit in enumerate(frame.units):
        mark = _mark(frame, at)
        if mark is None:
            continue
        first = phrase_start(frame, at)
        text = frame.text[frame.units[first].start : unit.start].strip()
        if frame.form(at - 1) in words.TEMPORAL | _ASKED or _is_time(frame, at - 1):
            continue
        who = who_is(frame, first, at)
        if mark == "also" and not _may_speak(frame, at, who):
            continue
        if text:
            found.append(Subject(at, first, mark, who))
    return found


def _may_speak(frame: Frame, at: int, who: Who) -> bool:
    """관계자도 “…”: somebody unnamed is a subject too; 물가도 is none."""
    if who.sort in {"named", "he", "body", "medium"}:
        return True
    return who.sort != "thing" or frame.tag(at + 1) == "Q"


def _is_time(frame: Frame, at: int) -> bool:
    return frame.tag(at) == "NNB" and frame.form(at) in {
        "년",
        "월",
        "일",
        "시",
        "분",
        "때",
        "번",
        "차례",
    }


def _mark(frame: Frame, at: int) -> Literal["topic", "nominative", "also"] | None:
    unit, before = frame.units[at], frame.tag(at - 1)
    if before not in NOUNISH or before == "QT":
        return None
    if unit.tag == "JKS":
        return "nominative"
    if unit.tag == "JX" and unit.form in {"은", "는", "ᆫ"}:
        return "topic"
    if (unit.tag == "JX" and unit.form == "도") or (unit.form == "역시" and before == "M"):
        return "also"
    return "also" if unit.form == "역시" and unit.tag.startswith("MA") else None


def phrase_start(frame: Frame, at: int) -> int:
    """The first unit of the run of nouns before `at`."""
    first = at
    while first and (_is_nominal(frame, first - 1) or _is_former(frame, first - 1)):
        first -= 1
    # ‘강은’은, “도은”호는: quoted words as a name stand alone.
    return first if first < at else at - 1


def _is_nominal(frame: Frame, at: int) -> bool:
    return frame.tag(at) in NOUNISH and frame.tag(at) != "Q"


def _is_former(frame: Frame, at: int) -> bool:
    """NAME 전 통일부 장관: the phrase goes on before 전."""
    return (
        frame.form(at) in {"전", "현", "신임"}
        and frame.tag(at) == "MM"
        and _is_nominal(frame, at - 1)
    )


def who_is(frame: Frame, first: int, at: int) -> Who:
    """Whom the phrase of the units first..at names: its head must be a known name, or nobody."""
    units = frame.units[first:at]
    text = " ".join(frame.text[units[0].start : units[-1].end].split())
    names = [u.mention for u in units if u.mention]
    if not names:
        sort = _unnamed(text, units)
        is_name = any(u.is_new or u.tag == "NNP" for u in units)
        is_other = is_name and frame.tag(first - 2) == "M" and _is_joint(frame, first)
        if is_other:
            return Who("nobody", text=text)
        return Who(sort, None, text, _is_bare(frame, first), _is_this(frame, first))
    who = _head(frame, names, units[-1].end)
    if who.sort == "named" and len(units) > 1 and _is_press(frame, first, at):
        return Who("medium", who.mention, text)
    if who.sort == "named" and _is_joint(frame, first):
        return Who("nobody", text=text)
    return Who(who.sort, who.mention, text)


def _is_press(frame: Frame, first: int, at: int) -> bool:
    """현지 일간지 NAME은: the name right behind what kind of medium it is."""
    return frame.tag(at - 1) == "M" and any(
        frame.form(i) in _PRESS or frame.form(i).endswith("매체") for i in range(first, at - 1)
    )


def _unnamed(text: str, units: list[Unit]) -> Sort:
    head = units[-1]
    if text in _HE:
        return "he"
    if is_body_noun(text.removesuffix(" 측")):
        return "body"
    if is_medium(text):
        return "medium"
    if text.endswith(" 시장") or (text.endswith("시장") and text != "시장"):
        return "thing"
    if _LOCAL.fullmatch(text.split()[-1]) and head.form in {"시", "군", "구", "도"}:
        return "nobody"
    is_name = any(u.is_new for u in units) or head.tag in {"NNP", "NP"} or _may_be_name(text, units)
    if text.split()[-1] in _NO_PEOPLE or not (is_name or is_animate(text.split()[-1])):
        return "thing"
    return "nobody"


def _is_bare(frame: Frame, first: int) -> bool:
    before = frame.tag(first - 1)
    if before in {"ETM", "JKG", "XPN"} or before in NOUNISH:
        return False
    return before not in {"MM", "NR", "JC"} or frame.form(first - 1) in _THIS


def _is_this(frame: Frame, first: int) -> bool:
    return frame.form(first - 1) in _THIS and frame.tag(first - 1) in {"MM", "NNG"}


def _may_be_name(text: str, units: list[Unit]) -> bool:
    """최운정은: a surname and a given name that the analyser takes apart; B사는."""
    if re.fullmatch(r"[A-Z](?:사|은행|병원|그룹|업체|학교|대|시|군|구)", text):
        return True
    is_long = len(text) == 3 and text[0] in SURNAMES and all(char in GIVEN for char in text[1:])
    return is_long and len(units) > 1 and units[0].end == units[0].start + 1


# A town: 가람시, 가람군.
_LOCAL = re.compile(r"[가-힣]{2,4}[시군구도]")
_THIS = listed("이 해당 동 그")
_ASKED = listed("누구 누 무엇 뭐 무어 어디 언제 아무것")
_NO_PEOPLE = listed(
    "이것 그것 저것 여기 거기 저기 이곳 그곳 이 그 무엇 뭐 뭔가 어디 언제 이번 올해 지난해 내년"
)


def _head(frame: Frame, names: list[Mention], end: int) -> Who:
    last = names[-1]
    tail = frame.text[last.end : end]
    if last.status == "masked" or SEVERAL in last.evidence or _GENERIC.fullmatch(last.name):
        return NOBODY
    if last.kind == "person":
        return Who("named", last) if ranks.is_tail(tail) else NOBODY
    bare = re.sub(r"\([^()]*\)", " ", tail).strip()
    if is_medium(last.name) and (not bare or bare in {"통신", "신문", "방송"}):
        return Who("medium", last)
    if not bare or _OFFICE.fullmatch(bare):
        return Who("named", last)
    return _before_post(frame, names, end)


def _before_post(frame: Frame, names: list[Mention], end: int) -> Who:
    """NAME ORG TITLE: the person stands before the organisation."""
    for person in reversed(names[:-1]):
        if person.kind != "person":
            continue
        between = frame.text[person.end : end]
        if person.status != "masked" and between.startswith(" ") and ranks.is_tail(between):
            return Who("named", person)
        return NOBODY
    return NOBODY


def _is_joint(frame: Frame, first: int) -> bool:
    """A 대표와 B 의원은, A·B 의원은, A, B는."""
    before, form = frame.tag(first - 1), frame.form(first - 1)
    if before == "JC" or form in {"와", "과", "랑", "및"}:
        # 이와 관련 NAME은, 지난해와 달리 NAME은: no list.
        return frame.form(first) not in _ADVERBIAL and frame.tag(first - 2) != "NP"
    if form in {"·", "ㆍ", "・", "/"}:
        return True
    if form != ",":
        return False
    earlier = frame.units[first - 2] if first >= 2 else None
    return earlier is not None and (earlier.tag == "M" or ranks.is_rank(earlier.form))
