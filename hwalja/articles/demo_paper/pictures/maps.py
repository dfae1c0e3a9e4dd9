"""Maps of places that are not on any globe."""

import math

from hwalja.articles.demo_paper.pictures.scene import (
    BRICK,
    CREAM,
    GOLD,
    INK,
    NAVY,
    OCHRE,
    SEA,
    SLATE,
    TEAL,
    Point,
    Scene,
    mix,
    picture,
)


def coast(s: Scene, start: float, end: float, left: float, sway: float) -> list[Point]:
    """Draw a ragged shoreline from top to bottom."""
    turns = [(s.rng.uniform(0.004, 0.03), s.rng.uniform(0, 6)) for _ in range(6)]
    line: list[Point] = []
    for y in range(round(start), round(end), 6):
        bend = sum(math.sin(y * rate + shift) / (1 + rate * 90) for rate, shift in turns)
        line.append((left + sway * bend + s.rng.uniform(-3, 3), y))
    return line


def isobaths(s: Scene, shore: list[Point], color: str) -> None:
    """Repeat the shoreline out to sea as fading depth lines."""
    for step in range(1, 9):
        run = [(x - step * 26 - step * step * 2.2, y) for x, y in shore[::4]]
        s.line(run, color, 1.4, 130 - step * 13)


@picture("map-coast-wind")
def coast_wind(s: Scene) -> None:
    """A coast with the sea blocks let for wind farms."""
    s.sky("#bcd0d3", "#9dbac1")
    shore = coast(s, -10, 1010, 1090, 150)
    isobaths(s, shore, "#eef3ee")
    s.poly([*shore, (1600, 1010), (1600, -10)], "#e9dfc8")
    s.line(shore, "#a08d68", 3)
    for place in range(9):
        x, y = 150 + place % 3 * 236 + place // 3 * 34, 150 + place // 3 * 254
        cell = [(x, y), (x + 196, y + 26), (x + 180, y + 200), (x - 16, y + 174)]
        s.poly(cell, BRICK if place in (4, 5) else SEA, 215 if place in (4, 5) else 150)
        for dot in range(20):
            s.disc(
                x + 22 + dot % 5 * 36 - dot // 5 * 3,
                y + 34 + dot // 5 * 40 + dot % 5 * 4,
                4.2,
                CREAM,
                230,
            )
    hub = (1010.0, 560.0)
    for row in (260.0, 520.0, 770.0):
        s.line([(840, row), (900, (row + hub[1]) / 2), hub], "#7a2b1e", 4)
    s.line([hub, (1210, 540), (1420, 470), (1600, 452)], "#7a2b1e", 6)
    s.disc(*hub, 17, CREAM)
    s.disc(*hub, 11, "#7a2b1e")
    for name, x, y in (("해담 앞바다", 300, 940), ("해상 변전소", 1040, 612)):
        s.text(x, y, name, 34, INK)
    for x, y in ((1280, 250), (1400, 780), (1330, 520)):
        s.rect(x - 8, y - 8, 16, 16, SLATE)


@picture("map-transmission")
def transmission(s: Scene) -> None:
    """The grid of a peninsula at night: full lines in red."""
    s.sky("#0d1626", "#132138")
    west, east = coast(s, 60, 960, 560, 90), coast(s, 60, 960, 1180, 80)
    land = [*west, *reversed(east)]
    s.shade(land, "#22334f", "#1a2842")
    s.line([*land, land[0]], "#4b6488", 2.5)
    nodes = [(s.rng.uniform(640, 1120), s.rng.uniform(110, 920)) for _ in range(46)]
    for x, y in nodes:
        near = sorted(nodes, key=lambda n: math.hypot(n[0] - x, n[1] - y))[1:4]
        for nx, ny in near:
            s.line([(x, y), (nx, ny)], "#5d7ea6", 1.6, 130)
    for run in (
        [(1140, 380), (1010, 330), (880, 300), (740, 270)],
        [(1150, 520), (990, 450), (860, 350), (740, 270)],
        [(760, 860), (800, 640), (770, 450), (740, 270)],
    ):
        s.line(run, "#e2593d", 7)
        for x, y in run[:-1]:
            s.disc(x, y, 9, "#ffd2a8")
    for x, y in nodes:
        s.glow(x, y, 22, "#9fc7ea", 0.6)
        s.disc(x, y, 3.4, "#dcecf7")
    s.glow(740, 270, 210, "#ffb36b", 0.9)
    s.disc(740, 270, 15, "#fff0d0")
    s.text(700, 262, "수도권", 40, CREAM, at="rm")
    s.text(1186, 384, "동해안 발전소", 36, "#ffd2a8", at="lm")
    s.text(1190, 890, "— 여유 용량 없는 구간", 30, "#e2593d")


