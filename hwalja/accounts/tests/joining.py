"""A reader who becomes a member, with real form posts and the mail that is really sent."""

import re
from typing import Any

from django.core import mail
from django.test import Client
from django_tasks_db.models import DBTaskResult

from hwalja.accounts import members
from hwalja.accounts.adapter import deliver
from hwalja.accounts.models import Member, User
from hwalja.testing import PASSWORD

SIGNUP = "/account/signup/"
SENT = "/account/confirm-email/"


def form(**fields: str) -> dict[str, str]:
    filled = {"email": "reader@mail.example", "password1": PASSWORD, "nickname": "동네독자"}
    return {**filled, "agrees": "on", **fields}


def send_waiting_mail() -> None:
    """What the tasks' process does."""
    for row in DBTaskResult.objects.ready().filter(task_path=deliver.module_path):
        deliver.call(*row.args_kwargs["args"])
        row.set_successful(None)


def link() -> str:
    """The path in the mail that came last."""
    send_waiting_mail()
    found = re.search(r"http://[^/]+(/account/\S+)", mail.outbox[-1].body)
    assert found, mail.outbox[-1].body
    return found[1]


def join(client: Client, **fields: str) -> Any:
    """Sign up and open the mail; what the confirmation answers."""
    answer = client.post(SIGNUP, form(**fields))
    assert (answer.status_code, answer.url) == (302, SENT), answer.content.decode()
    return client.post(link())


def make_member(nickname: str = "동네독자", email: str = "reader@mail.example") -> Member:
    """A member whose address is verified, without the forms."""
    user = User.objects.create_user(f"m-{nickname}", email, PASSWORD)
    user.emailaddress_set.create(email=email, verified=True, primary=True)
    return members.enrol(user, nickname)
