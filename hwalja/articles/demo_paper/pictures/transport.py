"""Transport: aeroplanes, trains, lorries, ships."""

import math

from hwalja.articles.demo_paper.pictures.scene import Scene, mix, picture


@picture("airliner-dusk")
def airliner_dusk(s: Scene) -> None:
    """An airliner climbing over a sea of cloud."""
    s.sky("#152744", "#3f5578", "#b9807a", "#f3c48f", bottom=780)
    s.glow(1320, 700, 760, "#fff0c0", 0.95, high=420)
    s.disc(1320, 690, 58, "#fff6dc")
    for row in range(6):
        base, color = 640 + row * 62, mix("#f2c9a0", "#2a3a5c", row / 5.2)
        for x in range(-60, 1700, 74):
            s.disc(
                x + s.rng.uniform(-40, 40),
                base + s.rng.uniform(-14, 22),
                s.rng.uniform(70, 150),
                color,
                255,
                high=s.rng.uniform(26, 58),
            )
        s.rect(0, base + 26, 1600, 400, color)
    s.haze(620, 1000, "#1a2745", 0, 170)
    plane(s, 610, 380, 1.5, "#0f1a30")


def plane(s: Scene, x: float, y: float, size: float, color: str) -> None:
    """Show a climbing airliner from the side, nose to the right."""

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        turn = math.radians(-11)
        return [
            (
                x + size * (px * math.cos(turn) - py * math.sin(turn)),
                y + size * (px * math.sin(turn) + py * math.cos(turn)),
            )
            for px, py in points
        ]

    s.poly(at([(-205, -8), (-262, -92), (-232, -92), (-150, -16)]), color)
    s.poly(at([(-215, 2), (-270, -26), (-250, -30), (-160, -6)]), "#1f2f4d")
    s.poly(
        at(
            [
                (-230, -8),
                (-170, -17),
                (150, -20),
                (196, -12),
                (222, 4),
                (190, 16),
                (60, 21),
                (-120, 17),
            ]
        ),
        color,
    )
    s.poly(at([(30, 8), (-118, 92), (-82, 92), (92, 12)]), mix(color, "#44577a", 0.35))
    s.poly(at([(50, -18), (-30, -66), (-10, -66), (98, -19)]), mix(color, "#44577a", 0.6))
    s.poly(at([(-30, 46), (14, 40), (16, 56), (-28, 60)]), mix(color, "#000000", 0.2))
    s.line(at([(-165, -13), (150, -17), (200, -8)]), "#ffd9a0", 2.2, 200)
    for seat in range(24):
        ((px, py),) = at([(-140 + seat * 12.0, -5)])
        s.disc(px, py, 2.3, "#ffe3ad")
    ((px, py),) = at([(-118, 92)])
    s.glow(px, py, 22, "#ff8f6b", 1)


@picture("ev-charging")
def ev_charging(s: Scene) -> None:
    """A small car plugged in at night under a canopy light."""
    s.sky("#101c33", "#233755", "#3d4a63", bottom=720)
    s.sky("#333c4a", "#141a25", top=720)
    s.block(200, 110, 1250, 40, "#e8efe9", "#9fb0b5")
    s.shade([(240, 150), (1410, 150), (1560, 860), (90, 860)], "#d6f1ea", "#22344a", alpha=60)
    for x in (280, 1370):
        s.block(x, 150, 26, 590, "#7d8b98", "#4d5966", across=True)
    s.glow(820, 150, 640, "#dff7ee", 0.7, high=160)
    s.disc(760, 812, 470, "#05080f", 170, high=34)
    shape = [
        (330, 770),
        (322, 690),
        (350, 610),
        (470, 570),
        (590, 470),
        (850, 456),
        (990, 540),
        (1130, 580),
        (1196, 640),
        (1200, 770),
    ]
    s.shade(shape, "#d8654a", "#7d2a1e")
    s.shade([(500, 568), (606, 490), (720, 482), (720, 572)], "#bcd6de", "#3d5468")
    s.shade([(742, 482), (840, 480), (950, 556), (742, 572)], "#bcd6de", "#3d5468")
    s.line([(352, 620), (640, 590), (1120, 600), (1190, 650)], "#f3a48c", 3)
    for x in (480, 1040):
        s.disc(x, 772, 88, "#0d1119")
        s.disc(x, 772, 56, "#8d99a5")
        for spoke in range(5):
            turn = spoke * 1.2566
            s.line([(x, 772), (x + 50 * math.cos(turn), 772 + 50 * math.sin(turn))], "#2a323d", 10)
    s.glow(1180, 640, 120, "#fff4d6", 0.9)
    s.round(1270, 420, 150, 400, 22, "#eef2ee")
    s.round(1290, 450, 110, 120, 10, "#1b3a44")
    s.rect(1304, 520, 82, 12, "#58d6a4")
    s.glow(1345, 510, 130, "#58d6a4", 0.6)
    sag = [
        (1270 - t * 6.2, 640 + 150 * math.sin(t / 30 * math.pi) ** 0.8 - t * 0.6) for t in range(31)
    ]
    s.line(sag, "#10151f", 13)
    s.mirror(862, "#151c29", 0.7, 3)