@picture("map-districts", grain=7)
def districts(s: Scene) -> None:
    """Districts of a city, tinted by how far prices have risen."""
    s.sky("#efe8d8", "#e6dcc6")
    corner = {
        (c, r): (170 + c * 140 + s.rng.uniform(-46, 46), 80 + r * 140 + s.rng.uniform(-44, 44))
        for c in range(10)
        for r in range(7)
    }
    tones = ["#f3e3c5", "#edc99b", "#dd9c68", "#c46a45", "#9a3b2a"]
    for c in range(9):
        for r in range(6):
            far = math.hypot(c - 5.6, (r - 3.6) * 1.2)
            if far > 4.4 + s.rng.uniform(-0.5, 0.5):
                continue
            level = max(0, min(4, round(4.3 - far + s.rng.uniform(-0.9, 0.9))))
            cell = [corner[c, r], corner[c + 1, r], corner[c + 1, r + 1], corner[c, r + 1]]
            s.poly(cell, tones[level])
            s.line([*cell, cell[0]], "#fdf8ec", 5)
    river = [
        (x, 520 + 60 * math.sin(x / 170) + 22 * math.sin(x / 61)) for x in range(-10, 1620, 20)
    ]
    s.line(river, "#efe8d8", 62)
    s.line(river, "#8fb3bd", 46)
    for place, tone in enumerate(tones):
        s.rect(96 + place * 66, 850, 62, 28, tone)
    s.text(96, 830, "아파트값 상승률", 28, INK)
    s.text(96, 912, "낮음", 24, SLATE, bold=False)
    s.text(422, 912, "높음", 24, SLATE, bold=False, at="rs")


def bow(a: Point, b: Point, lift: float) -> list[Point]:
    """Bend a route upwards between two places."""
    return [
        (
            a[0] + (b[0] - a[0]) * t / 40,
            a[1] + (b[1] - a[1]) * t / 40 - lift * math.sin(math.pi * t / 40),
        )
        for t in range(41)
    ]


def dotted_land(s: Scene, color: str) -> None:
    """Lay land as a field of dots in the shape of a few soft blobs."""
    blobs = [
        (s.rng.uniform(80, 1520), s.rng.uniform(180, 830), s.rng.uniform(110, 270))
        for _ in range(11)
    ]
    for row in range(52):
        for column in range(84):
            x, y = 14 + column * 19 + row % 2 * 9.5, 20 + row * 19
            depth = sum(
                math.exp(-((x - bx) ** 2 + ((y - by) * 1.5) ** 2) / (2 * (br * 0.55) ** 2))
                for bx, by, br in blobs
            )
            if depth > 0.62:
                s.disc(x, y, 5.6, color)


@picture("map-air-routes")
def air_routes(s: Scene) -> None:
    """Routes fanning out from one hub over a dotted world."""
    s.sky("#142643", "#0f1d36", "#14294a")
    dotted_land(s, "#2f4a70")
    hub = (1180.0, 430.0)
    ends = [
        (210.0, 380.0),
        (330.0, 560.0),
        (470.0, 300.0),
        (640.0, 640.0),
        (840.0, 790.0),
        (1370.0, 760.0),
        (1480.0, 560.0),
        (90.0, 640.0),
    ]
    for place, end in enumerate(ends):
        hot = place in (0, 2)
        s.line(
            bow(hub, end, 60 + abs(end[0] - hub[0]) * 0.24),
            "#f0b35e" if hot else "#86a9cf",
            5 if hot else 2.2,
        )
        s.glow(*end, 40, "#f0b35e" if hot else "#86a9cf", 0.8)
        s.disc(*end, 8 if hot else 5, CREAM)
    s.glow(*hub, 130, GOLD, 1)
    s.disc(*hub, 14, CREAM)


