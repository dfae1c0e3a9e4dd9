"""Halls and chambers: dealing rooms, vaults, boards, courts, stores, laboratories."""

import math

from hwalja.articles.demo_paper.pictures.rooms import person
from hwalja.articles.demo_paper.pictures.scene import (
    BRICK,
    CREAM,
    GOLD,
    INK,
    OCHRE,
    TEAL,
    Scene,
    mix,
    picture,
)


@picture("trading-floor")
def trading_floor(s: Scene) -> None:
    """Dealers before a wall of rates."""
    s.sky("#0b1426", "#14243f", "#0a1222")
    for column in range(6):
        for row in range(3):
            x, y = 40.0 + column * 258, 50.0 + row * 168
            s.round(x, y, 240, 150, 6, "#0d1b30")
            quote(s, x + 16, y + 20, 208, 110)
    s.haze(480, 620, "#2b4c73", 0, 60)
    for row, (base, size, count) in enumerate(((700, 0.62, 11), (830, 0.82, 8), (1010, 1.1, 6))):
        step = 1600 / count
        s.block(0, base - 20, 1600, 40, "#24344e", "#121c30")
        for seat in range(count + 1):
            x = seat * step + row * 60
            for screen in (-0.5, 0.5):
                s.round(
                    x + screen * 130 * size - 58 * size,
                    base - 150 * size,
                    116 * size,
                    80 * size,
                    4,
                    "#08111f",
                )
                s.block(
                    x + screen * 130 * size - 52 * size,
                    base - 145 * size,
                    104 * size,
                    69 * size,
                    "#3f7fa5",
                    "#1c3c5e",
                )
            if s.rng.random() < 0.85:
                person(s, x, base + 6, size, mix("#060c18", "#26344e", 0.4 - row * 0.15))


def quote(s: Scene, x: float, y: float, wide: float, high: float) -> None:
    """Fill one screen with a price line and its bars."""
    color, level = s.rng.choice(["#e0644a", "#5aa9d6", "#e0b052"]), 0.5
    run = []
    for step in range(27):
        level = min(0.95, max(0.05, level + s.rng.gauss(0.005, 0.07)))
        run.append((x + wide * step / 26, y + high * (1 - level)))
        s.rect(x + wide * step / 26, y + high - 2, 4, -1, color)
        s.rect(x + wide * step / 26 - 2, y + high - 24 * s.rng.random(), 4, 24, color, 50)
    s.shade([*run, (x + wide, y + high), (x, y + high)], color, "#0d1b30", alpha=90)
    s.line(run, color, 3)


@picture("bank-vault", grain=9)
def bank_vault(s: Scene) -> None:
    """The round door of a vault, ajar, with gold light behind."""
    s.sky("#2a2f38", "#3c434e", "#1a1d24")
    for row in range(6):
        for column in range(9):
            s.block(column * 182 - 20, row * 176 - 10, 178, 172, "#4b525e", "#343a45")
    s.disc(900, 500, 440, "#15181e")
    s.glow(900, 500, 620, "#f0b95a", 1)
    s.disc(900, 500, 366, "#5a3d14")
    for row in range(9):
        for column in range(9):
            x, y = 610 + column * 66, 250 + row * 58
            if math.hypot(x + 28 - 900, y + 24 - 500) < 330:
                s.block(x, y, 60, 52, mix("#f5d27c", "#a8741f", s.rng.random() * 0.7), "#7d5416")
                s.disc(x + 30, y + 26, 6, "#5a3d14")
    s.disc(640, 520, 446, "#0e1014", 150)
    s.disc(620, 500, 440, "#868f9b")
    s.disc(620, 500, 424, "#5d6672")
    s.disc(620, 500, 360, "#959fab")
    s.disc(620, 500, 348, "#727c89")
    for bolt in range(24):
        turn = math.tau * bolt / 24
        s.disc(620 + 392 * math.cos(turn), 500 + 392 * math.sin(turn), 15, "#353c46")
        s.disc(618 + 392 * math.cos(turn), 497 + 392 * math.sin(turn), 9, "#aab3bd")
    for spoke in range(5):
        turn = math.tau * spoke / 5 - 0.4
        end = (620 + 210 * math.cos(turn), 500 + 210 * math.sin(turn))
        s.line([(620, 500), end], "#c9d0d6", 24)
        s.disc(*end, 30, "#2e343d")
        s.disc(end[0] - 4, end[1] - 5, 18, "#d79a3a")
    s.disc(620, 500, 74, "#2e343d")
    s.disc(620, 500, 50, "#c9d0d6")
    s.glow(420, 250, 420, "#ffffff", 0.35)


