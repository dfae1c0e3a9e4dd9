"""Named places on the article page, in its metadata and in the editor.

The rooms above fill them by registering; articles knows none of those rooms.

| slot        | a filler gets       | and gives                              |
|-------------|---------------------|----------------------------------------|
| style       | request, article    | HTML in the head: a stylesheet of its own |
| words       | request, article    | what turns (place, HTML) of a paragraph into its HTML as shown |
| head        | request, article    | HTML beside the times under the headline |
| strip       | request, article    | HTML between the story and its sign-off |
| below       | request, article    | HTML beneath the article                |
| json_ld     | request, article    | a dict merged into the NewsArticle      |
| editor      | article, request    | a Wagtail side panel of the editor      |
"""

from collections.abc import Callable
from typing import Any

Filler = Callable[..., Any]
SLOTS: dict[str, list[Filler]] = {
    name: [] for name in ("style", "words", "head", "strip", "below", "json_ld", "editor")
}


def fill(slot: str, filler: Filler) -> None:
    """Register `filler` for a slot; in the order of registration."""
    SLOTS[slot].append(filler)


def content(slot: str, *args: Any) -> list[Any]:
    """What all fillers of a slot give; nothing and None are left out."""
    return [found for filler in SLOTS[slot] if (found := filler(*args))]
