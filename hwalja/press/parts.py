"""Parts: HTML that stands on many pages and changes often, joined into pages when served.

A room registers a part with the function that makes all its variants: for the
latest box the one without a mark, and one for each article that is in it. A
page names the variant it would like; where that does not exist it gets the one
under the empty name. While the press composes, `{% part %}` leaves a seam; else
it gives the HTML itself.
"""

import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from hwalja.press.front.shelf import part_key
from hwalja.press.shared import SharedByKey, touch

Variants = Mapping[str, str]
# Set by the press in the WSGI environment, where no reader's header can reach.
SEAM = "hwalja.press.seam"
MADE = "hwalja.press.made"
# Instances of a part that a process holds ready; a paper has fewer reporters.
AT_MOST = 2000

PARTS: dict[str, "Part"] = {}


class Part:
    """One part, or one for each key: `others` of reporter 7.

    `make` gets the key (empty where there is but one) and gives HTML by variant, the same
    for every reader. `at_most`: instances that a process holds ready; none of those that
    are made once for each change.
    """

    def __init__(
        self, name: str, make: Callable[[str], Variants], *, at_most: int = AT_MOST
    ) -> None:
        self.name = name
        self.held = SharedByKey(f"part:{name}", make, at_most=at_most)
        PARTS[name] = self

    def key(self, of: str = "") -> str:
        """Its key in the dirty log."""
        return part_key(instance(self.name, of))

    def variants(self, key: str) -> Variants:
        """All its variants as of the last committed change."""
        return self.held.get(key)


def tag(name: str) -> str:
    """The tag of every instance of a part."""
    return f"part-{name}"


def instance(name: str, key: str) -> str:
    return f"{name}.{key}" if key else name


def variant_name(of: str, variant: str) -> str:
    return f"{of}/{variant}" if variant else of


def split(of: str) -> tuple[Part, str]:
    """The part and the key in `others.7`; KeyError where nobody registered it."""
    name, _, key = of.partition(".")
    return PARTS[name], key


def make_anew(keys: Iterable[str]) -> None:
    """Those of the keys that are parts are not to be taken from what processes hold."""
    names = [key.removeprefix(part_key("")) for key in keys if key.startswith(part_key(""))]
    if names:
        touch(*(split(of)[0].held for of in names))


def new_seam() -> str:
    """A mark that no text of an article can contain."""
    return secrets.token_hex(12)


def html(request: HttpRequest | None, name: str, variant: str, key: str) -> SafeString:
    """The part in a page: its HTML, or its seam while the page is pressed."""
    seam = request.META.get(SEAM) if request is not None else None
    of = instance(name, key)
    if seam:
        names = dict.fromkeys([variant_name(of, variant), of])
        return mark_safe(f"<!--{seam} {' '.join(names)}-->")
    made = _made(request, PARTS[name], key)
    return mark_safe(made.get(variant, made.get("", "")))


def _made(request: HttpRequest | None, part: Part, key: str) -> Variants:
    """Its variants, made once for a page that names several of them."""
    if request is None:
        return part.variants(key)
    made: dict[str, Variants] = request.META.setdefault(MADE, {})
    of = instance(part.name, key)
    if of not in made:
        made[of] = part.variants(key)
    return made[of]


def cut(text: bytes, seam: str) -> Iterator[bytes | tuple[str, ...]]:
    """`text` at its seams: stretches of text, and between them the names of a part."""
    pieces = re.split(rb"<!--" + seam.encode() + rb" ([^>]*?)-->", text)
    for number, piece in enumerate(pieces):
        if number % 2:
            yield tuple(piece.decode().split(" "))
        elif piece:
            yield piece
