"""Particles inside foreign names, as in 리카르도 데 라 푸엔테."""

# No name ends in one.
PARTICLES = frozenset(
    [
        "폰",
        "반",
        "데",
        "드",
        "디",
        "다",
        "라",
        "르",
        "델",
        "엘",
        "알",
        "빈",
        "이븐",
        "더",
        "덴",
        "두",
        "산",
    ]
)
