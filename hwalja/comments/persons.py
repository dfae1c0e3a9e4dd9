"""Who writes: a member by account, a guest by name and address, neither of them in the clear."""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.hashers import ScryptPasswordHasher
from django.http import HttpRequest

if TYPE_CHECKING:
    from hwalja.accounts.models import User


class GuestHasher(ScryptPasswordHasher):
    """Scrypt at N = 2^12: 4 MB and about 12 ms, a quarter of what Django asks for accounts.

    A guest's password opens one comment for deleting, nothing else, and wrong ones are
    counted (`actions/delete.py`). At Django's own cost sixty posts a second would need more
    than two cores for hashing alone.
    """

    algorithm = "guest"
    work_factor = 2**12
    parallelism = 1


@dataclass(frozen=True)
class Person:
    """`key` as `Comment.person`, `origin` as `Comment.origin`."""

    key: str
    origin: str
    user: "User | None" = None


def of(request: HttpRequest, name: str = "") -> Person:
    """Who is asking; a guest's key changes with the name, the origin does not."""
    origin = digest("address", request.META.get("REMOTE_ADDR", ""))
    user = request.user if request.user.is_authenticated else None
    if user is not None:
        return Person(f"u{user.pk}", origin, user)
    return Person("g" + digest("guest", f"{origin} {name}") if name else f"a{origin}", origin)


def digest(purpose: str, text: str) -> str:
    """128 bits that only this paper's key can make of `text`."""
    key = f"hwalja.comments.{purpose}.{settings.SECRET_KEY}".encode()
    return hmac.new(key, text.encode(errors="surrogatepass"), sha256).hexdigest()[:32]


def hash_password(password: str) -> str:
    hasher = GuestHasher()
    return str(hasher.encode(password, hasher.salt()))


def is_password(password: str, hashed: str) -> bool:
    return bool(hashed) and bool(GuestHasher().verify(password, hashed))


def is_member(user: object) -> bool:
    return bool(getattr(user, "is_authenticated", False))


def name(user: object) -> str:
    """What stands over a member's comments; empty for a guest."""
    return str(user) if is_member(user) else ""
