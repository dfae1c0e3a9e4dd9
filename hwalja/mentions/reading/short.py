"""Short forms of names that came in full before: 오웰 after 매리 오웰, 홍 대표 after 홍가람 대표.

A short form means somebody only if exactly one person before it fits. A surname needs the title
that its bearer goes by; where it is a word of its own as well (이, 전, 한), it must open a phrase.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from hwalja.mentions.reading import masked, title_words
from hwalja.mentions.reading.edges import begins_well, ends_well
from hwalja.mentions.reading.foreign_particles import PARTICLES
from hwalja.mentions.reading.korean_names import DOUBLE, WORDS_TOO
from hwalja.mentions.reading.name_words import FOREIGN_WORDS
from hwalja.mentions.reading.shapes import Mention, Status

# Called so by the thousand: 한 의원, 한 교수 is somebody or other; 한 감독 in a story of one team is not.
_COUNTED = "한"
_MEMBERS = frozenset(
    """
    의원 국회의원 시의원 도의원 구의원 교수 위원 연구원 연구위원 변호사 의사 판사 검사 기자 선수 배우 가수 작가 시인 교사 강사 직원 사원
    간부 임원 이사 상인 농민 회원 활동가 전문가 분석가 애널리스트 이코노미스트 관계자 비서관 행정관 보좌관 조종사 승무원 연구사 학생 신부 목사
    스님 평론가 학자 박사 씨 군 양 장관 차관 대사 특보 수석 최고위원 부장판사 후보 예비후보 당직자 트레이더 펀드매니저 회계사 컨설턴트
    """.split()  # noqa: SIM905
)
# Parts of foreign names that never stand for their bearer alone.
_PARTS = PARTICLES | frozenset(["세인트", "맥", "오", "주니어", "시니어"])
_TITLE = re.compile(r" (?:(?:전|현|당시|신임|前|現|고|故|초대|차기) )?(?P<word>[가-힣A-Za-z·]+)")
# 미국 오웰은: a country in front of a name.
_LAND = re.compile(
    rf"(?:{'|'.join(sorted(FOREIGN_WORDS, key=len, reverse=True))}|[가-힣][측사당]) $"
)

# The evidence of a short form that several people fit: it names nobody.
SEVERAL = "성이 같은 사람 여럿"
# The tag of the morpheme right before a place of the text; S where a sentence begins.
Before = Callable[[int], str]
# What a phrase may begin behind: a particle, an ending, an adverb, a mark.
_OPENING = ("J", "E", "MA", "S", "IC")
# 전 대표, 현 회장, 고 회장: behind a noun the word says what kind of post it is.
_ATTRIBUTES = frozenset("전현고")


@dataclass(slots=True)
class Person:
    """Somebody named in full, where they first stand, with the titles they go by."""

    mention: Mention
    titles: set[str] = field(default_factory=set)


def find(
    text: str,
    full: Sequence[Mention],
    called: dict[str, set[str]],
    before: Before = lambda at: "S",
) -> list[Mention]:
    """Short forms in a text with plain spaces, in order, none where a full name stands.

    `full`: mentions by full name; `called`: titles by name.
    """
    people: dict[str, Person] = {}
    for one in full:
        if one.kind == "person" and one.status != "masked":
            people.setdefault(one.name, Person(one, called.get(one.name, set())))
    found = [*_called(text, people, before), *_plain(text, people)]
    found.sort(key=lambda one: (one.start, -one.end))
    free, reached = [], 0
    for one in found:
        if one.start >= reached and not any(s.start < one.end and one.start < s.end for s in full):
            free.append(one)
            reached = one.end
    return free


def heads(name: str) -> list[str]:
    """What a name may be shortened to: 홍가람 → 홍; 하인리히 폰 에버 → 폰 에버, 에버, 하인리히."""
    words = re.split("[ ·]", name)
    if len(words) == 1:
        surname = name[:2] if name[:2] in DOUBLE and len(name) > 2 else name[:1]
        return [surname] if re.fullmatch("[가-힣]{2,4}", name) else []
    runs = [words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1)]
    return [" ".join(run) for run in runs if len(run) < len(words) and run[-1] not in _PARTS]


def _called(text: str, people: dict[str, Person], before: Before) -> Iterator[Mention]:
    bearers: dict[str, list[Person]] = defaultdict(list)
    for name, person in people.items():
        for head in heads(name):
            bearers[head].append(person)
    if not bearers:
        return
    longest = "|".join(map(re.escape, sorted(bearers, key=len, reverse=True)))
    for match in re.finditer(rf"(?<![가-힣A-Za-z0-9])(?:{longest})", text):
        named = [one for one in bearers[match[0]] if one.mention.end <= match.start()]
        mention = _one(text, match, named, before(match.start())) if named else None
        if mention:
            yield mention


def _one(text: str, match: re.Match[str], named: list[Person], tag: str) -> Mention | None:
    """The mention at a head: by its title, or a word of a foreign name by itself."""
    head, start, end = match[0], match.start(), match.end()
    titled = _TITLE.match(text, end)
    title = title_words.stem(titled["word"]) if titled else ""
    if title:
        fitting = _fitting(title, named)
        if fitting and _may_stand(head, title, tag):
            return _mention(start, end, fitting, named, text[start : match.end()])
        if len(head) == 1:
            return None
    if tag == "NNP" and not _LAND.search(text[max(0, start - 12) : start]):
        return None  # 클라라 폰 에버 is another than 하인리히 폰 에버.
    is_word = len(head) > 1 and head not in _PARTS and " " in named[0].mention.name
    if is_word and begins_well(text, start) and ends_well(text, end):
        return _mention(start, end, named, named, head)
    return None


def _may_stand(head: str, title: str, tag: str) -> bool:
    """Whether a surname is one here, by what stands right before it."""
    if head == _COUNTED:
        is_one = title_words.at_end(title) not in _MEMBERS
        return is_one and tag.startswith(_OPENING) and tag not in ("ETM", "JKG")
    return head not in _ATTRIBUTES or tag.startswith(_OPENING)


def _fitting(title: str, before: Iterable[Person]) -> list[Person]:
    """Those who go best by a title: by that very one, by a longer one, or by none so far."""
    scored = [(_fit(title, one), one) for one in before]
    best = max((score for score, _ in scored), default=0)
    return [one for score, one in scored if score == best and best > 0]


def is_same_post(one: str, other: str) -> bool:
    """Whether two titles may name one post, the longer with what it is over: 총장, 사무총장."""
    if title_words.plain(one) == title_words.plain(other):
        return True
    return _is_part(one, other) or _is_part(other, one)


def _fit(title: str, person: Person) -> int:
    known = {title_words.plain(one) for one in person.titles}
    if not known:
        return 0 if len(person.mention.name.split()) == 1 and _surname_is_word(person) else 1
    if title_words.plain(title) in known:
        return 3
    if any(_is_part(title, one) or _is_part(one, title) for one in known):
        return 2
    return 1 if any(title_words.is_called(title, one) for one in person.titles) else 0


def _surname_is_word(person: Person) -> bool:
    return any(head in WORDS_TOO for head in heads(person.mention.name))


def _is_part(short: str, long: str) -> bool:
    """위원 of 연구위원, 수석 of 원내수석부대표; not 회장 of 부회장."""
    at = long.find(short)
    return at >= 0 and not (at > 0 and long[at - 1] in "부차")


def _mention(
    start: int, end: int, fitting: list[Person], before: list[Person], printed: str
) -> Mention:
    """A short form of the one who fits; of several, nobody's for sure."""
    known = fitting[0].mention
    others = [one.mention for one in before]
    ids = tuple(one.id for one in others if one.id)
    if len(fitting) > 1:
        return Mention(start, end, "person", printed, "ambiguous", "short", None, ids, (SEVERAL,))
    why = (f"앞의 ‘{known.name}’",)
    mention = replace(known, start=start, end=end, how="short", evidence=why)
    if len(others) > 1:
        # Another of the surname was named as well: whose title it is tells, but not surely.
        mention = replace(mention, status="ambiguous", id=None, candidates=ids)
    return mention


def _plain(text: str, people: dict[str, Person]) -> Iterator[Mention]:
    """Surname and 씨: somebody named in full before, or one whom the paper does not name.

    It never carries an id: a paper prints no more of those it protects.
    """
    hidden = {one.name[0] for one in masked.find(text)}
    known = {head for name in people if " " not in name for head in heads(name)}
    for one in masked.surnames(text, known):
        bearers = [
            person
            for name, person in people.items()
            if person.mention.end <= one.start and " " not in name and one.name in heads(name)
        ]
        if len(bearers) == 1 and one.name not in hidden:
            yield _unsure(one.start, one.end, bearers[0].mention)
        else:
            name = " ".join(text[one.start : one.end].split())
            yield Mention(one.start, one.end, "person", name, "masked", "rule")


def _unsure(start: int, end: int, known: Mention) -> Mention:
    status: Status = "ambiguous" if known.status == "linked" else known.status
    ids = (known.id,) if known.id else known.candidates
    return Mention(start, end, "person", known.name, status, "short", None, ids)
