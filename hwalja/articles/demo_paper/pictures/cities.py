"""Cities: skylines, flats, alleys, bridges."""

from hwalja.articles.demo_paper.pictures.scene import GOLD, INK, NAVY, Scene, mix, picture


def towers(
    s: Scene, base: float, low: float, high: float, dark: str, pale: str, lit: float, lamp: str
) -> None:
    """Stand one row of buildings along a base line; `lit` is the share of windows with light."""
    x = -20.0
    while x < 1620:
        wide, tall = s.rng.uniform(46, 120), s.rng.triangular(low, high, low)
        top = base - tall
        s.block(x, top, wide, tall, pale, dark)
        s.rect(x, top, 5, tall, mix(pale, "#ffffff", 0.35), 70)
        crown = s.rng.random()
        if crown < 0.25:
            s.line([(x + wide / 2, top), (x + wide / 2, top - s.rng.uniform(20, 70))], pale, 2.5)
        elif crown < 0.5:
            s.rect(x + wide * 0.25, top - 16, wide * 0.5, 16, pale)
        if lit:
            windows(s, x + 9, top + 14, wide - 16, tall - 20, lit, lamp)
        x += wide + s.rng.choice((0, 2, 6, 14, 30))


def windows(s: Scene, x: float, y: float, wide: float, high: float, lit: float, lamp: str) -> None:
    """Light some windows of one wall."""
    columns, rows = int(wide // 11), int(high // 15)
    for row in range(rows):
        floor_lit = lit * s.rng.uniform(0.3, 1.6)
        for column in range(columns):
            if s.rng.random() < floor_lit:
                s.rect(x + column * 11, y + row * 15, 6, 8, lamp, s.rng.randint(110, 235))


@picture("skyline-night")
def skyline_night(s: Scene) -> None:
    """A financial district across a river after closing time."""
    s.sky("#0a1326", "#16294a", "#3c4a6b", "#8a6a63", bottom=700)
    s.glow(1080, 690, 900, "#e0986a", 0.55, high=330)
    towers(s, 690, 90, 300, "#3a4763", "#4a5673", 0.12, "#f0c890")
    s.haze(420, 690, "#6b6577", 0, 120)
    towers(s, 695, 120, 480, "#121d35", "#1c2b4a", 0.34, "#f8d28a")
    s.rect(0, 690, 1600, 14, "#0c1426")
    for x in range(20, 1600, 58):
        s.glow(x, 694, 26, GOLD, 0.8)
        s.disc(x, 694, 2.4, "#fff2cf")
    s.mirror(706, "#0b1730", 0.4, 7)
    s.haze(706, 1000, "#081020", 20, 190)
    s.ripples(720, 990, "#f6cf92", 160, 55)


@picture("skyline-dawn")
def skyline_dawn(s: Scene) -> None:
    """Layers of a city thinning into morning mist."""
    s.sky("#dfe6e6", "#f1e4cf", "#f0c9a0", "#dca27e")
    s.glow(1150, 520, 420, "#fff1d0", 1.0)
    s.disc(1150, 520, 62, "#fff6e2")
    shades = [
        ("#d9b79f", "#d2ad99"),
        ("#a98b8b", "#ae9290"),
        ("#6c6577", "#7a7182"),
        ("#2f3a55", "#3d4763"),
    ]
    for row, (dark, pale) in enumerate(shades):
        base = 720 + row * 95
        towers(s, base, 90 + row * 20, 330 + row * 20, dark, pale, 0, GOLD)
        s.rect(0, base, 1600, 1000 - base, dark)
        if row < 3:
            s.haze(base - 200, base + 60, "#f0d3b4", 0, 150 - row * 30)
    s.haze(860, 1000, INK, 0, 160)


def pier(s: Scene, x: float, deck: float, top: float, color: str) -> None:
    """Stand one bridge tower."""
    for side in (-16, 8):
        s.poly(
            [
                (x + side, top),
                (x + side + 8, top),
                (x + side + 14, deck + 120),
                (x + side - 6, deck + 120),
            ],
            color,
        )
    for level in (0.15, 0.45, 0.75):
        y = top + (deck - top) * level
        s.rect(x - 16, y, 34, 9, color)


@picture("river-bridge")
def river_bridge(s: Scene) -> None:
    """A cable-stayed bridge at dusk with its lights in the water."""
    s.sky("#1d3557", "#54688a", "#c48d78", "#eec28f", bottom=680)
    s.glow(420, 660, 700, "#ffdca0", 0.7, high=260)
    s.poly(
        [
            (0, 640),
            (180, 590),
            (420, 632),
            (700, 600),
            (1000, 640),
            (1300, 604),
            (1600, 640),
            (1600, 690),
            (0, 690),
        ],
        "#5d5d74",
    )
    towers(s, 684, 20, 110, "#3b4560", "#465069", 0.1, "#f4cf93")
    for x in (430.0, 1170.0):
        for reach in range(40, 370, 30):
            for way in (-1, 1):
                s.line([(x, 250 + reach * 0.35), (x + way * reach, 598)], "#e9dcc6", 1.2, 150)
        pier(s, x, 600, 232, NAVY)
        s.glow(x, 236, 30, "#ff8a6a", 1)
    s.rect(0, 596, 1600, 16, "#17233b")
    s.rect(0, 592, 1600, 4, "#e8b877", 160)
    for x in range(10, 1600, 44):
        s.glow(x, 588, 20, GOLD, 0.9)
    s.mirror(690, "#24385a", 0.35, 8)
    s.haze(690, 1000, "#101c33", 0, 170)
    s.ripples(705, 990, "#ffdca8", 200, 50)
