"""Somebody amid those they stand with, drawn as SVG: sizes in its own units, one to a pixel of a
phone that is 360 wide.

A spring layout says who belongs near whom and on which side; each then takes the next row of
that side, so that names, which are wider than they are high, never cover each other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from hwalja.mentions.who.ties import Tie, Ties
from hwalja.people.models import Profile

WIDTH, ROW, BOX, EDGE = 328, 60, 34, 14
# Of a letter 13 units high: Hangul, anything else.
WIDE, NARROW = 13.0, 7.5
LONGEST = 8.5 * WIDE
# Edges between two of the others; with all of them nothing could be told apart.
AMONG = 8
# The same ties are always drawn the same.
SEED, ROUNDS = 7, 30


@dataclass(frozen=True)
class Node:
    """A box with a name, about its middle; `below`: kinds of its relations, in short."""

    profile: Profile
    x: float
    y: float
    words: str
    below: str = ""
    is_self: bool = False

    @property
    def width(self) -> float:
        return max(3 * WIDE, _width(self.words)) + 14

    @property
    def attributes(self) -> dict[str, str]:
        """Of its box and its words, as SVG writes them: formatting them in the template is slow."""
        sizes = {
            "x": self.x,
            "left": self.x - self.width / 2,
            "top": self.y - BOX / 2,
            "width": self.width,
            "baseline": self.y + 4.5,
            "under": self.y + BOX / 2 + 11,
        }
        return {name: f"{size:.1f}" for name, size in sizes.items()}


@dataclass(frozen=True)
class Line:
    """An edge: `path` as SVG has it, `weight` 1 to 3 by how often, `is_typed` of a relation."""

    path: str
    weight: int = 1
    is_typed: bool = False
    is_own: bool = True


@dataclass(frozen=True)
class Picture:
    height: int
    nodes: list[Node] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    width: int = WIDTH
    box: int = BOX


def draw(ties: Ties) -> Picture | None:
    """Nothing where nobody else is."""
    if not ties.rows:
        return None
    sides = _sides(ties)
    rows = max(map(len, sides))
    height = max(rows, 2) * ROW + EDGE
    centre = Node(ties.profile, WIDTH / 2, height / 2, _short(ties.profile.name), is_self=True)
    nodes = [
        node for side, found in enumerate(sides) for node in _column(found, side, rows, height)
    ]
    return Picture(height, [*nodes, centre], list(_lines(ties, nodes, centre)))


def _sides(ties: Ties) -> tuple[list[Tie], list[Tie]]:
    """Left and right, each from top to bottom, as many on one side as on the other."""
    places = _layout(ties)
    by_x = sorted(ties.rows, key=lambda tie: (places[tie.profile.pk][0], tie.profile.pk))
    half = (len(by_x) + 1) // 2

    def down(found: list[Tie]) -> list[Tie]:
        return sorted(found, key=lambda tie: (places[tie.profile.pk][1], tie.profile.pk))

    return down(by_x[:half]), down(by_x[half:])


def _layout(ties: Ties) -> dict[str, tuple[float, float]]:
    # 20 MB and 0.2 s: only the process that draws loads it.
    import networkx

    graph = networkx.Graph()
    graph.add_node(ties.profile.pk)
    for tie in ties.rows:
        graph.add_edge(ties.profile.pk, tie.profile.pk, weight=1 + len(tie.relations))
    for a, b in sorted({*ties.pairs, *ties.related}):
        weight = min(ties.pairs.get((a, b), 0), 5) + 2 * len(ties.related.get((a, b), ()))
        graph.add_edge(a, b, weight=weight)
    found = networkx.spring_layout(graph, iterations=ROUNDS, seed=SEED, method="force")
    # Rounded: the last digits are the machine's, and must not change an order.
    return {pk: (round(float(x), 6), round(float(y), 6)) for pk, (x, y) in found.items()}


def _column(found: list[Tie], side: int, rows: int, height: float) -> Iterator[Node]:
    """Boxes of one side; each reaches out to the edge of the picture, a shorter side is centred."""
    first = (height - len(found) * ROW) / 2 + ROW / 2
    for number, tie in enumerate(found):
        words = _short(tie.profile.name)
        half = (max(3 * WIDE, _width(words)) + 14) / 2
        x = half + 1 if side == 0 else WIDTH - half - 1
        # In the middle rows there is room beside the name in the centre.
        yield Node(tie.profile, x, first + number * ROW - 4, words, "·".join(tie.kinds[:2]))


def _lines(ties: Ties, nodes: list[Node], centre: Node) -> Iterator[Line]:
    at = {node.profile.pk: node for node in nodes}
    for a, b in _strongest(ties):
        typed = (a, b) in ties.related
        yield Line(_curve(at[a], at[b]), is_typed=typed, is_own=False)
    for tie in ties.rows:
        node = at[tie.profile.pk]
        path = f"M{centre.x:.0f} {centre.y:.0f}L{node.x:.0f} {node.y:.0f}"
        yield Line(path, _weight(tie.articles), bool(tie.relations))


def _strongest(ties: Ties) -> list[tuple[str, str]]:
    """Edges between two of the others: relations first, then those who stand together most."""
    pairs = sorted({*ties.pairs, *ties.related})
    pairs.sort(key=lambda pair: (pair not in ties.related, -ties.pairs.get(pair, 0)))
    return pairs[:AMONG]


def _curve(a: Node, b: Node) -> str:
    """Bent towards the middle, so that it does not run behind the names between."""
    x, y = (a.x + b.x) / 2, (a.y + b.y) / 2
    bent = WIDTH / 2 if (a.x < WIDTH / 2) == (b.x < WIDTH / 2) else x
    return f"M{a.x:.0f} {a.y:.0f}Q{bent:.0f} {y:.0f} {b.x:.0f} {b.y:.0f}"


def _weight(articles: int) -> int:
    return 3 if articles >= 10 else 2 if articles >= 3 else 1


def _width(words: str) -> float:
    return sum(WIDE if east_asian_width(char) in "WF" else NARROW for char in words)


def _short(name: str) -> str:
    """As much of a name as a box holds."""
    if _width(name) <= LONGEST:
        return name
    kept = name
    while _width(kept) > LONGEST - WIDE:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
