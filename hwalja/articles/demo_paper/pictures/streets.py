"""Where people live and shop: flats, alleys, building sites, department stores."""

import math

from hwalja.articles.demo_paper.pictures.cities import towers, windows
from hwalja.articles.demo_paper.pictures.scene import (
    BRICK,
    CREAM,
    GOLD,
    INK,
    NAVY,
    OCHRE,
    SLATE,
    TEAL,
    Scene,
    mix,
    picture,
)


@picture("apartments-dusk")
def apartments_dusk(s: Scene) -> None:
    """Slab after slab of flats, lamps coming on."""
    s.sky("#3b4f73", "#8a7f95", "#e0a98b", "#f3cf9f", bottom=860)
    s.glow(300, 760, 700, "#ffe3b0", 0.7, high=360)
    for row, (base, tall, count) in enumerate(((700, 330, 11), (800, 430, 8), (930, 560, 6))):
        tone = mix("#a9919a", "#2b3650", row / 2)
        for place in range(count):
            x = -60 + place * (1720 / count) + s.rng.uniform(-20, 20) + row * 40
            slab(
                s, x, base, 88 + row * 34, tall * s.rng.uniform(0.78, 1.05), tone, 0.1 + row * 0.14
            )
        s.haze(base - 190, base + 20, "#e3b496", 0, 120 - row * 50)
    s.sky("#27304a", "#161d31", top=905)
    for _ in range(46):
        s.disc(
            s.rng.uniform(0, 1600),
            918 + s.rng.uniform(-14, 20),
            s.rng.uniform(20, 52),
            "#1a2338",
            240,
        )


