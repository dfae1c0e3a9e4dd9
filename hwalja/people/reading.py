"""All that a profile's page shows, in a number of queries that does not grow with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from hwalja.people import partial, slots
from hwalja.people.models import Fact, Name, Post, Profile, Removal
from hwalja.people.models.profile import ProfileQuerySet

NAMESAKES = 50
HOLDERS = 200
REQUESTS = 20


@dataclass(frozen=True)
class Page:
    """A profile with what of it readers may see."""

    profile: Profile
    names: list[Name]
    posts: list[Post]
    facts: list[Fact]
    namesakes: list[Profile] = field(default_factory=list)
    # Of an organisation: who holds or held a post there, those of today first.
    holders: list[Post] = field(default_factory=list)
    # What was put right because somebody asked.
    requests: list[Removal] = field(default_factory=list)

    def fact(self, kind: str) -> Fact | None:
        return next((row for row in self.facts if row.kind == kind), None)

    @property
    def about(self) -> Fact | None:
        return self.fact(Fact.ABOUT)

    @property
    def plain_facts(self) -> list[Fact]:
        return [row for row in self.facts if row.kind != Fact.ABOUT]

    @property
    def current(self) -> list[Post]:
        """Posts held today, as far as is known; a candidacy is none."""
        return [post for post in held_on(self.posts, today()) if not post.title.endswith("후보")]

    @property
    def headline(self) -> str:
        """Who they are today, in a few words."""
        return ", ".join(str(post) for post in self.current[:2])

    @property
    def others(self) -> list[str]:
        return [row.text for row in self.names]

    @property
    def turns(self) -> list[int]:
        """Years in which a post began or ended, the newest first."""
        dates = {date for post in (*self.posts, *self.holders) for date in (post.since, post.until)}
        return sorted({int(date[:4]) for date in dates if date}, reverse=True)


def today() -> str:
    return timezone.localdate().isoformat()


def held_on(posts: list[Post], on: str) -> list[Post]:
    """Posts that may have been held at a partial date, by what is known of their time."""
    return [post for post in posts if partial.covers(post.since, post.until, on)]


def titles_on(profiles: Iterable[str], on: str) -> dict[str, str]:
    """What each of the profiles was on a day; nothing for whom no post is known from before it."""
    known = Post.objects.filter(profile__in=profiles, hidden=False).exclude(since="")
    found: dict[str, str] = {}
    for post in held_on(list(known.select_related("organisation")), on):
        if not post.title.endswith("후보"):
            found.setdefault(post.profile_id, str(post))
    return found


def page(profile: Profile) -> Page:
    posts = Post.objects.filter(profile=profile).select_related("organisation")
    all_names, all_posts = list(Name.objects.filter(profile=profile)), list(posts)
    all_facts = list(Fact.objects.filter(profile=profile))
    _keep_back(profile, [*all_names, *all_posts, *all_facts])
    return Page(
        profile,
        [row for row in all_names if not row.hidden],
        [row for row in all_posts if not row.hidden],
        [row for row in all_facts if not row.hidden],
        namesakes(profile),
        [] if profile.is_person else _holders(profile),
        _requests(profile),
    )


def _keep_back(profile: Profile, rows: list[Name | Post | Fact]) -> None:
    """What of the sources no reader may see: a withdrawn article, a sentence that tells what is hidden."""
    sourced = [profile, *rows]
    numbers = {row.source_article for row in sourced if row.source_article}
    told = slots.content("unseen", numbers) if numbers else []
    unseen = {number for some in told for number in some}
    secret = {row.source_sentence for row in rows if row.hidden}
    for row in sourced:
        if row.source_article in unseen:
            row.source_article, row.source_sentence = None, ""
        if row.source_sentence in secret:
            row.source_sentence = ""


def namesakes(profile: Profile) -> list[Profile]:
    """Others of whom one name is one of this one's; with the posts that tell them apart."""
    own = Name.objects.filter(profile=profile, hidden=False).values("key")
    theirs = Name.objects.filter(Q(key=profile.key) | Q(key__in=own), hidden=False)
    same = Q(key=profile.key) | Q(key__in=own) | Q(pk__in=theirs.values("profile"))
    rows = Profile.objects.shown().filter(same, kind=profile.kind).exclude(pk=profile.pk)
    return described(rows.by_name()[:NAMESAKES])


def described(rows: ProfileQuerySet) -> list[Profile]:
    """The profiles, each with `told`: what tells it from its namesakes, in a line.

    `place` is the id of the organisation that the line names, if it is in the directory.
    """
    found = list(rows)
    posts: dict[str, list[Post]] = {}
    shown = Post.objects.filter(profile__in=found, hidden=False).select_related("organisation")
    for post in shown:
        posts.setdefault(post.profile_id, []).append(post)
    born = Fact.objects.filter(profile__in=found, kind=Fact.BIRTHDAY, hidden=False)
    years = {pk: text[:4] for pk, text in born.values_list("profile", "text")}
    for row in found:
        telling = _telling(posts.get(row.pk, []))
        row.told = told(telling, years.get(row.pk, ""), row)
        row.place = telling.organisation_id if telling else None
    return found


def _telling(posts: list[Post]) -> Post | None:
    """What they are today, else what they were last."""
    return next(iter(held_on(posts, today()) or posts), None)


def told(post: Post | None, year: str, of: Profile) -> str:
    """A line: what they are, where, and their year."""
    place = [post.party, post.district] if post else []
    words = [str(post)] if post else []
    words += [word for word in place if word and word not in words]
    words += [f"{year}년{'생' if of.is_person else ' 세움'}"] if year else []
    return ", ".join(words)


def _holders(organisation: Profile) -> list[Post]:
    shown = Post.objects.filter(
        organisation=organisation.pk, hidden=False, profile__state=Profile.SHOWN
    )
    rows = list(shown.select_related("profile").order_by("until", "-since", "pk")[:HOLDERS])
    return sorted(rows, key=lambda row: row.until != "")


def _requests(profile: Profile) -> list[Removal]:
    """Only what came of them and when: who asked and why is nobody's business."""
    done = (Removal.CORRECTED, Removal.FACTS_HIDDEN)
    rows = Removal.objects.filter(
        Q(profile=profile) | Q(profile__merged_into=profile), state__in=done
    )
    return list(rows.only("state", "decided_at").order_by("-decided_at")[:REQUESTS])
