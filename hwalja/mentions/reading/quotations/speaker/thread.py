"""Who goes on talking: ellipsis, 그는 and 회사는, over the sentences of an article."""

from dataclasses import dataclass, field
from typing import Literal

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import Frame
from hwalja.mentions.reading.quotations.said.saying import Saying
from hwalja.mentions.reading.shapes import Mention
from hwalja.mentions.reading.wordlist import listed

# Words that any organisation may be called by; 은행, 재단 only those of that name.
_ANY = listed("회사 업체 기업 단체 기관 구단 소속사")

# A sentence with one of these may be told on by …다는 것이다.
_OPINIONS = listed(
    "처방 의견 견해 해법 이유 근거 주장 설명 생각 입장 반응 대답 진단 분석 전망 평가 지적 비판 조언 제안 논리 판단 계획 구상 전략 해석 불만 우려 걱정"
)
_ON = ("그러면서", "이어서", "이와 함께")


@dataclass(slots=True)
class Thread:
    """The one the last sentences were about, and the media their words came through."""

    who: Mention | None = None
    outlet: tuple[str, ...] = ()
    has_said: bool = False
    has_words: bool = False
    paragraph: int = -1
    organisations: dict[str, Mention] = field(default_factory=dict)

    def enter(self, paragraph: int) -> None:
        """A new paragraph goes on with the speaker only if the last sentence held words of theirs."""
        if paragraph == self.paragraph:
            return
        if not self.has_said:
            self.who, self.outlet = None, ()
        self.paragraph = paragraph
        self.organisations = {}

    def note(self, frame: Frame) -> None:
        for mention in frame.mentions:
            if mention.kind == "organisation":
                self.organisations[mention.name] = mention

    def tells(self) -> bool:
        """Whether somebody is telling something already."""
        return self.has_words or self.has_said

    def company(self, text: str) -> Mention | None:
        """회사는, 이 은행은: the organisation that talks, or the only one of the paragraph."""
        only = list(self.organisations.values())
        meant = only[0] if len(only) == 1 else None
        if self.who is not None and self.who.kind == "organisation":
            meant = self.who
        word = text.removeprefix("이 ").removesuffix(" 측")
        fits = word in _ANY or (meant is not None and meant.name.endswith(word))
        return meant if fits else None

    def person(self) -> Mention | None:
        return self.who if self.who is not None and self.who.kind == "person" else None

    def follow(self, clauses: Clauses, speakers: list[Mention | None]) -> None:
        """Keep, change or lose the one it is about after a sentence."""
        self.has_words = bool(speakers) or any(u.form in _OPINIONS for u in clauses.frame.units)
        if speakers:
            names = {m.name if m else None for m in speakers}
            self.who = speakers[-1] if len(names) == 1 else None
            self.has_said = self.who is not None
            return
        self.has_said = False
        topic = _topic(clauses)
        if topic is not False:
            self.who, self.outlet = topic, ()


def _topic(clauses: Clauses) -> Mention | Literal[False] | None:
    """Whom a sentence without words is about; False where it has no subject of its own."""
    if not clauses.verbs:
        return False if not clauses.subjects else None
    bound = clauses.bind(0, clauses.verbs[-1].first)
    subject = bound.free[0] if bound.free else bound.shared
    if subject is None:
        return None if clauses.subjects else False
    return subject.who.mention


def goes_on(frame: Frame, saying: Saying) -> bool:
    """이어, 그러면서, 덧붙였다: the same speaker, whatever subject stands in the words."""
    if frame.text[frame.start : frame.end].lstrip().startswith(_ON):
        return True
    opening = {u.form for u in frame.units[:3] if u.tag.startswith(("MA", "NN"))}
    return bool(opening & words.CONTINUING) or saying.cue in words.ADDING
