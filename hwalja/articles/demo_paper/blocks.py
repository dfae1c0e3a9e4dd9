"""The body format of the demo paper: text in, a tuple of blocks out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_PHOTO = re.compile(r"!\[(\d+)\]")


@dataclass(frozen=True)
class Block:
    """One block; `kind` says which fields count.

    paragraph, heading: text · photo: number (from 1) · quote: text, title (who said it)
    list: items · table: rows (first is the header) · box: title, blocks
    Text may hold links as [words](NN-slug), or [words](https://…).
    """

    kind: str
    text: str = ""
    title: str = ""
    number: int = 0
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    blocks: tuple["Block", ...] = ()


def parse_body(text: str) -> tuple[Block, ...]:
    """Read a body; raise ValueError on a box left open or a ragged table."""
    return tuple(_read(text.strip().split("\n")))


def linked_stories(body: tuple[Block, ...]) -> list[str]:
    """List the story slugs that the body links to, in reading order."""
    return [
        target for words in texts(body) for _, target in LINK.findall(words) if "://" not in target
    ]


def texts(body: tuple[Block, ...]) -> Iterator[str]:
    """Give every run of words in the body, boxes, lists and tables included."""
    for block in body:
        yield from (block.text, *block.items, *(cell for row in block.rows for cell in row))
        yield from texts(block.blocks)


def _read(lines: list[str]) -> Iterator[Block]:
    rest = list(lines)
    while rest:
        if not rest[0].strip():
            rest.pop(0)
        elif rest[0].startswith(":::box"):
            yield _box(rest)
        else:
            yield _block(_take(rest))


def _box(rest: list[str]) -> Block:
    title = rest.pop(0).removeprefix(":::box").strip()
    if ":::" not in rest:
        raise ValueError(f"box not closed: {title}")
    end = rest.index(":::")
    inside, rest[:] = rest[:end], rest[end + 1 :]
    return Block("box", title=title, blocks=tuple(_read(inside)))


def _take(rest: list[str]) -> list[str]:
    taken: list[str] = []
    while rest and rest[0].strip() and not rest[0].startswith(":::"):
        taken.append(rest.pop(0).strip())
    return taken


def _block(lines: list[str]) -> Block:
    first = lines[0]
    if first.startswith("## "):
        return Block("heading", text=first.removeprefix("## "))
    if found := _PHOTO.fullmatch(first):
        return Block("photo", number=int(found[1]))
    if first.startswith("> "):
        return _quote(" ".join(line.removeprefix("> ") for line in lines))
    if first.startswith("- "):
        return Block("list", items=tuple(line.removeprefix("- ") for line in lines))
    if first.startswith("|"):
        return _table(lines)
    return Block("paragraph", text=" ".join(lines))


def _quote(text: str) -> Block:
    said, _, who = text.partition(" | ")
    return Block("quote", text=said, title=who)


def _table(lines: list[str]) -> Block:
    rows = tuple(tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines)
    if len({len(row) for row in rows}) != 1:
        raise ValueError(f"ragged table: {lines[0]}")
    return Block("table", rows=rows)
