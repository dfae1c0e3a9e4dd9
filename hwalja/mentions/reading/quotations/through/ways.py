"""Which media the words of a sentence came through, and whom a medium cites."""

from collections.abc import Sequence

from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH
from hwalja.mentions.reading.grammar.subjects import phrase_start, who_is
from hwalja.mentions.reading.quotations.said.saying import Saying
from hwalja.mentions.reading.quotations.through.outlets import Outlets, outlets
from hwalja.mentions.reading.shapes import Mention
from hwalja.mentions.reading.words import REPORTING


def through(clauses: Clauses, items: Sequence[Saying]) -> list[tuple[str, ...]]:
    """For each of a sentence's sayings the media named as their way."""
    frame = clauses.frame
    folded = [(u.start, u.end) for u in frame.units if u.tag == "Q"]
    groups = [g for g in outlets(frame, folded) if not g.is_subject or _reports(clauses, g)]
    found: list[tuple[str, ...]] = []
    begin = frame.start
    for item in items:
        verb = item.verb
        end = frame.units[verb.last].end if verb is not None else frame.end
        if item.verb is not None and item.verb.is_quoting:
            end = frame.end
        own = [g for g in groups if begin <= g.first < end]
        names = tuple(name for g in own for name in g.through)
        same = bool(found) and not names
        found.append(found[-1] if same and _is_shared(items, len(found)) else names)
        if names and len(items) > len(found) and not _is_shared(items, len(found)):
            begin = end
    return found


def _is_shared(items: Sequence[Saying], at: int) -> bool:
    """Whether a saying has the speaker of the one before it."""
    if at >= len(items):
        return False
    one, other = items[at - 1].credit.who, items[at].credit.who
    return one is other or other is None or (one is not None and one.name == other.name)


def _reports(clauses: Clauses, group: Outlets) -> bool:
    """A medium as subject is a way where it reports, or where the words are its own."""
    frame = clauses.frame
    at = next((i for i, u in enumerate(frame.units) if u.start >= group.first), 0)
    return any(v.stem in REPORTING or v.is_saying for v in clauses.verbs_after(at))


def cited(clauses: Clauses) -> Mention | None:
    """X는 Y의 말을 인용해 …: whose words the medium hands on."""
    frame = clauses.frame
    for verb in clauses.verbs:
        if verb.stem != "인용하" or frame.tag(verb.first - 1) != "JKO":
            continue
        end = verb.first - 1
        at = phrase_start(frame, end)
        if frame.tag(at - 1) == "JKG" and frame.tag(at - 2) in NOUNISH:
            end = at - 1
            at = phrase_start(frame, end)
        who = who_is(frame, at, end)
        return who.mention if who.sort == "named" else None
    return None
