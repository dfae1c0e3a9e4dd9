"""Rows of the database made of a record: what is not known of a profile yet."""

from collections.abc import Iterable, Iterator

from hwalja.people import naming
from hwalja.people.models import Fact, Name, Post, Profile
from hwalja.people.records import PostRecord, Record, Source

Row = Name | Post | Fact


def profile(record: Record, source: Source) -> Profile:
    """A new profile; without an id it gets one by chance."""
    fields = {"id": record.id} if record.id else {}
    made = Profile(name=record.name, kind=record.kind, **fields, **source.fields)
    made.settle()
    return made


def missing(record: Record, of: Profile, known: "Known", source: Source) -> Iterator[Row]:
    """Names, posts and the birthday of the record that the profile does not have, hidden or not."""
    for text in (record.name, *record.aliases):
        if naming.fold(text) not in known.names and (key := naming.fold(text)):
            known.names.add(key)
            yield _name(of, text, source)
    for post in record.posts:
        if post not in known.posts:
            known.posts.add(post)
            yield _post(of, post, source)
    if record.birthday and not known.birthday:
        yield Fact(profile=of, kind=Fact.BIRTHDAY, text=record.birthday, **source.fields)


def _name(of: Profile, text: str, source: Source) -> Name:
    name = Name(profile=of, kind=naming.kind_of(text), text=text, **source.fields)
    name.settle()
    return name


def _post(of: Profile, post: PostRecord, source: Source) -> Post:
    return Post(
        profile=of,
        organisation_name=post.organisation,
        title=post.title,
        party=post.party,
        district=post.district,
        since=post.since,
        until=post.until,
        **source.fields,
    )


class Known:
    """What a profile has already, in the terms of a record."""

    def __init__(self, of: Profile) -> None:
        self.names = {naming.fold(of.name)}
        self.posts: set[PostRecord] = set()
        self.birthday = False


def known_of(profiles: Iterable[Profile]) -> dict[str, Known]:
    """What each of them has, by id; three queries."""
    found = {row.pk: Known(row) for row in profiles}
    for pk, key in Name.objects.filter(profile__in=found).values_list("profile", "key"):
        found[pk].names.add(key)
    facts = Fact.objects.filter(profile__in=found, kind=Fact.BIRTHDAY)
    for pk in facts.values_list("profile", flat=True):
        found[pk].birthday = True
    columns = ("title", "party", "district", "since", "until")
    rows = Post.objects.filter(profile__in=found)
    for pk, known, named, *rest in rows.values_list(
        "profile", "organisation__name", "organisation_name", *columns
    ):
        # By the name it was told with, and by the one that it has today.
        for name in {known or named, named}:
            found[pk].posts.add(PostRecord(name, *rest))
    return found


def write(rows: Iterable[Row]) -> int:
    """Write new rows, each kind at once; how many."""
    made = list(rows)
    for model in (Name, Post, Fact):
        model.objects.bulk_create([row for row in made if isinstance(row, model)])  # type: ignore[misc]
    return len(made)
