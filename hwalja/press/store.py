"""Writes pressed pages: whole or not at all, never an older one over a newer."""

import contextlib
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hwalja.press.front import page as pages
from hwalja.press.front.page import Damaged, Joined, Page
from hwalja.press.front.ring import Ring
from hwalja.press.front.shelf import Missing, Shelf, file_of, join
from hwalja.press.joined import Headers, JoinedFiles

EVERYTHING = "*"  # In place of a key.
UNFINISHED = 600.0  # Seconds after which a file being written has nobody writing it.


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Store(Shelf):
    """The pages of one home, for whoever may write them."""

    def __init__(self, root: Path, changed: Callable[[str], None] = lambda key: None) -> None:
        """`changed` is called with each key, or `EVERYTHING`, after the fronts were told."""
        super().__init__(root)
        self.changed = changed
        self.unfinished = root / "unfinished"
        self.unfinished.mkdir(parents=True, exist_ok=True)
        self.ring = Ring(root / "ring")
        self.joined = JoinedFiles(root)

    def write(self, page: Page) -> bool:
        """Put `page` in its place and tell the fronts; False where a later one stands there.

        Whole pages for a web server go before the new one is there: killed at any moment, or with
        the disk full, nobody finds the old one after the new.
        """
        target = file_of(self.root, page.key)
        target.parent.mkdir(parents=True, exist_ok=True)
        with self._written(pages.to_bytes(page)) as name, self._turn():
            held = self.read(page.key)
            if held and held.edition > page.edition:
                return False
            if held and held.digest == page.digest:
                name.rename(target)
            else:
                was_kept = self.joined.forget(page.key)
                name.rename(target)
                # At once, so that no front reads the new page while another still hands out the old.
                self._tell(page.key)
                if was_kept:
                    self._keep(page)
        # Its mark is done only after this: a power cut does not bring the old page back for good.
        _sync_folder(target.parent)
        return True

    def remove(self, key: str) -> None:
        """Take a page away: the app answers for it again."""
        target = file_of(self.root, key)
        with self._turn():
            self.joined.forget(key)
            if target.exists():
                target.unlink()
                _sync_folder(target.parent)
            self._tell(key)

    def _tell(self, key: str) -> None:
        self.ring.tell(key)
        self.changed(key)

    def tell_all(self) -> None:
        """See that nobody holds what a killed writer changed without telling."""
        with self._turn():
            self.ring.tell_all()
            self.changed(EVERYTHING)

    def _keep(self, page: Page) -> None:
        """Put a changed page where readers find it when no front answers."""
        with contextlib.suppress(Missing, OSError):
            if self.joined.is_fit(page):
                with self.joined.written(join(page, self.read, gzip=True)) as file:
                    self.joined.keep(page, file)

    def hand_out(self, page: Page, joined: Joined, word: bytes) -> bool:
        """Leave a page to the web server, if nothing has changed since the ring said `word`."""
        with self.joined.written(joined) as file, self._turn():
            if self.ring.now() != word:
                return False
            self.joined.put(page, file)
        return True

    def have_joined(self, common: Headers | None) -> None:
        """From now on pages are left to a web server that adds `common`; to none without."""
        with self._turn():
            if common is None:
                self.joined.switch_off()
            else:
                self.joined.switch_on(common)

    def has(self, key: str) -> bool:
        return file_of(self.root, key).exists()

    def heads(self) -> Iterator[tuple[float, dict[str, Any]]]:
        """What is known of every page, and how far that is through all of them, 0 to 1.

        The names are hashes, so folders are equally full and their order tells the way gone.
        """
        folders = sorted((self.root / "pages").glob("??/??"))
        for number, folder in enumerate(folders):
            for file in sorted(folder.iterdir()):
                with contextlib.suppress(OSError, Damaged):
                    yield number / len(folders), pages.head_of(file)

    def clear(self) -> None:
        """Let go of every page: nothing in here can be trusted."""
        old, away = self.root / "pages", Path(tempfile.mkdtemp(dir=self.unfinished))
        with self._turn():
            self.joined.clear()
            if old.exists():
                old.rename(away / "pages")
            (self.root / "made_by").unlink(missing_ok=True)
            self.ring.tell_all()
            self.changed(EVERYTHING)
        shutil.rmtree(away)

    def note(self, name: str) -> str | None:
        """A word kept beside the pages."""
        try:
            return (self.root / name).read_text()
        except FileNotFoundError:
            return None

    def write_note(self, name: str, text: str) -> None:
        unfinished = self.unfinished / name
        unfinished.write_text(text)
        unfinished.rename(self.root / name)

    def sweep(self) -> None:
        """Throw away what killed processes left unfinished: nobody writes for minutes."""
        old = time.time() - UNFINISHED
        for path in self.unfinished.iterdir():
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < old:
                    shutil.rmtree(path) if path.is_dir() else path.unlink()

    @contextmanager
    def _written(self, data: bytes) -> Iterator[Path]:
        handle, name = tempfile.mkstemp(dir=self.unfinished)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                # A web server of another account may hand it out.
                os.fchmod(file.fileno(), 0o644)
            yield Path(name)
        finally:
            Path(name).unlink(missing_ok=True)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One writer at a time looks and renames; it takes microseconds."""
        with (self.root / "writing").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
