"""From a record to the blocks of an article's body."""

import re
from collections.abc import Sequence
from typing import Any

from django.utils.html import escape

from hwalja.articles.intake import shapes
from hwalja.articles.intake.lines import SUBHEAD, ends_sentence
from hwalja.articles.intake.record import Caption, Record
from hwalja.articles.intake.shapes import Shape

Block = tuple[str, Any]
# As long as the blocks take.
_LONGEST_SUBHEAD, _LONGEST_TITLE, _LONGEST_SOURCE = 120, 160, 120
_SOURCE = re.compile(r"^\W*(?:자료|출처)\s?(?:출처|제공)?\s?[:：=]\s?(.+?)\W*$")


def stream(record: Record, photos: Sequence[Any] = ()) -> list[Block]:
    """The text in its blocks and the photos, in order; a caption without a photo keeps its place.

    `photos` go to the captions in order; those left over stand at the end. None stands within
    a list or a table.
    """
    pictures = dict(enumerate(photos))
    blocks: list[Block] = []
    waiting = sorted(range(len(record.captions)), key=lambda m: _place(record, m))
    for run in record.runs():
        while waiting and _place(record, waiting[0]) <= run[0]:
            m = waiting.pop(0)
            blocks.append(_photo(pictures.pop(m, None), record.captions[m]))
        _add(blocks, [(record.body[n], record.shapes.get(n)) for n in run])
    blocks += [_photo(pictures.pop(m, None), record.captions[m]) for m in waiting]
    return blocks + [_photo(photo, Caption("")) for photo in pictures.values()]


def _place(record: Record, m: int) -> int:
    """A caption of unknown place stands before the story."""
    return record.places[m] if m < len(record.places) else 0


def _photo(photo: Any, caption: Caption) -> Block:
    words = {"caption": caption.text[:500], "credit": (caption.credit or "")[:120]}
    return "photo", {"photo": photo, **words}


Text = tuple[str, Shape | None]


def _add(blocks: list[Block], texts: list[Text]) -> None:
    shape = texts[0][1]
    if shape is None or shape.kind == "heading":
        for text, _ in texts:
            _add_text(blocks, text, heading=shape is not None)
    elif shape.kind in shapes.TABULAR:
        blocks.append(("table", _table(texts)))
    else:
        items = [escape(text) for text, _ in texts]
        blocks.append(("items", {"ordered": shape.kind == "number", "items": items}))


def _add_text(blocks: list[Block], text: str, heading: bool) -> None:
    """Paragraphs that follow one another are one block, as an editor would write them."""
    mark = SUBHEAD.match(text)
    bare = text[mark.end() :].strip() if mark else text
    headed = heading or (mark and not ends_sentence(text))
    if headed and 0 < len(bare) <= _LONGEST_SUBHEAD:
        blocks.append(("subheading", bare))
        return
    html = f"<p>{escape(text)}</p>"
    if blocks and blocks[-1][0] == "paragraph":
        blocks[-1] = ("paragraph", blocks[-1][1] + html)
    else:
        blocks.append(("paragraph", html))


def _table(texts: list[Text]) -> dict[str, Any]:
    """Rows filled up to one width, the caption above and the source below."""
    rows = [shapes.cells(text) for text, shape in texts if shape and shape.kind != "caption"]
    width = max(map(len, rows), default=1)
    said = [text for text, shape in texts if shape and shape.kind == "caption"]
    sources = [found[1] for text in said if (found := _SOURCE.match(text))]
    titles = [text for text in said if not _SOURCE.match(text)]
    headed = any(shape and shape.kind == "head" for _, shape in texts)
    return {
        "caption": " ".join(titles)[:_LONGEST_TITLE],
        "source": " ".join(sources)[:_LONGEST_SOURCE],
        "table": {
            "data": [row + [""] * (width - len(row)) for row in rows],
            "first_row_is_table_header": headed,
            "first_col_is_header": False,
            "table_header_choice": "row" if headed else "neither",
            "cell": [],
            "mergeCells": [],
        },
    }
