"""Charts as a paper prints them: one message, few lines, labels in the shipped face."""

from collections.abc import Sequence

from hwalja.articles.demo_paper.pictures.scene import (
    BRICK,
    CREAM,
    GOLD,
    INK,
    NAVY,
    OCHRE,
    SEA,
    SLATE,
    STEEL,
    TEAL,
    Point,
    Scene,
    mix,
    picture,
)

LEFT, RIGHT, TOP, BASE = 150.0, 1450.0, 300.0, 830.0
RULE = "#d8d0bf"


def frame(
    s: Scene, title: str, unit: str, source: str, ground: str = CREAM, ink: str = INK
) -> None:
    """Lay the sheet, its red tab, title, unit and source line."""
    s.sky(ground, mix(ground, "#e9e1cf" if ground == CREAM else INK, 0.6))
    s.rect(LEFT - 30, 96, 64, 10, BRICK)
    s.text(LEFT - 30, 172, title, 54, ink)
    s.text(LEFT - 30, 226, unit, 28, mix(ink, ground, 0.4), bold=False)
    s.text(LEFT - 30, 946, source, 24, mix(ink, ground, 0.5), bold=False)
    s.line([(LEFT - 30, 900), (RIGHT + 30, 900)], mix(ink, ground, 0.7), 1.5)


def levels(
    s: Scene, marks: Sequence[float], low: float, high: float, form: str, color: str = RULE
) -> None:
    """Draw the value lines with their numbers at the left end."""
    for mark in marks:
        y = height(mark, low, high)
        s.line([(LEFT + 40, y), (RIGHT, y)], color, 1.5)
        s.text(LEFT + 24, y, form.format(mark), 25, STEEL, bold=False, at="rm")


def height(value: float, low: float, high: float) -> float:
    """Turn a value into a place between the base line and the top."""
    return BASE - (value - low) / (high - low) * (BASE - TOP)


def path(values: Sequence[float], low: float, high: float, left: float = LEFT + 60) -> list[Point]:
    """Spread values evenly from left to right."""
    step = (RIGHT - 20 - left) / (len(values) - 1)
    return [(left + step * place, height(value, low, high)) for place, value in enumerate(values)]


def steps(s: Scene, words: Sequence[str], left: float = LEFT + 60, color: str = SLATE) -> None:
    """Write the words under the base line, evenly spread."""
    step = (RIGHT - 20 - left) / (len(words) - 1)
    for place, word in enumerate(words):
        s.text(left + step * place, BASE + 44, word, 25, color, bold=False, at="ms")


def curve(
    s: Scene, points: Sequence[Point], color: str, width: float = 5, dot: bool = True
) -> None:
    """Draw a data line that ends in a dot."""
    s.line(points, color, width)
    if dot:
        x, y = points[-1]
        s.disc(x, y, 13, CREAM)
        s.disc(x, y, 9, color)


def under(s: Scene, points: Sequence[Point], top: str, bottom: str, alpha: int = 255) -> None:
    """Fill the room between a data line and the base line."""
    s.shade([*points, (points[-1][0], BASE), (points[0][0], BASE)], top, bottom, alpha=alpha)


@picture("chart-memory-profit", grain=5, vignette=False)
def memory_profit(s: Scene) -> None:
    """Eight quarters of profit, the last in red."""
    frame(s, "세담전자 메모리사업부 영업이익", "단위: 조원, 분기별", "자료: 세담전자 실적 발표")
    values = [0.31, 0.44, 0.62, 0.88, 1.05, 1.32, 1.71, 2.18]
    levels(s, [0, 0.5, 1, 1.5, 2], 0, 2.4, "{:.1f}")
    for place, value in enumerate(values):
        x, y, last = LEFT + 85 + place * 158, height(value, 0, 2.4), place == len(values) - 1
        s.block(x, y, 96, BASE - y, BRICK if last else SEA, "#8e2f20" if last else NAVY)
        s.text(
            x + 48, y - 18, f"{value:.2f}", 32 if last else 26, BRICK if last else SLATE, at="ms"
        )
    for place, words in ((0, "7분기 전"), (3, "1년 전"), (7, "이번 분기")):
        s.text(LEFT + 133 + place * 158, BASE + 44, words, 25, SLATE, bold=False, at="ms")
    s.line([(LEFT + 40, BASE), (RIGHT, BASE)], INK, 3)


def walk(
    s: Scene, days: int, start: float, drift: float, sway: float
) -> list[tuple[float, float, float, float]]:
    """Make up days of trading: opening, highest, lowest and closing price."""
    price, days_traded = start, []
    for day in range(days):
        opened, price = price, price + s.rng.gauss(drift - 2.4 * drift * (24 < day < 34), sway)
        high, low = (
            max(opened, price) + s.rng.uniform(2, sway),
            min(opened, price) - s.rng.uniform(2, sway),
        )
        days_traded.append((opened, high, low, price))
    return days_traded


