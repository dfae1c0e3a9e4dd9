"""The word lists in force: those shipped, and what the newsroom has added."""

from typing import get_args

from hwalja.comments.korean.listed import Kind, shipped_lines
from hwalja.comments.korean.matcher import Words
from hwalja.comments.models import Word
from hwalja.press.shared import Shared


def _make() -> Words:
    lists = {kind: set(shipped_lines(kind)) for kind in get_args(Kind)}
    for text, kind in Word.objects.values_list("text", "kind"):
        # What an editor says of a word counts before what was shipped.
        for words in lists.values():
            words.discard(text)
        lists[kind].add(text)
    return Words(lists["banned"], lists["suspect"], lists["innocent"])


WORDS = Shared("comments.words", _make)


def in_force() -> Words:
    return WORDS.get()
