"""Style sheets, scripts and the sizes of photos: files handed out as they are."""

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from hwalja.press.front.asked import matches

Headers = list[tuple[str, str]]
STATIC, IMAGES = "/static/", "/media/images/"
FOR_EVER = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600"
_HASHED = re.compile(r"\.[0-9a-f]{12}\.")
# As in the media room: one folder, no dots at the front; and pictures only.
_IMAGE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,120}")
_STATIC = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.@-]*)*")
IMAGES_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}
TYPES = {
    **IMAGES_TYPES,
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "woff": "font/woff",
    "woff2": "font/woff2",
}


@dataclass(frozen=True)
class File:
    """A file and the headers it goes with."""

    path: str
    headers: Headers
    etag: str
    size: int

    def is_at(self, wanted: str | None) -> bool:
        return bool(wanted and matches(self.etag, wanted))


class Files:
    """The files of one home that anybody may have."""

    def __init__(self, home: Path) -> None:
        # The folders themselves may lie elsewhere; nothing in them may.
        self.static = (home / "static").resolve()
        self.images = (home / "media" / "images").resolve()

    def find(self, path: str, *, gzip: bool) -> File | None:
        """The file at an address; none where the app has to say what is there."""
        if path.startswith(IMAGES):
            return self._image(path.removeprefix(IMAGES))
        return self._static(path.removeprefix(STATIC), gzip=gzip)

    def _image(self, name: str) -> File | None:
        kind = IMAGES_TYPES.get(name.rpartition(".")[2])
        size = _size(self.images / name) if kind and _IMAGE.fullmatch(name) else None
        if not kind or size is None:
            return None
        # Names are random and never given to other bytes.
        etag = f'"{name}"'
        headers = [
            ("content-type", kind),
            ("cache-control", FOR_EVER),
            ("etag", etag),
            ("x-content-type-options", "nosniff"),
            ("content-security-policy", "default-src 'none'; sandbox"),
            ("cross-origin-resource-policy", "cross-origin"),
        ]
        return File(str(self.images / name), headers, etag, size)

    def _static(self, name: str, *, gzip: bool) -> File | None:
        kind = TYPES.get(name.rpartition(".")[2])
        if not kind or not _STATIC.fullmatch(name):
            return None
        plain, packed = self.static / name, self.static / f"{name}.gz"
        size = _size(packed) if gzip else None
        packs = size is not None
        size = size if packs else _size(plain)
        if size is None:
            return None
        path = packed if packs else plain
        etag = f'"{path.stat().st_mtime_ns:x}-{size:x}{"-gz" if packs else ""}"'
        headers = [
            ("content-type", kind),
            ("cache-control", FOR_EVER if _HASHED.search(plain.name) else FOR_AN_HOUR),
            ("etag", etag),
            ("vary", "Accept-Encoding"),
            ("x-content-type-options", "nosniff"),
        ]
        if packs:
            headers.append(("content-encoding", "gzip"))
        return File(str(path), headers, etag, size)


def _size(path: Path) -> int | None:
    """Bytes of a file that lies just there, not somewhere that a link leads to."""
    try:
        told = path.stat(follow_symlinks=False)
        if stat.S_ISREG(told.st_mode) and path.resolve() == path:
            return told.st_size
    except OSError:
        pass
    return None