@picture("chart-index-candles", grain=8)
def index_candles(s: Scene) -> None:
    """Sixty days of candles with their averages on a dark screen."""
    frame(
        s,
        "종합주가지수 60거래일",
        "일봉, 5일·20일 이동평균",
        "자료: 활자경제 시장데이터",
        ground="#0f1a2c",
        ink="#e8e4d8",
    )
    traded = walk(s, 60, 2712.0, 6.5, 14.0)
    floor, roof = min(day[2] for day in traded) - 60, max(day[1] for day in traded) + 15
    marks = [float(mark) for mark in range(2000, 4000, 50) if floor + 40 < mark < roof]
    levels(s, marks, floor, roof, "{:,.0f}", "#24344f")
    for place, day in enumerate(traded):
        x, color = LEFT + 66 + place * 20.6, "#d8553f" if day[3] >= day[0] else "#4f8fc0"
        opened, high, low, closed = (height(value, floor, roof) for value in day)
        s.line([(x, low), (x, high)], color, 1.6)
        s.rect(x - 6.5, min(opened, closed), 13, max(2.0, abs(opened - closed)), color)
        volume = s.rng.uniform(8, 52)
        s.rect(x - 6.5, BASE + 50 - volume, 13, volume, color, 120)
    for span, color in ((5, GOLD), (20, "#9fb6c8")):
        runs = [[day[3] for day in traded[max(0, place - span) : place + 1]] for place in range(60)]
        means = [sum(run) / len(run) for run in runs]
        s.line(
            [(LEFT + 66 + at * 20.6, height(mean, floor, roof)) for at, mean in enumerate(means)],
            color,
            3,
        )


@picture("chart-mortgage-rate", grain=5, vignette=False)
def mortgage_rate(s: Scene) -> None:
    """Loan and deposit rates drawing apart, the gap between them tinted."""
    frame(
        s, "벌어지는 예대금리차", "단위: %, 신규취급액 기준 5대 은행 평균", "자료: 은행권 공시 종합"
    )
    loan = [4.32, 4.28, 4.21, 4.19, 4.08, 4.11, 4.16, 4.2, 4.27, 4.31, 4.36, 4.42]
    save = [3.42, 3.35, 3.24, 3.12, 3.01, 2.92, 2.84, 2.75, 2.69, 2.64, 2.58, 2.55]
    levels(s, [2, 2.5, 3, 3.5, 4, 4.5], 1.9, 4.8, "{:.1f}")
    upper, lower = path(loan, 1.9, 4.8), path(save, 1.9, 4.8)
    s.shade([*upper, *reversed(lower)], "#efd9c2", "#f3e6d2")
    curve(s, upper, BRICK, 6)
    curve(s, lower, SEA, 6)
    s.text(1010, height(4.44, 1.9, 4.8), "주택담보대출", 32, BRICK, at="ms")
    s.text(1010, height(2.44, 1.9, 4.8), "정기예금", 32, SEA, at="ms")
    s.text(1100, height(3.42, 1.9, 4.8), "1.87%포인트", 44, INK, at="mm")
    steps(s, ["11개월 전", "9개월", "7개월", "5개월", "3개월", "이번 달"])
    s.line([(LEFT + 40, BASE), (RIGHT, BASE)], INK, 3)


@picture("chart-power-demand", grain=5, vignette=False)
def power_demand(s: Scene) -> None:
    """Power drawn by houses, factories and data centres, stacked."""
    frame(
        s,
        "데이터센터가 밀어 올린 전력수요",
        "단위: 테라와트시(TWh), 전망 포함",
        "자료: 국제에너지연구원",
    )
    layers = (
        ("가정·상업", NAVY, [182, 184, 187, 189, 192, 194, 197, 199, 201]),
        ("산업", TEAL, [286, 288, 287, 292, 296, 301, 305, 308, 312]),
        ("데이터센터", BRICK, [8, 11, 15, 22, 33, 47, 62, 80, 103]),
    )
    levels(s, [0, 200, 400, 600], 0, 660, "{:.0f}")
    floor, ground = [0.0] * 9, path([0] * 9, 0, 660)
    for name, color, values in layers:
        floor = [below + value for below, value in zip(floor, values, strict=True)]
        edge = path(floor, 0, 660)
        s.shade([*edge, *reversed(ground)], mix(color, "#ffffff", 0.12), color)
        middle = (edge[6][1] + ground[6][1]) / 2
        s.text(edge[6][0] - 40, middle, name, 32, CREAM, at="mm")
        ground = edge
    s.line(ground, CREAM, 4)
    split = ground[5][0]
    s.line([(split, TOP - 20), (split, BASE)], INK, 2, 120)
    s.text(split + 14, TOP, "전망 →", 26, SLATE)
    steps(
        s,
        [f"{year}년 전" if year else "올해" for year in range(5, -1, -1)]
        + ["1년 뒤", "2년 뒤", "3년 뒤"],
    )


@picture("chart-won-dollar", grain=5, vignette=False)
def won_dollar(s: Scene) -> None:
    """The exchange rate with its year's band behind it."""
    frame(s, "원·달러 환율", "서울 외환시장 종가, 최근 120거래일", "자료: 활자경제 시장데이터")
    rate, values = 1342.0, list[float]()
    for day in range(120):
        rate += s.rng.gauss(0.55 if day < 84 else -0.75, 4.2)
        values.append(rate)
    low, high = min(values) - 14, max(values) + 16
    s.rect(
        LEFT + 40,
        height(1385, low, high),
        RIGHT - LEFT - 40,
        height(1350, low, high) - height(1385, low, high),
        "#ece3cf",
    )
    levels(s, [mark for mark in range(1300, 1500, 20) if low < mark < high], low, high, "{:,.0f}")
    points = path(values, low, high)
    under(s, points, mix(OCHRE, CREAM, 0.35), CREAM, 150)
    curve(s, points, RUST_LINE, 4.5)
    peak = max(range(120), key=values.__getitem__)
    x, y = points[peak]
    s.disc(x, y, 8, INK)
    s.text(x, y - 24, f"{values[peak]:,.1f}원", 32, INK, at="ms")
    s.line([(LEFT + 40, BASE), (RIGHT, BASE)], INK, 3)
    steps(s, ["6개월 전", "5개월", "4개월", "3개월", "2개월", "1개월", "현재"])


RUST_LINE = "#a9502b"
