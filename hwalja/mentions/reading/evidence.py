"""What speaks for somebody of the directory being the one a text names, and what speaks against.

Facts written to the name itself weigh most, and one of them that fits no post of the candidate
excludes them: a namesake has another party or another constituency. Facts written to nobody in
the same sentence, or in the next where nobody else is named, weigh less.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hwalja.mentions.reading import parties, places, title_words
from hwalja.mentions.reading.edges import begins_well, ends_well
from hwalja.mentions.reading.facts import Fact
from hwalja.mentions.reading.shapes import Entry, Post

# An age may be counted in three ways, and an article may be read in the year after.
_AGE_SLACK = 1
_TERM = 4 * 366
# What a title or place that does not fit takes away: more than any one agreement gives.
_DOUBT = 3
# A party under another name of its line: then constituency and time have to agree as well.
_OTHER_NAME = 5
# Constituency and party agree with a candidacy of another year: enough for a party's candidate, not
# for one of the many who stand for none.
_OTHER_YEAR = 6
# Days before a poll and after it in which somebody is called its candidate.
_CAMPAIGN, _AFTER = 366, 31


@dataclass(frozen=True, slots=True)
class Weighed:
    """`weight` of what agrees; `excluded`: why it cannot be them, empty if it can."""

    entry: Entry
    weight: int = 0
    reasons: tuple[str, ...] = ()
    excluded: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a text says about a name: `own` is written to it, `near` stands by it.

    `described`: the words right before and behind it; `said`: its sentences; `others`: names of
    organisations and people elsewhere in the article; `on`: the day of the article.
    """

    own: tuple[Fact, ...] = ()
    near: tuple[Fact, ...] = ()
    described: str = ""
    said: str = ""
    others: frozenset[str] = frozenset()
    on: date | None = None

    def of(self, kind: str) -> list[Fact]:
        return [fact for fact in self.own if fact.kind == kind]


@dataclass(slots=True)
class _Scale:
    weight: int = 0
    reasons: list[str] | None = None
    excluded: str = ""

    def add(self, weight: int, reason: str) -> None:
        self.weight += weight
        self.reasons = [*(self.reasons or []), reason]

    def exclude(self, reason: str) -> None:
        self.excluded = self.excluded or reason


def weigh(entry: Entry, context: Context) -> Weighed:
    """How an entry fits what a text says."""
    scale = _Scale()
    fitting = _weigh_politics(entry, context, scale)
    _weigh_time(fitting, context, scale)
    _weigh_work(entry, context, scale)
    _weigh_birth(entry, context, scale)
    return Weighed(entry, scale.weight, tuple(scale.reasons or ()), scale.excluded)


def _weigh_politics(entry: Entry, context: Context, scale: _Scale) -> list[Post]:
    """Party and constituency, which have to fit one post together; the posts that fit."""
    posts = [post for post in entry.posts if post.party or post.district]
    said = _parties(context)
    seats, own = _seats(context)
    if not posts:
        return []
    fitting = _by_party(posts, said, scale)
    if seats and not scale.excluded:
        seated = _by_seat(posts if not said else fitting, seats, own, scale)
        fitting = seated or (fitting if said else [])
    return fitting if said or seats else []


def _parties(context: Context) -> list[str]:
    """The parties written to the name, else the only one that stands by it."""
    own = list(dict.fromkeys(fact.value for fact in context.of("party")))
    near = {fact.value for fact in context.near if fact.kind == "party"}
    return own or (list(near) if len(near) == 1 else [])


def _seats(context: Context) -> tuple[list[Fact], bool]:
    """The constituencies written to the name, else those by it, else any places by it."""
    if own := context.of("place"):
        return own, True
    near = [fact for fact in context.near if fact.kind == "place"]
    return [fact for fact in near if fact.is_seat] or near, False


def _by_party(posts: list[Post], said: list[str], scale: _Scale) -> list[Post]:
    known = frozenset(parties.plain(post.party) for post in posts if post.party)
    if not said or not known:
        return posts
    for party in said:
        verdict = parties.compare(party, known)
        if verdict == "same":
            scale.add(1 if party == parties.INDEPENDENT else 2, f"정당 {party}")
            return [post for post in posts if parties.plain(post.party) == party]
        if verdict == "maybe":
            scale.weight -= _OTHER_NAME
            return posts
    scale.exclude(f"정당이 다름({', '.join(said)})")
    return []


def _by_seat(posts: list[Post], seats: list[Fact], own: bool, scale: _Scale) -> list[Post]:
    """The posts whose district a place fits; a place that fits none of them is another's."""
    districted = [post for post in posts if post.district]
    if not districted:
        return posts
    best = ""
    fitting: list[Post] = []
    for fact in seats:
        for post in districted:
            verdict = places.compare(fact.parts, post.district)
            if _RANK.get(verdict, 0) > _RANK.get(best, 0):
                best, fitting = verdict, []
            if verdict == best and verdict in _RANK:
                fitting.append(post)
    if not fitting:
        _miss(seats, own, scale)
        return []
    where = " ".join(fitting[0].district)
    scale.add(_WORTH[best] - (0 if own else 1), f"지역 {where}")
    # Thousands live in a province: that somebody stood there once adds nothing.
    return fitting if best != "region" else []


