"""Where pressed pages lie: reading them, and joining parts into them."""

from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from hwalja.press.front import page as pages
from hwalja.press.front.page import Damaged, Joined, Page, Part, Text
from hwalja.press.front.ring import hashed

# A page whose part was never pressed cannot be joined.
Reader = Callable[[str], Page | None]


def file_of(root: Path, key: str) -> Path:
    """The file of a key; a hash, since keys are as long and as odd as readers make them."""
    name = blake2b(key.encode(errors="surrogatepass"), digest_size=16).hexdigest()
    return root / "pages" / name[:2] / name[2:4] / name[4:]


def part_key(name: str) -> str:
    """Parts stand under keys that no path can have."""
    return f"part:{name}"


def tag_of(key: str) -> str:
    """The name by which a cache in front lets go of what stands under `key`, or is joined with it."""
    if key.startswith(part_key("")):
        return f"part-{key.removeprefix(part_key(''))}"
    return f"page-{hashed(key).hex()}"


class Missing(LookupError):
    """A part that the page needs is not there."""


class Shelf:
    """The pages of one home, as they lie on disk now."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, key: str) -> Page | None:
        """The page under `key`; none where there is none, or where it is damaged."""
        try:
            found = pages.from_bytes(file_of(self.root, key).read_bytes())
        except (OSError, Damaged):
            return None
        return found if found.key == key else None


def _filled(page: Page, read: Reader) -> list[Page | Text]:
    return [one if isinstance(one, Text) else _first(one, read) for one in page.segments]


def _first(part: Part, read: Reader) -> Page:
    for name in part.names:
        if found := read(part_key(name)):
            return found
    raise Missing(part.names[-1])


def join(page: Page, read: Reader, *, gzip: bool) -> Joined:
    """`page` as one body; `read` gives the pages of parts.

    `gzip` only for packed pages. Raises `Missing`.
    """
    digest = blake2b(page.digest.encode(), digest_size=11)
    bodies: list[bytes] = []
    for one in _filled(page, read):
        if isinstance(one, Page):
            digest.update(one.digest.encode())
            bodies.extend(text.data for text in one.segments if isinstance(text, Text))
        else:
            bodies.append(one.data)
    if not page.packed:
        return Joined(b"".join(bodies), digest.hexdigest())
    text = b"".join(pages.inflate(body) for body in bodies)
    if not gzip:
        return Joined(text, digest.hexdigest())
    return Joined(pages.gzip(bodies, text), digest.hexdigest() + "-gz")
