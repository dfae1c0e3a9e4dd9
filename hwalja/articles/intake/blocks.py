"""From a record to the blocks of an article's body."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import escape

from hwalja.articles.intake.lines import SUBHEAD, ends_sentence
from hwalja.articles.intake.record import Caption, Record

Block = tuple[str, Any]
# As long as the block for subheadings takes.
_LONGEST_SUBHEAD = 120


def stream(record: Record, photos: Sequence[Any] = ()) -> list[Block]:
    """Paragraphs, subheadings and photos in order; a caption without a photo keeps its place.

    `photos` go to the captions in order; those left over stand at the end.
    """
    pictures = dict(enumerate(photos))
    blocks: list[Block] = []
    for n in range(len(record.body) + 1):
        for m, caption in enumerate(record.captions):
            if _place(record, m) == n:
                blocks.append(_photo(pictures.pop(m, None), caption))
        for text in record.body[n : n + 1]:
            _add_text(blocks, text)
    return blocks + [_photo(photo, Caption("")) for photo in pictures.values()]


def _place(record: Record, m: int) -> int:
    """A caption of unknown place stands before the story."""
    place = record.places[m] if m < len(record.places) else 0
    return min(place, len(record.body))


def _photo(photo: Any, caption: Caption) -> Block:
    words = {"caption": caption.text[:500], "credit": (caption.credit or "")[:120]}
    return "photo", {"photo": photo, **words}


def _add_text(blocks: list[Block], text: str) -> None:
    """Paragraphs that follow one another are one block, as an editor would write them."""
    mark = SUBHEAD.match(text)
    if mark and not ends_sentence(text) and 0 < len(text[mark.end() :]) <= _LONGEST_SUBHEAD:
        blocks.append(("subheading", text[mark.end() :].strip()))
        return
    html = f"<p>{escape(text)}</p>"
    if blocks and blocks[-1][0] == "paragraph":
        blocks[-1] = ("paragraph", blocks[-1][1] + html)
    else:
        blocks.append(("paragraph", html))
