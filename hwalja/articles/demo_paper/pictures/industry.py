"""Industry: chips, ports, power, plants."""

import math
from itertools import pairwise

from hwalja.articles.demo_paper.pictures.scene import GOLD, INK, Scene, mix, picture


@picture("wafer", grain=9)
def wafer(s: Scene) -> None:
    """A silicon wafer catching the light of a clean room."""
    s.sky("#0c1424", "#152238", "#0b1120")
    s.glow(1250, 120, 900, "#34527a", 0.8)
    x, y, radius = 760.0, 560.0, 520.0
    s.disc(x + 14, y + 22, radius + 6, "#05080f")
    s.disc(x, y, radius, "#8fa0b8")
    s.disc(x, y, radius - 5, "#2b3a55")
    hues = ["#35507a", "#4a6d8f", "#5f8f9c", "#9fae8c", "#d7a869", "#c9785f", "#8d5c80", "#4c4f86"]
    for row in range(-13, 14):
        for column in range(-11, 12):
            left, top = x + column * 45.0, y + row * 38.0
            corners = [(left + dx, top + dy) for dx in (0, 41) for dy in (0, 34)]
            if max(math.hypot(cx - x, cy - y) for cx, cy in corners) < radius - 14:
                die(s, left, top, hues, (left + top * 1.35 - 160) / 1500)
    s.glow(430, 210, 520, "#fff3d6", 0.55)
    s.glow(1010, 880, 420, "#7fd0d8", 0.3)
    s.arc(x, y, radius - 2, 190, 292, "#f7f1e2", 3)


def die(s: Scene, x: float, y: float, hues: list[str], place: float) -> None:
    """Lay one die, its colour taken from its place in the rainbow of the film."""
    at = max(0.0, min(0.999, place)) * (len(hues) - 1)
    color = mix(hues[int(at)], hues[int(at) + 1], at - int(at))
    color = mix(color, "#0d1626", s.rng.uniform(0.05, 0.22))
    s.rect(x, y, 41, 34, color)
    s.rect(x + 3, y + 3, 16, 12, mix(color, "#ffffff", 0.16))
    s.rect(x + 21, y + 3, 17, 12, mix(color, "#000000", 0.18))
    for line in range(3):
        s.rect(x + 3, y + 18 + line * 5, 35, 3, mix(color, "#ffffff", 0.1 if line % 2 else 0.02))


@picture("port-cranes")
def port_cranes(s: Scene) -> None:
    """Gantry cranes over a container ship at first light."""
    s.sky("#31506b", "#7f95a0", "#e3b98f", "#f3d3a2", bottom=720)
    s.glow(300, 690, 640, "#fff0c8", 0.9, high=420)
    s.poly(
        [
            (0, 660),
            (260, 612),
            (520, 650),
            (860, 620),
            (1200, 655),
            (1600, 622),
            (1600, 720),
            (0, 720),
        ],
        "#8c8f93",
    )
    for place, x in enumerate((1390, 1120, 850, 600)):
        gantry(s, x, 716, 1.0 + 0.16 * (3 - place) * 0.6, mix("#1c2b44", "#6d7480", place * 0.16))
    ship(s, 120, 716)
    s.rect(0, 712, 1600, 10, "#141e33")
    s.mirror(722, "#27405a", 0.38, 9)
    s.haze(722, 1000, "#0f1c30", 10, 180)
    s.ripples(735, 990, "#ffe2b0", 220, 60)


def gantry(s: Scene, x: float, base: float, size: float, color: str) -> None:
    """Stand one ship-to-shore crane, its boom to the left."""
    high, deck, leg = 500 * size, 300 * size, 130 * size
    for shift in (0.0, leg):
        s.rect(x + shift, base - high * 0.82, 13 * size, high * 0.82, color)
    s.line([(x, base - 90 * size), (x + leg, base - deck)], color, 6 * size)
    s.rect(x - 10, base - deck, leg + 40 * size, 16 * size, color)
    s.rect(x - 340 * size, base - deck - 22 * size, 600 * size, 12 * size, color)
    peak = (x + 20 * size, base - high)
    for foot in (-330.0, -170.0, 240.0):
        s.line([peak, (x + foot * size, base - deck - 20 * size)], color, 3.5 * size)
    s.line([(x, base - deck), peak, (x + leg, base - deck)], color, 9 * size)
    s.rect(x + 150 * size, base - deck - 56 * size, 70 * size, 36 * size, color)
    trolley = x - s.rng.uniform(60, 250) * size
    s.line([(trolley, base - deck - 10), (trolley, base - deck + 120 * size)], color, 2)
    s.rect(trolley - 34 * size, base - deck + 118 * size, 68 * size, 26 * size, "#b4412d")
    s.glow(peak[0], peak[1], 16, "#ff9a70", 1)


