"""Log-ins for the demo newspaper: random passwords, told once."""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import Group

from hwalja.accounts.models import User
from hwalja.accounts.names import split_name

# Easy to read from a screen and to type; 31 letters, 12 of them: 59 bits.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class Opening:
    """An account to open: its log-in name, the person's name, their role for the list, groups."""

    username: str
    name: str
    role: str
    groups: list[Group]


def open_accounts(openings: Iterable[Opening]) -> Iterator[str]:
    """Open the accounts; gives a line for each, the only place where its password stands."""
    for opening in openings:
        password = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
        last_name, first_name = split_name(opening.name)
        user = User.objects.create_user(
            opening.username,
            email=f"{opening.username}@hwalja.example",
            password=password,
            last_name=last_name,
            first_name=first_name,
        )
        user.groups.set(opening.groups)
        yield f"  {opening.role:　<6}{opening.username:<10}{password}"
