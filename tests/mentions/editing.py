"""An article under random edits, each of its characters with an identity that stays with it.

So it is known, whatever was done to the text, where words that somebody decided about went: without
comparing texts, as what is tested does.
"""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from html import escape
from itertools import count
from random import Random

Char = tuple[str, int]
HEADLINE = "title"
_SENTENCE = re.compile(r"[^.?!]+(?:[.?!]+[”\"’)]*\s*|$)")
_WORD = re.compile(r"\S+")
FILLER = [
    "이날 회의는 예정보다 늦게 끝났다.",
    "가온 광장에는 비가 내렸다.",
    "한편 나래구 주민들은 결과를 기다리고 있다.",
    "“모두 끝났다”는 말도 나왔다.",
    "강보람 누리위원회 위원장은 자리를 떠났다.",
    "이 같은 계획은 지난해 처음 알려졌다고 한다.",
]
WORDS = [
    "이날",
    "또",
    "그러나",
    "최근",
    "전",
    "새",
    "더 큰",
    "가온시",
    "박하늘",
    "관계자는",
    "3년",
    "“",
    "”",
    ",",
]


@dataclass
class Manuscript:
    """The headline and the paragraphs by their block's id, in order."""

    blocks: dict[str, list[Char]]
    _ids: Iterator[int] = field(default_factory=lambda: count(1))
    _names: Iterator[int] = field(default_factory=lambda: count(1))

    @classmethod
    def of(cls, headline: str, paragraphs: list[str]) -> "Manuscript":
        made = cls({})
        made.blocks[HEADLINE] = made.fresh(headline)
        for paragraph in paragraphs:
            made.blocks[made.name()] = made.fresh(paragraph)
        return made

    def fresh(self, text: str) -> list[Char]:
        return [(char, next(self._ids)) for char in text]

    def name(self) -> str:
        return f"{next(self._names):08d}-0000-4000-8000-000000000000"

    def text(self, place: str) -> str:
        return "".join(char for char, _ in self.blocks[place])

    @property
    def headline(self) -> str:
        return self.text(HEADLINE)

    @property
    def body(self) -> str:
        """As the article keeps it."""
        return json.dumps(
            [
                {"type": "paragraph", "value": f"<p>{escape(self.text(place))}</p>", "id": place}
                for place in self.places()
            ]
        )

    def places(self) -> list[str]:
        return [place for place in self.blocks if place != HEADLINE]

    def identities(self, place: str, at: int, length: int) -> tuple[int, ...]:
        return tuple(identity for _, identity in self.blocks[place][at : at + length])

    def find(self, identities: tuple[int, ...]) -> tuple[str, int] | None:
        """Where these characters stand together, and nothing between them."""
        for place, chars in self.blocks.items():
            for at, (_, identity) in enumerate(chars):
                if identity == identities[0]:
                    same = self.identities(place, at, len(identities)) == identities
                    return (place, at) if same else None
        return None


