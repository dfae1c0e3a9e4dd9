"""What governs reported words: the verb of saying, or the noun (…다는 입장을 밝혔다)."""

from dataclasses import dataclass
from typing import Literal

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import Frame
from hwalja.mentions.reading.grammar.predicates import Predicate, is_unsaid
from hwalja.mentions.reading.grammar.subjects import NOBODY, Who
from hwalja.mentions.reading.wordlist import listed

# Who says it: the subject of the clause, the one named with 의, whoever was telling, or nobody.
Voice = Literal["subject", "genitive", "teller", "nobody"]
_IMPLICIT = ("며", "면서")
_NOUN_TAILS = ("는", "던", "란", "단")
# …라고 고개를 저으며 말했다: endings of the manner in which something is said.
_MANNER = listed("며 으며 면서 으면서 어 아 고 여")


@dataclass(frozen=True, slots=True)
class Link:
    """The cue of reported words; `at` is its unit, `verb` what it hangs on if there is one.

    `is_other`: the verb is none of saying: “…”라고 고개를 저었다.
    """

    cue: str
    at: int
    voice: Voice
    verb: Predicate | None = None
    noun: str = ""
    who: Who = NOBODY
    is_arising: bool = False
    is_implicit: bool = False
    is_other: bool = False


def is_nominal(tail: str) -> bool:
    """Whether a quoting ending leads to a noun: …라는 지적, …다던 약속."""
    bare = tail.removesuffix("도").removesuffix("까지").removesuffix("만")
    return bare.endswith(_NOUN_TAILS) and not bare.endswith("하는")


def of_verb(clauses: Clauses, last: int, ending: str) -> Link | None:
    """The verb of saying behind the unit `last`, which ends in `ending` (라고, 다며); else the verb
    that comes first, whatever it is; none where it says that nobody said so."""
    if ending.removesuffix("도").removesuffix("까지").endswith(_IMPLICIT):
        return _implicit(clauses, last)
    first: Predicate | None = None
    for verb in clauses.verbs_after(last):
        if first is not None and clauses.has_words(first.last, verb.first):
            break
        if _is_unsaid(clauses, verb):
            return None
        if verb.is_saying or verb.stem in words.VIEWING:
            if first is not None and clauses.subjects_named(last, verb.first):
                break
            return Link(verb.stem, verb.first, "subject", verb)
        first = first or (None if verb.is_relative or verb.ending == "게" else verb)
        if first is not None and not (first.tag == "EC" and first.ending in _MANNER):
            break
    if first is None:
        return None
    return Link(first.stem, first.first, "subject", first, is_other=True)


def _is_unsaid(clauses: Clauses, verb: Predicate) -> bool:
    """알려졌다, 불렸다; but not 난색을 보였다, which has an object."""
    has_object = clauses.frame.tag(verb.first - 1) == "JKO"
    return verb.stem in words.UNSAID and not (has_object and verb.stem in {"보이", "붙이", "남기"})


def _implicit(clauses: Clauses, last: int) -> Link:
    """“…”며 …해야 한다고 말했다: the verb of saying further on is the same speaker's."""
    frame = clauses.frame
    after = clauses.verbs_after(last)
    later = next(
        (v for v in after if v.is_saying and v.stem not in _AMBIGUOUS and not is_unsaid(frame, v)),
        None,
    )
    if later is not None and clauses.subjects_named(last, later.first):
        later = None
    if later is not None and later is after[0]:
        return Link(later.stem, later.first, "subject", later, is_implicit=True)
    return Link("며", last, "subject", later, is_implicit=True)


# Verbs of saying that as often mean something else: 값을 올리다, 예를 들다, 약을 쓰다.
_AMBIGUOUS = listed(
    "올리 쓰 적 남기 들 읽 바라 짚 꼽 쏘 털 반기 감싸 말리 흘리 비치 물 이르 응하 하 잡 내치"
)


def is_said(frame: Frame, governing: Link) -> bool:
    """Whether what the cue tells is that somebody did say so."""
    verb = governing.verb
    if verb is None or governing.is_arising or governing.cue == "며":
        return True
    if governing.noun:
        return governing.voice != "subject" or not is_unsaid(frame, verb) or verb.is_negated
    if (
        verb.stem == "하"
        and verb.tag == "EC"
        and verb.ending in {"어서", "아서", "여서", "어도", "여도"}
    ):
        return False
    return not is_unsaid(frame, verb)
