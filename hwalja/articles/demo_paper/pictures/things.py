"""Things seen near: bowls, coins, microphones, satellites, cables, presses."""

import math

from hwalja.articles.demo_paper.pictures.scene import (
    BRICK,
    GOLD,
    INK,
    OCHRE,
    TEAL,
    Scene,
    mix,
    picture,
)


@picture("noodle-bowl")
def noodle_bowl(s: Scene) -> None:
    """A bowl of noodles from above on a worn table."""
    s.sky("#6b4a34", "#7d5940", "#543826")
    for plank in range(7):
        s.rect(0, plank * 150, 1600, 4, "#3a261a", 170)
        for _ in range(7):
            x, y = s.rng.uniform(0, 1400), plank * 150 + s.rng.uniform(14, 140)
            s.line(
                [(x, y), (x + s.rng.uniform(120, 500), y + s.rng.uniform(-5, 5))],
                "#4a3122",
                1.6,
                130,
            )
    s.glow(760, 540, 560, INK, 0.8)
    s.disc(740, 500, 420, "#f3ece0")
    s.disc(740, 500, 404, "#24506a")
    s.disc(740, 500, 392, "#f7f1e6")
    s.disc(740, 500, 350, "#b9552c")
    s.glow(700, 440, 320, "#e08a45", 0.8)
    for strand in range(90):
        turn, bend = s.rng.uniform(0, math.tau), s.rng.uniform(70, 250)
        run = [
            (
                740 + bend * math.cos(turn + t * 0.09) + 46 * math.cos(t * 0.5 + strand),
                500 + bend * 0.9 * math.sin(turn + t * 0.09) + 46 * math.sin(t * 0.5 + strand),
            )
            for t in range(16)
        ]
        s.line(run, "#8a5a24", 10, 90)
        s.line(run, mix("#f6d98f", "#e3b45f", s.rng.random()), 7.5)
    egg(s, 620, 410)
    for _ in range(34):
        x, y = 860 + s.rng.gauss(0, 60), 420 + s.rng.gauss(0, 50)
        s.disc(x, y, 13, "#4f8a4a")
        s.disc(x, y, 6, "#c9dca0")
    for turn in (0.2, 0.5, 0.8):
        s.poly(
            [
                (740 + 250 * math.cos(turn + 0.7), 620 + 90 * math.sin(turn)),
                (900 + 60 * turn, 640 + 90 * turn),
                (930 + 60 * turn, 690 + 60 * turn),
                (700 + 80 * turn, 720 + 30 * turn),
            ],
            "#8f3a26",
            210,
        )
    for shift in (0, 46):
        s.line([(1180 + shift, 90), (1420 + shift * 1.3, 930)], "#2a1a12", 22)
        s.line([(1176 + shift, 90), (1414 + shift * 1.3, 930)], BRICK, 16)
    s.arc(740, 500, 398, 190, 270, "#ffffff", 6)


def egg(s: Scene, x: float, y: float) -> None:
    """Lay half a boiled egg on the soup."""
    s.disc(x + 6, y + 8, 92, "#6d3a1c", 150, high=78)
    s.disc(x, y, 90, "#fff8ea", high=76)
    s.disc(x + 6, y + 2, 50, "#f0a63c", high=44)
    s.disc(x - 6, y - 8, 22, "#ffd27a", high=18)


@picture("coin-stacks")
def coin_stacks(s: Scene) -> None:
    """Stacks of coins rising, each with its shadow."""
    s.sky("#e9e0cb", "#f1e7d0", "#cdbb95")
    s.glow(1240, 220, 700, "#fffaf0", 0.9)
    s.sky("#c4af86", "#8f784f", top=760)
    s.haze(700, 800, "#dccba6", 160, 0)
    for place, count in enumerate((4, 7, 6, 11, 15, 20)):
        x, base = 220 + place * 232, 850.0
        s.poly(
            [
                (x - 90, base),
                (x + 90, base),
                (x - 60 - count * 12, base + 70),
                (x - 250 - count * 12, base + 60),
            ],
            "#4d3d22",
            70,
        )
        for coin in range(count):
            shift, y = s.rng.uniform(-5, 5), base - coin * 30
            tone = mix("#e2b34c", "#b5842c", s.rng.random())
            s.disc(x + shift, y, 92, mix(tone, INK, 0.45), high=26)
            s.block(x + shift - 92, y - 24, 184, 24, mix(tone, "#6a4714", 0.35), tone, across=True)
            for notch in range(30):
                s.rect(x + shift - 90 + notch * 6.1, y - 20, 1.6, 20, "#6a4714", 90)
            s.disc(x + shift, y - 24, 92, mix(tone, "#fff2c4", 0.45), high=26)
            s.disc(x + shift, y - 24, 72, tone, high=19)