def ship(s: Scene, x: float, base: float) -> None:
    """Lay a loaded container ship along the quay."""
    hues = ["#8f3b2e", "#2f5d73", "#b98a3c", "#46566b", "#7c8f86", "#a9745a"]
    for column in range(20):
        for row in range(s.rng.randint(4, 7)):
            s.rect(
                x + 30 + column * 40,
                base - 96 - row * 25,
                38,
                23,
                mix(s.rng.choice(hues), "#1b2740", 0.28),
            )
    s.block(x + 850, base - 300, 74, 210, "#e6ddcb", "#9c978c")
    for row in range(6):
        s.rect(x + 856, base - 286 + row * 26, 62, 8, "#28374f")
    s.rect(x + 838, base - 306, 98, 14, "#d8cfbd")
    s.rect(x + 876, base - 360, 5, 56, "#3b4458")
    s.shade(
        [(x - 30, base - 92), (x + 960, base - 92), (x + 935, base + 4), (x + 20, base + 4)],
        "#26324a",
        "#121b2e",
    )
    s.rect(x + 8, base - 14, 938, 18, "#7f2f25")


@picture("wind-farm")
def wind_farm(s: Scene) -> None:
    """Offshore turbines standing in rows towards the horizon."""
    s.sky("#9fb9c4", "#cfd8d3", "#efe3cb", "#f1d5ae", bottom=640)
    s.glow(1180, 600, 620, "#fff4d8", 0.9, high=380)
    s.sky("#8aa7ab", "#3f7383", "#1e4a63", "#12324a", top=640)
    for depth in range(7):
        size = 0.16 + depth * 0.045
        for place in range(9 - depth):
            x = 90 + place * (1540 / (8.2 - depth)) + depth * 31
            turbine(s, x, 640 + size * size * 160, size, mix("#f6f1e4", "#b7c3c4", 1 - size * 1.7))
    for x, base, size in ((300.0, 800.0, 0.95), (1160.0, 742.0, 0.66)):
        turbine(s, x, base, size, "#fbf7ec")
    s.haze(560, 660, "#f3e2c4", 0, 130)
    s.haze(640, 720, "#f3e2c4", 110, 0)
    s.ripples(650, 995, "#f2ead6", 420, 70)
    s.ripples(700, 995, "#0e2a40", 260, 70)


def turbine(s: Scene, x: float, base: float, size: float, color: str) -> None:
    """Stand one wind turbine."""
    hub = base - 640 * size
    s.shade(
        [(x - 5 * size, hub), (x + 5 * size, hub), (x + 13 * size, base), (x - 13 * size, base)],
        color,
        "#9fb0b5",
    )
    s.rect(x - 17 * size, base - 34 * size, 34 * size, 40 * size, "#d79a3a")
    turn = s.rng.uniform(0, 120)
    for blade in range(3):
        angle = math.radians(turn + blade * 120)
        dx, dy = math.cos(angle), math.sin(angle)
        root = [(x - dy * 9 * size + dx * 40 * size, hub + dx * 9 * size + dy * 40 * size)]
        s.poly(
            [
                (x, hub),
                *root,
                (x + dx * 330 * size, hub + dy * 330 * size),
                (x + dy * 5 * size, hub - dx * 5 * size),
            ],
            color,
        )
    s.disc(x, hub, 12 * size, mix(color, "#8fa0a5", 0.4))


@picture("power-lines")
def power_lines(s: Scene) -> None:
    """Pylons marching over hills under a heavy evening sky."""
    s.sky("#233450", "#5b6078", "#c0796a", "#f0b981")
    s.glow(820, 700, 760, "#ffdf9f", 0.8, high=330)
    for row, color in enumerate(("#8d6a70", "#665c70", "#3d4660", "#18233c")):
        base = 660.0 + row * 84
        ridge = [
            (x, base + 34 * math.sin(x / 230 + row * 1.9) + 16 * math.sin(x / 83 + row))
            for x in range(0, 1641, 40)
        ]
        s.poly([*ridge, (1640, 1000), (0, 1000)], color)
    spots = [
        (1330.0, 935.0, 1.25),
        (960.0, 830.0, 0.78),
        (740.0, 768.0, 0.5),
        (610.0, 728.0, 0.33),
        (535.0, 704.0, 0.22),
    ]
    for near, far in pairwise(spots):
        wires(s, near, far)
    wires(s, (1980.0, 1090.0, 1.9), spots[0])
    for x, base, size in reversed(spots):
        pylon(s, x, base, size, mix("#141d33", "#6d6071", 0.8 - size * 0.62))


