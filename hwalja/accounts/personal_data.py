"""All that the paper holds of a member: what is handed out to them, and what goes with them.

Each room that keeps something of members registers two functions, in its app's `ready()`;
accounts know none of those rooms.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hwalja.accounts.models import Member

Export = Callable[[Member], Any]
Erase = Callable[[Member], None]


@dataclass(frozen=True)
class Keeper:
    """`export` gives what JSON can hold; `erase` runs before the account goes, in its transaction.

    `stays` is what a member is told of what remains all the same and why: a sentence, or nothing.
    """

    name: str
    export: Export
    erase: Erase
    stays: str = ""


_KEEPERS: dict[str, Keeper] = {}


def register(name: str, export: Export, erase: Erase, *, stays: str = "") -> None:
    """`name` is what readers see in their file, in Korean."""
    _KEEPERS[name] = Keeper(name, export, erase, stays)


def export(member: Member) -> dict[str, Any]:
    """Everything, by the name of what it is."""
    return {keeper.name: keeper.export(member) for keeper in _KEEPERS.values()}


def erase(member: Member) -> None:
    for keeper in _KEEPERS.values():
        keeper.erase(member)


def stays() -> list[str]:
    return [keeper.stays for keeper in _KEEPERS.values() if keeper.stays]
