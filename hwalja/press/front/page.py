"""A pressed page: one file that holds everything an answer needs.

    hwalja page 1 <length of the head> <crc32 of head and body>\\n
    head: JSON, see `Page`
    body: the segments one after another

A body is a list of segments: stretches of the page's own text, and between
them references to parts, which are pages of the same form kept under keys of
their own. Text is kept as raw deflate ended by a full flush, so that segments
of any page and any part, put in a row, are one valid compressed stream: joining
needs no compressing, and one checksum over the text.
"""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

MAGIC = b"hwalja page 1 "
# gzip: deflate, no name, no time, unknown system (RFC 1952).
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
_LAST_BLOCK = b"\x03\x00"  # An empty final block.
LEVEL = 9


class Damaged(ValueError):
    """What was read is no whole page."""


def deflate(text: bytes) -> bytes:
    """`text` as raw deflate that stands on its own and ends on a byte."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(text) + packer.flush(zlib.Z_FULL_FLUSH)


def inflate(data: bytes) -> bytes:
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data)


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of the page's own bytes; `data` is deflated where the page is `packed`."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """A place for a part: the first of `names` that exists (most particular first)."""

    names: tuple[str, ...]


Segment = Text | Part


@dataclass(frozen=True)
class Page:
    """An answer as it is kept.

    `key`: path, with `?page=N` where a list has numbered pages; `part:<name>` for a part.
    `edition`: all changes up to this one are in it.
    `headers`: without those that depend on the reader (length, encoding, ETag).
    `tags`: names by which a CDN drops it.
    """

    key: str
    status: int
    headers: tuple[tuple[str, str], ...]
    edition: int
    segments: tuple[Segment, ...]
    packed: bool = True
    tags: tuple[str, ...] = ()
    made_at: float = 0.0
    facts: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def digest(self) -> str:
        """Names what a reader would get, parts apart; 22 characters."""
        told = blake2b(digest_size=11)
        told.update(repr((self.status, self.headers, self.tags)).encode())
        for segment in self.segments:
            told.update(segment.data if isinstance(segment, Text) else repr(segment).encode())
        return told.hexdigest()

    @property
    def parts(self) -> frozenset[str]:
        """Every part that may stand in it."""
        named = (one.names for one in self.segments if isinstance(one, Part))
        return frozenset(name for names in named for name in names)


def pack(text: bytes) -> Text:
    return Text(deflate(text))


def to_bytes(page: Page) -> bytes:
    """The file of a page."""
    head = json.dumps(
        {
            "key": page.key,
            "status": page.status,
            "headers": page.headers,
            "edition": page.edition,
            "packed": page.packed,
            "tags": page.tags,
            "made_at": page.made_at,
            "facts": page.facts,
            "digest": page.digest,
            "segments": [
                len(one.data) if isinstance(one, Text) else one.names for one in page.segments
            ],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()
    content = head + b"".join(one.data for one in page.segments if isinstance(one, Text))
    return b"%s%d %d\n" % (MAGIC, len(head), zlib.crc32(content)) + content


def from_bytes(data: bytes) -> Page:
    """The page in a file; `Damaged` where it is not whole."""
    end = data.find(b"\n")
    try:
        if not data.startswith(MAGIC):
            raise ValueError("magic")
        length, checksum = (int(number) for number in data[len(MAGIC) : end].split())
        content = memoryview(data)[end + 1 :]
        if zlib.crc32(content) != checksum:
            raise ValueError("checksum")
        head = json.loads(bytes(content[:length]))
        return _page(head, content[length:])
    except (ValueError, KeyError, TypeError) as error:
        raise Damaged(str(error)) from None


def head_of(file: Path) -> dict[str, Any]:
    """What is known of a page, without reading its body."""
    with file.open("rb") as opened:
        first = opened.readline(len(MAGIC) + 40)
        try:
            head: dict[str, Any] = json.loads(opened.read(int(first[len(MAGIC) :].split()[0])))
        except (ValueError, IndexError) as error:
            raise Damaged(str(error)) from None
    return head


def _page(head: dict[str, Any], body: memoryview) -> Page:
    page = Page(
        key=head["key"],
        status=head["status"],
        headers=tuple((name, value) for name, value in head["headers"]),
        edition=head["edition"],
        segments=tuple(_segments(head["segments"], body)),
        packed=head["packed"],
        tags=tuple(head["tags"]),
        made_at=head["made_at"],
        facts=head["facts"],
    )
    page.__dict__["digest"] = head["digest"]
    return page


def _segments(described: Iterable[Any], body: memoryview) -> Iterator[Segment]:
    at = 0
    for one in described:
        if isinstance(one, int):
            yield Text(bytes(body[at : at + one]))
            at += one
        else:
            yield Part(tuple(one))


@dataclass(frozen=True, slots=True)
class Joined:
    """A page with its parts in place, in one encoding."""

    body: bytes
    digest: str


def gzip(bodies: list[bytes], text: bytes) -> bytes:
    """One gzip member of deflated segments; `text` is what they unpack to."""
    tail = zlib.crc32(text).to_bytes(4, "little") + (len(text) & 0xFFFFFFFF).to_bytes(4, "little")
    return b"".join([_GZIP_HEAD, *bodies, _LAST_BLOCK, tail])
