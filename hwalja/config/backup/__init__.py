"""A newspaper in one file: about.json, database, secret_key, media/…, hashes.json, in that order.

The database goes first and the media after it: a file is on disk before the row
that names it is committed, so every row in the snapshot finds its file. The
secret key is in it, since without it sessions, reset links and second factors
of the restored paper would be worth nothing: keep the file as you keep the key.
"""

import json
from collections.abc import Mapping
from typing import Any

from hwalja import __version__

FORMAT = 1
ABOUT, HASHES, SECRET_KEY = "about.json", "hashes.json", "secret_key"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
MEDIA = "media/"


def as_json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def as_numbers(version: str) -> tuple[int, ...]:
    """1.10.2 as numbers that can be compared."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def is_newer(version: str) -> bool:
    """Was the archive made by a later Hwalja than this one?"""
    return as_numbers(version) > as_numbers(__version__)
