"""More charts: rings, bars, steps, ladders and grids."""

import math

from hwalja.articles.demo_paper.pictures.charts import (
    BASE,
    LEFT,
    RIGHT,
    curve,
    frame,
    height,
    levels,
    path,
    steps,
    under,
)
from hwalja.articles.demo_paper.pictures.scene import (
    BRICK,
    CREAM,
    INK,
    NAVY,
    OCHRE,
    ROSE,
    SEA,
    SLATE,
    STEEL,
    TEAL,
    Scene,
    mix,
    picture,
)


@picture("chart-ev-share", grain=5, vignette=False)
def ev_share(s: Scene) -> None:
    """A ring of first-time electric-car buyers beside its key."""
    frame(s, "E3 계약자는 누구인가", "단위: %, 사전계약 첫날 1만8274대", "자료: 하랑자동차")
    parts = [
        ("30대", 34, NAVY),
        ("40대", 27, SEA),
        ("20대", 19, TEAL),
        ("50대", 13, OCHRE),
        ("60대 이상", 7, BRICK),
    ]
    x, y, start = 520.0, 575.0, -90.0
    for _, share, color in parts:
        end = start + share * 3.6
        s.pie(x, y, 258, start, end, color)
        middle = math.radians((start + end) / 2)
        s.line(
            [
                (x, y),
                (x + 262 * math.cos(math.radians(end)), y + 262 * math.sin(math.radians(end))),
            ],
            CREAM,
            6,
        )
        s.text(
            x + 206 * math.cos(middle), y + 206 * math.sin(middle), f"{share}", 40, CREAM, at="mm"
        )
        start = end
    s.line([(x, y), (x, y - 262)], CREAM, 6)
    s.disc(x, y, 150, "#f4eee0")
    s.text(x, y - 14, "생애 첫 차", 32, SLATE, bold=False, at="ms")
    s.text(x, y + 62, "41%", 76, BRICK, at="ms")
    for row, (name, share, color) in enumerate(parts):
        top = 350 + row * 92
        s.rect(960, top, 34, 34, color)
        s.text(1016, top + 30, name, 36, INK, bold=False)
        s.text(1420, top + 30, f"{share}%", 38, INK, at="rs")
        s.line([(960, top + 62), (1420, top + 62)], "#d8d0bf", 1.5)


@picture("chart-order-backlog", grain=5, vignette=False)
def order_backlog(s: Scene) -> None:
    """The order book by kind of ship, longest bar first."""
    frame(s, "우람중공업 수주잔고", "단위: 조원, 선종별", "자료: 우람중공업")
    rows = [
        ("LNG운반선", 11.8),
        ("컨테이너선", 4.6),
        ("해상풍력 설치선", 2.3),
        ("암모니아 운반선", 1.9),
        ("탱커", 1.0),
    ]
    for place, (name, value) in enumerate(rows):
        y, long = 300 + place * 112, value / 11.8 * 900
        s.text(LEFT + 240, y + 46, name, 32, INK, at="rs", bold=place == 0)
        s.block(
            LEFT + 270,
            y,
            long,
            68,
            *((BRICK, "#983524") if place == 0 else (SEA, NAVY)),
            across=True,
        )
        s.text(LEFT + 286 + long, y + 48, f"{value}", 38, BRICK if place == 0 else SLATE)
    s.line([(LEFT + 270, 280), (LEFT + 270, 850)], INK, 3)


@picture("chart-apartment-index", grain=5, vignette=False)
def apartment_index(s: Scene) -> None:
    """Four small panels of flat prices, one town each."""
    frame(
        s, "같은 나라 다른 집값", "아파트 매매가격지수, 2년 전=100", "자료: 활자경제 부동산데이터"
    )
    towns = [
        ("서울 동남권", 0.9, BRICK),
        ("경기 남부", 0.42, OCHRE),
        ("청람시", 0.68, TEAL),
        ("그 밖의 지방", -0.32, SLATE),
    ]
    for place, (name, drift, color) in enumerate(towns):
        left, top = 130 + place % 2 * 690, 280 + place // 2 * 300
        s.rect(left, top, 640, 270, "#fffdf7")
        s.line([(left + 30, top + 170), (left + 610, top + 170)], "#cfc6b2", 2)
        value, values = 100.0, list[float]()
        for _ in range(25):
            values.append(value)
            value += drift + s.rng.gauss(0, 0.35)
        dots = [
            (left + 40 + at * 21.5, top + 170 - (level - 100) * 5.2)
            for at, level in enumerate(values)
        ]
        s.shade([*dots, (dots[-1][0], top + 170), (dots[0][0], top + 170)], mix(color, CREAM, 0.65))
        curve(s, dots, color, 5)
        s.text(left + 30, top + 50, name, 34, INK)
        s.text(left + 610, top + 52, f"{values[-1]:.1f}", 42, color, at="rs")


