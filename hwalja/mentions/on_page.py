"""Who is in an article, as its page shows them: fetched once, asked for in several places."""

from dataclasses import dataclass, field

from django.utils.timezone import localtime

from hwalja.articles.models import Article
from hwalja.mentions import shown
from hwalja.mentions.models import Quotation
from hwalja.mentions.shown import Seen
from hwalja.people.models import Profile
from hwalja.people.reading import titles_on

QUOTED = 3  # Of one person beneath an article; the rest is on their own page.
_HELD = "_mentions_on_page"


@dataclass(frozen=True)
class Entry:
    """Somebody in the strip; `title`: on the article's day."""

    seen: Seen
    title: str

    @property
    def profile(self) -> Profile:
        return self.seen.profile

    @property
    def said(self) -> list[Quotation]:
        """What they say in the story, their very words first."""
        rows = sorted(self.seen.quotations, key=lambda row: row.kind != Quotation.DIRECT)
        return rows[:QUOTED]

    @property
    def more(self) -> int:
        return len(self.seen.quotations) - len(self.said)

    @property
    def is_automatic(self) -> bool:
        """Whether no editor has said that it is them."""
        return all(row.is_automatic for row in self.seen.mentions or self.seen.quotations)


@dataclass(frozen=True)
class OnPage:
    """`entries` in the order of the text; `addressed`: quotations whose words can be led to."""

    entries: list[Entry] = field(default_factory=list)
    addressed: set[int] = field(default_factory=set)

    @property
    def people(self) -> list[Entry]:
        return [one for one in self.entries if one.profile.is_person]

    @property
    def organisations(self) -> list[Entry]:
        return [one for one in self.entries if not one.profile.is_person]

    @property
    def is_automatic(self) -> bool:
        """Whether no editor has confirmed anything: then it is said once, over all of it."""
        said = (row for one in self.entries for row in one.said)
        no_name = all(one.is_automatic for one in self.entries)
        return no_name and all(row.is_automatic for row in said)


def of(article: Article) -> OnPage:
    """Kept with this very article object, which one page is made of."""
    held = article.__dict__
    if _HELD not in held:
        held[_HELD] = _fetched(article)
    found: OnPage = held[_HELD]
    return found


def _fetched(article: Article) -> OnPage:
    """One query where nobody is in it, else five at most."""
    seen = shown.seen_in(article)
    untold = [one.profile.pk for one in seen if one.profile.is_person and not one.title]
    day = localtime(article.dated).date().isoformat()
    held = titles_on(untold, day) if untold else {}
    return OnPage([Entry(one, one.title or held.get(one.profile.pk, "")) for one in seen])
