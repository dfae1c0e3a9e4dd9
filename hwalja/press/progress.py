"""How far a long command is, a line every few seconds."""

import time
from collections.abc import Callable

from hwalja.press import words

EVERY = 2.0


class Progress:
    """Counts steps; the time to come is told from those that were work."""

    def __init__(
        self,
        what: str,
        total: int | None = None,
        clock: Callable[[], float] = time.monotonic,
        *,
        unit: str = "쪽",
    ) -> None:
        self.what, self.total, self.clock, self.unit = what, total, clock, unit
        self.began = self.said = clock()
        self.worked = self.passed = 0

    def step(self, *, worked: bool = True) -> None:
        """One more is done; a total that turns out too small grows."""
        self.worked += worked
        self.passed += not worked
        if self.total:
            self.total = max(self.total, self.worked + self.passed)

    def is_due(self) -> bool:
        """Is it time for another line?"""
        now = self.clock()
        if now - self.said < EVERY:
            return False
        self.said = now
        return True

    def line(self) -> str:
        """주소 1,200/4,000 (30%) · 초당 85쪽 · 약 33초 뒤(14:05) 끝남"""
        done = self.worked + self.passed
        rate = self.worked / max(self.clock() - self.began, 0.001)
        parts = [f"{self.what} {done:,}{self._share(done)}", f"초당 {rate:,.0f}{self.unit}"]
        if self.total and self.worked:
            parts.append(f"{words.left((self.total - done) / rate)} 끝남")
        return " · ".join(parts)

    def _share(self, done: int) -> str:
        return f"/{self.total:,} ({done / self.total:.0%})" if self.total else "쪽"