@picture("chart-ipo-ladder", grain=5, vignette=False)
def ipo_ladder(s: Scene) -> None:
    """Valuations then and now, joined by a bar for each firm."""
    frame(
        s,
        "상장 앞둔 회사들의 몸값",
        "단위: 조원, 마지막 투자유치(○) → 공모가 기준(●)",
        "자료: 증권신고서 종합",
    )
    rows = [
        ("달음", 3.4, 2.1),
        ("너른로보틱스", 1.2, 1.6),
        ("소금밭테크", 2.2, 1.5),
        ("모래시계", 0.9, 1.3),
        ("반딧불클라우드", 2.9, 2.4),
    ]
    for mark in range(5):
        x = 430 + mark * 240
        s.line([(x, 280), (x, 840)], "#ddd4c1", 1.5)
        s.text(x, 874, f"{mark}", 26, STEEL, bold=False, at="ms")
    for place, (name, then, now) in enumerate(rows):
        y, x1, x2 = 330 + place * 112, 430 + then * 240, 430 + now * 240
        color = BRICK if now < then else SEA
        s.text(390, y + 12, name, 34, INK, at="rs")
        s.line([(x1, y), (x2, y)], mix(color, CREAM, 0.35), 12)
        s.disc(x1, y, 18, color)
        s.disc(x1, y, 12, CREAM)
        s.disc(x2, y, 21, color)
        s.text(
            x2 + (-38 if now < then else 38),
            y + 12,
            f"{now}",
            34,
            color,
            at="rs" if now < then else "ls",
        )


@picture("chart-copper", grain=8)
def copper(s: Scene) -> None:
    """A metal's price over three years as a glowing ridge."""
    frame(
        s,
        "구리값 3년",
        "런던 현물, 톤당 달러",
        "자료: 활자경제 시장데이터",
        ground="#1d1512",
        ink="#f1e4d2",
    )
    price, values = 8350.0, list[float]()
    for week in range(150):
        price += s.rng.gauss(18 + 22 * (week > 96), 150)
        values.append(price)
    low, high = min(values) - 900, max(values) + 300
    levels(
        s,
        [mark for mark in range(6000, 20000, 1000) if low < mark < high],
        low,
        high,
        "{:,.0f}",
        "#3a2a22",
    )
    points = path(values, low, high)
    under(s, points, "#c5683a", "#2a1a14", 220)
    curve(s, points, "#ffb27a", 5)
    steps(s, ["3년 전", "2년 전", "1년 전", "현재"], color="#c9b29c")


@picture("chart-alley-ledger", grain=5, vignette=False)
def alley_ledger(s: Scene) -> None:
    """A shop's month as a staircase from takings down to what is left."""
    frame(s, "국숫집의 한 달 장부", "단위: 만원", "자료: 활자경제 ‘골목 장부’")
    stairs = [
        ("매출", 1840),
        ("재료비", -690),
        ("임대료", -220),
        ("인건비", -310),
        ("배달수수료", -205),
        ("공과금", -118),
        ("남은 돈", 0),
    ]
    level = 0.0
    for place, (name, change) in enumerate(stairs):
        x, before = LEFT + 50 + place * 184, level
        level += change
        top, bottom = (max(before, level), min(before, level)) if change else (level, 0.0)
        color = SEA if place == 0 else TEAL if not change else BRICK
        s.rect(x, height(top, 0, 2000), 128, height(bottom, 0, 2000) - height(top, 0, 2000), color)
        words = f"{change:+,}" if change < 0 else f"{change or level:,.0f}"
        s.text(x + 64, height(top, 0, 2000) - 16, words, 32, color, at="ms")
        s.text(x + 64, BASE + 46, name, 27, SLATE, bold=False, at="ms")
        if place < 6:
            s.line([(x + 128, height(level, 0, 2000)), (x + 184, height(level, 0, 2000))], STEEL, 2)
    s.line([(LEFT + 20, BASE), (RIGHT, BASE)], INK, 3)


