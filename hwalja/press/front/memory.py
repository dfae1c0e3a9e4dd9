"""Joined pages, ready to be sent, as many as there is memory for."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from hwalja.press.front.page import Page
from hwalja.press.front.ring import Ring, hashed
from hwalja.press.front.shelf import Missing, Shelf, join, part_key, tag_of

Headers = list[tuple[str, str]]
# What an answer costs besides its body, roughly.
OVERHEAD = 2000
PARTS = 4000  # Pages of parts held; past that, all are let go of.


@dataclass(slots=True)
class Answer:
    """A page in one encoding, with its headers; `used` since the last look for room."""

    status: int
    headers: Headers
    body: bytes
    etag: str
    used: bool = True


@dataclass(slots=True)
class Held:
    """A page's answers: with gzip and without; and the keys they are made from."""

    gzip: Answer | None = None
    plain: Answer | None = None
    paged: bool = False
    needs: frozenset[str] = frozenset()


@dataclass
class Memory:
    """What this process holds of the store; `turn` lets go of what has changed."""

    shelf: Shelf
    ring: Ring
    limit: int
    held: dict[str, Held] = field(default_factory=dict)
    size: int = 0

    def __post_init__(self) -> None:
        self.parts: dict[str, Page] = {}
        # What most ask for, by its path alone: compressed, and no further page of a list.
        self.quick: dict[str, Answer] = {}
        # Who is made from what, by the hash that the ring tells.
        self.users: dict[bytes, set[str]] = {}

    def turn(self) -> None:
        """Let go of all that has changed since the last time."""
        changed = self.ring.changed()
        if changed is None:
            self.clear()
            return
        for word in changed:
            for key in self.users.pop(word, ()):
                self.drop(key)

    def clear(self) -> None:
        self.held.clear()
        self.quick.clear()
        self.parts.clear()
        self.users.clear()
        self.size = 0

    def drop(self, key: str) -> None:
        self.parts.pop(key, None)
        self.quick.pop(key, None)
        held = self.held.pop(key, None)
        if held:
            self.size -= sum(_cost(one) for one in (held.gzip, held.plain) if one)
            self._forget(key, held.needs)

    def _forget(self, key: str, needs: Iterable[str]) -> None:
        for one in (key, *needs):
            word = hashed(one)
            users = self.users.get(word)
            if users:
                users.discard(key)
                if not users:
                    del self.users[word]

    def get(self, key: str, *, gzip: bool) -> Answer | None:
        """The answer for `key`, from memory or else from the file; none where none is pressed."""
        held = self.held.get(key)
        found = held and (held.gzip if gzip else held.plain)
        return found or self._load(key, gzip=gzip)

    def is_paged(self, key: str) -> bool:
        """Does the list at `key` have further pages?"""
        if key not in self.held:
            self._load(key, gzip=True)
        held = self.held.get(key)
        return bool(held and held.paged)

    def _load(self, key: str, *, gzip: bool) -> Answer | None:
        page = self.shelf.read(key)
        if page is None:
            return None
        try:
            answer = self._joined(page, gzip=gzip and page.packed)
        except Missing:
            return None
        self._keep(key, page, answer, gzip=gzip)
        return answer

    def _joined(self, page: Page, *, gzip: bool) -> Answer:
        joined = join(page, self._part, gzip=gzip)
        etag = f'"{joined.digest}"'
        return Answer(page.status, _headers(page, etag, gzip=gzip), joined.body, etag)

    def _part(self, key: str) -> Page | None:
        found = self.parts.get(key) or self.shelf.read(key)
        if found and key not in self.parts:
            if len(self.parts) > PARTS:
                self.parts.clear()
            self.parts[key] = found
            self._depends(key, [key])
        return found

    def _keep(self, key: str, page: Page, answer: Answer, *, gzip: bool) -> None:
        held = self.held.setdefault(key, Held())
        held.paged = bool(page.facts.get("paged"))
        held.needs = frozenset(part_key(name) for name in page.parts)
        if gzip:
            held.gzip = answer
            if "?" not in key:
                self.quick[key] = answer
        else:
            held.plain = answer
        self.size += _cost(answer)
        self._depends(key, [key, *held.needs])
        if self.size > self.limit:
            self._make_room()

    def _depends(self, key: str, keys: Iterable[str]) -> None:
        for one in keys:
            self.users.setdefault(hashed(one), set()).add(key)

    def _make_room(self) -> None:
        """Let go of what was not asked for since the last time, the oldest first."""
        for key in list(self.held):
            if self.size <= self.limit * 0.9:
                return
            held = self.held[key]
            answers = [one for one in (held.gzip, held.plain) if one]
            if any(one.used for one in answers):
                for one in answers:
                    one.used = False
                self.held[key] = self.held.pop(key)
            else:
                self.drop(key)
        # All of it is in use: then the oldest.
        for key in list(self.held):
            if self.size <= self.limit * 0.9:
                return
            self.drop(key)


def _cost(answer: Answer) -> int:
    return len(answer.body) + OVERHEAD


def _headers(page: Page, etag: str, *, gzip: bool) -> Headers:
    headers = [(name.lower(), value) for name, value in page.headers]
    names = {name for name, _ in headers}
    if "cache-control" not in names:
        # Anybody may keep it, and asks each time whether it is still so.
        headers.append(("cache-control", "public, no-cache"))
    headers.append(("etag", etag))
    if page.packed:
        headers.append(("vary", "Accept-Encoding"))
    if gzip:
        headers.append(("content-encoding", "gzip"))
    tags = [*page.tags, tag_of(page.key), *sorted(tag_of(part_key(name)) for name in page.parts)]
    headers.append(("cache-tag", ",".join(tags)))
    return headers
