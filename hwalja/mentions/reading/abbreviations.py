"""Short names of organisations made of syllables of the full one: 천문연, 나래지법, 나래대."""

from functools import lru_cache

# What the end of a name is cut down to.
_ENDS = {
    "위원회": ("위",), "연구원": ("연", "연구원"), "연구소": ("연", "연구소"), "공사": ("공", "공사"), "공단": ("공단",), "은행": ("은", "은행"),
    "협회": ("협", "협회"), "협의회": ("협", "협의회"), "연맹": ("연맹", "련"), "연합회": ("련", "연합회"), "총연맹": ("총",),
    "재판소": ("재",), "대학교": ("대", "대학"), "대학": ("대",), "노동조합": ("노조",), "지방법원": ("지법",), "고등법원": ("고법",),
    "지방검찰청": ("지검",), "고등검찰청": ("고검",), "부": ("부",), "처": ("처",), "청": ("청",), "원": ("원",), "경찰서": ("서", "경찰서"),
    "초등학교": ("초",), "중학교": ("중",), "고등학교": ("고",), "특별시": ("시",), "광역시": ("시",), "특별자치도": ("도",),
    "공사공단": ("공",), "병원": ("병원",), "의료원": ("의료원",), "센터": ("센터",), "재단": ("재단",), "조합": ("조합",),
}  # fmt: skip
_LONGEST = sorted(_ENDS, key=len, reverse=True)


@lru_cache(maxsize=50_000)
def is_short_for(word: str, name: str) -> bool:
    """Whether a word is the name cut down: its end as such ends are cut, the rest in order."""
    name = name.replace(" ", "")
    if len(word) < 3 or len(word) >= len(name) or not word.isalpha():
        return False
    end = next((end for end in _LONGEST if name.endswith(end) and len(name) > len(end) + 1), "")
    stem = name.removesuffix(end)
    return any(
        word.endswith(cut) and len(word) > len(cut) + 1 and _is_within(word.removesuffix(cut), stem)
        for cut in _ENDS.get(end, ())
    )


def _is_within(short: str, stem: str) -> bool:
    """Whether the syllables of `short` stand in `stem` in their order."""
    rest = iter(stem)
    return all(syllable in rest for syllable in short)


# What papers cut off every name of the kind: 나래지방법원 is 나래지법.
_USUAL = {
    "지방법원": "지법", "고등법원": "고법", "가정법원": "가법", "지방검찰청": "지검", "고등검찰청": "고검", "노동조합": "노조",
    "광역시": "시", "특별시": "시", "특별자치시": "시", "특별자치도": "도", "대학교": "대", "초등학교": "초", "고등학교": "고",
}  # fmt: skip


def usual_short(name: str) -> str:
    """The short name that a body is sure to go by, or nothing."""
    end = next((end for end in _USUAL if name.endswith(end)), "")
    stem = name.removesuffix(end)
    return stem + _USUAL[end] if end and len(stem) > 1 else ""