@picture("boardroom")
def boardroom(s: Scene) -> None:
    """An empty chair at the head of a long table above the city."""
    s.sky("#9fb2bd", "#d9d5c6", "#eed3ab", bottom=620)
    for place in range(22):
        tall = s.rng.uniform(40, 260)
        s.block(place * 76 - 20, 620 - tall, s.rng.uniform(40, 74), tall, "#a4a9ac", "#8d9298")
    s.haze(330, 620, "#f0dcb8", 0, 150)
    for post in range(0, 1601, 266):
        s.rect(post - 7, 0, 14, 620, "#2d2925")
    s.rect(0, 40, 1600, 8, "#2d2925")
    s.sky("#4a3a2e", "#2a2019", top=620)
    for row in range(5, -1, -1):
        near = 1 / (1 + row * 0.34)
        for side in (-1, 1):
            chair(s, 800 + side * 600 * near, 560 + 400 * near, near * 1.15, "#1f2835")
    s.shade([(660, 640), (940, 640), (1330, 1000), (270, 1000)], "#c08a55", "#5a3a22")
    s.shade([(720, 640), (880, 640), (960, 1000), (640, 1000)], "#f1cf98", "#8f6238", alpha=130)
    chair(s, 800, 668, 0.74, BRICK)
    for row in range(6):
        near = 1 / (1 + row * 0.34)
        for side in (-1, 1):
            x, y = 800 + side * 330 * near, 610 + 350 * near
            s.poly(
                [
                    (x - 60 * near, y),
                    (x + 60 * near, y),
                    (x + 52 * near, y - 34 * near),
                    (x - 52 * near, y - 34 * near),
                ],
                CREAM,
                235,
            )
            s.round(x + 74 * near, y - 60 * near, 22 * near, 50 * near, 4, "#d9e6e8", 160)


def chair(s: Scene, x: float, base: float, size: float, color: str) -> None:
    """Set one high-backed chair."""
    s.round(x - 74 * size, base - 250 * size, 148 * size, 230 * size, 36 * size, color)
    s.round(
        x - 56 * size,
        base - 232 * size,
        112 * size,
        150 * size,
        26 * size,
        mix(color, "#ffffff", 0.1),
    )
    s.rect(x - 9 * size, base - 24 * size, 18 * size, 60 * size, INK)


@picture("warehouse")
def warehouse(s: Scene) -> None:
    """Racks of parcels with carts gliding between them."""
    s.sky("#2f3b47", "#52606a", "#3a4650")
    for row in range(7):
        near = 1 / (1 + row * 0.4)
        s.poly(
            [
                (800 - 330 * near, 430 - 430 * near),
                (800 + 330 * near, 430 - 430 * near),
                (800 + 300 * near, 452 - 430 * near),
                (800 - 300 * near, 452 - 430 * near),
            ],
            "#f4f8f2",
            230,
        )
    s.shade([(0, 1000), (1600, 1000), (900, 500), (700, 500)], "#8f999c", "#4c565c")
    for depth in range(8, -1, -1):
        near, far = 1 / (1 + depth * 0.36), 1 / (1.3 + depth * 0.36)
        for side in (-1, 1):
            shelf(s, near, far, side)
    s.glow(800, 470, 300, "#f5f4e6", 0.8)
    s.line([(800, 560), (800, 1000)], GOLD, 6, 170)
    for x, base, size in ((800, 940, 1.0), (800, 720, 0.52), (800, 625, 0.3)):
        s.disc(x, base + 6, 170 * size, INK, 90, high=22 * size)
        s.round(x - 130 * size, base - 60 * size, 260 * size, 60 * size, 14 * size, OCHRE)
        s.rect(x - 130 * size, base - 34 * size, 260 * size, 10 * size, "#3a2a16")
        s.block(x - 90 * size, base - 180 * size, 120 * size, 120 * size, "#c99f6a", "#9a7243")
        s.block(x + 36 * size, base - 140 * size, 70 * size, 80 * size, "#d9b787", "#a9834f")
        s.glow(x + 110 * size, base - 40 * size, 40 * size, "#8fe6c2", 1)


