"""Full names that the analyser took apart, each as one unit again: 김 + 중 + 겸."""

from collections.abc import Sequence

from hwalja.mentions.reading.recogniser.names import GivenNames, is_full
from hwalja.mentions.reading.recogniser.units import Unit

_SYLLABLES = 3
_CALLED = ("씨", "군", "양", "님", "옹")
# Odds of the given name, in the steps of `GivenNames`, where the surname stands alone and where it
# does not. Of 44 units joined in 1,500 sentences of news 41 are names, and no name is broken.
_LEAST_ALONE, _LEAST = 0, 2


def joined(line: Sequence[Unit], given: GivenNames) -> list[Unit]:
    out: list[Unit] = []
    at = 0
    while at < len(line):
        parts = _parts(line, at)
        if len(parts) > 1 and _is_name(parts, given):
            word = "".join(one.word for one in parts)
            out.append(Unit(parts[0].start, parts[-1].end, word, "NNP", "K", parts[0].spaced))
            at += len(parts)
        else:
            out.append(line[at])
            at += 1
    return out


def _parts(line: Sequence[Unit], at: int) -> Sequence[Unit]:
    """The units that make up a word of three syllables, up to its particle; none if it is longer."""
    if at and not line[at].spaced and line[at - 1].shape != "P":
        return ()
    stop, length = at + 1, len(line[at].word)
    while stop < len(line) and length < _SYLLABLES and _goes_on(line[stop]):
        length += len(line[stop].word)
        stop += 1
    if length != _SYLLABLES or (stop < len(line) and _goes_on(line[stop])):
        return ()
    return line[at:stop]


def _goes_on(unit: Unit) -> bool:
    """Whether a unit belongs to the same noun as the one before it."""
    if unit.spaced or unit.shape != "K" or unit.tag[0] in "JEV":
        return False
    return unit.tag != "NNB" or unit.word not in _CALLED


def _is_name(parts: Sequence[Unit], given: GivenNames) -> bool:
    name = "".join(one.word for one in parts)
    if not is_full(name) or parts[0].tag == "XPN" or any("+" in one.tag for one in parts):
        return False
    odds = given.odds(name[1], name[2])
    if len(parts[0].word) == 1:
        return odds >= _LEAST_ALONE
    return odds >= _LEAST and not any(one.tag.startswith("XS") for one in parts)
