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
