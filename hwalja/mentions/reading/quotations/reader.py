"""From the sayings of each sentence to the quotations of an article."""

from dataclasses import replace

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.parse import Parsed
from hwalja.mentions.reading.grammar.subjects import Who
from hwalja.mentions.reading.quotations.said import (
    alone,
    answers,
    direct,
    fragments,
    indirect,
    sources,
)
from hwalja.mentions.reading.quotations.said.credit import Credit
from hwalja.mentions.reading.quotations.said.saying import Saying
from hwalja.mentions.reading.quotations.speaker.cast import Cast
from hwalja.mentions.reading.quotations.speaker.interviews import interviewee, is_question
from hwalja.mentions.reading.quotations.speaker.thread import Thread, goes_on
from hwalja.mentions.reading.quotations.through import ways
from hwalja.mentions.reading.shapes import Mention, Quote, Zone
from hwalja.mentions.reading.wordlist import listed

# What a medium does not report but holds for itself.
_STANCES = listed("입장 방침 뜻 해명 해명하 사과하 부인하 반박하 계획")
# Why a speaker is named, for the desk.
_HERE, _CARRIED, _PRONOUN = "문장의 주어", "앞 문장에서 이어짐", "가리키는 말"


def quotations(parsed: Parsed) -> tuple[Quote, ...]:
    """The quotations of body and captions in the order of the text.

    Headlines, decks and boilerplate hold none; a speaker is named only where the sentence, or
    the sentences before it, leave no other.
    """
    found = _of_zone(parsed, "body") + _of_zone(parsed, "caption")
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))


def _of_zone(parsed: Parsed, zone: Zone) -> list[Quote]:
    sentences = [
        (paragraph, sentence)
        for paragraph, sentence in parsed.of_zone(zone)
        if not is_question(parsed.document.of(paragraph))
    ]
    lead = interviewee(parsed.document, parsed.mentions, [one for _, one in sentences])
    thread = Thread(Cast(parsed.mentions), lead)
    found: list[Quote] = []
    for at, (paragraph, sentence) in enumerate(sentences):
        thread.enter(paragraph.start)
        behind = sentences[at + 1][1] if at + 1 < len(sentences) else None
        thread.note(sentence.frame)
        found += _of_sentence(sentence, behind, thread)
    return found


def _of_sentence(sentence: Clauses, behind: Clauses | None, thread: Thread) -> list[Quote]:
    items = read(sentence)
    items += alone.standing(sentence, behind, thread.who)
    items = [_sourced(item, behind) for item in items if not _is_loose(item, thread)]
    items.sort(key=lambda s: (s.start, s.end))
    quotes, speakers = [], []
    last: Mention | None = None
    for item, outlet in zip(items, ways.through(sentence, items), strict=True):
        quote, speaker = _quote(sentence, item, outlet, thread)
        quotes.append(quote)
        speakers.append(speaker)
        last = speaker or last
    thread.follow(sentence, speakers)
    if quotes:
        thread.outlet = quotes[-1].outlet
    return quotes


def _is_loose(item: Saying, thread: Thread) -> bool:
    """…다는 것이다 where nobody was telling anything: the paper's own words."""
    return item.is_retold and item.kind == "indirect" and not thread.tells()


def _sourced(item: Saying, behind: Clauses | None) -> Saying:
    who = item.credit.who
    if item.kind == "direct" or who is None or who.sort == "named":
        return item
    writer = alone.sourced(behind, item.cue)
    return replace(item, credit=Credit(writer)) if writer else item


def read(sentence: Clauses) -> list[Saying]:
    """Everything said in one sentence, direct and indirect."""
    quoted = direct.direct(sentence) + answers.answers(sentence)
    reported = _outermost(indirect.indirect(sentence, quoted))
    items = quoted + reported
    items += fragments.fragments(sentence, reported)
    items += sources.views(sentence, items)
    items += sources.by_source(sentence, items)
    return items


