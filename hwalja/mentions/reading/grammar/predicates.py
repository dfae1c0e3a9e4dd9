"""Verbs of a sentence with their endings: what is said, denied, supposed or only asked."""

import re
from dataclasses import dataclass
from functools import cache

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame, Unit
from hwalja.mentions.reading.wordlist import listed

_VERBS = frozenset({"VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"})
_ENDINGS = frozenset({"EC", "EF", "ETM", "ETN"})
_QUOTING = re.compile(r"(?:(?:다|라|자|냐|까|요|지|네)(?:라?고|며|면서|는|던)|란|단)$")
_ASKED = re.compile(r"(?:지|냐|까|는가|ᆫ가|나요|냐고|냐는|까요)$")
_SUPPOSED = re.compile(r"(?:면|더라도|어도|아도|든|든지|거든|려고|으려|려|도록|라|세요|자)$")
_CLAIMS = listed("주장 보도 증언 진술 얘기 이야기 말 폭로 전언 관측 추측 추정 목격담 제보")
_PHRASES = listed(
    "입을열 운을떼 입을모으 목소리를높이 선을긋 쐐기를박 고개를들 각을세우 힘을얻 설득력을얻 의미를부여하"
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb from its stem to its last ending; `first`, `last` count units of the frame."""

    first: int
    last: int
    stem: str
    ending: str
    tag: str
    is_past: bool
    aux: tuple[str, ...]
    links: tuple[str, ...]
    verb: Unit
    is_will: bool = False

    @property
    def is_quoting(self) -> bool:
        """-다고, -라는 …: its clause is what somebody says or thinks."""
        return self.tag in {"EC", "ETM", "EF"} and bool(_QUOTING.search(self.ending))

    @property
    def is_saying(self) -> bool:
        return self.stem in words.SAYING or self.stem == "하"

    @property
    def is_relative(self) -> bool:
        return self.tag == "ETM" and not self.is_quoting

    @property
    def is_negated(self) -> bool:
        return any(form in {"않", "못하", "말"} for form in self.aux)


def predicates(frame: Frame) -> list[Predicate]:
    """The verbs of a frame in their order."""
    found: list[Predicate] = []
    at = 0
    while at < len(frame.units):
        if frame.tag(at) == "JKQ" and frame.tag(at - 1) not in {"Q", "EF", "SSC"}:
            found.append(_quoted_noun(frame.units[at], at))
        if frame.tag(at) not in _VERBS:
            at += 1
            continue
        predicate = _read(frame, at)
        found.append(predicate)
        at = max(predicate.last, at) + 1
    return found


def _read(frame: Frame, at: int) -> Predicate:
    first, stem = _stem(frame, at)
    last, ending, tag, is_past = _ending(frame, at)
    aux: list[str] = []
    links: list[str] = []
    follows = _auxiliary(frame, last, ending, tag)
    while follows is not None:
        links.append(ending)
        aux.append(frame.form(follows))
        last, ending, tag, past = _ending(frame, follows)
        is_past = is_past or past
        follows = _auxiliary(frame, last, ending, tag)
    if _is_contracted(frame, last, ending):
        ending = "대"
    verb = frame.units[at]
    if stem == "내" and aux[:1] == ["놓"]:
        stem = "내놓"
    is_will = any(frame.form(i) == "겠" for i in range(at, last))
    return Predicate(
        first, last, stem, ending, tag, is_past, tuple(aux), tuple(links), verb, is_will
    )


def _quoted_noun(particle: Unit, at: int) -> Predicate:
    """적힌 그대로라고: the particle of quoting behind a noun or an adverb."""
    verb = Unit("", "VCP", particle.start, particle.end)
    return Predicate(at, at, "이", "라고", "EC", False, (), (), verb)


def _is_contracted(frame: Frame, last: int, ending: str) -> bool:
    """온대 for 온다고 해, into which the analyser takes a name like 가온대 apart."""
    unit = frame.units[last]
    printed = frame.text[unit.start : unit.end]
    return bool(_QUOTING.search(ending)) and not re.search("[고며면는던란단]", printed)


def _stem(frame: Frame, at: int) -> tuple[int, str]:
    unit, before = frame.units[at], frame.form(at - 1)
    if unit.tag in {"XSV", "XSA"}:
        return max(at - 1, 0), before + unit.form
    if unit.tag == "VCP":
        return at, "이"
    if unit.tag == "VV" and frame.tag(at - 1) in {"JKO", "JX"}:
        noun = frame.form(at - 2)
        if unit.form == "하" and noun + "하" in words.SAYING:
            return at - 2, noun + "하"
        if noun + before + unit.form in _PHRASES:
            return at - 2, noun + before + unit.form
    return at, unit.form


def _ending(frame: Frame, at: int) -> tuple[int, str, str, bool]:
    """Index, form and tag of the ending behind the verb at `at`; whether it tells of the past."""
    is_past = False
    i = at + 1
    while frame.tag(i) == "EP":
        is_past = is_past or frame.form(i) in {"었", "았", "였"}
        i += 1
    if frame.form(i) == "라" and frame.tag(i + 1) == "JX" and frame.form(i + 1) == "는":
        # Kiwi splits 이라는 behind some nouns (때문이라는).
        return i + 1, "라는", "ETM", is_past
    if frame.tag(i) == "EF" and frame.tag(i + 1) == "JKQ":
        # 아니다라고: a whole sentence with the particle of quoting.
        return i + 1, frame.form(i) + frame.form(i + 1), "EC", is_past
    if frame.tag(i) in _ENDINGS:
        return i, frame.form(i), frame.tag(i), is_past
    return i - 1, "", "", is_past


def _auxiliary(frame: Frame, last: int, ending: str, tag: str) -> int | None:
    """Where the sentence's verb goes on with 있다, 않다, 하다 (말하지는 않았다, 부르기도 했다)."""
    if tag not in {"EC", "ETN"} or _QUOTING.search(ending):
        return None
    at = last + 1
    if frame.tag(at) == "JX":
        at += 1
    return at if frame.tag(at) == "VX" else None


def is_unsaid(frame: Frame, predicate: Predicate) -> bool:
    """Denied, supposed, wished, asked or gossiped: then nobody said the words."""
    if predicate.is_negated or {"싶", "지"} & set(predicate.aux) or "어야" in predicate.links:
        return True
    if predicate.is_quoting:
        asked = _ASKED.search(predicate.ending) or predicate.ending.endswith(("라고", "자고"))
        return bool(asked) or _noun_behind(frame, predicate.last) in words.HEARSAY_NOUNS
    if predicate.tag == "ETM":
        return predicate.ending in {"ᆯ", "을"} or _is_denied(frame, predicate.last)
    return bool(_is_supposed(predicate) or _ASKED.search(predicate.ending))


def _is_supposed(predicate: Predicate) -> bool:
    return predicate.ending not in {"자", "아라"} and bool(_SUPPOSED.search(predicate.ending))


def is_hearsay(frame: Frame, predicate: Predicate) -> bool:
    """…라고 말했다는 주장: that they were said is itself only claimed."""
    return _is_of(frame, predicate, _CLAIMS)


def is_rumour(frame: Frame, predicate: Predicate) -> bool:
    """…라고 말했다는 소문, …라고 말했다는 주장도 나왔다: it may never have been said."""
    if _is_of(frame, predicate, words.HEARSAY_NOUNS):
        return True
    return _is_of(frame, predicate, _CLAIMS) and any(
        frame.form(i) in {"나오", "제기", "돌", "퍼지", "번지", "떠돌", "관련", "대하", "두"}
        for i in range(predicate.last + 2, min(predicate.last + 7, len(frame.units)))
    )


def _is_of(frame: Frame, predicate: Predicate, nouns: frozenset[str]) -> bool:
    is_before_noun = predicate.is_quoting and predicate.tag == "ETM"
    return is_before_noun and _noun_behind(frame, predicate.last) in nouns


def _noun_behind(frame: Frame, at: int) -> str:
    """The last noun of the phrase behind a unit: 최근의 소문, 일부 주장."""
    noun = ""
    for i in range(at + 1, min(at + 6, len(frame.units))):
        if frame.tag(i) in NOUNISH:
            noun = frame.form(i)
        elif frame.tag(i) not in {"JKG", "MM"}:
            break
    return noun


def _is_denied(frame: Frame, at: int) -> bool:
    """말한 적이 없다, 말한 것은 아니다."""
    if frame.form(at + 1) not in {"적", "일", "사실", "바", "것", "게", "건"}:
        return False
    i = at + 2
    while frame.tag(i) in {"JKS", "JX", "JKC", "MAG", "MM", "NNB", "NR", "SN", "JKB"}:
        i += 1
    return frame.form(i) in {"없", "아니"}


@cache
def cut(ending: str) -> int:
    """How many letters of a quoting ending are no part of the words: 다|고, 다|면서, 이|란."""
    for tail in ("면서", "고", "며", "는", "던"):
        if ending.endswith(tail):
            return len(tail)
    return 0


def words_end(frame: Frame, predicate: Predicate) -> int:
    """Where the reported words end: …다|고, …것|이라고, …달라|고."""
    ending = frame.units[predicate.last]
    if predicate.verb.tag == "VCP" and predicate.ending.startswith(("라", "란")):
        return predicate.verb.start
    if ending.tag == "JKQ":
        return ending.start
    # 한단, 하란: the ending is one syllable with what stays.
    return ending.end - cut(predicate.ending)
