"""Plants and yards: clean rooms, car lines, docks, tanks, cells."""

import math

from hwalja.articles.demo_paper.pictures.scene import (
    INK,
    OCHRE,
    STEEL,
    Scene,
    mix,
    picture,
)


@picture("chip-macro", grain=8)
def chip_macro(s: Scene) -> None:
    """A processor on its board, so near that its traces become streets."""
    s.sky("#0c2a2c", "#103a3a", "#08201f")
    for lane in range(46):
        y, bend = 14 + lane * 22, s.rng.uniform(160, 480)
        shift = s.rng.choice((-66, -44, 44, 66))
        tone = mix("#1d5a55", "#c99a4e", s.rng.random() * 0.55)
        for flip in (0, 1):
            run = [(-10.0, y), (bend, y), (bend + 66, y + shift), (540.0, y + shift)]
            s.line([(1600 - x, v) for x, v in run] if flip else run, tone, 4, 210)
            end = 1600 - bend if flip else bend
            s.disc(end, y, 6, "#d9b066")
    s.rect(500, 206, 640, 640, "#050d10", 150)
    s.block(480, 180, 640, 640, "#2d3a44", "#161f29")
    s.block(560, 260, 480, 480, "#8f9fa9", "#4a5a66")
    for pin in range(30):
        for x, y, wide, high in (
            (490 + pin * 21, 158, 9, 22),
            (490 + pin * 21, 820, 9, 22),
            (458, 190 + pin * 21, 22, 9),
            (1120, 190 + pin * 21, 22, 9),
        ):
            s.rect(x, y, wide, high, "#e2c07a")
    hues = ["#294a63", "#3a6d7c", "#7a5a74", "#b06a52", "#c99a4e", "#40566b"]
    for row in range(8):
        for column in range(8):
            x, y = 584 + column * 54, 284 + row * 54
            s.block(
                x,
                y,
                50,
                50,
                mix(hues[(row * 3 + column * 5) % 6], "#ffffff", 0.2),
                hues[(row * 3 + column * 5) % 6],
            )
            for fine in range(6):
                s.rect(x + 4, y + 5 + fine * 7, s.rng.uniform(14, 42), 3, "#0f1a22", 110)
    s.glow(560, 230, 420, "#fff6de", 0.6)
    s.glow(1080, 800, 360, "#56d0c0", 0.3)


@picture("cleanroom")
def cleanroom(s: Scene) -> None:
    """Workers in hoods beside tools, under the amber light of lithography."""
    s.sky("#7a5a1c", "#d8a63a", "#f2d27a", "#b98a2c")
    for row in range(9):
        near, far = 1 / (1 + row * 0.36), 1 / (1.2 + row * 0.36)
        s.poly(
            [
                (800 - 700 * near, 430 - 430 * near),
                (800 + 700 * near, 430 - 430 * near),
                (800 + 700 * far, 430 - 430 * far),
                (800 - 700 * far, 430 - 430 * far),
            ],
            "#fff1bd",
            170,
        )
    s.shade([(0, 1000), (1600, 1000), (980, 520), (620, 520)], "#e3bd5c", "#8d6a20")
    for step in range(9, -1, -1):
        near, far = 1 / (1 + step * 0.38), 1 / (1.34 + step * 0.38)
        for side in (-1, 1):
            tool(s, near, far, side)
    s.glow(800, 470, 340, "#fff6cf", 0.95)
    for x, base, size in ((690, 760, 0.82), (930, 690, 0.62), (800, 600, 0.34)):
        suit(s, x, base, size)


def tool(s: Scene, near: float, far: float, side: int) -> None:
    """Stand one process tool along the wall of the aisle."""
    x1, x2 = 800 + side * 760 * near, 800 + side * 760 * far
    x3 = 800 + side * 420 * near
    s.poly(
        [
            (x1, 470 - 330 * near),
            (x2, 470 - 330 * far),
            (x2, 470 + 420 * far),
            (x1, 470 + 420 * near),
        ],
        "#caa049",
    )
    s.shade(
        [
            (x1, 470 - 250 * near),
            (x3, 470 - 250 * near),
            (x3, 470 + 400 * near),
            (x1, 470 + 400 * near),
        ],
        "#f7e2a6",
        "#a97f2f",
    )
    wide = abs(x1 - x3)
    left = min(x1, x3)
    s.rect(left + wide * 0.14, 470 - 190 * near, wide * 0.72, 120 * near, "#5b4516")
    s.rect(left + wide * 0.2, 470 - 30 * near, wide * 0.3, 70 * near, "#6d531b")
    s.glow(left + wide * 0.8, 470 - 220 * near, 34 * near, "#8fe09a", 1)


