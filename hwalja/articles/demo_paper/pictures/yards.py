"""Yards and quays: docks, carriers, tanks, containers."""

from hwalja.articles.demo_paper.pictures.scene import (
    BRICK,
    CREAM,
    GOLD,
    INK,
    OCHRE,
    Scene,
    mix,
    picture,
)


@picture("shipyard")
def shipyard(s: Scene) -> None:
    """A hull in its dock under a gantry crane at sunrise."""
    s.sky("#44566e", "#a58f8d", "#efc08d", "#f6dcae", bottom=760)
    s.glow(1200, 720, 720, "#fff1cb", 0.9, high=400)
    s.poly(
        [
            (0, 700),
            (240, 610),
            (520, 680),
            (820, 630),
            (1180, 690),
            (1600, 620),
            (1600, 800),
            (0, 800),
        ],
        "#8b7d82",
    )
    for x in (210.0, 1330.0):
        s.poly(
            [
                (x, 190),
                (x + 44, 190),
                (x + 80, 800),
                (x + 40, 800),
                (x + 22, 300),
                (x - 6, 800),
                (x - 46, 800),
            ],
            BRICK,
        )
    s.block(120, 130, 1360, 74, "#c45a3e", "#8d3324")
    for x in range(140, 1460, 66):
        s.line([(x, 200), (x + 33, 134), (x + 66, 200)], "#6d261b", 3)
    for x in (520, 940):
        s.rect(x, 204, 90, 34, "#5b2118")
        for rope in (12, 78):
            s.line([(x + rope, 238), (x + rope, 430)], INK, 2)
    s.block(470, 430, 600, 66, "#5f7688", "#34495c")
    hull = [(330, 500), (1180, 500), (1270, 560), (1240, 790), (380, 790), (330, 650)]
    s.shade(hull, "#4d6577", "#22344a")
    s.poly([(352, 700), (1250, 700), (1240, 790), (380, 790)], "#8e3527")
    for row in range(4):
        s.line([(334, 540 + row * 44), (1262, 556 + row * 40)], "#6f8798", 1.5, 130)
    for x in range(360, 1240, 58):
        s.line([(x, 505), (x, 780)], "#1c2c40", 1.2, 120)
        s.rect(x, 796, 20, 30, "#2a2f38")
    for x, y in ((560, 640), (880, 700), (1080, 590)):
        s.glow(x, y, 70, "#d9f3ff", 1)
    s.sky("#4a4a50", "#23272f", top=820)
    s.haze(700, 1000, INK, 0, 130)


@picture("lng-carrier")
def lng_carrier(s: Scene) -> None:
    """A gas carrier with its four white domes on a swell."""
    s.sky("#6f9bb0", "#b7ccd0", "#ecdfc6", bottom=640)
    s.glow(360, 600, 600, "#fff8e2", 0.8, high=300)
    s.sky("#5d8b9a", "#2b5f7a", "#123a56", top=640)
    s.haze(560, 680, "#f0e6d0", 0, 90)
    for place in range(4):
        x = 470.0 + place * 196
        s.disc(x, 520, 98, "#e8ecec")
        s.glow(x - 34, 480, 96, "#ffffff", 0.9)
        s.rect(x - 104, 520, 208, 90, "#b9412b")
        s.line([(x - 100, 452), (x + 100, 452)], "#c9a24e", 4)
    s.block(1180, 350, 120, 230, "#f4f0e4", "#b9b9b2")
    for row in range(6):
        s.rect(1190, 372 + row * 30, 100, 9, "#2c3f55")
    s.rect(1160, 340, 160, 14, "#e9e2d0")
    s.rect(1310, 420, 44, 160, OCHRE)
    s.shade([(210, 560), (1440, 560), (1400, 706), (300, 706)], "#c0452d", "#6d2419")
    s.poly([(286, 676), (1412, 676), (1400, 710), (300, 710)], "#2a2f3a")
    s.line([(212, 562), (1440, 562)], "#f2e7d2", 4)
    for post in range(230, 1430, 24):
        s.line([(post, 562), (post, 546)], "#f2e7d2", 1.4)
    s.mirror(712, "#1c4a66", 0.62, 12)
    for _ in range(260):
        depth = s.rng.random() ** 1.5
        y, x, half = 700 + 300 * depth, s.rng.uniform(0, 1600), 10 + 90 * depth
        s.line(
            [(x - half, y), (x, y - 5 * depth), (x + half, y)],
            s.rng.choice(["#dfeaea", "#0f314b", "#0f314b"]),
            1 + 2 * depth,
            80,
        )
    s.poly([(250, 712), (310, 690), (420, 712)], "#f3f6f2", 200)