class Editor:
    """Edits a manuscript at random; words that were decided about are hit as often as the rest."""

    def __init__(self, manuscript: Manuscript, dice: Random) -> None:
        self.manuscript, self._dice = manuscript, dice
        self._before: list[dict[str, list[Char]]] = []
        self.held: list[tuple[int, ...]] = []  # Identities of words to aim at.

    def edit(self) -> str:
        """Do something that an editor does; its name."""
        edits = [
            self.insert, self.insert, self.delete, self.delete, self.replace, self.replace,
            self.mistype, self.touch, self.touch, self.write, self.strike, self.move, self.copy,
            self.swap, self.divide, self.join, self.drop, self.rename, self.undo, self.undo,
        ]  # fmt: skip
        chosen = self._dice.choice(edits)
        if chosen != self.undo:
            self._before.append(deepcopy(self.manuscript.blocks))
        chosen()
        return str(chosen.__name__)

    # --- Where ---------------------------------------------------------------------------

    def _place(self) -> str:
        return self._dice.choice(self.manuscript.places())

    def _spot(self) -> tuple[str, int]:
        """A place and an offset in it: at decided words or within 20 characters, or anywhere."""
        if self.held and self._dice.random() < 0.5:
            found = self.manuscript.find(self._dice.choice(self.held))
            if found and found[0] != HEADLINE:
                size = len(self.manuscript.blocks[found[0]])
                return found[0], max(0, min(size, found[1] + self._dice.randint(-20, 20)))
        place = self._place()
        return place, self._dice.randint(0, len(self.manuscript.blocks[place]))

    def _word(self) -> tuple[str, int, int]:
        """A word near a spot."""
        place, at = self._spot()
        words = [found.span() for found in _WORD.finditer(self.manuscript.text(place))]
        near = [span for span in words if span[1] >= at] or words or [(0, 0)]
        return (place, *near[0])

    def _sentence(self) -> tuple[str, int, int]:
        place, at = self._spot()
        spans = [found.span() for found in _SENTENCE.finditer(self.manuscript.text(place))]
        near = [span for span in spans if span[1] > at] or spans or [(0, 0)]
        return (place, *near[0])

    def _put(self, place: str, start: int, end: int, chars: list[Char]) -> None:
        self.manuscript.blocks[place][start:end] = chars

    # --- What ----------------------------------------------------------------------------

    def insert(self) -> None:
        place, start, _ = self._word()
        self._put(place, start, start, self.manuscript.fresh(f"{self._dice.choice(WORDS)} "))

    def delete(self) -> None:
        place, start, end = self._word()
        self._put(place, start, end + 1, [])

    def replace(self) -> None:
        place, start, end = self._word()
        self._put(place, start, end, self.manuscript.fresh(self._dice.choice(WORDS)))

    def mistype(self) -> None:
        place, at = self._spot()
        self._put(place, at, at + self._dice.randint(0, 1), self.manuscript.fresh("ㅇ"))

    def touch(self) -> None:
        """Write at the very edge of decided words."""
        found = self.manuscript.find(self._dice.choice(self.held)) if self.held else None
        if found:
            place, at = found
            self._put(
                place, at, at, self.manuscript.fresh(self._dice.choice(["전 ", "새", "“", " "]))
            )

    def write(self) -> None:
        place, start, _ = self._sentence()
        self._put(place, start, start, self.manuscript.fresh(f"{self._dice.choice(FILLER)} "))

    def strike(self) -> None:
        self._put(*self._sentence(), [])

    def move(self) -> None:
        place, start, end = self._sentence()
        taken = self.manuscript.blocks[place][start:end]
        self._put(place, start, end, [])
        other, at, _ = self._sentence()
        self._put(other, at, at, taken)

    def copy(self) -> None:
        place, start, end = self._sentence()
        text = self.manuscript.text(place)[start:end]
        other = self._place()
        size = len(self.manuscript.blocks[other])
        self._put(other, size, size, self.manuscript.fresh(f" {text.strip()}"))

    def swap(self) -> None:
        """Two paragraphs change places, with their blocks."""
        places = self.manuscript.places()
        one, two = self._dice.randrange(len(places)), self._dice.randrange(len(places))
        places[one], places[two] = places[two], places[one]
        blocks = self.manuscript.blocks
        self.manuscript.blocks = {place: blocks[place] for place in (HEADLINE, *places)}

    def divide(self) -> None:
        place, at = self._spot()
        chars, made = self.manuscript.blocks[place], {}
        for name, kept in self.manuscript.blocks.items():
            if name == place:
                made[place], made[self.manuscript.name()] = chars[:at], chars[at:]
            else:
                made[name] = kept
        self.manuscript.blocks = made

    def join(self) -> None:
        places = self.manuscript.places()
        if len(places) > 1:
            n = self._dice.randrange(len(places) - 1)
            taken = self.manuscript.blocks.pop(places[n + 1])
            self.manuscript.blocks[places[n]] += [*self.manuscript.fresh(" "), *taken]

    def drop(self) -> None:
        if len(self.manuscript.places()) > 2:
            del self.manuscript.blocks[self._place()]

    def rename(self) -> None:
        """Another name for a word, wherever it stands."""
        place, start, end = self._word()
        word = self.manuscript.text(place)[start:end]
        if len(word) > 1:
            for name in self.manuscript.blocks:
                for found in reversed(
                    list(re.finditer(re.escape(word), self.manuscript.text(name)))
                ):
                    self._put(name, *found.span(), self.manuscript.fresh("서다름은"))

    def undo(self) -> None:
        if self._before:
            self.manuscript.blocks = self._before.pop()