def slab(s: Scene, x: float, base: float, wide: float, tall: float, tone: str, lit: float) -> None:
    """Stand one block of flats seen at an angle, its gable end to the left."""
    top, end = base - tall, wide * 0.3
    s.shade(
        [(x, top + 12), (x + end, top), (x + end, base), (x, base)],
        mix(tone, INK, 0.3),
        mix(tone, INK, 0.45),
    )
    s.block(x + end, top, wide, tall, mix(tone, "#ffffff", 0.1), tone)
    for floor in range(int(tall // 21)):
        s.rect(x + end, top + 8 + floor * 21, wide, 2, mix(tone, INK, 0.35), 150)
    windows(s, x + end + 6, top + 12, wide - 6, tall - 14, lit, "#ffe0a0")
    s.rect(x + end + wide * 0.42, top - 22, wide * 0.2, 22, tone)


@picture("alley-shops")
def alley_shops(s: Scene) -> None:
    """A lane of small shops in the rain, signs without words."""
    s.sky("#1b2540", "#3a3f5c", "#6b566a", bottom=700)
    s.sky("#3b3a4d", "#191f33", top=640)
    signs = [BRICK, OCHRE, TEAL, "#c9c1a5", "#8a4f6d", GOLD]
    for side in (-1, 1):
        for depth in range(6, -1, -1):
            near, far = 1 / (1 + depth * 0.42), 1 / (1 + (depth + 1) * 0.42)
            x1, x2 = 800 + side * 860 * near, 800 + side * 860 * far
            tone = mix("#2c3350", "#77667a", depth / 8)
            s.shade(
                [
                    (x1, 610 - 640 * near),
                    (x2, 610 - 640 * far),
                    (x2, 610 + 330 * far),
                    (x1, 610 + 330 * near),
                ],
                mix(tone, "#ffffff", 0.06),
                mix(tone, INK, 0.4),
            )
            shopfront(s, x1, x2, near, far, s.rng.choice(signs), side)
    s.glow(800, 600, 330, "#ffd9a0", 0.95)
    for depth in range(9):
        near = 1 / (1 + depth * 0.3)
        s.glow(
            800 + s.rng.uniform(-260, 260) * near,
            640 + 330 * near,
            170 * near,
            s.rng.choice([GOLD, "#e98a5c", "#7cc0c4"]),
            0.5,
            high=36 * near,
        )
    for place, (step, size) in enumerate(((720, 0.55), (875, 0.42), (1010, 0.8))):
        umbrella(s, step, 640 + 250 * size, size, (BRICK, NAVY, "#c7a15a")[place])
    for _ in range(260):
        x, y, long = s.rng.uniform(0, 1600), s.rng.uniform(0, 960), s.rng.uniform(14, 44)
        s.line([(x, y), (x - long * 0.12, y + long)], "#dfe6ef", 1, 46)


def shopfront(
    s: Scene, x1: float, x2: float, near: float, far: float, sign: str, side: int
) -> None:
    """Light one shop: window, awning and a sign over the lane."""
    inner, outer = x1 + (x2 - x1) * 0.12, x1 + (x2 - x1) * 0.88
    a, b = near + (far - near) * 0.12, near + (far - near) * 0.88
    s.shade(
        [
            (inner, 610 + 40 * a),
            (outer, 610 + 40 * b),
            (outer, 610 + 290 * b),
            (inner, 610 + 290 * a),
        ],
        "#ffe3ad",
        "#e0a25c",
    )
    s.poly(
        [
            (inner, 610 - 10 * a),
            (outer, 610 - 10 * b),
            (outer - side * 40 * b, 610 + 50 * b),
            (inner - side * 40 * a, 610 + 50 * a),
        ],
        sign,
    )
    for level in (-170, -330):
        s.poly(
            [
                (inner, 610 + level * a),
                (outer, 610 + level * b),
                (outer, 610 + (level + 70) * b),
                (inner, 610 + (level + 70) * a),
            ],
            "#f3cd8a",
            60 + s.rng.randint(0, 120),
        )
    x, y = outer - side * 26 * b, 610 - 190 * b
    s.round(x - 30 * b, y, 60 * b, 150 * b, 8 * b, sign)
    s.glow(x, y + 70 * b, 130 * b, sign, 0.6)


def umbrella(s: Scene, x: float, base: float, size: float, color: str) -> None:
    """Show a walker under an umbrella."""
    s.round(x - 26 * size, base - 150 * size, 52 * size, 120 * size, 20 * size, "#0e1424")
    for leg in (-13, 4):
        s.rect(x + leg * size, base - 40 * size, 10 * size, 44 * size, "#0e1424")
    s.disc(x, base - 168 * size, 20 * size, "#0e1424")
    dome = [
        (x + 96 * size * math.cos(t), base - 176 * size + 74 * size * math.sin(t))
        for t in (math.pi * (1 + i / 24) for i in range(25))
    ]
    s.poly(dome, color)
    s.line(dome, mix(color, "#ffffff", 0.35), 2)


@picture("crane-site")
def crane_site(s: Scene) -> None:
    """Tower cranes standing idle over an unfinished frame."""
    s.sky("#c9cfcb", "#e6dfcd", "#efd5af")
    s.glow(1150, 760, 700, "#fff3d4", 0.8)
    towers(s, 860, 40, 210, "#c3bcb2", "#cbc5bb", 0, GOLD)
    s.haze(620, 870, "#efe0c6", 0, 170)
    frame(s, 300, 900, 9, 7, "#575f6e")
    frame(s, 900, 900, 5, 5, "#6d7480")
    tower_crane(s, 240, 900, 760, 1, "#b4412d")
    tower_crane(s, 1290, 900, 640, -1, "#c98a32")
    s.sky("#5a5348", "#37332d", top=895)
    for x in range(0, 1600, 100):
        s.rect(x + 4, 860, 92, 58, mix("#3f6d72", "#e9e2d0", 0.15 if x % 200 else 0.3))
        s.rect(x, 854, 5, 70, "#2c3440")
    s.haze(900, 1000, INK, 0, 120)


def frame(s: Scene, x: float, base: float, floors: int, bays: int, color: str) -> None:
    """Raise a concrete frame of floors and columns, the top one ragged."""
    for floor in range(floors):
        y = base - (floor + 1) * 66
        wide = bays * 74 - (s.rng.choice((0, 74, 148)) if floor >= floors - 2 else 0)
        s.rect(x, y, wide + 12, 12, color)
        for bay in range(int(wide / 74) + 1):
            s.rect(x + bay * 74, y, 12, 66, mix(color, INK, 0.18))
        s.shade(
            [(x + 12, y + 12), (x + wide, y + 12), (x + wide, y + 66), (x + 12, y + 66)],
            "#3a4152",
            "#7b7f84",
            alpha=70,
        )
    for bay in range(bays):
        s.line(
            [(x + 6 + bay * 74, base - floors * 66), (x + 6 + bay * 74, base - floors * 66 - 34)],
            color,
            2,
        )


def tower_crane(s: Scene, x: float, base: float, tall: float, way: int, color: str) -> None:
    """Stand one tower crane whose jib points left (-1) or right (1)."""
    top = base - tall
    for step in range(int(tall // 24)):
        y = base - step * 24
        s.line([(x - 11, y), (x + 11, y - 24)], color, 2)
        s.line([(x + 11, y), (x - 11, y - 24)], color, 2)
    for side in (-11, 11):
        s.line([(x + side, base), (x + side, top)], color, 4)
    s.line([(x - way * 170, top), (x + way * 560, top)], color, 5)
    s.line([(x - way * 20, top - 22), (x + way * 540, top - 14)], color, 3)
    for step in range(22):
        at = x + way * (20 + step * 24)
        s.line([(at, top), (at + way * 12, top - 20), (at + way * 24, top)], color, 1.6)
    s.line([(x - way * 160, top), (x, top - 84), (x + way * 380, top - 18)], color, 2.4)
    s.rect(x - way * 170 - 30, top, 60, 46, mix(color, INK, 0.5))
    s.rect(x - 18, top - 6, 36, 34, mix(color, INK, 0.35))
    s.line([(x + way * 420, top), (x + way * 420, top + 240)], INK, 1.6)
    s.rect(x + way * 420 - 40, top + 240, 80, 14, SLATE)


@picture("department-store")
def department_store(s: Scene) -> None:
    """An atrium of galleries and escalators under a glass roof."""
    s.sky("#f6ead2", "#ead2a9", "#c79f6e")
    for place in range(17):
        s.line([(800, -240), (place * 100, 170)], "#fffaf0", 5)
    for level in range(4):
        back_floor(s, 180 + level * 158, level)
    for level in range(4):
        y = 190 + level * 190
        wide = 300 - level * 62
        gallery(s, y, wide, level)
    s.glow(800, 60, 760, "#fffbe8", 0.9, high=420)
    s.shade([(0, 1000), (1600, 1000), (1040, 800), (560, 800)], "#f3dfb8", "#b98f5e")
    for left, right, foot in ((640, 716, 520), (884, 960, 1010)):
        far = (left, right) if left < 800 else (right - 76, right)
        s.shade(
            [(far[0], 700), (far[1], 700), (foot + 110, 1000), (foot - 60, 1000)],
            "#aab3b9",
            "#3d4656",
        )
        for step in range(20):
            share = (step / 19) ** 1.5
            y = 704 + 296 * share
            a, b = far[0] + (foot - 60 - far[0]) * share, far[1] + (foot + 110 - far[1]) * share
            s.line([(a, y), (b, y)], "#eef2f3", 1 + share * 3, 150)
    for level, reach in enumerate((440, 500, 560)):
        for _ in range(9):
            x = s.rng.uniform(30, reach - 60)
            walker(
                s, x if s.rng.random() < 0.5 else 1600 - x, 336 + level * 190, 0.42 + level * 0.08
            )
    for _ in range(13):
        depth = s.rng.random()
        walker(
            s, 800 + s.rng.uniform(-330, 330) * (0.4 + depth), 830 + 150 * depth, 0.5 + 0.6 * depth
        )


def back_floor(s: Scene, y: float, level: int) -> None:
    """Lay one floor of the far wall of the hall: shop windows, then its rail."""
    s.block(420, y, 760, 158, "#f6dfb2", "#c99a62")
    for shop in range(8):
        tone = s.rng.choice(["#7a4a36", "#35506a", "#8f7a55", "#a3473a", "#4f6d62"])
        s.rect(436 + shop * 93, y + 34, 78, 100, mix(tone, "#f3d9a8", 0.35 - level * 0.05))
        s.rect(436 + shop * 93, y + 34, 78, 16, "#fff3d2")
        if s.rng.random() < 0.6:
            walker(s, 460 + shop * 93 + s.rng.uniform(0, 40), y + 138, 0.38)
    s.rect(420, y + 112, 760, 30, "#dbe7e6", 110)
    s.rect(420, y + 138, 760, 20, "#fff6e2")


def gallery(s: Scene, y: float, reach: float, level: int) -> None:
    """Lay one floor on either side of the hall."""
    for side in (-1, 1):
        edge = 800 + side * (800 - reach - 150)
        outer = 0.0 if side < 0 else 1600.0
        lamp = 40 if side < 0 else 60
        s.shade(
            [(outer, y + 20), (edge, y + 34), (edge, y + 150), (outer, y + 150)],
            "#fbe7bd",
            "#b9854f",
        )
        for shop in range(5):
            x = outer + (edge - outer) * (shop + 0.12) / 5
            x2 = outer + (edge - outer) * (shop + 0.86) / 5
            s.poly(
                [(x, y + 44), (x2, y + 44), (x2, y + 150), (x, y + 150)],
                s.rng.choice(["#7a4a36", "#35506a", "#8f7a55", "#a3473a", "#4f6d62"]),
                120 + lamp,
            )
            s.poly([(x, y + 54), (x2, y + 54), (x2, y + 74), (x, y + 74)], "#fff1cd", 200)
        s.poly(
            [(outer, y), (edge + side * -14, y + 12), (edge + side * -14, y + 36), (outer, y + 26)],
            mix("#fffaf0", "#b08b5f", level * 0.16),
        )
        s.poly([(outer, y - 44), (edge, y - 30), (edge, y + 8), (outer, y)], "#cfe0e4", 90)


def walker(s: Scene, x: float, base: float, size: float) -> None:
    """Show one shopper as a small dark figure."""
    color = mix("#2a2430", s.rng.choice([BRICK, NAVY, TEAL, CREAM, OCHRE]), 0.4)
    s.round(x - 24 * size, base - 128 * size, 48 * size, 90 * size, 18 * size, color)
    for leg in (-16, 4):
        s.rect(x + leg * size, base - 46 * size, 12 * size, 46 * size, "#2a2430")
    s.disc(x, base - 146 * size, 17 * size, "#3a2c2a")