@picture("refinery-night")
def refinery_night(s: Scene) -> None:
    """Columns, flares and a thousand lamps of a refinery by the sea."""
    s.sky("#0b1428", "#1d2a48", "#4b3c52", "#92594c", bottom=740)
    s.glow(1080, 260, 420, "#ff9f57", 0.6)
    for place in range(26):
        x, tall, wide = s.rng.uniform(20, 1560), s.rng.uniform(140, 460), s.rng.uniform(16, 46)
        tone = mix("#131c30", "#414a62", s.rng.random() * 0.7)
        s.block(x, 740 - tall, wide, tall, mix(tone, "#ffffff", 0.1), tone, across=True)
        for ring in range(int(tall // 46)):
            s.rect(x - 6, 740 - tall + 20 + ring * 46, wide + 12, 4, tone)
            s.glow(
                x + wide / 2 + s.rng.uniform(-20, 20),
                740 - tall + 18 + ring * 46,
                18,
                s.rng.choice([GOLD, CREAM]),
                0.95,
            )
        if place % 3 == 0:
            s.line([(x, 740 - tall * 0.4), (x + 220, 740 - tall * 0.4), (x + 220, 740)], tone, 7)
    for x in (120, 330, 1300):
        s.block(x, 640, 170, 100, "#5a6076", "#232b40")
        s.disc(x + 85, 640, 85, "#646b80", high=20)
    s.rect(1070, 300, 12, 440, "#1a2238")
    for size, tone in ((90, "#e2703a"), (60, "#f6b25c"), (30, "#fff0c4")):
        s.poly(
            [
                (1066 + 10, 304),
                (1040, 290 - size * 0.5),
                (1070, 250 - size),
                (1130, 200 - size * 1.1),
                (1100, 260 - size * 0.4),
            ],
            tone,
            210,
        )
    s.rect(0, 738, 1600, 8, "#0b1220")
    s.mirror(746, "#0c1730", 0.4, 8)
    s.haze(746, 1000, "#070d1c", 0, 180)
    s.ripples(760, 990, "#ffcf96", 150, 60)


@picture("container-stack")
def container_stack(s: Scene) -> None:
    """A wall of boxes with one gap of sky, a reach stacker at its foot."""
    s.sky("#e8c79a", "#f3e0bd", "#c9b089")
    hues = ["#8f3b2e", "#2b566c", "#b5893c", "#4a5a6e", "#77897f", "#a56a4e", "#1f3f5c"]
    for row in range(8):
        for column in range(9):
            if row < 1 + (3 if column in (4, 5) else 0) - (column in (0, 1)):
                continue
            x, y = -60 + column * 196 + (row % 2) * 24, 56 + row * 106
            box(s, x, y, mix(s.rng.choice(hues), INK, s.rng.uniform(0, 0.18)))
    s.glow(850, 120, 420, "#fff4d6", 0.7)
    s.sky("#6a6256", "#38342f", top=900)
    s.haze(640, 1000, INK, 0, 120)
    s.round(1050, 826, 200, 70, 10, "#d8992e")
    s.poly([(1090, 826), (1110, 770), (1180, 770), (1190, 826)], "#243043")
    s.line([(1220, 836), (950, 640)], "#d8992e", 22)
    for x in (1080, 1215):
        s.disc(x, 902, 32, "#1a1f28")
        s.disc(x, 902, 14, "#6d737c")


def box(s: Scene, x: float, y: float, color: str) -> None:
    """Stack one ribbed container, its long side to the reader."""
    s.block(x, y, 190, 100, mix(color, "#ffffff", 0.1), mix(color, INK, 0.25))
    for rib in range(17):
        s.rect(x + 9 + rib * 10.4, y + 8, 4, 84, mix(color, INK, 0.28), 170)
    s.rect(x, y, 190, 5, mix(color, "#ffffff", 0.25))
    for corner in (0, 182):
        s.rect(x + corner, y, 8, 100, mix(color, INK, 0.4))