@picture("map-sea-route")
def sea_route(s: Scene) -> None:
    """A shipping lane bending round a cape, with the detour dashed."""
    s.sky("#dfe5dd", "#c7d7d6")
    for line in range(0, 1600, 160):
        s.line([(line, 0), (line, 1000)], "#f3f3e8", 1.4)
        s.line([(0, line), (1600, line)], "#f3f3e8", 1.4)
    north = [
        (x, 300 + 70 * math.sin(x / 210 + 1) + 40 * math.sin(x / 77) + s.rng.uniform(-3, 3))
        for x in range(-10, 1620, 8)
    ]
    s.poly([*north, (1620, -10), (-10, -10)], "#d9c9a2")
    s.line(north, "#9c8757", 3)
    cape = [
        (
            380 + 520 * t + 40 * math.sin(t * 19),
            1010 - 520 * math.sin(math.pi * t) ** 1.3 + s.rng.uniform(-3, 3),
        )
        for t in (i / 90 for i in range(91))
    ]
    s.poly([*cape, (900, 1010), (380, 1010)], "#d9c9a2")
    s.line(cape, "#9c8757", 3)
    lane = bow((60, 560), (1540, 620), 110)
    s.line(lane, BRICK, 7)
    for (x1, y1), (x2, y2) in zip(lane[::2], lane[1::2], strict=False):
        s.line([(x1, y1 - 44), (x2, y2 - 44)], SEA, 5)
    s.disc(60, 560, 15, INK)
    s.disc(1540, 620, 15, INK)
    for at, size in ((12, 1.0), (26, 1.3), (33, 0.9)):
        x, y = lane[at]
        s.poly(
            [
                (x - 34 * size, y - 11),
                (x + 30 * size, y - 11),
                (x + 46 * size, y),
                (x + 30 * size, y + 11),
                (x - 34 * size, y + 11),
            ],
            NAVY,
        )
        s.rect(x - 26 * size, y - 6, 40 * size, 12, OCHRE)


@picture("map-chip-cluster")
def chip_cluster(s: Scene) -> None:
    """The plan of a chip town: two plants, a reservoir, a substation, pipes."""
    s.sky("#e8e4d3", "#ddd8c2")
    for _ in range(120):
        x, y = s.rng.uniform(0, 1600), s.rng.uniform(0, 1000)
        wide, high = s.rng.uniform(40, 150), s.rng.uniform(30, 110)
        s.rect(x, y, wide, high, s.rng.choice(["#d3d3b4", "#dcd6ba", "#cbd0b0", "#e3dcc4"]))
    for road in (
        [(0, 660), (500, 640), (1000, 690), (1600, 640)],
        [(620, 0), (640, 420), (610, 1000)],
        [(1180, 0), (1160, 500), (1220, 1000)],
    ):
        s.line(road, "#fbf8ee", 26)
        s.line(road, "#e0c27a", 3)
    lake = [
        (150 + 150 * math.cos(t / 20) * (1 + 0.2 * math.sin(t / 6)), 250 + 130 * math.sin(t / 20))
        for t in range(126)
    ]
    s.poly(lake, "#7fa9b5")
    s.line([(290, 270), (480, 330), (700, 330)], "#3f7c90", 12)
    for x, y, wide, high, tone in (
        (690, 140, 420, 270, SEA),
        (690, 450, 420, 150, BRICK),
        (1260, 200, 240, 150, TEAL),
        (1260, 720, 200, 160, SLATE),
    ):
        s.rect(x + 12, y + 14, wide, high, "#a49d84", 150)
        s.block(x, y, wide, high, mix(tone, "#ffffff", 0.14), tone)
        for place in range(int(wide // 60)):
            s.rect(x + 22 + place * 60, y + 20, 34, high - 40, mix(tone, "#ffffff", 0.26))
    s.line([(1360, 720), (1360, 560), (1110, 530)], "#7a2b1e", 6)
    for name, x, y in (
        ("1공장", 900, 285),
        ("2공장", 900, 538),
        ("협력단지", 1380, 288),
        ("변전소", 1360, 814),
        ("청람댐", 150, 262),
    ):
        s.text(x, y, name, 40, CREAM, at="mm")
