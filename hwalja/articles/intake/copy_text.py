"""A story as plain text that an editor can correct: paragraphs, and photos as the paper prints them.

A paragraph.

▲ What the photo shows. < Who made it >

The next paragraph.
"""

import re

from hwalja.articles.intake import captions
from hwalja.articles.intake.record import Caption, Record
from hwalja.hangul.normalise import clean, collapse

_CAPTION = re.compile(r"▲\s*(?P<text>[^<>]*?)\s*(?:<\s*(?P<credit>[^<>]*?)\s*>)?$")


def write(record: Record) -> str:
    """The body of a record with its captions between the paragraphs."""
    parts: list[str] = []
    photos = list(zip(record.places, record.captions, strict=False))
    for n in range(len(record.body) + 1):
        parts += [_line(caption) for place, caption in photos if place == n]
        parts += record.body[n : n + 1]
    return "\n\n".join(parts)


def _line(caption: Caption) -> str:
    credit = f" < {caption.credit} >" if caption.credit else ""
    return f"▲ {caption.text}{credit}"


def read(text: str, record: Record) -> None:
    """Put corrected text into a record's body, captions and places."""
    record.body, record.captions, record.places = [], [], []
    for block in re.split(r"\n\s*\n", clean(text)):
        line = collapse(block)
        if line.startswith("▲"):
            record.captions.append(_caption(line))
            record.places.append(len(record.body))
        elif line:
            record.body.append(line)


def _caption(line: str) -> Caption:
    """In the form above, or in any other form a paper prints."""
    found = _CAPTION.fullmatch(line)
    if found:
        return Caption(found["text"], found["credit"] or None)
    return captions.read(line) or Caption(line.lstrip("▲ "))
