"""Which entry of the directory a name in an article means, if any.

A shared name is linked only by what agrees: party and constituency of one post, organisation,
title, age, and a clear lead over every namesake. A name that only one entry has is linked by
what agrees as well, for the person meant may stand in no directory; without it the name stays
ambiguous with one candidate, for the desk. Without evidence are linked only names that hardly
anybody shares (of several words, as foreign names are, or of five syllables) and organisations,
where nothing in the text contradicts. Where all candidates are contradicted the name is new.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from hwalja.mentions.reading import parties
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.document import flat
from hwalja.mentions.reading.evidence import Context, Weighed, known_parties, weigh
from hwalja.mentions.reading.facts import Fact, Facts
from hwalja.mentions.reading.shapes import Document, Entry, Mention, Paragraph, Status

# One agreement of weight, and so much more than the next namesake has.
ENOUGH, LEAD = 2, 2
_RARE = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    status: Status
    id: str | None
    candidates: tuple[str, ...]
    evidence: tuple[str, ...]


def decide(entries: Sequence[Entry], context: Context) -> Verdict:
    """Whom of those who go by a name the text means."""
    weighed = [weigh(entry, context) for entry in entries]
    left = sorted((one for one in weighed if not one.excluded), key=lambda one: -one.weight)
    if not left:
        told = dict.fromkeys(one.excluded for one in weighed)
        return Verdict("new", None, tuple(one.id for one in entries), tuple(told))
    if _is_clear(left, len(entries)):
        best = left[0]
        why = best.reasons or ("이 이름은 인물 사전에 하나뿐",)
        return Verdict("linked", best.entry.id, (best.entry.id,), why)
    return Verdict("ambiguous", None, tuple(one.entry.id for one in left), left[0].reasons)


def _is_clear(left: list[Weighed], sharing: int) -> bool:
    best = left[0]
    if sharing == 1 and best.weight >= 0 and _is_rare(best.entry):
        return True
    lead = best.weight - left[1].weight if len(left) > 1 else LEAD
    return best.weight >= ENOUGH and lead >= LEAD


def _is_rare(entry: Entry) -> bool:
    """Whether a name alone tells who is meant."""
    name = entry.name
    return entry.kind == "organisation" or " " in name or "·" in name or len(name) >= _RARE


class Linker:
    """Links the mentions of documents; made once for a directory."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        posts = [post for entry in directory.entries for post in entry.posts]
        districts = {post.district for post in posts if post.district}
        known = known_parties(directory.entries)
        self._facts = Facts(districts, known)
        self.parties = frozenset(map(parties.plain, known))

    def link(
        self, document: Document, mentions: Sequence[Mention], on: date | None = None
    ) -> list[Mention]:
        """The mentions with their verdicts; those that no entry goes by stay as they are.

        `mentions` are in order of the text, by full name or alias. All mentions of one name are
        decided together. `on`: the day of the article.
        """
        story = _Story(document, mentions, self._facts, on)
        verdicts: dict[tuple[str, ...], Verdict] = {}
        linked = []
        for mention in mentions:
            entries = self._candidates(document, mention)
            if not entries or mention.status == "masked":
                linked.append(mention)
                continue
            key = (mention.kind, *sorted(entry.id for entry in entries))
            if key not in verdicts:
                verdicts[key] = decide(entries, story.context(self._alike(key, document, mentions)))
            linked.append(_told(mention, verdicts[key], entries))
        return linked

    def _candidates(self, document: Document, mention: Mention) -> list[Entry]:
        found = self.directory.candidates(flat(document.of(mention)))
        return [entry for entry in found if entry.kind == mention.kind]

    def _alike(
        self, key: tuple[str, ...], document: Document, mentions: Sequence[Mention]
    ) -> list[int]:
        """The mentions that the same entries go by."""
        return [
            n
            for n, one in enumerate(mentions)
            if (one.kind, *sorted(entry.id for entry in self._candidates(document, one))) == key
        ]


def _told(mention: Mention, verdict: Verdict, entries: Sequence[Entry]) -> Mention:
    name = mention.name
    if verdict.id is not None:
        name = next(entry.name for entry in entries if entry.id == verdict.id)
    return replace(
        mention,
        name=name,
        status=verdict.status,
        id=verdict.id,
        candidates=verdict.candidates,
        evidence=verdict.evidence,
    )


class _Story:
    """The facts of an article, found once, by the mentions they are about."""

    def __init__(
        self, document: Document, mentions: Sequence[Mention], facts: Facts, on: date | None
    ) -> None:
        self._document, self._mentions, self._on = document, mentions, on
        self._text = flat(document.text)
        self._facts: list[Fact] = []
        for paragraph in document.paragraphs:
            if paragraph.zone not in ("boilerplate", "byline"):
                self._read(paragraph, facts)

    def _read(self, paragraph: Paragraph, facts: Facts) -> None:
        inside = [
            n
            for n, one in enumerate(self._mentions)
            if one.kind == "person" and paragraph.start <= one.start < paragraph.end
        ]
        start = paragraph.start
        names = [(self._mentions[n].start - start, self._mentions[n].end - start) for n in inside]
        for fact in facts.find(self._text[start : paragraph.end], names):
            owner = None if fact.owner is None else inside[fact.owner]
            self._facts.append(
                replace(fact, start=fact.start + start, end=fact.end + start, owner=owner)
            )

    def context(self, alike: Sequence[int]) -> Context:
        """What is said of these mentions, which are of one name."""
        own = tuple(fact for fact in self._facts if fact.owner in set(alike))
        near, said = self._near(alike)
        others = {self._document.of(one) for n, one in enumerate(self._mentions) if n not in alike}
        described = " | ".join(self._described(self._mentions[n]) for n in alike)
        return Context(own, near, described, said, frozenset(others), self._on)

    def _near(self, alike: Sequence[int]) -> tuple[tuple[Fact, ...], str]:
        """Facts written to nobody in the sentences of these mentions where nobody else is named,
        and in the sentence behind one if nobody is named there; the sentences' text."""
        found: dict[int, Fact] = {}
        said: list[str] = []
        for paragraph in self._document.paragraphs:
            before = False
            for sentence in paragraph.sentences:
                people = self._people(sentence.start, sentence.end)
                own = bool(people & set(alike))
                if own:
                    said.append(self._text[sentence.start : sentence.end])
                if (own or (before and not people)) and people <= set(alike):
                    for fact in self._facts:
                        if fact.owner is None and sentence.start <= fact.start < sentence.end:
                            found[fact.start] = fact
                before = own
        return tuple(found.values()), " ".join(said)

    def _people(self, start: int, end: int) -> set[int]:
        return {
            n
            for n, one in enumerate(self._mentions)
            if one.kind == "person" and start <= one.start < end
        }

    def _described(self, mention: Mention) -> str:
        """The words in front of a name and behind it, up to the next name or the line's end."""
        text = self._text
        before = [
            one.end for one in self._mentions if one.kind == "person" and one.end <= mention.start
        ]
        after = [
            one.start for one in self._mentions if one.kind == "person" and one.start >= mention.end
        ]
        start = max([mention.start - 30, *before[-1:]])
        end = min([mention.end + 30, *after[:1]])
        left = text[max(0, start) : mention.start].rsplit("\n", 1)[-1]
        left = left if start == 0 or text[start - 1 : start].isspace() else left.partition(" ")[2]
        return f"{left}{'*'}{text[mention.end : end].split(chr(10), 1)[0]}"
