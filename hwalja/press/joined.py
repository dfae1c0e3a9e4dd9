"""Whole pages as gzip files, for a web server that hands them out itself.

A front leaves a page here when it was asked for one that the web server had not
got. Whoever changes a page or a part takes it away before the new one is in its
place, under the same lock, so that nothing stale is ever found:

    joined/current/<path>/index.<kind>.gz   pages as they are now; the next generation begins
                                            empty whenever a part changes
    joined/kept/…                           the last of each page, for when no front answers
    joined/errors/503/index.html.gz         what the web server says then
    joined/left/                            generations that are over, until a front has time

Needs no Django.
"""

import json
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hwalja.press.front.page import Joined, Page

# What the web server can tell by the address: feeds, sitemaps, and pages.
KINDS = {
    "text/html; charset=utf-8": "html",
    "application/rss+xml; charset=utf-8": "rss",
    "application/xml; charset=utf-8": "xml",
}
DEFAULT_CACHING = ("cache-control", "public, no-cache")
ERRORS = ("error:503",)
PART = "part:"
LONGEST_NAME = 255  # Bytes of a file's name.
Headers = list[list[str]]


class JoinedFiles:
    """Those of one store; all that changes them is called under the store's lock."""

    def __init__(self, store: Path) -> None:
        self.root = store / "joined"
        self.unfinished = store / "unfinished"
        self.told = self.root / "common.json"
        self.left = self.root / "left"

    # --- On and off ---------------------------------------------------------------------

    def is_on(self) -> bool:
        return self.told.exists()

    def switch_on(self, common: Headers) -> None:
        """Begin, or go on where nothing has happened since; `common` headers the server adds."""
        wanted = json.dumps({"common": sorted(common), "boot": _boot()})
        if self._told() == wanted:
            return
        # Other headers; or a power cut, after which a removal may not have reached the disk.
        self._start(wanted)

    def clear(self) -> None:
        """Let go of all of them, and go on."""
        if told := self._told():
            self._start(told)

    def _start(self, told: str) -> None:
        self.switch_off()
        self.left.mkdir(parents=True)
        self.begin_anew()
        unfinished = self.unfinished / self.told.name
        unfinished.write_text(told)
        unfinished.rename(self.told)

    def switch_off(self) -> None:
        """Nothing is left that a web server could hand out."""
        if self.root.exists():
            away = Path(tempfile.mkdtemp(dir=self.unfinished))
            self.root.rename(away / "joined")
            shutil.rmtree(away)

    def _told(self) -> str:
        return self.told.read_text() if self.is_on() else ""

    def _common(self) -> set[tuple[str, str]]:
        told = self._told()
        return {(name, value) for name, value in json.loads(told)["common"]} if told else set()

    # --- What a web server can hand out ---------------------------------------------------

    def is_fit(self, page: Page) -> bool:
        """Can a web server answer as the front would, with no more than the file and its name?"""
        headers = {(name.lower(), value) for name, value in page.headers}
        kind = dict(headers).get("content-type", "")
        rest = headers - {("content-type", kind), DEFAULT_CACHING}
        good = page.status == 200 or page.key in ERRORS
        return page.packed and good and kind in KINDS and rest == self._common()

    def _trees(self, key: str) -> Iterator[Path]:
        if key in ERRORS:
            yield self.root / "errors" / key.removeprefix("error:")
        elif _is_path(key):
            yield from (self.root / tree / key.strip("/") for tree in ("current", "kept"))

    def has(self, page: Page) -> bool:
        """Is it there already?"""
        return all((folder / _name(page)).exists() for folder in self._trees(page.key))

    @contextmanager
    def written(self, joined: Joined) -> Iterator[Path]:
        """A file of it to `put` or `keep`; written before the lock is taken."""
        handle, name = tempfile.mkstemp(dir=self.unfinished)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(joined.body)
                os.fchmod(file.fileno(), 0o644)
            # Web servers make an ETag of time and size: a page changed twice in a second must not
            # look the same, and one page looks the same on all machines.
            os.utime(name, (0, int(joined.digest[:8], 16)))
            yield Path(name)
        finally:
            Path(name).unlink(missing_ok=True)

    def put(self, page: Page, file: Path) -> None:
        """Leave a page that is as of now."""
        if self.is_on():
            for folder in self._trees(page.key):
                _link(file, folder / _name(page))

    def keep(self, page: Page, file: Path) -> None:
        """Leave a page for when no front answers."""
        for folder in list(self._trees(page.key))[-1:]:
            _link(file, folder / _name(page))

    # --- Changes --------------------------------------------------------------------------

    def forget(self, key: str) -> bool:
        """What stands under `key` has changed; is it kept for when no front answers?"""
        if not self.is_on():
            return False
        if key.startswith(PART):
            self.begin_anew()
            return False
        gone = [_unlink(folder) for folder in self._trees(key)]
        return key in ERRORS or (bool(gone) and gone[-1])

    def begin_anew(self) -> None:
        """No page is as it was: the next generation."""
        current = self.root / "current"
        old = current.resolve() if current.exists() else None
        if old and not any(old.iterdir()):
            return
        new = self.root / "generations" / secrets.token_hex(6)
        new.mkdir(parents=True)
        link = self.unfinished / new.name
        link.symlink_to(new.relative_to(self.root))
        link.rename(current)
        if old:
            old.rename(self.left / old.name)

    def tidy(self) -> None:
        """Throw away what is left of generations that are over: many files, at nobody's cost."""
        for folder in self.left.glob("*"):
            shutil.rmtree(folder, ignore_errors=True)


def _name(page: Page) -> str:
    return f"index.{KINDS[{n.lower(): v for n, v in page.headers}['content-type']]}.gz"


def _is_path(key: str) -> bool:
    """Can the key be a path of folders, each name as it is?"""
    good = key.startswith("/") and key.endswith(("/", ".xml"))
    if not good or "?" in key or "//" in key:
        return False
    names = key.strip("/").split("/")
    return all(_is_name(name) for name in names) if key != "/" else True


def _is_name(name: str) -> bool:
    try:
        size = len(name.encode())
    except UnicodeEncodeError:
        return False
    return 0 < size <= LONGEST_NAME and not name.startswith(".") and name.isprintable()


def _link(file: Path, target: Path) -> None:
    """Give a whole file one more name, in place of what had it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    name = file.with_name(f"{file.name}.link")
    name.hardlink_to(file)
    name.rename(target)
    # Where both were the same file already, renaming does nothing.
    name.unlink(missing_ok=True)


def _unlink(folder: Path) -> bool:
    """Take away every kind of page that lies in it; was there one?"""
    found = False
    for kind in KINDS.values():
        file = folder / f"index.{kind}.gz"
        if file.exists():
            file.unlink()
            found = True
    return found


def _boot() -> str:
    """Names the time since the machine was last switched on."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return secrets.token_hex(16)
