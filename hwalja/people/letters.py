"""Mails about requests. What strangers typed stands in none that goes to a stranger."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string

from hwalja.look.metadata import absolute
from hwalja.masthead.mail import deliver
from hwalja.masthead.shared import PAPER
from hwalja.people.models import Removal
from hwalja.people.roles import CURATE

BACKEND = "django.contrib.auth.backends.ModelBackend"


def to_requester(template: str, subject: str, row: Removal) -> None:
    """Nothing to a reader who left no address."""
    if row.mail:
        _send(template, subject, [row.mail], row)


def to_curators(template: str, subject: str, row: Removal) -> None:
    """A mail to each of them; nobody sees the others' addresses."""
    _send(template, subject, curators(), row)


def curators() -> list[str]:
    """Where curators get mail."""
    users = get_user_model().objects.with_perm(CURATE, backend=BACKEND).exclude(email="")
    return list(users.order_by("pk").values_list("email", flat=True))


def _send(template: str, subject: str, to: list[str], row: Removal) -> None:
    paper = PAPER.get()
    context = {"paper": paper, "row": row, "address": absolute(row.profile.get_absolute_url())}
    body = render_to_string(f"people/mail/{template}.txt", context)
    line = f"[{paper.masthead.name}] {subject}"
    for address in to:
        deliver.enqueue(line, body, str(settings.DEFAULT_FROM_EMAIL), [address])