@picture("microphones")
def microphones(s: Scene) -> None:
    """A thicket of microphones at an empty lectern."""
    s.sky("#1a2740", "#2c3f5c", "#141d31")
    for _ in range(26):
        s.glow(
            s.rng.uniform(0, 1600),
            s.rng.uniform(60, 460),
            s.rng.uniform(30, 110),
            s.rng.choice(["#f2d09a", "#9cc2da", "#e58f6a"]),
            0.45,
        )
    tones = [BRICK, TEAL, OCHRE, "#d8d2c2", "#2f3f58", "#8a4f6d", GOLD]
    for place in range(13):
        x, lean = 130 + place * 112, s.rng.uniform(-60, 60)
        top = 330 + abs(place - 6) * 26 + s.rng.uniform(-30, 40)
        s.line([(800 + (x - 800) * 0.62, 1000), (x - lean * 0.4, top + 170)], "#0b111d", 16)
        s.line([(x - lean * 0.4, top + 170), (x, top + 60)], "#0b111d", 34)
        s.round(x - 44, top + 64, 88, 62, 8, s.rng.choice(tones))
        s.disc(x, top, 54, "#10151f", high=66)
        for mesh in range(-4, 5):
            s.arc(x, top + mesh * 13, 50, 200, 340, "#39455a", 1.6)
        s.disc(x - 18, top - 24, 14, "#5f6f86", 110)
    s.shade([(420, 1000), (470, 860), (1130, 860), (1180, 1000)], "#7d5a40", "#3d2a1c")
    s.rect(456, 846, 688, 18, "#a37a56")


@picture("satellite")
def satellite(s: Scene) -> None:
    """A satellite with open wings over the night side of a globe."""
    s.sky("#050a16", "#0a1530", "#13264a")
    for _ in range(420):
        s.disc(
            s.rng.uniform(0, 1600),
            s.rng.uniform(0, 800),
            s.rng.uniform(0.5, 1.7),
            "#dbe6f5",
            s.rng.randint(60, 230),
        )
    s.glow(700, 1420, 1060, "#5fa8d8", 1)
    s.disc(700, 1720, 1180, "#0b2240")
    for _ in range(90):
        turn, far = s.rng.uniform(-2.2, -0.9), s.rng.uniform(700, 1150)
        x, y = 700 + far * math.cos(turn), 1720 + far * math.sin(turn)
        for _ in range(9):
            s.disc(
                x + s.rng.gauss(0, 26), y + s.rng.gauss(0, 11), s.rng.uniform(0.8, 2.4), GOLD, 210
            )
    s.arc(700, 1720, 1180, 200, 340, "#9fd4f2", 3)
    for side in (-1, 1):
        for panel in range(3):
            x, y = 820 + side * (150 + panel * 158), 400 - side * (34 + panel * 36)
            wing = [
                (x - 74, y + 17 - 88),
                (x + 74, y - 17 - 88),
                (x + 74, y - 17 + 88),
                (x - 74, y + 17 + 88),
            ]
            s.shade(wing, "#3f6fae", "#152c5a")
            for cell in range(1, 5):
                at = -74 + cell * 29.6
                s.line([(x + at, y - at * 0.23 - 88), (x + at, y - at * 0.23 + 88)], "#a9c4e6", 1.6)
            s.line([(x - 74, y + 17), (x + 74, y - 17)], "#a9c4e6", 1.6)
        s.line([(820, 400), (820 + side * 90, 400 - side * 21)], "#c9ccd2", 9)
    s.shade([(752, 316), (872, 296), (890, 470), (768, 494)], "#f2d08a", "#8a5f24")
    s.line([(820, 490), (836, 560)], "#c9ccd2", 6)
    s.disc(842, 590, 62, "#e4e8ec", high=26)
    s.disc(842, 586, 46, "#8d97a4", high=16)
    s.glow(770, 330, 130, "#fff4d2", 0.8)


@picture("undersea-cable")
def undersea_cable(s: Scene) -> None:
    """A cable cut through, its fibres alight, on the sea bed."""
    s.sky("#0b3a4f", "#0a2a40", "#061826")
    for ray in range(7):
        x = 180 + ray * 210
        s.shade(
            [(x, 0), (x + 70, 0), (x + 250, 820), (x + 20, 820)], "#7fd0d8", "#0a2a40", alpha=34
        )
    floor = [(x, 800 + 26 * math.sin(x / 130) + 12 * math.sin(x / 47)) for x in range(0, 1621, 20)]
    s.shade([*floor, (1620, 1000), (0, 1000)], "#1d4451", "#081c28")
    for wide, tone in (
        (210, "#11161d"),
        (186, "#2c333c"),
        (160, "#9aa3a8"),
        (132, "#c98b3f"),
        (100, "#e9d5a4"),
        (72, "#1c3a4c"),
    ):
        reach = 1180 - wide * 2.2 + 250
        run = [(x, 760 - x * 0.2 + 40 * math.sin(x / 260)) for x in range(-40, int(reach), 20)]
        s.line(run, tone, wide)
        s.line([(x, y - wide * 0.32) for x, y in run], mix(tone, "#ffffff", 0.4), wide * 0.1)
    for fibre in range(9):
        start = (1240, 520 + fibre * 6.0)
        bend = [
            (start[0] + t * 11, start[1] + (fibre - 4) * t * t * 0.14 - t * 3.2) for t in range(24)
        ]
        s.line(bend, "#bff3f0", 3.4)
        s.glow(*bend[-1], 52, ("#8ff0e6", "#ffd58a", "#ff9a7a")[fibre % 3], 1)
        s.disc(*bend[-1], 5, "#ffffff")
    for _ in range(60):
        s.disc(s.rng.uniform(0, 1600), s.rng.uniform(0, 800), s.rng.uniform(1, 4), "#cfeff0", 70)


