"""Who goes on talking: ellipsis, 그는 and 회사는, over the sentences of an article."""

from dataclasses import dataclass

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.subjects import Subject, Who, phrase_start, who_is
from hwalja.mentions.reading.quotations.said.saying import Saying
from hwalja.mentions.reading.quotations.speaker.cast import Cast
from hwalja.mentions.reading.shapes import Mention
from hwalja.mentions.reading.wordlist import listed

# A sentence with one of these may be told on by …다는 것이다.
_OPINIONS = listed(
    "처방 의견 견해 해법 이유 근거 주장 설명 생각 입장 반응 대답 진단 분석 전망 평가 지적 비판 조언 제안 논리 판단 계획 구상 전략 해석 불만 우려 걱정"
)
_ON = ("그러면서", "이어서", "이와 함께")


@dataclass(slots=True)
class Thread:
    """Whom the last sentences were about, and the media their words came through.

    `who` goes on where a sentence has no subject; `center` is whom 그 means, which outlasts
    sentences about things; `lead` is whom an interview is with.
    """

    cast: Cast
    lead: Mention | None = None
    who: Mention | None = None
    center: Mention | None = None
    outlet: tuple[str, ...] = ()
    has_said: bool = False
    has_words: bool = False
    is_open: bool = True
    paragraph: int = -1
    sentence: int = 0

    def enter(self, paragraph: int) -> None:
        """A new paragraph goes on with the speaker only if the last sentence held words of theirs."""
        if paragraph == self.paragraph:
            return
        if not self.has_said:
            self.who, self.outlet = None, ()
        self.paragraph = paragraph

    def note(self, frame: Frame) -> None:
        self.sentence += 1
        self.cast.note(frame, self.sentence)

    def tells(self) -> bool:
        """Whether somebody is telling something already."""
        return self.has_words or self.has_said

    def meant(self, who: Who) -> Mention | None:
        """Whom a subject means that is no name: 그, 고인, 회사, 이 단체, 온달."""
        if who.text == "고인":
            return self.cast.dead
        if who.sort == "he":
            return self._he()
        return self.cast.titled(who) or self.cast.body(who, self.who, self.sentence)

    def _he(self) -> Mention | None:
        if self.who is not None and self.who.kind == "person":
            return self.who
        if self.center is not None:
            return self.center
        return self.lead or (self.cast.only_person() if self.is_open else None)

    def _again(self, clauses: Clauses) -> Mention | None:
        """그의 목소리는 떨렸다, 공은 그가 고른 것이었다: still about the same one."""
        frame = clauses.frame
        is_meant = any(
            u.form == "그" and u.tag == "NP" and frame.tag(i + 1).startswith("J")
            for i, u in enumerate(frame.units)
        )
        return self._he() if is_meant else None

    def follow(self, clauses: Clauses, speakers: list[Mention | None]) -> None:
        """Keep, change or lose the one it is about after a sentence."""
        self.has_words = bool(speakers) or any(u.form in _OPINIONS for u in clauses.frame.units)
        if speakers:
            self._said(clauses, speakers)
            return
        self.has_said = False
        subject = _main_subject(clauses)
        if subject is None:
            others = (m for m in clauses.frame.mentions if m.kind == "person")
            is_other = any(self.who is None or m.name != self.who.name for m in others)
            if is_other or (not clauses.verbs and clauses.subjects):
                self.who = None
            return
        self._turn(clauses, subject)

    def _said(self, clauses: Clauses, speakers: list[Mention | None]) -> None:
        names = {m.name if m else None for m in speakers}
        self.who = speakers[-1] if len(names) == 1 else None
        relayer = _relayer(clauses)
        if relayer is not None and self.who is not None and relayer.name != self.who.name:
            self.who = relayer
        self.has_said = self.who is not None
        if self.who is None:
            self.center, self.is_open = None, False
        elif self.who.kind == "person":
            self.center, self.is_open = self.who, True

    def _turn(self, clauses: Clauses, subject: Subject) -> None:
        """A sentence without words turns to its subject; one about a thing, to nobody."""
        who = subject.who
        meant = who.mention or (self.meant(who) if who.text else None)
        if who.sort == "thing":
            meant = _owner(clauses, subject) or _receiver(clauses) or self._again(clauses)
        self.who, self.outlet = meant, ()
        if meant is not None and meant.kind == "person":
            self.center, self.is_open = meant, True
        elif who.sort in {"nobody", "he"}:
            self.center, self.is_open = None, False


def _main_subject(clauses: Clauses) -> Subject | None:
    if not clauses.verbs:
        return None
    bound = clauses.bind(0, clauses.verbs[-1].first)
    return bound.free[0] if bound.free else bound.shared


def _owner(clauses: Clauses, subject: Subject) -> Mention | None:
    """홍 대표의 반응은 차갑다: it is about 홍 대표."""
    frame = clauses.frame
    if frame.tag(subject.first - 1) != "JKG":
        return None
    end = subject.first - 1
    return who_is(frame, phrase_start(frame, end), end).mention


def _receiver(clauses: Clauses) -> Mention | None:
    """홍가람에게 침묵은 벌이었다: it is about 홍가람, if nobody else is named."""
    frame = clauses.frame
    people = [(i, u.mention) for i, u in enumerate(frame.units) if u.mention]
    if len(people) != 1 or people[0][1].kind != "person" or people[0][1].status == "masked":
        return None
    at = people[0][0] + 1
    while frame.tag(at) in NOUNISH:
        at += 1
    return people[0][1] if frame.form(at).startswith(("에게", "로서")) else None


def _relayer(clauses: Clauses) -> Mention | None:
    """X가 …라고 말했다고 Y는 전했다: it is Y who goes on."""
    if not clauses.verbs or not clauses.verbs[-1].is_saying:
        return None
    inner = [v for v in clauses.verbs[:-1] if v.is_quoting and v.is_saying]
    if not inner:
        return None
    bound = clauses.bind(inner[-1].last + 1, clauses.verbs[-1].first)
    behind = bound.free[-1] if bound.free else bound.shared
    return behind.who.mention if behind is not None else None


def goes_on(frame: Frame, saying: Saying) -> bool:
    """이어, 그러면서, 덧붙였다: the same speaker, whatever subject stands in the words."""
    if frame.text[frame.start : frame.end].lstrip().startswith(_ON):
        return True
    opening = {u.form for u in frame.units[:3] if u.tag.startswith(("MA", "NN"))}
    return bool(opening & words.CONTINUING) or saying.cue in words.ADDING
