"""What a desk sees of each thing to decide: its words in their sentence, why, and who it may be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from secrets import token_hex
from typing import Any

from hwalja.mentions import outdated
from hwalja.mentions.desk import Desk, Item
from hwalja.mentions.models import Found, Mention, Title
from hwalja.people.models import Profile
from hwalja.people.reading import described
from hwalja.people.records import PostRecord

MOST_CANDIDATES = 9  # One key each.


def new_key() -> str:
    """Of one press of a form: sent twice, it is done once."""
    return token_hex(16)


@dataclass(frozen=True)
class Side:
    """Somebody whom a decision names: `name` as read, `profile` who that is so far."""

    side: str
    name: str
    profile: Profile | None


@dataclass
class Card:
    """One decision. `post`: the title that goes into a new profile, of a name nobody has yet."""

    item: Item
    sides: list[Side]
    candidates: list[Profile] = field(default_factory=list)
    post: PostRecord | None = None
    warning: str = ""
    key: str = field(default_factory=new_key)

    @property
    def found(self) -> Any:
        return self.item.found

    @property
    def label(self) -> str:
        """What is asked."""
        row = self.found
        if not isinstance(row, Mention):
            return str(row.get_kind_display() if hasattr(row, "kind") else "직함")
        kind = row.get_kind_display()
        if row.status == Mention.NEW:
            return f"새 {kind}?"
        return f"어느 {kind}?" if len(self.candidates) > 1 else f"이 {kind}?"

    @property
    def before(self) -> str:
        return str(self.found.sentence[: self.found.inset])

    @property
    def after(self) -> str:
        return str(self.found.sentence[self.found.inset + len(self.found.text) :])

    @property
    def is_new(self) -> bool:
        return self.post is not None

    @property
    def is_nobodys(self) -> bool:
        """Words that nobody nameable said."""
        return self.item.kind == "quotation" and not self.found.speaker

    @property
    def can_be_accepted(self) -> bool:
        return not self.is_new and (self.item.kind != "mention" or len(self.candidates) < 2)

    @property
    def decided(self) -> str:
        """What an editor said, and who."""
        if not self.found.verdict:
            return ""
        by = self.found.decision.by if self.found.decision else None
        return f"{self.found.get_verdict_display()}{f' · {by.get_full_name()}' if by else ''}"


@dataclass(frozen=True)
class Cards:
    """A desk's shelves as cards."""

    doubtful: list[Card]
    sure: list[Card]
    automatic: list[Card]
    decided: list[Card]


def of_desk(desk: Desk, on: date) -> Cards:
    """`on`: the day of the article, by which titles are judged."""
    shelves = (desk.doubtful, desk.sure, desk.automatic, desk.decided)
    items = [item for shelf in shelves for item in shelf]
    known = _known(items)
    titles = [item.found for item in items if isinstance(item.found, Title)]
    warnings = outdated.told(titles, on)
    posts = _posts(titles)

    def cards(shelf: list[Item]) -> list[Card]:
        return [_card(item, known, posts, warnings) for item in shelf]

    return Cards(*map(cards, shelves))


def _card(
    item: Item, known: dict[str, Profile], posts: dict[str, PostRecord], warnings: dict[int, str]
) -> Card:
    row = item.found
    card = Card(item, list(_sides(row, known)))
    if isinstance(row, Mention) and not row.verdict:
        card.candidates = [known[pk] for pk in row.candidates if pk in known][:MOST_CANDIDATES]
        if not card.candidates and row.proposed_id is None:
            card.post = posts.get(row.name, PostRecord())
    if isinstance(row, Title):
        card.warning = warnings.get(row.pk, "")
    return card


def _sides(row: Any, known: dict[str, Profile]) -> Iterator[Side]:
    for side, name, profile in _who(row):
        yield Side(side, name, known.get(profile or ""))


def _who(row: Any) -> Iterable[tuple[str, str, str | None]]:
    """Whom a row names: which side, the name as read, and the profile so far."""
    if hasattr(row, "a_name"):
        yield "a", row.a_name, row.a_id or row.a_proposed_id
        yield "b", row.b_name, row.b_id or row.b_proposed_id
    else:
        name = row.speaker if hasattr(row, "speaker") else row.name
        yield "a", name, row.profile_id or row.proposed_id


def _known(items: list[Item]) -> dict[str, Profile]:
    """Everybody whom the cards name, with what tells them from their namesakes."""
    wanted: set[str] = set()
    for item in items:
        wanted |= {pk for _, _, pk in _who(item.found) if pk}
        wanted |= set(getattr(item.found, "candidates", ()))
    return {row.pk: row for row in described(Profile.objects.shown().filter(pk__in=wanted))}


def _posts(titles: list[Title]) -> dict[str, PostRecord]:
    """The first title of each name that nobody rejected: it goes into a new profile."""
    rows = [row for row in titles if row.verdict != Found.REJECTED]
    first = sorted(rows, key=lambda row: row.start, reverse=True)
    return {row.name: PostRecord(row.organisation, row.title) for row in first}