def _outermost(reported: list[Saying]) -> list[Saying]:
    """What is reported inside of another report is part of it."""
    return [
        one
        for one in reported
        if not any(o is not one and o.start <= one.start and one.end <= o.end for o in reported)
    ]


def _quote(
    sentence: Clauses, item: Saying, outlet: tuple[str, ...], thread: Thread
) -> tuple[Quote, Mention | None]:
    speaker, why, start = _speaker(sentence, item, thread)
    if why == _CARRIED and not outlet:
        outlet = thread.outlet
    who = item.credit.who
    if who is not None and _reports(who, item):
        speaker, why = None, ""
        outlet = outlet or ((who.mention.name,) if who.mention else ())
    if who is not None and (who.sort == "medium" or _reports(who, item)) and not why:
        outlet = outlet or ((who.mention.name,) if who.mention else ())
        cited = ways.cited(sentence)
        speaker, why = cited, "인용한 사람" if cited else ""
    elif why != _CARRIED and not outlet and speaker is not None and thread.who is not None:
        # The same speaker goes on: so does the medium.
        outlet = thread.outlet if thread.who.name == speaker.name else ()
    named = None if item.is_frayed else speaker
    quote = Quote(
        kind=item.kind,
        start=start,
        end=item.end,
        speaker=named.name if named else None,
        speaker_id=named.id if named else None,
        outlet=outlet,
        is_explicit=_is_explicit(sentence, item, speaker, why, thread),
        cue=item.cue,
        why=why if named else "",
    )
    return quote, speaker


def _reports(who: Who, item: Saying) -> bool:
    """A body that 보도하다 is a medium, known or not; one that nobody knows and 전하다, most likely."""
    if who.mention is None or who.mention.kind != "organisation":
        return False
    is_behind = item.credit.subject is None and who.mention.status == "new"
    return item.cue == "보도하" or (item.cue == "전하" and is_behind)


def _speaker(sentence: Clauses, item: Saying, thread: Thread) -> tuple[Mention | None, str, int]:
    """Who said it, why, and where the words start under that reading."""
    who = item.credit.who
    if who is not None and who.sort == "medium" and item.cue in _STANCES:
        return who.mention, _HERE if who.mention else "", item.start
    if who is None:
        carried = thread.lead if item.is_alone and thread.lead else thread.who
        return carried, _CARRIED if carried else "", item.start
    if item.credit.is_torn and thread.who is not None and not _is_same(who, thread.who):
        return _torn(sentence, item, who, thread)
    if who.mention is None and who.sort != "medium" and who.text:
        meant = thread.meant(who)
        return meant, _PRONOUN if meant else "", item.start
    return who.mention if who.sort == "named" else None, _HERE if who.mention else "", item.start


def _torn(
    sentence: Clauses, item: Saying, who: Who, thread: Thread
) -> tuple[Mention | None, str, int]:
    """B가 떠났다고 말했다 behind a sentence about A: A's words about B, or B's own, or nobody's."""
    if item.kind == "indirect":
        if goes_on(sentence.frame, item):
            return thread.who, _CARRIED, item.wide
        return None, "", item.start
    if goes_on(sentence.frame, item):
        return None, "", item.start
    return who.mention if who.sort == "named" else None, _HERE if who.mention else "", item.start


def _is_same(who: Who, other: Mention) -> bool:
    return who.mention is not None and who.mention.name == other.name


def _is_explicit(
    sentence: Clauses, item: Saying, speaker: Mention | None, why: str, thread: Thread
) -> bool:
    if item.kind != "direct" or speaker is None or why != _HERE or not item.credit.is_sure:
        return False
    if speaker.how == "short" or speaker.status == "masked":
        return False
    if item.verb is None or not (item.verb.is_saying or item.verb.stem in words.UTTERING):
        return False
    is_contested = thread.who is not None and thread.who.name != speaker.name
    return not (item.credit.is_torn and is_contested)
