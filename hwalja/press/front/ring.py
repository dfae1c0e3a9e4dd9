"""News of changed pages, from whoever writes them to every front on the machine.

One small file, mapped into memory by all: a counter, and a ring of the hashes
of the keys last changed. A reader's process compares the counter at each
request, which costs less than looking at a clock, so that all of them turn to
a new page at the same moment.
"""

import fcntl
import mmap
import os
from hashlib import blake2b
from pathlib import Path

WORD = 8
SLOTS = 4096  # Changes that a front may be behind before it lets go of all it holds.
_SIZE = WORD * (1 + SLOTS)


def hashed(key: str) -> bytes:
    return blake2b(key.encode(errors="surrogatepass"), digest_size=WORD).digest()


def _mapped(path: Path) -> mmap.mmap:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        if os.fstat(handle).st_size < _SIZE:
            os.posix_fallocate(handle, 0, _SIZE)
        return mmap.mmap(handle, _SIZE)
    finally:
        os.close(handle)


class Ring:
    """One process's view of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.map = _mapped(path)
        self.seen = self.map[:WORD]

    def tell(self, key: str) -> None:
        """Say that what stands under `key` has changed."""
        self._move(1, hashed(key))

    def tell_all(self) -> None:
        """Say that everything has changed."""
        self._move(SLOTS + 1, bytes(WORD))

    def _move(self, by: int, word: bytes) -> None:
        with self.path.open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            count = int.from_bytes(self.map[:WORD], "little")
            at = WORD * (1 + count % SLOTS)
            # The hash first: who sees the counter must find it.
            self.map[at : at + WORD] = word
            self.map[:WORD] = (count + by).to_bytes(WORD, "little")

    def now(self) -> bytes:
        """The counter: the same word later means that nothing has changed."""
        return self.map[:WORD]

    def moved(self) -> bool:
        """Has anything changed since `changed` was asked?"""
        return self.map[:WORD] != self.seen

    def changed(self) -> list[bytes] | None:
        """Hashes of the keys changed since asked last; None where there were too many to tell."""
        word = self.map[:WORD]
        first, end = (int.from_bytes(one, "little") for one in (self.seen, word))
        self.seen = word
        slots = [WORD * (1 + number % SLOTS) for number in range(max(first, end - SLOTS), end)]
        found = [self.map[at : at + WORD] for at in slots]
        # A slot may have been written over while we read.
        now = int.from_bytes(self.map[:WORD], "little")
        return found if first <= end and now - first <= SLOTS else None