def web(s: Scene, upper: list[tuple[float, float]], wide: float) -> None:
    """Run a band of printed paper along its upper edge, rows of type across it."""
    lower = [(x + wide * 0.55, y + wide) for x, y in upper]
    for near, far in zip(range(len(upper)), range(1, len(upper)), strict=False):
        slope = (upper[far][1] - upper[near][1]) / (abs(upper[far][0] - upper[near][0]) + 30)
        tone = mix("#fbf6e8", "#b9ae97", min(1.0, max(0.0, 0.35 + slope * 0.22)))
        s.poly([upper[near], upper[far], lower[far], lower[near]], tone)
    for row in range(1, 14):
        share = row / 14
        run = [(x + wide * 0.55 * share, y + wide * share) for x, y in upper]
        s.line(run, "#4a463e", 3 if row % 5 else 9, 120)
    s.line(upper, "#fffdf6", 3)


def roller(s: Scene, x: float, y: float, radius: float, wide: float) -> None:
    """Lay one steel cylinder, its near end towards the reader."""
    dx, dy = wide * 0.55, wide
    s.shade(
        [(x - radius, y), (x + radius, y), (x + radius + dx, y + dy), (x - radius + dx, y + dy)],
        "#39434f",
        "#b3bdc6",
        "#59636f",
        "#2b333d",
        across=True,
    )
    s.disc(x + dx, y + dy, radius, "#77828e")
    s.disc(x + dx, y + dy, radius * 0.86, "#4d5763")
    s.disc(x + dx, y + dy, radius * 0.3, "#c2cad1")
    for bolt in range(8):
        turn = math.tau * bolt / 8
        s.disc(
            x + dx + radius * 0.6 * math.cos(turn),
            y + dy + radius * 0.6 * math.sin(turn),
            8,
            "#20272f",
        )


@picture("press-roll")
def press_roll(s: Scene) -> None:
    """A web of newsprint running over and under the cylinders of a press."""
    s.sky("#2a323e", "#46515e", "#1c222b")
    s.glow(500, 120, 700, "#ffe9bd", 0.5)
    roller(s, 356, 236, 118, 500)
    crest = [
        (-40 + step * 17.0, 330 - 210 * math.sin((-60 + step * 17.0) / 216)) for step in range(100)
    ]
    web(s, crest, 430)
    roller(s, 1030, 424, 112, 500)
    s.haze(700, 1000, INK, 0, 200)


@picture("dam-reservoir")
def dam_reservoir(s: Scene) -> None:
    """A dam low on water, the bathtub ring showing on its banks."""
    s.sky("#a9c3cc", "#dfe0d0", "#efdcb7", bottom=420)
    for row, tone in enumerate(("#9fb0a8", "#7b9283", "#58745c")):
        ridge = [
            (x, 330 + row * 56 - (90 - row * 20) * math.sin(x / (240 - row * 30) + row * 2))
            for x in range(0, 1641, 20)
        ]
        s.poly([*ridge, (1640, 640), (0, 640)], tone)
    s.shade([(0, 520), (1600, 500), (1600, 660), (0, 660)], "#d9c49a", "#b59a6a")
    for ring in range(7):
        s.line([(0, 534 + ring * 17), (1600, 516 + ring * 18)], "#9c8257", 2, 120)
    s.sky("#7fa5ad", "#4a7f90", "#2a5b72", top=640)
    s.ripples(650, 990, "#e9f0ea", 220, 70)
    s.shade([(900, 470), (1640, 500), (1640, 1010), (1180, 1010)], "#d3cdbf", "#87837a")
    for gate in range(5):
        x = 1080 + gate * 112
        s.block(x, 500, 66, 150, "#5a6470", "#39424d")
        s.rect(x - 12, 470 + gate * 5, 90, 30, "#b9412b")
        s.shade(
            [(x + 10, 660), (x + 60, 660), (x + 96, 1000), (x + 44, 1000)],
            "#f4f7f2",
            "#b7cbd0",
            alpha=90 if gate != 2 else 220,
        )
    s.line([(900, 470), (1640, 500)], "#efe9dc", 14)
