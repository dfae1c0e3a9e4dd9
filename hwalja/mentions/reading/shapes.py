"""What the stages of reading hand to each other.

Every offset counts code points of `Document.text`, which is NFC; ranges are half-open.
"""

from dataclasses import dataclass, field
from typing import Literal

Zone = Literal["headline", "deck", "body", "caption", "byline", "boilerplate"]
Kind = Literal["person", "organisation"]
Status = Literal["linked", "ambiguous", "new", "masked"]
# How a mention was found: by its full name or an alias in the directory, as a short form of one
# that came before (머스크, 이 회장), by a rule (NAME 씨, NAME 대표), or by the recogniser.
How = Literal["name", "short", "rule", "model"]


@dataclass(frozen=True, slots=True)
class Token:
    """A morpheme as Kiwi gives it; `tag` in the Sejong set (NNP, JKS, EC …).

    `is_new`: the analyser's dictionary has no such word, as it has few names.
    """

    form: str
    tag: str
    start: int
    end: int
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text that stands by itself; no reading reaches over its ends."""

    zone: Zone
    start: int
    end: int
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    text: str
    paragraphs: tuple[Paragraph, ...]

    def of(self, part: "Paragraph | Sentence | Mention | Quote") -> str:
        return self.text[part.start : part.end]


@dataclass(frozen=True, slots=True)
class Post:
    """A post or a candidacy; `district` from the largest part to the smallest."""

    organisation: str = ""
    title: str = ""
    party: str = ""
    district: tuple[str, ...] = ()
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something in the directory; `id` is a string that means nothing."""

    id: str
    name: str
    kind: Kind = "person"
    aliases: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    birthday: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `name`: the fullest form of it in this article or its directory.

    `id` only where the status is `linked`; `candidates` are the ids it may be; `evidence` are
    short Korean phrases that say why, for the desk.
    """

    start: int
    end: int
    kind: Kind
    name: str
    status: Status
    how: How
    id: str | None = None
    candidates: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody said. `start`, `end`: the content, without its marks or its ending.

    `speaker` is a canonical name, none where nobody nameable said it; `is_explicit`: the speaker
    stands in the same sentence by full name as the subject of the saying verb, so that a direct
    quotation may be shown without an editor. `cue`: the verb or noun of saying.
    """

    kind: Literal["direct", "indirect"]
    start: int
    end: int
    speaker: str | None = None
    speaker_id: str | None = None
    outlet: tuple[str, ...] = ()
    is_explicit: bool = False
    cue: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """A title somebody held when the article came out."""

    name: str
    organisation: str
    title: str
    start: int
    end: int


RelationKind = Literal[
    "공동 설립", "설립", "투자", "인수", "임명", "퇴사", "전 소속", "소송", "고소·고발", "합의",
    "가족", "경쟁", "협력",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """`a` acts on `b`; `object`: what two founded together; `when`: a year or year-month, as printed."""

    a: str
    b: str
    kind: RelationKind
    start: int
    end: int
    object: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in a document."""

    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    titles: tuple[Title, ...] = ()
    relations: tuple[Relation, ...] = ()
    reporters: tuple[str, ...] = field(default=())