def shelf(s: Scene, near: float, far: float, side: int) -> None:
    """Stand one bay of racking filled with boxes."""
    x1, x2 = 800 + side * 800 * near, 800 + side * 800 * far
    for level in range(5):
        y1, y2 = 470 + (-430 + level * 190) * near, 470 + (-430 + level * 190) * far
        low1, low2 = y1 + 190 * near, y2 + 190 * far
        s.poly([(x1, y1), (x2, y2), (x2, low2), (x1, low1)], "#27323d")
        for slot in range(3):
            a, b = (slot + 0.06) / 3, (slot + 0.9) / 3
            top = s.rng.uniform(0.1, 0.5)
            xa, xb = x1 + (x2 - x1) * a, x1 + (x2 - x1) * b
            ya, yb = (
                y1 + (y2 - y1) * a + (190 * (near + (far - near) * a)) * top,
                y1 + (y2 - y1) * b + (190 * (near + (far - near) * b)) * top,
            )
            fa, fb = low1 + (low2 - low1) * a, low1 + (low2 - low1) * b
            s.poly(
                [(xa, ya), (xb, yb), (xb, fb), (xa, fa)],
                s.rng.choice(["#c99f6a", "#b98a54", "#d9b787", "#a37848", "#7f9aa0"]),
            )
        s.line([(x1, low1), (x2, low2)], BRICK, 2 + 7 * far)
    s.line([(x2, 470 - 430 * far), (x2, 470 + 520 * far)], "#1f4f70", 2 + 7 * far)


@picture("lab-bench")
def lab_bench(s: Scene) -> None:
    """Flasks and vials on a bench, lit from behind."""
    s.sky("#dfe9e8", "#eef0e6", "#cfdcd8")
    for x in range(0, 1600, 320):
        s.block(x + 20, 40, 280, 430, "#f9fbf4", "#dfe9e2")
        s.rect(x + 156, 40, 8, 430, "#c6d3ce")
    s.sky("#b9c9c6", "#8fa3a3", top=760)
    s.rect(0, 750, 1600, 14, "#f7f7ee")
    flask(s, 300, 752, 1.25, TEAL, 0.55)
    flask(s, 1250, 752, 1.0, OCHRE, 0.4)
    flask(s, 1450, 752, 0.7, "#8a4f6d", 0.6)
    for place in range(9):
        x, level = 560 + place * 56, s.rng.uniform(40, 150)
        s.round(x, 500, 38, 240, 18, "#ffffff", 150)
        s.round(x + 4, 736 - level, 30, level, 14, mix("#d0693a", BRICK, place / 9), 220)
        s.rect(x - 3, 494, 44, 10, "#9fb3b3")
        s.rect(x + 6, 510, 5, 200, "#ffffff", 150)
    s.block(536, 600, 530, 22, "#7d9090", "#566868")
    s.block(536, 716, 530, 36, "#7d9090", "#4c5e60")
    s.mirror(764, "#93a8a8", 0.72, 1)
    s.glow(760, 300, 700, "#ffffff", 0.5)


def flask(s: Scene, x: float, base: float, size: float, color: str, full: float) -> None:
    """Stand one conical flask, partly filled."""
    high, foot, neck = 420 * size, 170 * size, 38 * size
    shoulder = base - 300 * size
    s.poly(
        [
            (x - neck, base - high),
            (x + neck, base - high),
            (x + neck, shoulder),
            (x + foot, base),
            (x - foot, base),
            (x - neck, shoulder),
        ],
        "#ffffff",
        120,
    )
    level = base - 300 * size * full
    half = neck + (foot - neck) * (1 - full)
    s.shade(
        [(x - half, level), (x + half, level), (x + foot - 6, base - 5), (x - foot + 6, base - 5)],
        mix(color, "#ffffff", 0.35),
        color,
        alpha=225,
    )
    s.disc(x, level, half, mix(color, "#ffffff", 0.5), high=11 * size)
    s.rect(
        x - neck - 8 * size, base - high - 12 * size, (neck + 8 * size) * 2, 14 * size, "#b9c9c9"
    )
    s.line(
        [(x - neck + 12, base - high + 16), (x - neck + 12, shoulder), (x - foot * 0.7, base - 30)],
        "#ffffff",
        5,
        190,
    )
    for _ in range(12):
        s.disc(
            x + s.rng.uniform(-half, half) * 0.8,
            base - s.rng.uniform(10, 280 * size * full),
            s.rng.uniform(3, 8),
            "#ffffff",
            120,
        )