def _miss(seats: list[Fact], own: bool, scale: _Scale) -> None:
    """A constituency that is not theirs excludes; a place that stands by only makes doubtful."""
    told = ", ".join(fact.value for fact in seats)
    if own or any(fact.is_seat for fact in seats):
        scale.exclude(f"지역이 다름({told})")
    elif not all(fact.is_region for fact in seats):
        scale.weight -= _DOUBT


# Less than the whole of a constituency may be the one next to it: 노원구 is no 노원구 병.
_RANK = {"whole": 5, "part": 2, "region": 1}
_WORTH = {"whole": 5, "part": -2, "region": 1}


def _weigh_time(fitting: Sequence[Post], context: Context, scale: _Scale) -> None:
    """A post that fits and was held, or stood for, when the article came out.

    A candidate of today who is known to have stood for it in other years only may be another.
    """
    if not context.on:
        return
    if any(_held(post, context.on) for post in fitting):
        scale.add(2, "시기 일치")
    elif _CANDIDATE & {fact.value for fact in context.of("title")}:
        polls = [day for post in fitting if (day := _day(post.since))]
        if polls and not any(-_AFTER <= (day - context.on).days <= _CAMPAIGN for day in polls):
            scale.weight -= _OTHER_YEAR


def _held(post: Post, on: date) -> bool:
    """Whether a post with a known beginning covers a day; one without an end lasts a term."""
    since, until = _day(post.since), _day(post.until)
    if since is None:
        return False
    if until is not None:
        return since <= on <= until
    return 0 <= (on - since).days < _TERM - 30 if post.title == "국회의원" else on == since


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _weigh_work(entry: Entry, context: Context, scale: _Scale) -> None:
    """Organisation and title; a title with another organisation is somebody else's."""
    works = [post for post in entry.posts if post.organisation or post.title]
    named = _weigh_organisation(works, context, scale)
    said = [fact.value for fact in context.of("title")]
    agreeing = [post for post in works if any(title_words.agree(one, post.title) for one in said)]
    if agreeing:
        title = agreeing[0].title
        scale.add(
            1 if title_words.is_generic(title_words.at_end(title) or title) else 2, f"직함 {title}"
        )
    elif not named and any(post.title for post in works) and set(said) - _ANYBODY:
        scale.weight -= _DOUBT


def _weigh_organisation(works: list[Post], context: Context, scale: _Scale) -> bool:
    """Whether the text names an organisation of theirs; another written to the name excludes."""
    housed = [post for post in works if post.organisation]
    for weight, test, reason in (
        (3, lambda post: _has(context.described, post.organisation), "소속 {}"),
        (2, lambda post: _has(context.said, post.organisation), "같은 문장에 {}"),
        (1, lambda post: post.organisation in context.others, "기사에 {}"),
    ):
        if fitting := [post for post in housed if test(post)]:
            scale.add(weight, reason.format(fitting[0].organisation))
            return True
    other = [fact.value for fact in context.of("organisation")]
    if (
        housed
        and other
        and not any(_akin(one, post.organisation) for one in other for post in housed)
    ):
        scale.exclude(f"소속이 다름({other[0]})")
    return False


def _akin(said: str, known: str) -> bool:
    """Whether two names may be of one house: 나래 and 나래건설, 가온대 and 가온대학교."""
    return said[:2] == known[:2]


_CANDIDATE = frozenset(["후보", "후보자", "예비후보"])
# Said of anybody, or on the way to another post.
_ANYBODY = frozenset(
    [
        "씨",
        "후보",
        "후보자",
        "예비후보",
        "의원",
        "당선인",
        "당선자",
        "위원",
        "학생",
        "박사",
        "책임자",
        "수장",
        "기자",
    ]
)


def _has(text: str, organisation: str) -> bool:
    """Whether a text names an organisation, and not one whose name begins or ends with it."""
    at = text.find(organisation) if len(organisation) > 1 else -1
    while at >= 0:
        if begins_well(text, at) and ends_well(text, at + len(organisation)):
            return True
        at = text.find(organisation, at + 1)
    return False


def _weigh_birth(entry: Entry, context: Context, scale: _Scale) -> None:
    """Year of birth as printed, or an age on the day of the article."""
    year = entry.birthday[:4]
    if not year.isdigit():
        return
    for fact in context.of("born"):
        if fact.value == year:
            scale.add(3, f"{year}년생")
        else:
            scale.exclude(f"생년이 다름({fact.value})")
    for fact in context.of("age") if context.on else ():
        gap = abs(context.on.year - int(year) - int(fact.value)) if context.on else 0
        if gap <= _AGE_SLACK:
            scale.add(2, f"나이 {fact.value}")
        else:
            scale.exclude(f"나이가 다름({fact.value})")


def known_parties(entries: Iterable[Entry]) -> set[str]:
    return {post.party for entry in entries for post in entry.posts if post.party}
