"""Words of a sentence that somebody is said to have said."""

from dataclasses import dataclass
from typing import Literal

from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.quotations.said.credit import Credit


@dataclass(frozen=True, slots=True)
class Saying:
    """`start`, `end` as in `Quote`, `first`, `last` count units of the frame.

    `wide` is where the words start if the subject that was found stands inside them; `is_retold`:
    words only if somebody is telling already (…다는 것이다); `has_noun`: a noun governs them;
    `is_alone`: nothing in the sentence says whose they are; `is_frayed`: nobody can tell where they
    begin, so that they are told of nobody.
    """

    kind: Literal["direct", "indirect"]
    start: int
    end: int
    first: int
    last: int
    credit: Credit
    cue: str
    wide: int
    verb: Predicate | None = None
    is_retold: bool = False
    has_noun: bool = False
    is_alone: bool = False
    is_frayed: bool = False
