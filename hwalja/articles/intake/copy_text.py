"""A story as plain text that an editor can correct: paragraphs, and photos as the paper prints them.

A paragraph.

■ A subheading

▲ What the photo shows. < Who made it >

- An item of a list
- Another; "1." and "2." where they are counted

[표] What the table shows
| a | row of names |
| --- | --- |
| a | row |
[표] 자료: whose figures they are
"""

import re

from hwalja.articles.intake import captions, shapes
from hwalja.articles.intake.lines import SUBHEAD
from hwalja.articles.intake.record import Caption, Record
from hwalja.articles.intake.shapes import Shape
from hwalja.hangul.normalise import clean, collapse

Part = tuple[shapes.Kind | None, str]
_CAPTION = re.compile(r"▲\s*(?P<text>.*?)\s*(?:<\s*(?P<credit>[^<>]*?)\s*>)?$")


def write(record: Record) -> str:
    """The body of a record with its captions between the paragraphs."""
    parts: list[str] = []
    photos = list(zip(record.places, record.captions, strict=False))
    for run in record.runs():
        parts += [_line(caption) for place, caption in photos if place in run]
        parts.append(_written([(record.body[n], record.shapes.get(n)) for n in run]))
    parts += [_line(caption) for place, caption in photos if place >= len(record.body)]
    return "\n\n".join(parts)


def _line(caption: Caption) -> str:
    credit = f" < {caption.credit} >" if caption.credit else ""
    return f"▲ {caption.text}{credit}"


def _written(texts: list[tuple[str, Shape | None]]) -> str:
    """A paragraph, or the lines of one list or table."""
    lines: list[str] = []
    for n, (text, shape) in enumerate(texts, 1):
        kind = shape.kind if shape else None
        lines.append(
            {
                "heading": text if SUBHEAD.match(text) else f"■ {text}",
                "item": f"- {text}",
                "number": f"{n}. {text}",
                "row": f"| {text} |",
                "head": f"| {text} |",
                "caption": f"[표] {text}",
            }.get(kind or "", text)
        )
        if kind == "head":
            lines.append("| " + " | ".join("---" for _ in shapes.cells(text)) + " |")
    return "\n".join(lines)


def read(text: str, record: Record) -> None:
    """Put corrected text into a record's body, captions, places and shapes."""
    record.body, record.captions, record.places, record.shapes = [], [], [], {}
    for number, block in enumerate(re.split(r"\n\s*\n", clean(text))):
        line = collapse(block)
        if line.startswith("▲"):
            record.captions.append(_caption(line))
            record.places.append(len(record.body))
        elif line:
            _take(record, _read_shaped(block) or [(None, line)], number)


def _take(record: Record, parts: list[Part], group: int) -> None:
    for kind, text in parts:
        if kind:
            record.shapes[len(record.body)] = Shape(kind, group)
        record.body.append(text)


_ROW = re.compile(r"\|(.+)\|")
_RULE = re.compile(r"\|[\s|:-]+\|")


def _read_shaped(block: str) -> list[Part]:
    """The parts of a list or a table written as above; nothing for a paragraph."""
    lines = [collapse(line) for line in block.split("\n") if line.strip()]
    items = [line[2:].strip() for line in lines if line.startswith("- ")]
    if len(items) == len(lines) > 1:
        return [("item", text) for text in items]
    numbered = [re.match(rf"{n}\. (.+)", line) for n, line in enumerate(lines, 1)]
    if len(lines) > 1 and all(numbered):
        return [("number", found[1]) for found in numbered if found]
    return _read_table(lines)


def _read_table(lines: list[str]) -> list[Part]:
    rows = [line for line in lines if _ROW.fullmatch(line)]
    said = [line.removeprefix("[표]").strip() for line in lines if line.startswith("[표]")]
    if len(rows) < 2 or len(rows) + len(said) != len(lines):
        return []
    headed = bool(_RULE.fullmatch(rows[1]))
    texts = [row[1:-1].strip() for row in rows if not _RULE.fullmatch(row)]
    return [
        *(("caption", text) for text in said),
        *(("head" if headed and n == 0 else "row", text) for n, text in enumerate(texts)),
    ]


def _caption(line: str) -> Caption:
    """In the form above, or in any other form a paper prints."""
    found = _CAPTION.fullmatch(line)
    if found:
        return Caption(found["text"], found["credit"] or None)
    return captions.read(line) or Caption(line.lstrip("▲ "))