def suit(s: Scene, x: float, base: float, size: float) -> None:
    """Show one worker in a white hood and overall."""
    white, shadow = "#fffdf2", "#d9c48a"
    s.shade(
        [
            (x - 74 * size, base),
            (x - 62 * size, base - 210 * size),
            (x - 34 * size, base - 250 * size),
            (x + 34 * size, base - 250 * size),
            (x + 62 * size, base - 210 * size),
            (x + 74 * size, base),
        ],
        white,
        shadow,
    )
    s.disc(x, base - 290 * size, 44 * size, white, high=52 * size)
    s.round(x - 28 * size, base - 306 * size, 56 * size, 26 * size, 10 * size, "#4a3a1c")
    s.poly(
        [
            (x - 60 * size, base - 205 * size),
            (x - 96 * size, base - 90 * size),
            (x - 70 * size, base - 82 * size),
            (x - 40 * size, base - 170 * size),
        ],
        shadow,
    )
    s.poly(
        [
            (x + 60 * size, base - 205 * size),
            (x + 110 * size, base - 120 * size),
            (x + 90 * size, base - 100 * size),
            (x + 40 * size, base - 170 * size),
        ],
        shadow,
    )


@picture("factory-line")
def factory_line(s: Scene) -> None:
    """Robot arms bent over car bodies on a line."""
    s.sky("#20324b", "#34506b", "#55707f", "#3a4a55")
    for row in range(5):
        y = 60 + row * 62
        s.line([(0, y + 30 * row), (800, 120 + row * 40), (1600, y + 30 * row)], "#16253b", 7)
    for x in range(80, 1600, 240):
        s.glow(x, 120, 170, "#e8f3ea", 0.7, high=60)
        s.rect(x - 60, 112, 120, 10, "#fbfff4")
    s.haze(140, 620, "#7f98a0", 0, 110)
    s.sky("#51606a", "#2a343f", top=740)
    s.rect(0, 800, 1600, 34, OCHRE)
    for x in range(-40, 1600, 60):
        s.poly([(x, 800), (x + 30, 800), (x + 12, 834), (x - 18, 834)], "#27303b")
    for place, x in enumerate((-60, 500, 1060)):
        body(s, x, 800, ("#b7c3c6", "#c4502f", "#b7c3c6")[place])
    for place, (x, lean) in enumerate(((430, 1), (480, -1), (1010, 1), (1090, -1), (1590, -1))):
        robot(s, x, 850, lean, 1.0 + 0.06 * (place % 2))
    for x, y in ((640, 566), (900, 590), (1290, 560)):
        s.glow(x, y, 120, "#ffdf9a", 1)
        for _ in range(16):
            turn, far = s.rng.uniform(0, math.tau), s.rng.uniform(20, 80)
            s.line(
                [(x, y), (x + far * math.cos(turn), y + far * math.sin(turn))], "#fff4cf", 1.4, 200
            )


def body(s: Scene, x: float, base: float, color: str) -> None:
    """Set one bare car body on the line."""
    shape = [
        (0, -60),
        (16, -128),
        (110, -156),
        (190, -238),
        (360, -244),
        (440, -160),
        (500, -140),
        (512, -60),
    ]
    s.shade(
        [(x + px, base + py) for px, py in shape],
        mix(color, "#ffffff", 0.25),
        mix(color, INK, 0.35),
    )
    for hole in (
        [(150, -160), (204, -222), (268, -226), (268, -160)],
        [(288, -160), (288, -226), (350, -226), (408, -160)],
    ):
        s.poly([(x + px, base + py) for px, py in hole], "#26384a")
    for px in (110, 410):
        s.disc(x + px, base - 58, 50, "#18222e")
        s.disc(x + px, base - 58, 30, "#4c5964")
    s.rect(x + 270, base - 150, 4, 84, mix(color, INK, 0.5))