@picture("chart-delivery-hours", grain=5, vignette=False)
def delivery_hours(s: Scene) -> None:
    """Orders by hour and day of week, dark where they crowd."""
    frame(s, "주문이 몰리는 시간", "요일·시간대별 주문 건수, 진할수록 많음", "자료: 달음")
    peaks = ((8.0, 1.6, 0.45), (12.4, 1.3, 0.5), (18.8, 2.2, 1.0), (22.5, 1.5, 0.72))
    for day, name in enumerate("월화수목금토일"):
        y = 284 + day * 78
        s.text(LEFT + 10, y + 48, name, 32, INK, at="ms")
        for hour in range(6, 26):
            level = sum(
                strength * math.exp(-(((hour - at) / wide) ** 2)) for at, wide, strength in peaks
            )
            level = min(1.0, level * (1.18 if day > 3 else 0.86) * s.rng.uniform(0.84, 1.1))
            color = (
                mix("#f0e6d2", OCHRE, level * 2)
                if level < 0.5
                else mix(OCHRE, "#7d2418", level * 2 - 1)
            )
            s.rect(LEFT + 60 + (hour - 6) * 63, y, 58, 72, color)
    for hour in range(6, 26, 3):
        s.text(LEFT + 89 + (hour - 6) * 63, 866, f"{hour % 24}시", 25, SLATE, bold=False, at="ms")


@picture("chart-age-pyramid", grain=5, vignette=False)
def age_pyramid(s: Scene) -> None:
    """Two age ladders back to back: now, and in twenty years."""
    frame(
        s,
        "나이 드는 나라",
        "단위: 백만명, 왼쪽 지금 · 오른쪽 20년 뒤",
        "자료: 미래금융연구원 추계",
    )
    now = [3.1, 4.4, 6.2, 6.9, 7.9, 8.6, 7.6, 4.1, 2.0, 0.4]
    then = [2.1, 2.5, 3.2, 4.5, 6.0, 6.7, 7.5, 7.6, 5.4, 2.2]
    for row in range(10):
        y = 832 - (row + 1) * 56
        for values, side, color in ((now, -1, SEA), (then, 1, BRICK)):
            long = values[row] * 66
            tone = mix(color, ROSE if side > 0 else "#9db7c4", 0.0 if row >= 6 else 0.55)
            s.rect(800 - 62 - long if side < 0 else 862, y, long, 48, tone)
            s.text(
                800 + side * (80 + long),
                y + 36,
                f"{values[row]:.1f}",
                26,
                SLATE,
                bold=False,
                at="rs" if side < 0 else "ls",
            )
        s.text(800, y + 36, f"{row * 10}대" if row else "0~9", 27, INK, at="ms")


@picture("chart-household-debt", grain=5, vignette=False)
def household_debt(s: Scene) -> None:
    """Monthly growth of household loans as bars, the yearly rate as a line."""
    frame(
        s,
        "다시 늘어나는 가계대출",
        "막대: 월 증가액(조원) · 선: 전년 같은 달 대비 증가율(%)",
        "자료: 금융권 집계",
    )
    grown = [1.2, -0.4, 0.9, 1.8, 2.6, 3.9, 5.1, 6.4, 7.2, 5.8, 4.1, 4.9]
    rate = [1.6, 1.5, 1.5, 1.7, 1.9, 2.3, 2.7, 3.2, 3.7, 4.0, 4.1, 4.3]
    levels(s, [0, 2, 4, 6, 8], -1.2, 8.6, "{:.0f}")
    zero = height(0, -1.2, 8.6)
    for place, value in enumerate(grown):
        x, y = LEFT + 70 + place * 102, height(value, -1.2, 8.6)
        s.rect(x, min(y, zero), 62, abs(zero - y), SEA if value > 0 else ROSE)
    line = [
        (LEFT + 101 + place * 102, height(value * 1.7, -1.2, 8.6))
        for place, value in enumerate(rate)
    ]
    curve(s, line, BRICK, 6)
    s.text(line[-1][0] + 4, line[-1][1] - 30, "4.3%", 36, BRICK, at="ms")
    s.line([(LEFT + 40, zero), (RIGHT, zero)], INK, 3)
