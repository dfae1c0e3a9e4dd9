"""Invented people, and a curator who keeps them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import Group
from django.core import mail
from django_tasks_db.models import DBTaskResult

from hwalja.accounts.models import User
from hwalja.masthead.mail import deliver
from hwalja.people.actions.add import add
from hwalja.people.models import Profile
from hwalja.people.records import PostRecord, Record, Source
from hwalja.people.roles import CURATORS
from hwalja.press.models import Mark
from hwalja.testing import make_user

SAID = "강가람 누리전자 대표는 “서두르지 않겠다”고 말했다."
SOURCE = Source(article=12, sentence=SAID)


def make_curator(username: str = "seol") -> User:
    return make_user(username, "설나무", Group.objects.get(name=CURATORS))


def person(
    name: str = "강가람", *, organisation: str = "누리전자", title: str = "대표", **known: str
) -> Profile:
    posts = (PostRecord(organisation, title, since="2020-03"),) if title else ()
    record = Record(name, id=known.get("id", ""), posts=posts, birthday=known.get("birthday", ""))
    return add(record, None, SOURCE)


def organisation(name: str = "누리전자") -> Profile:
    return add(Record(name, kind="organisation"), None, SOURCE)


def fresh(profile: Profile) -> Profile:
    return Profile.objects.get(pk=profile.pk)


@contextmanager
def marks() -> Iterator[dict[str, int]]:
    """The keys marked within, with their order; filled in at the end."""
    Mark.objects.all().delete()
    found: dict[str, int] = {}
    yield found
    found.update(Mark.objects.values_list("key", "order"))


def sent() -> list[tuple[str, str, str]]:
    """What the tasks' process sends now: to, subject, body; each mail once."""
    before = len(mail.outbox)
    waiting = DBTaskResult.objects.ready().filter(task_path=deliver.module_path)
    for row in waiting.order_by("enqueued_at"):
        deliver.call(*row.args_kwargs["args"])
        row.set_successful(None)
    return [(one.to[0], one.subject, one.body) for one in mail.outbox[before:]]