def robot(s: Scene, x: float, base: float, lean: int, size: float) -> None:
    """Stand one welding arm on its foot."""
    a, b, c = (
        (x, base - 180 * size),
        (x - lean * 90 * size, base - 400 * size),
        (x + lean * 170 * size, base - 420 * size),
    )
    d = (c[0] + lean * 60 * size, c[1] + 120 * size)
    s.poly(
        [
            (x - 60 * size, base),
            (x - 42 * size, base - 90 * size),
            (x + 42 * size, base - 90 * size),
            (x + 60 * size, base),
        ],
        "#2b3440",
    )
    for start, end, wide in (((x, base - 80 * size), a, 62), (a, b, 46), (b, c, 36), (c, d, 22)):
        s.line([start, end], mix(OCHRE, "#e2702e", 0.5), wide * size)
    for (jx, jy), radius in ((a, 38), (b, 30), (c, 22)):
        s.disc(jx, jy, radius * size, "#2b3440")
        s.disc(jx, jy, radius * 0.55 * size, STEEL)
    s.poly([(d[0] - 8, d[1]), (d[0] + 8, d[1]), (d[0] + lean * 14, d[1] + 44)], "#1c2530")


@picture("battery-cells")
def battery_cells(s: Scene) -> None:
    """Rows of cylindrical cells from above, one lot alight."""
    s.sky("#12212b", "#1b3440", "#0e1a22")
    for row in range(12):
        for column in range(16):
            x, y = 30 + column * 104 + row % 2 * 52, 30 + row * 90
            hot = 8 <= column + row * 0.5 <= 11.5 and 3 <= row <= 8
            s.disc(x + 8, y + 10, 46, "#060d12")
            s.disc(x, y, 46, "#c86b3a" if hot else "#48606b")
            s.disc(x, y, 40, "#efb26a" if hot else "#9fb3b8")
            s.disc(x, y, 30, "#d98d48" if hot else "#748a92")
            s.disc(x, y, 14, "#ffe0a8" if hot else "#c9d6d8")
            s.arc(x, y, 37, 200, 280, "#ffffff", 2.5)
    s.glow(1000, 460, 520, "#ffb765", 0.5)
    for row in range(0, 12, 2):
        s.line([(0, 75 + row * 90), (1600, 75 + row * 90)], "#d3a24c", 5, 170)
    s.haze(0, 1000, INK, 20, 130)


@picture("solar-field")
def solar_field(s: Scene) -> None:
    """Panels in rows drawing to the horizon of a plain."""
    s.sky("#4d7ea0", "#a9c4c9", "#f1e2c0", bottom=470)
    s.glow(1120, 430, 520, "#fff8dc", 1, high=360)
    s.disc(1120, 390, 46, "#fffbe9")
    s.poly(
        [(0, 470), (300, 430), (640, 462), (1000, 438), (1600, 468), (1600, 500), (0, 500)],
        "#7d9089",
    )
    s.sky("#a9a56d", "#6d7a45", "#3f5231", top=470)
    for row in range(11, -1, -1):
        near = 1 / (1 + row * 0.5)
        y, high = 470 + 500 * near, 190 * near
        for panel in range(-5, 6):
            x, wide = 800 + panel * 470 * near + 90 * near, 420 * near
            s.shade(
                [
                    (x - wide / 2, y),
                    (x + wide / 2, y),
                    (x + wide / 2 + 70 * near, y - high),
                    (x - wide / 2 + 70 * near, y - high),
                ],
                "#8fb3cf",
                "#1c3c66",
            )
            for cell in range(1, 6):
                at = x - wide / 2 + wide * cell / 6
                s.line([(at, y), (at + 70 * near, y - high)], "#d5e2ea", 0.6 + 2 * near, 130)
            s.line(
                [
                    (x - wide / 2 + 35 * near, y - high / 2),
                    (x + wide / 2 + 35 * near, y - high / 2),
                ],
                "#d5e2ea",
                0.6 + 2 * near,
                130,
            )
    s.haze(440, 620, "#f6ecd0", 110, 0)
