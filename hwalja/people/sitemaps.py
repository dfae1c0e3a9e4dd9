"""Sitemaps of the directory: its profiles shared out over a fixed number of files by their ids.

A profile stays in its file for ever, so a change makes one file anew.
"""

from datetime import datetime
from zlib import crc32

from hwalja.people.models import Profile

# With 32 files each stays under the protocol's 50,000 addresses for 1.6 million profiles.
FILES = 32


def part_of(profile_id: str) -> str:
    """The address of the file that lists a profile."""
    return address(crc32(profile_id.encode()) % FILES)


def address(part: int) -> str:
    return f"/sitemaps/who-{part}.xml"


def files() -> list[str]:
    """Addresses of all files; none while the directory is empty."""
    if not Profile.objects.shown().exists():
        return []
    return [address(part) for part in range(FILES)]


def profiles(part: int) -> list[tuple[str, datetime]]:
    """Addresses in one file, and when each changed."""
    rows = Profile.objects.shown().order_by("pk").values_list("pk", "changed_at")
    wanted = address(part)
    return [(f"/who/{pk}/", at) for pk, at in rows.iterator() if part_of(pk) == wanted]
