"""Somebody whom the directory does not have yet: taken in from the sentence that names them."""

from django.db import transaction

from hwalja.articles.models import Article
from hwalja.mentions.actions.change_person import change_person
from hwalja.mentions.actions.decide import CHANGED_MEANWHILE, NotNow
from hwalja.mentions.models import Decision, Mention, Title
from hwalja.mentions.permission import Actor, may_decide
from hwalja.people import rows
from hwalja.people.actions.add import added
from hwalja.people.models import Profile
from hwalja.people.records import PostRecord, Record, Source

_LONGEST_SENTENCE = 600


@transaction.atomic
def new_person(
    article_id: int,
    ref: str,
    user: Actor,
    *,
    name: str = "",
    kind: str = "",
    post: PostRecord | None = None,
) -> tuple[Profile, list[Decision]]:
    """The profile of a mention's name with the title it has here, or as an editor puts it.

    Who may decide about the article may take in whom it names. Raises `PermissionDenied` and
    `NotNow`.
    """
    article = Article.objects.get(pk=article_id)
    may_decide(user, article)
    mention = _mention(article_id, ref)
    name = " ".join((name or mention.name).split())[:100]
    post = proposed_post(mention) if post is None else post
    record = Record(name, kind=kind or mention.kind, posts=(post,) if post != PostRecord() else ())
    source = Source(article=article.number, sentence=mention.sentence[:_LONGEST_SENTENCE])
    profile = rows.profile(record, source)
    profile.save(force_insert=True)
    rows.write(rows.missing(record, profile, rows.Known(profile), source))
    added(profile, user)
    return profile, change_person(article_id, ref, profile.pk, user)


def _mention(article_id: int, ref: str) -> Mention:
    kind, _, pk = ref.partition(":")
    rows = Mention.objects.filter(article=article_id, stands=True)
    found = rows.filter(pk=int(pk)).first() if kind == "mention" and pk.isdecimal() else None
    if found is None:
        raise NotNow(CHANGED_MEANWHILE)
    return found


def proposed_post(mention: Mention) -> PostRecord:
    """The title that the article gives them; an empty one where it gives none."""
    rows = Title.objects.filter(article=mention.article_id, name=mention.name, stands=True)
    title = rows.exclude(verdict=Title.REJECTED).order_by("start").first()
    return PostRecord(title.organisation, title.title) if title else PostRecord()
