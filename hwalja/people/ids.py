"""Ids of people and organisations: strings that mean nothing, kept for ever once given."""

import re
import secrets
from hashlib import blake2b

# Digits and letters without vowels: no word comes out by accident, no 1 is taken for an l.
_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
_LENGTH = 9
LONGEST = 64
# Whatever a register calls its people, as long as it can stand in an address as one piece.
PATTERN = r"[^\s/?#%&<>\"'\\\x00-\x20.][^\s/?#%&<>\"'\\\x00-\x20]{0,63}"
_ID = re.compile(PATTERN)
# First parts of addresses beneath /who/ that are pages of their own.
TAKEN = frozenset({"search", "by", "criteria", "feed"})


def new() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def of_content(*words: str) -> str:
    """The same id for the same words: a list without ids can be loaded twice."""
    number = int.from_bytes(blake2b("\n".join(words).encode(), digest_size=8).digest())
    letters = []
    for _ in range(_LENGTH + 2):
        number, rest = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[rest])
    return "".join(letters)


def is_id(text: str) -> bool:
    """Whether `text` can be somebody's id: one printable piece of an address, of 64 characters."""
    good = _ID.fullmatch(text) is not None and text.isprintable()
    return good and text not in TAKEN and not text.endswith(".json")
