"""Named places on the pages of people and organisations.

The rooms above fill them by registering; people knows none of those rooms.

| slot      | a filler gets    | and gives                                          |
|-----------|------------------|----------------------------------------------------|
| below     | request, profile | HTML beneath the posts: quotations, relations …    |
| rail      | request, profile | HTML beside them                                   |
| parts     | profile          | (address, words) links to what stands below        |
| at        | profile, year    | HTML on the page of what they were in a year       |
| styles    | (none)           | style sheets of the room's pages, as static files  |
| directory | request          | HTML on /who/: most written about, appointments …  |
| json      | profile          | a dict merged into the profile's JSON              |
| json_ld   | profile          | a dict merged into its JSON-LD                     |
| feed      | profile          | a list of `feeds.Entry`                            |
| tags      | profile          | a list of cache tags of what the fillers show      |
| panels    | (none)           | a Wagtail panel of the profile's form              |
| unseen    | numbers          | those of these articles that readers may not see   |
"""

from collections.abc import Callable
from typing import Any

Filler = Callable[..., Any]
SLOTS: dict[str, list[Filler]] = {
    name: []
    for name in (
        "below",
        "rail",
        "parts",
        "at",
        "styles",
        "directory",
        "json",
        "json_ld",
        "feed",
        "tags",
        "panels",
        "unseen",
    )
}


def fill(slot: str, filler: Filler) -> None:
    """Register `filler` for a slot; in the order of registration."""
    SLOTS[slot].append(filler)


def content(slot: str, *args: Any) -> list[Any]:
    """What all fillers of a slot give; nothing and None are left out."""
    return [found for filler in SLOTS[slot] if (found := filler(*args))]
