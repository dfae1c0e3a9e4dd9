"""Rooms where news is made: halls, floors, vaults."""

import math

from hwalja.articles.demo_paper.pictures.scene import GOLD, INK, Scene, mix, picture


def person(s: Scene, x: float, base: float, size: float, color: str) -> None:
    """Show a standing or seated figure from the chest up, from behind."""
    s.disc(x, base - 128 * size, 33 * size, color, high=40 * size)
    s.rect(x - 14 * size, base - 100 * size, 28 * size, 40 * size, color)
    s.round(x - 80 * size, base - 72 * size, 160 * size, 160 * size, 58 * size, color)


@picture("podium-hall")
def podium_hall(s: Scene) -> None:
    """A speaker alone in the light before rows of listeners."""
    s.sky("#14213d", "#1d3050", "#101a30")
    s.block(330, 90, 940, 420, "#2f5f80", "#1b3b58")
    for place in range(7):
        tall = 60 + 34 * place + s.rng.uniform(-20, 20)
        s.rect(470 + place * 98, 460 - tall, 52, tall, "#8fc0cc" if place < 6 else "#f2c76a", 210)
    s.line([(450, 462), (1160, 462)], "#d5e6e8", 3, 180)
    s.poly([(0, 640), (1600, 640), (1600, 700), (0, 700)], "#3d3a45")
    s.shade([(760, 0), (860, 0), (1010, 660), (560, 660)], "#fff0c9", "#f6d79a", alpha=46)
    s.glow(790, 640, 330, "#f6d79a", 0.7, high=90)
    s.disc(800, 420, 27, "#101828", high=33)
    s.poly([(752, 640), (742, 500), (770, 458), (830, 458), (858, 500), (848, 640)], "#101828")
    s.poly([(792, 462), (808, 462), (800, 520)], "#e9e4d6")
    s.poly([(722, 540), (878, 540), (862, 660), (738, 660)], "#6d4a34")
    s.rect(714, 528, 172, 14, "#8a6144")
    for x in (782, 818):
        s.line([(x, 530), (x + (8 if x < 800 else -8), 492)], "#0c1220", 3)
    for row, (base, size, count) in enumerate(((800, 0.62, 15), (890, 0.8, 12), (1010, 1.05, 9))):
        step = 1600 / count
        for seat in range(count + 1):
            person(
                s,
                seat * step + (row % 2) * step / 2 + s.rng.uniform(-8, 8),
                base,
                size,
                mix("#0a101f", "#27364f", 0.5 - row * 0.22),
            )


@picture("assembly-hall")
def assembly_hall(s: Scene) -> None:
    """The benches of a parliament in their half circle."""
    s.sky("#3b2a22", "#6c4a33", "#8a6242", bottom=460)
    for x in range(0, 1600, 64):
        s.rect(x, 0, 3, 460, "#2f2019", 120)
    s.glow(800, 120, 620, "#f3cf94", 0.6)
    s.block(640, 60, 320, 250, "#d9c39a", "#b5975f")
    for ring, color in ((92, "#7c5a2e"), (76, "#e6d3a6"), (44, "#7c5a2e"), (34, "#e6d3a6")):
        s.disc(800, 185, ring, color)
    s.block(520, 330, 560, 120, "#55382a", "#3a251b")
    s.block(640, 290, 320, 70, "#6b4835", "#4a3022")
    s.block(700, 400, 200, 80, "#7d5840", "#54392a")
    s.sky("#6f2f2a", "#43201f", "#2a1517", top=450)
    for row in range(9):
        bench(s, 200 + row * 125, 60 + row * 4, row)
    s.haze(0, 260, INK, 150, 0)
    s.haze(820, 1000, INK, 0, 150)


def bench(s: Scene, reach: float, seats: int, row: int) -> None:
    """Lay one curved row of desks with the people at some of them."""
    x, y, flat = 800.0, 430.0, 0.52
    size = 0.14 + row * 0.045
    count = 9 + row * 3
    for seat in range(count):
        angle = math.radians(16 + (148 / (count - 1)) * seat)
        px, py = x + reach * 1.12 * math.cos(angle), y + reach * flat * math.sin(angle)
        wide = reach * 2.2 / count * 0.98
        if s.rng.random() < 0.82:
            person(s, px, py + 16 * size, size, mix("#141a28", "#39415a", s.rng.random() * 0.6))
        s.block(px - wide / 2, py + 12 * size, wide * 0.92, 92 * size, "#9a6f4a", "#5d3e2a")
        s.rect(px - wide / 2, py + 8 * size, wide * 0.92, 9 * size, "#c79a6a")


@picture("courtroom")
def courtroom(s: Scene) -> None:
    """A bench, three high chairs and the scales in relief."""
    s.sky("#5a4130", "#7a5a40", "#3d2a1e")
    for x in range(0, 1600, 200):
        s.block(x + 14, 40, 172, 520, "#8a6848", "#6a4c34")
        s.rect(x + 30, 60, 140, 4, "#a98460")
        s.rect(x + 30, 530, 140, 4, "#3d2a1e")
    s.glow(800, 230, 520, "#f7dca4", 0.75)
    s.rect(793, 120, 14, 250, GOLD)
    s.line([(610, 176), (990, 152)], GOLD, 12)
    for x, y in ((610, 176), (990, 152)):
        s.line([(x - 62, y + 130), (x, y), (x + 62, y + 130)], GOLD, 3.5)
        s.shade(
            [(x - 72, y + 130), (x + 72, y + 130), (x + 42, y + 164), (x - 42, y + 164)],
            GOLD,
            "#a9772c",
        )
    s.disc(800, 118, 20, GOLD)
    for x in (560, 800, 1040):
        s.round(x - 66, 430, 132, 230, 30, "#2b1512")
        s.round(x - 52, 446, 104, 180, 22, "#6a2a22")
    s.block(300, 610, 1000, 60, "#a37a52", "#7d5938")
    s.block(330, 670, 940, 190, "#6b4a30", "#4a3120")
    for x in range(360, 1260, 150):
        s.rect(x, 696, 118, 136, "#5a3d28")
    s.sky("#3b2c24", "#1d1510", top=860)
    s.block(140, 800, 330, 70, "#8a6444", "#4d3524")
    s.block(1130, 800, 330, 70, "#8a6444", "#4d3524")
    for x in (230, 380, 1220, 1370):
        person(s, x, 1000, 1.1, "#0f0c12")
