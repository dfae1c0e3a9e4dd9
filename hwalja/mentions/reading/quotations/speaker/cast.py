"""Who is in an article so far, and whom of them 회사, 이 단체, 고인, 그 mean."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from hwalja.mentions.reading import ranks
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.subjects import Who
from hwalja.mentions.reading.organisation_words import CALLED, kinds
from hwalja.mentions.reading.shapes import Mention
from hwalja.mentions.reading.wordlist import listed

# Seats of bodies that are called by them: 시청 means the city.
_SEATS = {"시청": "시", "군청": "군", "구청": "구", "도청": "도", "노동조합": "노조"}
# 단체는, 기관은 may mean one of these kinds as well.
_WIDER = {"group": ("union", "institute"), "institute": ("state",), "school": ()}
# Kinds that a name need not tell: 나래는 may be a firm or a team.
_ANYTHING = frozenset({"company", "team"})
# Held by many at once: 의원은 may be any of them.
_MANY = listed(
    "의원 교수 위원 연구원 변호사 의사 판사 검사 기자 선수 배우 가수 작가 교사 직원 사원 간호사 상인 농민 주민대표 후보 학생 박사 이사 임원 전문가 "
    "애널리스트 이코노미스트 활동가 공무원 경찰관 소방관 승무원 조종사 점주 업주 코치 트레이너 스님 목사 신부 시인 팬 저자"
)
_DEATH = re.compile(r"별세|타계|영면|작고|향년|세상을 (?:떠|등)|숨을 거|숨졌|빈소")


@dataclass(slots=True)
class Cast:
    """People and bodies named so far, by name, with the sentence that named them last.

    `mentions`: all of the article's, by which it is told whom the story is about.
    """

    mentions: Sequence[Mention]
    people: dict[str, Mention] = field(default_factory=dict)
    bodies: dict[str, Mention] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    employer: dict[str, str] = field(default_factory=dict)
    titles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    dead: Mention | None = None
    end: int = 0

    def note(self, frame: Frame, sentence: int) -> None:
        """Take in who a sentence names; sentences are counted."""
        for mention in self.mentions:
            if self.end <= mention.start < frame.end and mention.status != "masked":
                known = self.people if mention.kind == "person" else self.bodies
                known.setdefault(mention.name, mention)
                self.seen[mention.name] = sentence
        self.end = frame.end
        self._employ(frame)
        self._entitle(frame)
        if self.dead is None and _DEATH.search(frame.text, frame.start, frame.end):
            people = [m for m in frame.mentions if m.kind == "person" and m.status != "masked"]
            self.dead = people[0] if len({m.name for m in people}) == 1 else None

    def _employ(self, frame: Frame) -> None:
        """홍가람 나래건설 대표, 나래건설의 홍가람 대표: who works where."""
        last: Mention | None = None
        for unit in frame.units:
            if unit.mention is not None:
                pair = {unit.mention.kind: unit.mention, **({last.kind: last} if last else {})}
                if len(pair) == 2:
                    self.employer[pair["person"].name] = pair["organisation"].name
                last = unit.mention
            elif unit.tag not in NOUNISH and unit.form != "의":
                last = None

    def _entitle(self, frame: Frame) -> None:
        """홍가람 나래시 시장, 홍 시장: who goes by which title."""
        for at, unit in enumerate(frame.units):
            if unit.mention is None or unit.mention.kind != "person":
                continue
            end = at + 1
            while frame.tag(end) in NOUNISH and not frame.units[end].mention:
                end += 1
            words = frame.text[unit.end : frame.units[end - 1].end].split()
            if words and ranks.is_rank(words[-1]):
                self.titles[unit.mention.name].add(words[-1])

    def titled(self, who: Who) -> Mention | None:
        """대통령은, 시장은: the only one whom the article calls so."""
        if not who.is_bare or not ranks.is_rank(who.text) or who.text in _MANY:
            return None
        named = [name for name, titles in self.titles.items() if _is_held(who.text, titles)]
        return self.people.get(named[0]) if len(named) == 1 else None

    def only_person(self) -> Mention | None:
        return next(iter(self.people.values())) if len(self.people) == 1 else None

    def body(self, who: Who, speaker: Mention | None, sentence: int) -> Mention | None:
        """The body that a noun alone means; none where several may be meant."""
        if not who.is_bare:
            return None
        word = who.text.removesuffix(" 측")
        named = self._called(word) or self._of_kind(word)
        if len(named) > 1 and who.is_this:
            latest = max(self.seen[name] for name in named)
            near = [name for name in named if self.seen[name] == latest and sentence - latest < 2]
            named = near if len(near) == 1 else []
        if len(named) > 1:
            named = self._chosen(named, speaker, CALLED.get(word, ""))
        elif named and not self._called(word) and not who.is_this:
            named = named if self._is_settled(named[0], speaker) else []
        return self.bodies[named[0]] if len(named) == 1 else None

    def _is_settled(self, name: str, speaker: Mention | None) -> bool:
        """Whether 회사 may be this one: named again and again, or the speaker's own. It may be one
        that nobody knows, too."""
        if speaker is not None and name in {speaker.name, self.employer.get(speaker.name)}:
            return True
        return sum(m.name == name and m.start < self.end for m in self.mentions) > 1

    def _chosen(self, names: list[str], speaker: Mention | None, kind: str) -> list[str]:
        """Of several the speaker's own, or the one the story is about, if these do not differ.

        A speaker whose name does not tell the kind gives way where another's does: behind what
        푸른물결 said of 나래식품, 회사 is either.
        """
        own = self.employer.get(speaker.name) if speaker is not None else None
        if own in names:
            return [own]
        main = self._main(names)
        sure = [name for name in names if kind in kinds(name)]
        if speaker is None or speaker.name not in (sure or names):
            return main
        return [speaker.name] if main in ([], [speaker.name]) else []

    def _main(self, names: list[str]) -> list[str]:
        """The one the story is about: named first, and twice as often as any other."""
        told = Counter(m.name for m in self.mentions if m.start < self.end and m.name in names)
        first = min(names, key=lambda name: next(m.start for m in self.mentions if m.name == name))
        others = [count for name, count in told.items() if name != first]
        return [first] if told[first] >= 2 * max(others, default=0) else []

    def _called(self, word: str) -> list[str]:
        """Bodies whose names end in the word, or begin with it as a word: 재단, 온달."""
        ending = _SEATS.get(word, word)
        plain = {name: name.replace("노동조합", "노조") for name in self.bodies}
        return [
            name
            for name, text in plain.items()
            if name != word and (text.endswith(ending) or text.split()[0] == word)
        ]

    def _of_kind(self, word: str) -> list[str]:
        kind = CALLED.get(word)
        if kind is None or word in _SEATS or len(word) == 1:
            return []
        told = {name: kinds(name) for name in self.bodies}
        of_kind = [name for name, of in told.items() if kind in of]
        if of_kind and kind not in _ANYTHING:
            return of_kind
        wider = {kind, *_WIDER.get(kind, ())}
        return [name for name, of in told.items() if not of or of & wider]


def _is_held(title: str, titles: set[str]) -> bool:
    return any(
        one == title or (one.endswith(title) and one[-len(title) - 1] != "부") for one in titles
    )
