"""Style sheets, scripts and the sizes of photos: files handed out as they are."""

import re
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

    def is_at(self, wanted: str | None) -> bool:
        return bool(wanted and matches(self.etag, wanted))


class Files:
    """The files of one home that anybody may have."""

    def __init__(self, home: Path) -> None:
        self.static = home / "static"
        self.images = home / "media" / "images"

    def find(self, path: str, *, gzip: bool) -> File | None:
        """The file at an address; none where the app has to say what is there."""
        if path.startswith(IMAGES):
            return self._image(path.removeprefix(IMAGES))
        return self._static(path.removeprefix(STATIC), gzip=gzip)

    def _image(self, name: str) -> File | None:
        kind = IMAGES_TYPES.get(name.rpartition(".")[2])
        if not kind or not _IMAGE.fullmatch(name) or not _is_plain_file(self.images / name):
            return None
        etag = f'"{name}"'
        headers = [
            ("content-type", kind),
            ("cache-control", FOR_EVER),
            ("etag", etag),
            ("x-content-type-options", "nosniff"),
            ("content-security-policy", "default-src 'none'; sandbox"),
            ("cross-origin-resource-policy", "cross-origin"),
        ]
        return File(str(self.images / name), headers, etag)

    def _static(self, name: str, *, gzip: bool) -> File | None:
        kind = TYPES.get(name.rpartition(".")[2])
        path = self.static / name
        if not kind or not _STATIC.fullmatch(name) or not _is_plain_file(path):
            return None
        packed = path.with_name(path.name + ".gz")
        gzip = gzip and _is_plain_file(packed)
        told = path.stat()
        etag = f'"{told.st_mtime_ns:x}-{told.st_size:x}{"-gz" if gzip else ""}"'
        headers = [
            ("content-type", kind),
            ("cache-control", FOR_EVER if _HASHED.search(path.name) else FOR_AN_HOUR),
            ("etag", etag),
            ("vary", "Accept-Encoding"),
            ("x-content-type-options", "nosniff"),
        ]
        if gzip:
            headers.append(("content-encoding", "gzip"))
        return File(str(packed if gzip else path), headers, etag)


def _is_plain_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
