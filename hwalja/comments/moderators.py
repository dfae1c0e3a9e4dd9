"""Who looks after the comments, and writing to them."""

from django.template.loader import render_to_string

from hwalja.accounts.adapter import deliver
from hwalja.accounts.models import User
from hwalja.comments import takedown_letters
from hwalja.comments.roles import MODERATE

BACKEND = "django.contrib.auth.backends.ModelBackend"


def addresses() -> list[str]:
    """Where moderators get mail; none while nobody may moderate."""
    rows = User.objects.with_perm(MODERATE, backend=BACKEND).exclude(email="")
    return list(rows.order_by("pk").values_list("email", flat=True))


def tell(template: str, subject: str, **context: object) -> None:
    """A mail to each of them; nobody sees the others' addresses."""
    body = render_to_string(f"comments/mail/{template}.txt", takedown_letters.context(**context))
    for to in addresses():
        deliver.enqueue(takedown_letters.headed(subject), body, takedown_letters.sender(), [to])