def wires(s: Scene, near: tuple[float, float, float], far: tuple[float, float, float]) -> None:
    """Hang the cables between two pylons."""
    for arm, reach in ((0.72, 120), (0.58, 150), (0.44, 120)):
        for side in (-1, 1):
            ends = [
                (x + side * reach * size, base - 560 * size * (arm + 0.22))
                for x, base, size in (near, far)
            ]
            (x1, y1), (x2, y2) = ends
            sag = abs(x1 - x2) * 0.12
            run = [
                (
                    x1 + (x2 - x1) * t / 12,
                    y1 + (y2 - y1) * t / 12 + sag * math.sin(math.pi * t / 12),
                )
                for t in range(13)
            ]
            s.line(run, INK, 0.7 + far[2] * 1.6, 190)


def pylon(s: Scene, x: float, base: float, size: float, color: str) -> None:
    """Stand one lattice pylon."""
    top, wide = base - 560 * size, 3.4 * size + 0.8
    edge = [(80.0, 0.0), (34.0, 0.5), (16.0, 0.68), (9.0, 1.0)]
    for (r1, h1), (r2, h2) in pairwise(edge):
        y1, y2 = base - 560 * size * h1, base - 560 * size * h2
        for side in (-1, 1):
            s.line([(x + side * r1 * size, y1), (x + side * r2 * size, y2)], color, wide)
        for part in range(3):
            a, b = part / 3, (part + 1) / 3
            ya, yb = y1 + (y2 - y1) * a, y1 + (y2 - y1) * b
            ra, rb = (r1 + (r2 - r1) * a) * size, (r1 + (r2 - r1) * b) * size
            s.line([(x - ra, ya), (x + rb, yb)], color, wide * 0.6)
            s.line([(x + ra, ya), (x - rb, yb)], color, wide * 0.6)
    for level, reach in ((0.94, 120), (0.80, 150), (0.66, 120)):
        y = base - 560 * size * level
        s.poly(
            [(x - reach * size, y), (x, y - 22 * size), (x + reach * size, y), (x, y + 5 * size)],
            color,
        )
    s.line([(x, top), (x, top - 20 * size)], color, wide)


@picture("datacenter-aisle")
def datacenter_aisle(s: Scene) -> None:
    """Server racks drawing to a point down a cold aisle."""
    s.sky("#0a1120", "#101b30", "#0a1120")
    far_x, far_y = 800.0, 470.0
    s.poly([(0, 1000), (1600, 1000), (far_x + 60, far_y + 74), (far_x - 60, far_y + 74)], "#17263d")
    depths = [1.0 / (1 + step * 0.42) for step in range(13)]
    for near, far in reversed(list(pairwise(depths))):
        for side in (-1, 1):
            rack(s, far_x, far_y, near, far, side)
        glow_tile(s, far_x, far_y, near, far)
    s.glow(far_x, far_y, 260, "#bfe6f2", 0.9)
    s.glow(far_x, far_y + 40, 700, "#3f86a8", 0.35)


def glow_tile(s: Scene, x: float, y: float, near: float, far: float) -> None:
    """Light one lamp overhead and its reflection on the floor."""
    for level, color, alpha in ((-520, "#d9f1f7", 220), (640, "#5fa2bb", 70)):
        s.poly(
            [
                (x - 90 * near, y + level * near),
                (x + 90 * near, y + level * near),
                (x + 90 * far * 1.06, y + level * far * 1.06),
                (x - 90 * far * 1.06, y + level * far * 1.06),
            ],
            color,
            alpha,
        )


def rack(s: Scene, x: float, y: float, near: float, far: float, side: int) -> None:
    """Stand one rack with its rows of small lights."""
    x1, x2 = x + side * 560 * near * 1.5, x + side * 560 * far * 1.5
    top, bottom = -560 * 1.1, 560 * 1.22
    s.shade(
        [
            (x1, y + top * near),
            (x2, y + top * far),
            (x2, y + bottom * far),
            (x1, y + bottom * near),
        ],
        "#24344f",
        "#0e1728",
    )
    s.line([(x2, y + top * far), (x2, y + bottom * far)], "#3f587a", 1 + 3 * far)
    for unit in range(26):
        level = top + (bottom - top) * (unit + 0.5) / 26
        s.line([(x1, y + level * near), (x2, y + level * far)], "#0a111e", 0.8 + 2.5 * far, 190)
        for place in (0.2, 0.34, 0.48, 0.8):
            if s.rng.random() < 0.5:
                share = near + (far - near) * place
                color = s.rng.choice(["#6fd3e8", "#6fd3e8", "#9be7b0", GOLD])
                s.disc(
                    x1 + (x2 - x1) * place, y + (level + 10) * share, 0.9 + 3.6 * far, color, 230
                )