@picture("rail-yard")
def rail_yard(s: Scene) -> None:
    """Tracks fanning through points towards a low sun."""
    s.sky("#54627d", "#b5948d", "#f0bd86", "#fae0b0", bottom=430)
    s.glow(800, 420, 620, "#fff4cf", 1, high=320)
    s.disc(800, 398, 50, "#fffae6")
    for left in range(0, 1600, 90):
        tall = s.rng.uniform(20, 90)
        s.rect(left, 430 - tall, s.rng.uniform(50, 90), tall, "#8a7078")
    s.sky("#7a6259", "#4b4147", "#232430", top=430)
    for track in range(-7, 8):
        for tie in range(34):
            near = (tie / 34) ** 2.2
            y = 436 + 580 * near
            x = 800 + track * (16 + 250 * near)
            s.rect(x - 6 - 62 * near, y, 12 + 124 * near, 1.5 + 9 * near, "#2f2729", 210)
        for rail in (-1, 1):
            s.line(
                [(800 + track * 16 + rail * 4, 436), (800 + track * 266 + rail * 48, 1016)],
                "#f6d9ac" if abs(track) < 4 else "#b39a8c",
                3.4,
            )
    for side, tone, reach in ((-1, "#2b566c", 5), (1, "#8f3b2e", 4)):
        for car in range(reach, -1, -1):
            wagon(s, side, 1 / (1 + car * 0.5), 1 / (1.46 + car * 0.5), tone)
    for x in (180.0, 1420.0):
        side = 1 if x < 800 else -1
        s.rect(x - 8, 60, 16, 940, "#1d2432")
        s.line([(x, 100), (x + side * 420, 120)], "#1d2432", 8)
        s.line([(x, 190), (x + side * 300, 116)], "#1d2432", 5)


def wagon(s: Scene, side: int, near: float, far: float, tone: str) -> None:
    """Stand one goods wagon on the outermost track, its wheels on the rail."""
    x1, x2 = 800 + side * 820 * near, 800 + side * 820 * far
    inner = 800 + side * 640 * near
    roof, floor, rail = -250, 210, 268
    s.poly(
        [
            (x1, 436 + floor * near),
            (x2, 436 + floor * far),
            (x2, 436 + rail * far),
            (x1, 436 + rail * near),
        ],
        "#15181f",
    )
    s.shade(
        [
            (inner, 436 + roof * near),
            (x2 - side * 180 * far, 436 + roof * far),
            (x2 - side * 180 * far, 436 + floor * far),
            (inner, 436 + floor * near),
        ],
        mix(tone, "#ffffff", 0.22),
        mix(tone, "#10182b", 0.4),
    )
    s.shade(
        [
            (inner, 436 + roof * near),
            (x1 + side * 60 * near, 436 + roof * near),
            (x1 + side * 60 * near, 436 + floor * near),
            (inner, 436 + floor * near),
        ],
        mix(tone, "#10182b", 0.3),
        mix(tone, "#10182b", 0.6),
    )
    for rib in range(1, 8):
        at = inner + (x2 - side * 180 * far - inner) * rib / 8
        share = near + (far - near) * rib / 8
        s.line(
            [(at, 436 + roof * share), (at, 436 + floor * share)],
            mix(tone, "#10182b", 0.4),
            1 + 3 * share,
        )
    for wheel in (0.18, 0.8):
        share = near + (far - near) * wheel
        s.disc(
            inner + (x2 - side * 180 * far - inner) * wheel,
            436 + (floor + 34) * share,
            34 * share,
            "#0f1218",
        )


@picture("highway-trucks")
def highway_trucks(s: Scene) -> None:
    """Streaks of head and tail lamps on a motorway at night."""
    s.sky("#0f1930", "#26324f", "#6b5568", "#c98a6c", bottom=420)
    s.poly(
        [
            (0, 400),
            (300, 330),
            (640, 392),
            (1000, 340),
            (1300, 380),
            (1600, 330),
            (1600, 470),
            (0, 470),
        ],
        "#1a2238",
    )
    s.sky("#1c2333", "#0c111c", top=430)
    s.shade([(760, 430), (860, 430), (1900, 1000), (-300, 1000)], "#343b4a", "#161b27")
    for lane in range(9):
        for _ in range(14):
            off = lane - 4 + s.rng.uniform(-0.3, 0.3)
            red = off > 0
            start, end = sorted((s.rng.random() ** 2, s.rng.random()))
            spread = [
                (810 + off * (8 + 250 * t * t), 432 + 568 * t * t)
                for t in (start + (end - start) * k / 14 for k in range(15))
            ]
            s.line(
                spread,
                s.rng.choice(["#ff6a4a", "#e0402e"])
                if red
                else s.rng.choice(["#fff1cf", "#ffd99a"]),
                1 + 4 * end,
                120,
            )
    for lamp in range(8):
        near = 1 / (1 + lamp * 0.7)
        for side in (-1, 1):
            x, y = 810 + side * 900 * near, 430 - 330 * near
            s.line(
                [(x, 430 + 200 * near), (x, y), (x - side * 110 * near, y - 10 * near)],
                "#0b101b",
                1 + 9 * near,
            )
            s.glow(x - side * 110 * near, y, 110 * near, "#ffd08a", 1)
    s.glow(810, 430, 420, "#ffb98a", 0.5, high=130)
