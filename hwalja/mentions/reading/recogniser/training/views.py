"""Several models in place of one: each is shown another part of the features.

A model that may look at everything leans on the words it knows by heart and learns little of what
carries over to names it has not seen. Models that lack some of the features each learn the others
better, and err in different places.
"""

import re
from collections.abc import Sequence
from functools import cache
from zlib import crc32

VIEWS = 4
# Of the kinds of features that are neither always nor in turn shown.
_SHARE = 0.55
_KIND = re.compile(r"[^=]*=|[a-zA-Z]+-?[0-9]?")
# What is listed, and what looks like a name: the most of what carries over.
_ALWAYS = re.compile(r"g0|giv|ug|us|sur|q|mw")
# The very words: each in the views whose number leaves this rest.
_IN_TURN = {"w=": 0, "f2=": 0, "wt=": 1, "w+1=": 2, "-1w=": 3}
_TURNS = 4


def seen(shown: Sequence[Sequence[str]], view: int) -> list[list[str]]:
    """The features that are left for a view."""
    return [[feature for feature in unit if _is_seen(kind(feature), view)] for unit in shown]


@cache
def kind(feature: str) -> str:
    found = _KIND.match(feature)
    return found[0] if found else feature


@cache
def _is_seen(kind: str, view: int) -> bool:
    if _ALWAYS.match(kind):
        return True
    if kind in _IN_TURN:
        return view % _TURNS == _IN_TURN[kind]
    # Drawn by a checksum, so that a new feature changes no other's lot.
    return crc32(f"{kind}~{view}".encode()) % 1000 < _SHARE * 1000
